// What docs/events.md shows has to load as it stands, and the schema may not name fields that the program does not
// know.
#include "events/json/parse_events.h"
#include "events/load.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace events;
namespace fs = std::filesystem;

namespace {

std::string text_of_file(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> json_blocks(const std::string& page) {
    constexpr std::string_view opening = "```json\n";
    std::vector<std::string> blocks;
    for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
        at += opening.size();
        blocks.push_back(page.substr(at, page.find("```", at) - at));
    }
    return blocks;
}

/// Collects the names of properties of one definition in the schema.
class PropertyNames : public json::EventSink {
public:
    explicit PropertyNames(std::string_view definition)
        : wanted_{"/$defs/" + std::string{definition} + "/properties"} {}
    void on_member(RawValue) override {}
    void on_event(RawValue schema) override { visit(schema); }
    std::vector<std::string> names;

private:
    void visit(RawValue value) {
        const bool found = value.pointer() == wanted_;
        for (const RawValue inner : value) {
            if (found) {
                names.emplace_back(inner.key());
            }
            visit(inner);
        }
    }
    std::string wanted_;
};

}  // namespace

TEST_CASE("every example of the documentation loads without a problem") {
    const fs::path root{CARAVAN_SOURCE_DIR};
    const auto gazetteer = load_gazetteer(root / "data");
    const auto blocks = json_blocks(text_of_file(root / "docs/events.md"));
    REQUIRE(blocks.size() >= 6);
    for (const std::string& block : blocks) {
        INFO(block);
        const auto store = load_events_from_text(block, "example.json", gazetteer.value);
        CHECK(store.value->size() > 0);
        CHECK(store.value->not_on_map() == 0);
        for (const geodata::Problem& problem : store.problems) {
            FAIL_CHECK(geodata::text_from_problem(problem));
        }
    }
}

TEST_CASE("the dates of the documentation read as it says") {
    const std::string page = text_of_file(fs::path{CARAVAN_SOURCE_DIR} / "docs/events.md");
    std::istringstream lines{page.substr(page.find("## Dates"), page.find("## Statuses") - page.find("## Dates"))};
    int checked = 0;
    for (std::string line; std::getline(lines, line);) {
        // "| `2025-05` | some time in that month | May 2025 |", where there is one date in the row
        const std::size_t end = line.find("` | ");
        const std::size_t words = line.rfind(" | ");
        if (!line.starts_with("| `") || end == std::string::npos || line.find('`', 3) != end) {
            continue;
        }
        const auto date = edtf_from_text(line.substr(3, end - 3));
        INFO(line);
        REQUIRE(date);
        CHECK(words_from_date(*date) == line.substr(words + 3, line.size() - 2 - (words + 3)));
        ++checked;
    }
    CHECK(checked >= 15);
}

TEST_CASE("the schema names no field that the program does not know") {
    const std::string schema = text_of_file(fs::path{CARAVAN_SOURCE_DIR} / "data/schema/events.schema.json");
    const auto unknown_fields = [&](std::string_view definition, std::string_view before, std::string_view after) {
        std::string copy = schema;
        PropertyNames properties{definition};
        static_cast<void>(json::parse_events(copy, {}, json::Layout::Event, properties));
        REQUIRE(properties.names.size() > 5);
        std::string text{before};
        for (const std::string& name : properties.names) {
            text += '"' + name + "\": null, ";
        }
        const auto store = load_events_from_text(text + std::string{after}, "all.json", {});
        std::string found;
        for (const geodata::Problem& problem : store.problems) {
            found += problem.what.starts_with("unknown field") ? problem.what + '\n' : "";
        }
        return found;
    };
    CHECK(unknown_fields("event", "[{", "\"kind\": \"meeting\"}]").empty());
    CHECK(unknown_fields("placeObject", "[{\"kind\": \"meeting\", \"venue\": {", "\"name\": \"x\"}}]").empty());
    CHECK(unknown_fields("source", "[{\"kind\": \"meeting\", \"sources\": [{", "\"title\": \"x\"}]}]").empty());
    CHECK(unknown_fields("leg", "[{\"kind\": \"route\", \"path\": {\"legs\": [{", "\"via\": []}]}}]").empty());
    CHECK(unknown_fields("kind", "{\"kinds\": {\"x\": {", "\"label\": \"x\"}}, \"events\": []}").empty());
}
