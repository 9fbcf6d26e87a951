// Every event file in tests/fixtures/events with what is to be said about it, in NAME.problems beside it. To write
// these anew after a change of wording: CARAVAN_UPDATE=1 build/dev/tests/events_test, and read the difference.
#include "tests/support/event_fixtures.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string report(const fs::path& path) {
    const auto store = events_test::load(bytes_of(path), path.filename().string());
    std::string text;
    for (const std::string& line : events_test::lines(store.problems)) {
        text += line + '\n';
    }
    text += std::to_string(store.value->size()) + " events, " + std::to_string(store.value->undated()) + " undated, " +
            std::to_string(store.value->not_on_map()) + " not on the map\n";
    for (const events::Event& event : store.value->all()) {
        text.append("  ").append(event.id).append(": ").append(event.title).append(", ").append(event.date_words) +=
            '\n';
    }
    return text;
}

std::vector<fs::path> fixture_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{events_test::fixtures()}) {
        if (entry.path().extension() == ".json" || entry.path().extension() == ".ndjson") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("each bad file gets the problems that stand beside it, and its good events load") {
    const auto files = fixture_files();
    REQUIRE(files.size() > 20);
    for (const fs::path& file : files) {
        INFO(file.filename().string());
        fs::path expected = file;
        expected += ".problems";
        const std::string found = report(file);
        if (std::getenv("CARAVAN_UPDATE") != nullptr) {
            std::ofstream{expected, std::ios::binary} << found;
        }
        CHECK(found == bytes_of(expected));
    }
}
