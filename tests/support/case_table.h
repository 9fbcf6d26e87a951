// Cases of a test as a file that is read by eye: one case a line, columns with " | " between them, "#" for remarks.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

/// The cases of a file below tests/fixtures, each with that many columns. A line with another number of them fails.
inline std::vector<std::vector<std::string>> case_table(std::string_view file, std::size_t columns) {
    std::ifstream in{std::string{CARAVAN_SOURCE_DIR "/tests/fixtures/"} + std::string{file}};
    REQUIRE(in);
    std::vector<std::vector<std::string>> cases;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string> row;
        for (std::size_t at = 0; at != std::string::npos;) {
            const std::size_t bar = line.find(" | ", at);
            row.push_back(line.substr(at, bar == std::string::npos ? bar : bar - at));
            at = bar == std::string::npos ? bar : bar + 3;
        }
        INFO(line);
        REQUIRE(row.size() == columns);
        cases.push_back(std::move(row));
    }
    REQUIRE_FALSE(cases.empty());
    return cases;
}
