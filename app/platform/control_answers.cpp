// The answers' half of app/platform/control_protocol.h.
#include "app/input/mode_names.h"
#include "app/input/typed_date.h"
#include "app/panels/filter_chips.h"
#include "app/platform/control_protocol.h"
#include "app/scene/ground_scale.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

std::string line_from(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// As few digits as say it: 0.1 steps would else end in ...0001.
Json number_json(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::isfinite(value) ? Json(std::round(value * scale) / scale) : Json(nullptr);
}

Json event_json(const std::optional<events::EventIndex>& event, const World& world) {
    return event ? Json((*world.events)[*event].id) : Json(nullptr);
}

Json hover_json(const Hover& hover, const World& world) {
    if (!hover.country && !hover.event && !hover.pair) {
        return nullptr;
    }
    Json country = nullptr;
    if (hover.country) {
        const geodata::Country& found = (*world.boundaries)[*hover.country];
        country = found.code.empty() ? found.name : found.code;
    }
    Json json{{"country", country}, {"event", event_json(hover.event, world)}};
    if (hover.pair) {
        json["pair"] = Json::array({hover.pair->a, hover.pair->b});
    }
    return json;
}

Json window_json(const TimeState& time, const World& world) {
    const events::DaySpan window = window_of(time);
    const events::DaySpan data = world.events->extent();
    const double first = std::isfinite(window.start) ? window.start : std::min(data.start, time.playhead);
    // The data's end is the midnight behind its last day.
    const double last = time.mode == WindowMode::All ? std::ceil(data.end) - 1.0 : time.playhead;
    return Json::array({events::iso_from_days(first), events::iso_from_days(std::max(first, last))});
}

/// First and last day.
Json days_json(const std::optional<events::DaySpan>& days) {
    if (!days) {
        return nullptr;
    }
    const double last = std::max(days->start, std::ceil(days->end) - 1.0);
    return Json::array({events::iso_from_days(days->start), events::iso_from_days(last)});
}

Json camera_json(const render::Camera& camera, const World& world) {
    const auto at = world.projection->lonlat_from_world(camera.center);
    const auto scale = ground_metres_per_pt(world, camera, {camera.size.width / 2.0F, camera.size.height / 2.0F});
    return {{"lon", at ? number_json(at->lon, 4) : Json(nullptr)},
            {"lat", at ? number_json(at->lat, 4) : Json(nullptr)},
            {"metres_per_point", number_json(scale.value_or(camera.metres_per_pt), 2)}};
}

/// Null where none stands in the left column.
Json ranking_json(const AppState& state) {
    const RankingChoice& ranking = state.ranking;
    const std::string by{ranking.by == RankBy::Value ? ranking.currency : rank_measures[ranking.by]};
    return shows_ranking(state) ? Json{{"of", ranked_things[ranking.of]}, {"by", by}} : Json(nullptr);
}

Json hidden_kinds_json(const AppState& state, const World& world) {
    Json names = Json::array();
    for (const events::KindId kind : state.hidden_kinds) {
        names.push_back(world.events->kinds()[kind].name);
    }
    return names;
}

Json pair_json(const AppState& state) {
    if (!has_pair(state)) {
        return nullptr;
    }
    const auto day = [](const std::optional<double>& days) {
        return days ? Json(events::iso_from_days(*days)) : Json(nullptr);
    };
    return {{"tab", pair_tabs[state.pair.tab]}, {"from", day(state.pair.from)}, {"until", day(state.pair.until)}};
}

/// As the chips have them: "Status occurred".
Json filters_json(const AppState& state, const World& world) {
    Json words = Json::array();
    for (const FilterChip& chip : filter_chips(state, world)) {
        words.push_back(chip.label + ' ' + chip.value);
    }
    return words;
}

Json worldviews_json(const World& world) {
    Json ids = Json::array({"neutral"});
    for (const geodata::Worldview& view : world.worldviews) {
        ids.push_back(view.id);
    }
    return ids;
}

}  // namespace

std::string ok_json() {
    return R"({"ok":true})";
}

std::string error_json(std::string_view what) {
    return line_from({{"ok", false}, {"error", what}});
}

std::string located_json(render::ScreenPt at) {
    return line_from({{"ok", true},
                      {"x", number_json(static_cast<double>(at.x), 2)},
                      {"y", number_json(static_cast<double>(at.y), 2)}});
}

namespace {

Json typing_json(const AppState& state) {
    return state.typing ? Json{{"field", text_fields[state.typing->field]},
                               {"text", state.typing->edit.text},
                               {"chosen", state.typing->chosen},
                               {"why", state.typing->why}}
                        : Json(nullptr);
}

}  // namespace

std::string state_json(const AppState& state, const World& world, const OnScreen& on_screen) {
    const TimeState& time = state.time;
    Json json;
    json["ok"] = true;
    json["playhead"] = events::iso_from_days(time.playhead);
    json["window"] = window_json(time, world);
    json["mode"] = window_modes[time.mode];
    json["playing"] = time.playing;
    json["selection"] = {{"countries", state.selection.countries}, {"event", event_json(state.selection.event, world)}};
    json["hover"] = hover_json(state.hover, world);
    json["visible"] = on_screen.visible;
    json["total"] = on_screen.total;
    json["not_on_map"] = world.events->not_on_map();
    json["undated"] = world.events->undated();
    json["camera"] = camera_json(state.camera, world);
    json["scene"] = nullptr;
    json["panels"] = on_screen.panels;
    json["problems"] = on_screen.problems;
    json["frame_ms"] = number_json(on_screen.frame_ms, 2);
    json["fps"] = number_json(on_screen.fps, 1);
    json["focus"] = state.focus;
    json["filters"] = filters_json(state, world);
    json["hidden_kinds"] = hidden_kinds_json(state, world);
    json["theme"] = state.theme->name;
    json["worldview"] = world.ground.worldview.empty() ? "neutral" : world.ground.worldview;
    json["worldviews"] = worldviews_json(world);
    json["boundaries"] = world.boundary_statement;
    json["projection"] = world.ground.projection;
    json["labels"] = label_modes[state.labels];
    json["bundles"] = bundle_modes[state.bundles];
    json["bundle_width"] = state.bundle_currency.empty() ? width_by_count : std::string_view{state.bundle_currency};
    json["known"] = known_modes[time.known];
    json["bundled_pairs"] = on_screen.bundled_pairs;
    json["ranking"] = ranking_json(state);
    json["shaded"] = state.ranking.shades_map;
    json["size"] = {state.camera.size.width, state.camera.size.height};
    json["ui_scale"] = number_json(state.ui_scale, 3);
    json["speed"] = number_json(time.days_per_second, 3);
    json["reverse"] = time.reverse;
    json["by_event"] = time.by_event;
    json["agreements_stay"] = time.agreements_stay;
    json["skip_quiet"] = time.skip_quiet;
    json["step_unit"] = time_steps[time.step];
    json["loop"] = time.loop;
    json["loop_range"] = days_json(time.loop_range);
    json["timeline"] = days_json(state.timeline_view);
    json["flying"] = state.flight.has_value();
    json["pair"] = pair_json(state);
    json["typing"] = typing_json(state);
    json["loading"] =
        state.loading ? Json{{"file", state.loading->file}, {"percent", state.loading->percent}} : Json(nullptr);
    return line_from(json);
}

}  // namespace app
