#include "app/panels/panels.h"

#include "app/panels/toolbar_layout.h"

#include <algorithm>
#include <ios>
#include <sstream>
#include <utility>

namespace app {

namespace {

using render::RectPt;

constexpr float gap = 8.0F;

ChoiceMenu open_menu(const AppState& state, const World& world, const PanelPlaces& places) {
    const RectPt button = menu_button(*state.menu, state, world, places.toolbar);
    return choice_menu(*state.menu, state, world, button, places.timeline.top);
}

bool is_palette_open(const AppState& state) {
    return state.typing && state.typing->field == TextField::Palette;
}

/// Beside the column of cards, so that the middle of the map is seen.
PaletteLayout open_palette(const AppState& state, const World& world) {
    const PanelPlaces places = panel_places(state, world);
    return palette_layout(state, world, places.card.right + 16.0F, date_tab_at(0.0F, places.timeline).top + gap);
}

}  // namespace

std::vector<Panels::Shown> Panels::places(const AppState& state, const World& world) const {
    if (!state.panels_shown) {
        return {};
    }
    const float x = bins_.axis.x_from_day(state.time.playhead);
    const PanelPlaces places = panel_places(state, world, x);
    std::vector<Shown> out{
        {places.timeline}, {places.toolbar}, {places.search}, {date_tab_at(x, places.timeline), gap}};
    if (has_card(state)) {
        out.push_back({places.card, gap});
    }
    if (has_pair(state)) {
        out.push_back({places.pair, gap});
    }
    if (has_legend(state)) {
        out.push_back({places.legend, gap});
    }
    if (state.menu && *state.menu != Menu::Filter) {
        out.push_back({open_menu(state, world, places).place, gap});
    }
    if (state.menu == Menu::Filter) {
        out.push_back({filter_place_, gap});
    }
    if (state.typing && state.typing->field == TextField::Search) {
        out.push_back({search_.thing.place, gap});
    }
    for (const FilterChip& chip : chips_.chips) {
        out.push_back({chip.place, gap});
    }
    if (!chips_.chips.empty()) {
        out.push_back({chips_.clear_all});
    }
    if (state.table) {
        out.push_back({places.table, gap});
    }
    if (!world.problems.empty()) {
        out.push_back({places.problems, gap});
    }
    if (state.loading) {
        out.push_back({loading_layout(state, world).place, gap});
    }
    return out;
}

std::vector<RectPt> Panels::covered(const AppState& state, const World& world) const {
    std::vector<RectPt> out;
    for (const Shown& panel : places(state, world)) {
        if (!state.typing || panel.rect != search_.thing.place) {  // nothing moves out of its way: it is soon gone
            out.push_back(panel.rect.grown(panel.room));
        }
    }
    return out;
}

bool Panels::lie_at(render::ScreenPt at, const AppState& state, const World& world) const {
    const std::vector<Shown> panels = places(state, world);
    return (state.help_shown && help_place(state).contains(at)) ||
           (is_palette_open(state) && open_palette(state, world).place.contains(at)) ||
           std::any_of(panels.begin(), panels.end(), [at](const Shown& panel) { return panel.rect.contains(at); });
}

std::vector<std::string> Panels::shown(const AppState& state, const World& world) {
    std::vector<std::string> names;
    if (state.panels_shown) {
        names.emplace_back("timeline");
        names.emplace_back("toolbar");
        if (has_legend(state)) {
            names.emplace_back("legend");
        }
        if (shows_ranking(state)) {
            names.emplace_back("ranking");
        } else if (state.selection.event) {
            names.emplace_back("event_card");
        } else if (has_card(state)) {
            names.emplace_back("country_card");
        }
        if (has_pair(state)) {
            names.emplace_back("pair");
        }
        if (state.menu) {
            names.emplace_back(name_of(*state.menu));
        }
        if (state.table) {
            names.emplace_back("table");
        }
        if (state.typing && state.typing->field == TextField::Search) {
            names.emplace_back("search");
        }
        if (!world.problems.empty()) {
            names.emplace_back("problems");
        }
        if (state.loading) {
            names.emplace_back("loading");
        }
    }
    if (is_palette_open(state)) {
        names.emplace_back("palette");
    }
    if (state.help_shown) {
        names.emplace_back("help");
    }
    return names;
}

void Panels::refresh_bins(const AppState& state, const World& world, const RectPt& panel) {
    const bool same_events = bins_of_ == world.events.get() && bins_filter_ == state.filter;
    const bool same_chosen = same_events && chosen_countries_ == state.selection.countries;
    const bool same = same_chosen && bins_panel_ == panel && bins_hidden_ == state.hidden_kinds &&
                      bins_skip_ == state.time.skip_quiet && bins_view_ == state.timeline_view;
    if (!same_events) {
        filtered_ = filtered_timeline(state, world);
    }
    if (!same_chosen) {
        chosen_ = density_of_chosen(state, world);
        chosen_countries_ = state.selection.countries;
    }
    if (!same) {
        bins_ = timeline_bins(state, world, panel, chosen_, filtered_ ? *filtered_ : *world.timeline);
        bins_of_ = world.events.get();
        bins_panel_ = panel;
        bins_hidden_ = state.hidden_kinds;
        bins_filter_ = state.filter;
        bins_skip_ = state.time.skip_quiet;
        bins_view_ = state.timeline_view;
    }
}

namespace {

/// What questions about events are asked of: anything in it changes, and the answers may.
std::string setting_of(const AppState& state, const World& world, bool of_window) {
    std::ostringstream out;
    out << world.events.get() << ' ' << static_cast<int>(state.time.known) << ' ';
    const events::DaySpan window = window_of(state.time);
    if (of_window || !state.filter.statuses.empty()) {
        out << std::hexfloat << window.start << ' ' << window.end << ' ' << state.year_only_shown << ' ';
    }
    for (const events::KindId kind : state.hidden_kinds) {
        out << static_cast<int>(kind) << ',';
    }
    for (const std::string& code : state.focus) {
        out << code << ',';
    }
    return out.str();
}

}  // namespace

const SearchPanel& Panels::found(const AppState& state, const World& world) {
    std::string text;
    if (state.typing && state.typing->field == TextField::Search) {
        text = setting_of(state, world, true) + state.typing->edit.text + '\0' + std::to_string(state.typing->chosen) +
               (state.search && state.search->events.store() == world.events ? "+" : "-") +
               std::to_string(state.camera.size.width) + 'x' + std::to_string(state.camera.size.height);
    }
    return search_.of(std::move(text), state.filter, [&] { return search_panel(state, world); });
}

const FilterCounts& Panels::counted(const AppState& state, const World& world) {
    return filter_counts_.of(setting_of(state, world, true) + ' ' + role_of(state), state.filter,
                             [&] { return filter_counts(state, world); });
}

const std::vector<events::EventIndex>& Panels::sorted(const AppState& state, const World& world) {
    const EventTable& table = *state.table;
    return table_rows_.of(setting_of(state, world, !table.whole) + ' ' + std::to_string(static_cast<int>(table.sort)) +
                              (table.downwards ? '-' : '+') + (table.whole ? 'a' : 'w'),
                          state.filter, [&] { return table_rows(state, world); });
}

void Panels::draw_finding(Canvas& canvas, const PanelPlaces& places, const AppState& state, const World& world,
                          Commands& commands) {
    chips_ = placed_chips(state, world, canvas.text_width());
    draw_filter_chips(canvas, chips_, commands);
    if (state.table) {
        const std::vector<events::EventIndex>& rows = sorted(state, world);
        draw_table(canvas, table_layout(state, places.table, rows.size()), rows, state, world, commands);
    }
    draw_search(canvas, places.search, found(state, world), state, commands);
    if (state.menu == Menu::Filter) {
        const FilterPanel panel =
            filter_panel(state, world, counted(state, world), menu_button(Menu::Filter, state, world, places.toolbar),
                         places.timeline.top - 40.0F);  // 8 above the date tab
        filter_place_ = panel.place;
        draw_filter_panel(canvas, panel, places.toolbar, commands);
    }
}

void Panels::draw(const AppState& state, MapView& view, Commands& commands) {
    const World& world = view.world();
    Canvas canvas{view, *state.theme, {state.focused_control, controls_, std::exchange(press_, false)}};
    if (!state.panels_shown || !shows_ranking(state)) {
        ranking_rows_.forget();
    }
    if (state.panels_shown) {
        refresh_bins(state, world, panel_places(state, world).timeline);
        const PanelPlaces places = panel_places(state, world, bins_.axis.x_from_day(state.time.playhead));
        const TimelineLayout layout =
            timeline_layout(state, world, places.timeline, bins_, view.visible().size(), canvas.text_width());
        draw_timeline(canvas, layout, bins_, state, view, timeline_drag_, commands);
        draw_toolbar(canvas, places.toolbar, state, world, commands);
        if (has_legend(state)) {
            draw_legend(canvas, places.legend, state, view, commands);
        }
        if (shows_ranking(state)) {
            draw_ranking(canvas, places.card, state, view, ranking_rows_, commands);
        } else if (state.selection.event) {
            draw_event_card(canvas, places.card, state, world, event_card_, commands);
        } else if (has_card(state)) {
            draw_country_card(canvas, places.card, state, world, commands);
        }
        if (has_pair(state)) {
            draw_pair(canvas, places.pair, state, view, commands);
        }
        draw_problems(canvas, state, world);
        if (state.loading) {
            draw_loading(canvas, loading_layout(state, world), commands);
        }
        draw_finding(canvas, places, state, world, commands);
        if (state.menu && *state.menu != Menu::Filter) {
            draw_choice_menu(canvas, open_menu(state, world, places), places.toolbar, state, commands);
        }
    }
    if (is_palette_open(state)) {
        const int chosen = state.typing->chosen;
        draw_palette(canvas, open_palette(state, world), state, std::exchange(palette_chosen_, chosen) != chosen,
                     commands);
    }
    if (state.help_shown) {
        draw_help(canvas, state, commands);
    } else if (!state.bare) {
        draw_tooltip(canvas, state, world);
        draw_bundle_tip(canvas, state, view);
    }
    controls_ = canvas.control_count();
}

}  // namespace app
