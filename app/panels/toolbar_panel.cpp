// The toolbar at the top right, the tooltip, the sheet of keys, and the line about problems.
#include "app/input/shortcuts.h"
#include "app/panels/panels.h"
#include "app/scene/palette.h"

#include <algorithm>
#include <string>

namespace app {

namespace {

using render::RectPt;

}  // namespace

void draw_toolbar(Canvas& canvas, const RectPt& place, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##toolbar", place);
    struct Item {
        Icon icon;
        const char* id;
        const char* help;
        Command command;
        bool on;
    };
    const Item items[] = {
        {Icon::Fit, "fit", "Show the whole region  (Home)", Fit{}, false},
        {Icon::Legend, "legend", "Legend  (K)", ToggleLegend{}, state.legend_shown},
        {Icon::Theme, "theme", "Next theme  (C)", SetTheme{next_theme(state)}, false},
        {Icon::Help, "help", "All keys  (?)", ToggleHelp{}, state.help_shown},
    };
    float x = place.left + 4.0F;
    const float width = (place.width() - 8.0F) / 4.0F;
    for (const Item& item : items) {
        const RectPt cell{x, place.top + 4.0F, x + width, place.bottom - 4.0F};
        const Touch touched = canvas.control(item.id, cell, item.on);
        canvas.icon(item.icon, cell, touched.hovered || item.on ? theme.text_1 : theme.text_2);
        canvas.help(touched, item.help);
        if (touched.clicked) {
            commands.push_back(item.command);
        }
        x += width;
    }
    canvas.end_panel();
}

void draw_tooltip(Canvas& canvas, const AppState& state, const World& world) {
    constexpr double rest_s = 0.5;
    if (state.pointer_rest_s < rest_s || (!state.hover.event && !state.hover.country)) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    std::string title;
    std::string second;
    if (state.hover.event) {
        const events::Event& event = (*world.events)[*state.hover.event];
        title = event.title;
        second = event.date_words;
    } else {
        const geodata::Country& country = (*world.boundaries)[*state.hover.country];
        title = world.name_of(country.code);
        const auto all = world.events->of_country(country.code).size();
        second = all == 0 ? "no events" : count_words(all) + (all == 1 ? " event in all" : " events in all");
    }
    const float lead = state.hover.event ? 28.0F : 0.0F;
    const float width = std::min(
        360.0F, std::max(canvas.width(title, type::body_strong), canvas.width(second, type::small)) + 24.0F + lead);
    const render::SizePt size = state.camera.size;
    float left = state.pointer.x + 16.0F;
    float top = state.pointer.y + 18.0F;
    left = left + width > size.width - 8.0F ? state.pointer.x - width - 12.0F : left;
    top = top + 52.0F > size.height - 8.0F ? state.pointer.y - 60.0F : top;
    const RectPt place{left, top, left + width, top + 52.0F};
    canvas.begin_panel("##tooltip", place, 8.0F, true);
    canvas.fill(place, theme.panel_raised, 8.0F);
    if (state.hover.event) {
        const events::Event& event = (*world.events)[*state.hover.event];
        canvas.glyph(hue_of(world.events->kinds()[event.kind]), {left + 12.0F, top + 8.0F, left + 28.0F, top + 26.0F});
    }
    canvas.text(title, type::body_strong, {left + 12.0F + lead, top + 7.0F, place.right - 10.0F, top + 27.0F},
                theme.text_1);
    canvas.text(second, type::small, {left + 12.0F + lead, top + 27.0F, place.right - 10.0F, top + 45.0F},
                theme.text_2);
    canvas.end_panel();
}

void draw_help(Canvas& canvas, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const auto keys = shortcuts(state);
    constexpr float row = 26.0F;
    constexpr float heading = 34.0F;
    float height = 24.0F + 36.0F;
    std::string_view group;
    for (const Shortcut& key : keys) {
        height += key.group != group ? heading + row : row;
        group = key.group;
    }
    const render::SizePt size = state.camera.size;
    const float width = std::min(512.0F, size.width - 32.0F);
    height = std::min(height, size.height - 64.0F);
    const float left = (size.width - width) / 2.0F;
    const float top = (size.height - height) / 2.0F;
    const RectPt place{left, top, left + width, top + height};
    canvas.begin_panel("##keys", place, 12.0F, true);
    canvas.fill(place, theme.panel_raised, 12.0F);
    canvas.text("Keys", type::title, {left + 20.0F, top + 12.0F, place.right - 60.0F, top + 44.0F}, theme.text_1);
    const RectPt close{place.right - 44.0F, top + 12.0F, place.right - 12.0F, top + 44.0F};
    const Touch touched = canvas.control("close", close);
    canvas.icon(Icon::Close, close, theme.text_2);
    if (touched.clicked) {
        commands.emplace_back(ToggleHelp{});
    }
    const RectPt list{left, top + 48.0F, place.right, place.bottom - 8.0F};
    float y = canvas.begin_list("##list", list, height - 60.0F);
    group = {};
    for (const Shortcut& key : keys) {
        if (key.group != group) {
            canvas.text(key.group, type::small_strong, {left + 20.0F, y + 8.0F, place.right, y + heading},
                        theme.text_3);
            y += heading;
            group = key.group;
        }
        const std::string name = name_from_key(key.key);
        const float key_width = canvas.width(name, type::small_strong) + 14.0F;
        const RectPt cap{left + 20.0F, y + 3.0F, left + 20.0F + key_width, y + row - 3.0F};
        canvas.fill(cap, theme.fill_hover, 4.0F);
        canvas.outline(cap, theme.hairline, 4.0F);
        canvas.text(name, type::small_strong, cap, theme.text_2, Align::Center);
        canvas.text(key.description, type::body, {left + 168.0F, y, place.right - 20.0F, y + row}, theme.text_1);
        y += row;
    }
    canvas.end_list();
    canvas.end_panel();
}

void draw_problems(Canvas& canvas, const AppState& state, const World& world) {
    if (world.problems.empty()) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    const auto errors = static_cast<std::size_t>(
        std::count_if(world.problems.begin(), world.problems.end(),
                      [](const geodata::Problem& p) { return p.severity == geodata::Severity::Error; }));
    const std::size_t warnings = world.problems.size() - errors;
    std::string words;
    if (errors > 0) {
        words = count_words(errors) + (errors == 1 ? " error" : " errors") + (warnings > 0 ? ", " : "");
    }
    if (warnings > 0) {
        words += count_words(warnings) + (warnings == 1 ? " warning" : " warnings");
    }
    words += " in the data";
    const RectPt place = panel_places(state, world).problems;
    canvas.begin_panel("##problems", place);
    canvas.icon(Icon::Warning, {place.left + 10.0F, place.top, place.left + 26.0F, place.bottom},
                errors > 0 ? theme.error : theme.warning);
    canvas.text(words, type::body, {place.left + 34.0F, place.top, place.right, place.bottom}, theme.text_1);
    canvas.help(canvas.touch("list", place), geodata::text_from_problem(world.problems.front()));
    canvas.end_panel();
}

}  // namespace app
