#include "app/commands/generated_events.h"

#include "events/edtf.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace app {

namespace {

/// A country with its weight, and towns that the gazetteer knows; an empty town is the capital.
struct Land {
    std::string_view code;
    std::uint32_t weight;
    std::array<std::string_view, 3> towns{};
};
constexpr std::array lands{Land{"CHN", 100, {"", "Shanghai", "Kashgar"}},
                           Land{"IND", 90, {"", "Mumbai", "Kolkata"}},
                           Land{"PAK", 65, {"", "Karachi", "Lahore"}},
                           Land{"RUS", 60, {}},
                           Land{"IRN", 50, {}},
                           Land{"KAZ", 52, {"", "Almaty", ""}},
                           Land{"UZB", 46, {"", "Samarkand", ""}},
                           Land{"TUR", 46, {}},
                           Land{"AFG", 42, {"", "Kandahar", "Herat"}},
                           Land{"BGD", 40, {"", "Chattogram", ""}},
                           Land{"ARE", 40, {}},
                           Land{"SAU", 38, {}},
                           Land{"LKA", 32, {}},
                           Land{"NPL", 32, {}},
                           Land{"KGZ", 30, {}},
                           Land{"TJK", 30, {}},
                           Land{"USA", 26, {}},
                           Land{"MMR", 24, {}},
                           Land{"AZE", 24, {}},
                           Land{"TKM", 22, {}},
                           Land{"QAT", 22, {}},
                           Land{"THA", 20, {}},
                           Land{"JPN", 18, {}},
                           Land{"MNG", 18, {}},
                           Land{"IDN", 16, {}},
                           Land{"MYS", 16, {}},
                           Land{"OMN", 15, {}},
                           Land{"BTN", 14, {}},
                           Land{"VNM", 14, {}},
                           Land{"GBR", 12, {}},
                           Land{"MDV", 10, {}},
                           Land{"FRA", 9, {}},
                           Land{"KWT", 9, {}},
                           Land{"DEU", 8, {}},
                           Land{"AUS", 6, {}},
                           Land{"ZAF", 4, {}}};

/// A kind with its share of the events, per thousand, and the roles of its two parties.
struct Pattern {
    std::string_view kind;
    std::uint32_t share;
    std::string_view from_role;
    std::string_view to_role;
};
constexpr std::array patterns{Pattern{"visit", 270, "visitor", "host"},
                              Pattern{"meeting", 170, "participant", "host"},
                              Pattern{"agreement", 160, "signatory", "signatory"},
                              Pattern{"trade", 150, "exporter", "importer"},
                              Pattern{"statement", 100, "speaker", "addressed"},
                              Pattern{"security", 70, "signatory", "signatory"},
                              Pattern{"tension", 40, "party", "party"},
                              Pattern{"milestone", 40, "party", ""}};

// mt19937 is the same everywhere; the distributions of the standard library are not, so plain remainders are taken.
using Random = std::mt19937;

template <class Row, std::size_t count>
const Row& by_weight(const std::array<Row, count>& rows, std::uint32_t Row::*weight, Random& random) {
    std::uint32_t all = 0;
    for (const Row& row : rows) {
        all += row.*weight;
    }
    auto left = static_cast<std::uint32_t>(random() % all);
    const Row* row = rows.data();
    for (; left >= row->*weight; ++row) {
        left -= row->*weight;
    }
    return *row;
}

/// A third of the parties sit in a town; the others in their capital.
std::string party(const Land& land, std::string_view role, Random& random) {
    const std::string_view town = random() % 3 == 0 ? land.towns.at(random() % land.towns.size()) : "";
    return R"({"code":")" + std::string{land.code} + R"(","role":")" + std::string{role} + '"' +
           (town.empty() ? "" : R"(,"place":")" + std::string{town} + '"') + '}';
}

/// One to five parties: mostly two, that are not the same country.
std::string parties(const Pattern& pattern, Random& random) {
    const Land& first = by_weight(lands, &Land::weight, random);
    std::string list = party(first, pattern.from_role, random);
    if (pattern.to_role.empty()) {
        return list;
    }
    const bool may_be_many = pattern.kind == "meeting" || pattern.kind == "agreement";
    const std::size_t count = may_be_many && random() % 8 == 0 ? 3 + random() % 3 : 2;
    std::vector<std::string_view> taken{first.code};
    while (taken.size() < count) {
        const Land& next = by_weight(lands, &Land::weight, random);
        if (std::find(taken.begin(), taken.end(), next.code) == taken.end()) {
            list += ',' + party(next, taken.size() == 1 ? pattern.to_role : pattern.from_role, random);
            taken.push_back(next.code);
        }
    }
    return list;
}

std::string event_line(int number, double day, Random& random) {
    const Pattern& pattern = by_weight(patterns, &Pattern::share, random);
    std::string line = R"({"id":"g)" + std::to_string(number) + R"(","kind":")" + std::string{pattern.kind} +
                       R"(","title":"Generated )" + std::to_string(number) + R"(","date":")" +
                       events::iso_from_days(day) + R"(","parties":[)" + parties(pattern, random) + ']';
    if (pattern.kind == "trade") {
        line += R"(,"value":{"amount":)" + std::to_string(1000000 * (1 + random() % 900)) + R"(,"currency":"USD"})";
    }
    return line + R"(,"sources":["s"]})";
}

}  // namespace

TemporaryFile::TemporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "caravan-bench-XXXXXX").string();
    fd_ = FileDescriptor{::mkostemp(name.data(), O_CLOEXEC)};
    if (fd_.get() < 0) {
        throw std::runtime_error("cannot write " + name + ": " + std::generic_category().message(errno));
    }
    ::unlink(name.c_str());
}

TemporaryFile generated_events_file(int count, double percent_in_window) {
    TemporaryFile file;
    std::ofstream out{file.path()};
    Random random{20250520U};
    const double days = 30.0 / (percent_in_window / 100.0);
    const double first = events::days_from_civil({2025, 12, 31}) - days;
    out << "{\"format\":\"caravan-events/"
           "1\",\"title\":\"Generated\",\"sources\":{\"s\":{\"title\":\"Generated\"}},\"events\":[\n";
    for (int i = 0; i < count; ++i) {
        const double day = first + static_cast<double>(random()) / 4294967296.0 * days;
        out << (i > 0 ? ",\n" : "") << event_line(i, day, random);
    }
    out << "\n]}\n";
    out.close();
    if (!out) {
        throw std::runtime_error("cannot write " + std::filesystem::temp_directory_path().string() +
                                 "; the benchmark needs room for its events there");
    }
    return file;
}

}  // namespace app
