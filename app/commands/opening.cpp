#include "app/commands/opening.h"

#include "app/commands/resume.h"
#include "app/input/mode_names.h"

#include <cmath>
#include <utility>

namespace app {

namespace {

void append(Commands& commands, Commands more) {
    for (Command& command : more) {
        commands.push_back(std::move(command));
    }
}

Commands time_commands(const Options& options, const AppState& state, const World& world) {
    if (options.window) {
        return commands_for_window(*options.window, options.mode.value_or(WindowMode::Range), world);
    }
    if (options.resume && !options.at_day && !options.mode) {
        return {SetTime{options.resume->time}};
    }
    const Seek seek =
        options.at_day ? Seek{*options.at_day, true} : Seek{opening_day(*world.events, state.time.trail_days)};
    return {SetMode{options.mode.value_or(state.time.mode)}, seek};
}

Named<std::string> currency_from(const Options& options, const World& world) {
    return bundle_currency_from_text(world, options.bundle_width.empty() ? width_by_count : options.bundle_width);
}

/// Of what the events have to be there for.
Named<Commands> event_commands(const Options& options, const World& world) {
    Commands commands;
    SetRankBy by;
    if (const auto named = rank_measures.find(options.rank_by); named && *named != RankBy::Value) {
        by.by = *named;
    } else if (!options.rank_by.empty()) {
        const auto currency = bundle_currency_from_text(world, options.rank_by);
        if (const auto* unknown = std::get_if<Unknown>(&currency)) {
            return Unknown{"--rank-by: " + unknown->why};
        }
        by = {RankBy::Value, std::get<std::string>(currency)};
    }
    commands.emplace_back(std::move(by));
    if (!options.event.empty()) {
        const auto event = event_from_id(world, options.event);
        if (const auto* unknown = std::get_if<Unknown>(&event)) {
            return Unknown{"--event: " + unknown->why};
        }
        commands.emplace_back(SelectEvent{std::get<events::EventIndex>(event)});
    }
    return commands;
}

/// The camera after all this, without the flight there.
render::Camera camera_after(const Commands& commands, AppState state, const World& world) {
    state.reduced_motion = true;
    for (const Command& command : commands) {
        state = reduce(std::move(state), command, world);
    }
    return state.camera;
}

bool asks_for_countries(const Options& options) {
    return !options.fit.empty() || !options.focus.empty() || !options.select.empty();
}

Commands kind_commands(const Options& options, const Commands& asked, const AppState& state, const World& world) {
    return options.resume && options.kinds.empty() ? commands_to_resume_kinds(*options.resume, state, world) : asked;
}

/// What was kept of panels and filters.
Commands looks_commands(const Options& options, const AppState& state) {
    Commands commands;
    if (options.resume) {
        const KeptState& kept = *options.resume;
        if (options.focus.empty() && !kept.focus.empty()) {
            commands.emplace_back(SetFocus{kept.focus});
        }
        if (!is_empty(kept.filter)) {
            commands.emplace_back(SetFilter{kept.filter});
        }
        if (kept.legend_shown != state.legend_shown) {
            commands.emplace_back(ToggleLegend{});
        }
        if (kept.year_only_shown != state.year_only_shown) {
            commands.emplace_back(ToggleYearOnly{});
        }
    }
    return commands;
}

/// The eye of the last run, or what is to be fitted into view.
Commands view_commands(const Options& options, const std::vector<std::string>& fit, Commands before,
                       const AppState& state, const World& world) {
    Commands view;
    if (options.resume && !asks_for_countries(options)) {
        view = commands_to_resume_view(*options.resume, state, world);
    }
    if (view.empty()) {
        before.emplace_back(Fit{fit});
        view = {JumpTo{camera_after(before, state, world)}};
    }
    return view;
}

}  // namespace

Named<Commands> opening_commands(const Options& options, const AppState& state, const World& world) {
    const auto focus = countries_from_texts(world, options.focus);
    const auto fit = countries_from_texts(world, options.fit);
    const auto selected = countries_from_texts(world, options.select);
    const auto worldview = worldview_from_text(world, options.worldview.empty() ? "neutral" : options.worldview);
    const auto kinds = commands_to_show_kinds(state, world, options.kinds);
    for (const auto& [option, countries] : {std::pair{"--focus", &focus}, {"--fit", &fit}, {"--select", &selected}}) {
        if (const auto* unknown = std::get_if<Unknown>(countries)) {
            return Unknown{std::string{option} + ": " + unknown->why};
        }
    }
    // What is a country, and one that the boundaries have no view of, is a problem in the world already.
    if (const auto* unknown = std::get_if<Unknown>(&worldview);
        unknown != nullptr && std::holds_alternative<Unknown>(country_from_text(world, options.worldview))) {
        return Unknown{"--worldview: " + unknown->why};
    }
    if (const auto* unknown = std::get_if<Unknown>(&kinds)) {
        return Unknown{"--kinds: " + unknown->why};
    }
    const auto currency = currency_from(options, world);
    if (const auto* unknown = std::get_if<Unknown>(&currency)) {
        return Unknown{"--bundle-width: " + unknown->why};
    }
    Commands commands{SetTheme{state.own_theme ? state.own_theme.get() : options.theme},
                      SetLabels{options.labels},
                      SetBundles{options.bundles},
                      SetBundleCurrency{std::get<std::string>(currency)},
                      SetKnown{options.known},
                      SetUiScale{options.ui_scale}};
    append(commands, time_commands(options, state, world));
    append(commands, kind_commands(options, std::get<Commands>(kinds), state, world));
    const auto& codes = std::get<std::vector<std::string>>(focus);
    const auto& chosen = std::get<std::vector<std::string>>(selected);
    commands.emplace_back(SetFocus{codes});
    append(commands, commands_to_select(chosen.empty() ? codes : chosen));
    auto of_events = event_commands(options, world);
    if (const auto* unknown = std::get_if<Unknown>(&of_events)) {
        return *unknown;
    }
    append(commands, std::get<Commands>(std::move(of_events)));
    if (options.ranking) {
        commands.emplace_back(SetRanking{*options.ranking});
    }
    if (options.shades) {
        commands.emplace_back(ToggleShading{});
    }
    append(commands, looks_commands(options, state));
    append(commands, view_commands(options, std::get<std::vector<std::string>>(fit), commands, state, world));
    return commands;
}

Options before_events(Options options) {
    options.kinds.clear();
    options.bundle_width.clear();
    options.rank_by.clear();
    options.event.clear();
    return options;
}

bool is_same_time(const TimeState& a, const TimeState& b) {
    return a.playhead == b.playhead && a.mode == b.mode && a.trail_days == b.trail_days && a.span_days == b.span_days &&
           a.playing == b.playing;
}

Named<Commands> arrival_commands(const Options& options, const AppState& opened, const AppState& state,
                                 const World& world) {
    const auto kinds = commands_to_show_kinds(state, world, options.kinds);
    if (const auto* unknown = std::get_if<Unknown>(&kinds)) {
        return Unknown{"--kinds: " + unknown->why};
    }
    const auto currency = currency_from(options, world);
    if (const auto* unknown = std::get_if<Unknown>(&currency)) {
        return Unknown{"--bundle-width: " + unknown->why};
    }
    auto of_events = event_commands(options, world);
    if (const auto* unknown = std::get_if<Unknown>(&of_events)) {
        return *unknown;
    }
    Commands commands;
    if (state.ranking == opened.ranking && state.selection == opened.selection) {
        append(commands, std::get<Commands>(std::move(of_events)));
    }
    if (state.bundle_currency == opened.bundle_currency) {
        commands.emplace_back(SetBundleCurrency{std::get<std::string>(currency)});
    }
    if (is_same_time(state.time, opened.time)) {
        append(commands, time_commands(options, state, world));
    }
    if (state.hidden_kinds == opened.hidden_kinds) {
        append(commands, kind_commands(options, std::get<Commands>(kinds), state, world));
    }
    const bool same_view = state.camera.center == opened.camera.center &&
                           state.camera.metres_per_pt == opened.camera.metres_per_pt && !state.flight;
    const auto fit = countries_from_texts(world, options.fit);
    if (const auto* codes = std::get_if<std::vector<std::string>>(&fit); codes != nullptr && same_view) {
        append(commands, view_commands(options, *codes, commands, state, world));
    }
    return commands;
}

std::string warning_about_time(const Options& options, const TimeState& opened, const World& world) {
    const bool asked = options.at_day || options.window;
    const events::EventStore& store = *world.events;
    const events::DaySpan window = window_of(opened);
    const events::DaySpan extent = store.extent();
    const bool inside = window.end > extent.start && window.start < extent.end;
    if (!asked || store.size() == store.undated() || inside || !store.matching({window, {}, {}}).empty()) {
        return {};
    }
    return std::string{options.window ? "--window" : "--at"} + ": there is nothing at that time; the events are of " +
           events::words_from_days(extent.start, std::ceil(extent.end) - 1.0);
}

}  // namespace app
