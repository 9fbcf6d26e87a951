// image_diff ACTUAL EXPECTED [--tolerance N] [--allowed N] [--diff OUT.png]
//
// Compares two PNG files and writes one line of figures. Status 0: equal enough; 1: not; 2: wrong command line; 3: a
// file cannot be read. DIFF is written on failure only. With CARAVAN_APPROVE=1, ACTUAL takes the place of EXPECTED
// where they differ or where there is no EXPECTED yet.
#include "app/export/png.h"
#include "tests/support/image_diff.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Arguments {
    std::vector<std::string> files;
    int tolerance = 12;
    int allowed = 400;
    std::string diff;
    bool good = true;
};

bool read_number(std::string_view text, int& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

Arguments arguments_from(std::span<char*> given) {
    Arguments result;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string_view word = given[i];
        if (!word.starts_with("--")) {
            result.files.emplace_back(word);
            continue;
        }
        const std::string_view value = i + 1 < given.size() ? given[++i] : std::string_view{};
        if (word == "--diff") {
            result.diff = value;
        } else if (word == "--tolerance") {
            result.good = result.good && read_number(value, result.tolerance);
        } else {
            result.good = result.good && word == "--allowed" && read_number(value, result.allowed);
        }
    }
    result.good = result.good && result.files.size() == 2;
    return result;
}

int complain(const std::string& what, int status) {
    std::fprintf(stderr, "image_diff: %s\n", what.c_str());
    return status;
}

int approve(const render::Image& actual, const std::string& expected) {
    const auto failure = app::write_png(actual, expected);
    return failure ? complain(*failure, 3) : complain("approved " + expected, 0);
}

}  // namespace

int main(int argc, char** argv) {
    const Arguments arguments = arguments_from(std::span{argv, static_cast<std::size_t>(argc)}.subspan(1));
    if (!arguments.good) {
        return complain("usage: image_diff ACTUAL EXPECTED [--tolerance N] [--allowed N] [--diff OUT.png]", 2);
    }
    const char* const wish = std::getenv("CARAVAN_APPROVE");
    const bool approves = wish != nullptr && std::string_view{wish} == "1";
    std::string why;
    const auto actual = app::read_png(arguments.files[0], &why);
    if (!actual) {
        return complain(why, 3);
    }
    const auto expected = app::read_png(arguments.files[1], &why);
    if (!expected) {
        return approves ? approve(*actual, arguments.files[1]) : complain(why, 3);
    }
    const auto allowed = static_cast<std::size_t>(arguments.allowed);
    const auto difference = support::compare(*actual, *expected, arguments.tolerance);
    std::printf("%s\n", support::words_from_difference(difference, arguments.tolerance, allowed).c_str());
    if (difference.same_size && difference.failed_pixels <= allowed) {
        return 0;
    }
    if (approves) {
        return approve(*actual, arguments.files[1]);
    }
    if (!arguments.diff.empty() && difference.same_size) {
        if (const auto failure = app::write_png(difference.picture, arguments.diff)) {
            return complain(*failure, 3);
        }
    }
    return 1;
}
