#include "app/commands/generated_events.h"

#include "events/edtf.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <system_error>

namespace app {

namespace {

constexpr std::array codes{"PAK", "IND", "BGD", "AFG", "NPL", "BTN", "LKA", "MDV", "IRN", "KAZ",
                           "KGZ", "TJK", "TKM", "UZB", "MMR", "CHN", "RUS", "TUR", "SAU", "ARE",
                           "QAT", "OMN", "MYS", "THA", "MNG", "AZE", "IDN", "JPN", "KWT", "VNM"};

struct Pattern {
    const char* kind;
    const char* from_role;
    const char* to_role;
};
constexpr std::array patterns{Pattern{"visit", "visitor", "host"}, Pattern{"meeting", "participant", "host"},
                              Pattern{"agreement", "signatory", "signatory"}, Pattern{"trade", "exporter", "importer"}};

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
    // mt19937 is the same everywhere; the distributions of the standard library are not, so plain remainders are taken.
    std::mt19937 random{20250520U};
    const double days = 30.0 / (percent_in_window / 100.0);
    const double first = events::days_from_civil({2025, 12, 31}) - days;
    out << "{\"format\":\"caravan-events/"
           "1\",\"title\":\"Generated\",\"sources\":{\"s\":{\"title\":\"Generated\"}},\"events\":[\n";
    for (int i = 0; i < count; ++i) {
        const Pattern& pattern = patterns[random() % patterns.size()];
        const std::size_t a = random() % codes.size();
        const std::size_t b = (a + 1 + random() % (codes.size() - 1)) % codes.size();
        const double day = first + static_cast<double>(random()) / 4294967296.0 * days;
        out << (i > 0 ? ",\n" : "") << R"({"id":"g)" << i << R"(","kind":")" << pattern.kind
            << R"(","title":"Generated )" << i << R"(","date":")" << events::iso_from_days(day)
            << R"(","parties":[{"code":")" << codes[a] << R"(","role":")" << pattern.from_role << R"("},{"code":")"
            << codes[b] << R"(","role":")" << pattern.to_role << R"("}],"sources":["s"]})";
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
