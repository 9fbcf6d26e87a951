#include "app/panels/palette_layout.h"

#include "app/input/entry.h"
#include "app/input/shortcuts.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace app;
using support::bundled;
using support::bundled_state;

namespace {

const World& world() {
    return bundled().world;
}

AppState typing(const std::string& query) {
    AppState state = reduce(bundled_state(), StartTyping{TextField::Palette, {}}, world());
    return reduce(state, EditText{InsertText{query}}, world());
}

std::vector<std::string> found(const std::string& query) {
    std::vector<std::string> words;
    for (const PaletteRow& row : palette_rows(typing(query), world())) {
        words.push_back(row.words);
    }
    return words;
}

AppState after_enter(AppState state) {
    for (const Command& command : commands_of_entry(state, world())) {
        state = reduce(std::move(state), command, world());
    }
    return state;
}

}  // namespace

TEST_CASE("the palette lists every command that has a key, with the key") {
    const auto rows = palette_rows(typing(""), world());
    for (const Shortcut& shortcut : shortcuts(bundled_state())) {
        const auto* start = std::get_if<StartTyping>(&shortcut.command);
        if (start != nullptr && start->field == TextField::Palette) {
            continue;
        }
        CHECK_MESSAGE(
            std::any_of(rows.begin(), rows.end(), [&](const PaletteRow& row) { return row.key == shortcut.key; }),
            std::string{shortcut.description});
    }
}

TEST_CASE("words begin words, in any order, and what begins the row comes first") {
    REQUIRE_FALSE(found("light").empty());
    CHECK(found("light").front() == "Light theme");
    CHECK(found("THEME light").front() == "Light theme");
    CHECK(found("agree only").front() == "Show only kind agreement");
    CHECK(found("go pak").front() == "Go to Pakistan");
    CHECK(found("ight").empty());
    CHECK(found("no such thing").empty());
}

TEST_CASE("what was typed is marked, and only that") {
    const auto rows = palette_rows(typing("only agree"), world());
    REQUIRE_FALSE(rows.empty());
    std::string marked;
    for (const auto& [from, to] : rows.front().matched) {
        marked += rows.front().words.substr(from, to - from) + "|";
    }
    CHECK(marked == "only|agree|");
}

TEST_CASE("Enter does what the chosen row says and puts the palette away") {
    const AppState light = after_enter(typing("light theme"));
    CHECK(light.theme == &render::light_theme());
    CHECK_FALSE(light.typing);
    const AppState there = after_enter(typing("go to nepal"));
    CHECK(there.selection.countries == std::vector<std::string>{"NPL"});
    const AppState date = after_enter(typing("type a date"));
    REQUIRE(date.typing);
    CHECK(date.typing->field == TextField::Date);
    const AppState nothing = after_enter(typing("no such thing"));
    CHECK(nothing.typing);
}

TEST_CASE("the row below the last is the last") {
    AppState state = typing("theme");
    const std::size_t count = palette_rows(state, world()).size();
    state = reduce(state, ChooseRow{1000}, world());
    CHECK(chosen_row(state, count) == count - 1);
    state = reduce(state, EditText{InsertText{" l"}}, world());
    CHECK(chosen_row(state, count) == std::size_t{0});
    CHECK_FALSE(chosen_row(state, 0));
}

TEST_CASE("the palette stays inside windows of every size") {
    for (const render::SizePt size : {render::SizePt{640.0F, 400.0F}, {1280.0F, 720.0F}, {1920.0F, 1080.0F}}) {
        for (const char* query : {"", "theme", "no such thing"}) {
            AppState state = typing(query);
            state.camera.size = size;
            const PaletteLayout layout = palette_layout(state, world(), 416.0F, size.height - 160.0F);
            CHECK(layout.place.right <= size.width - 16.0F);
            CHECK(layout.place.bottom <= std::max(size.height, 72.0F + 48.0F + 72.0F));
            CHECK(layout.field.right <= layout.escape.left);
            CHECK(layout.list.bottom <= layout.foot.top);
            CHECK(std::is_sorted(layout.tops.begin(), layout.tops.end()));
        }
    }
}
