#include "app/platform/kept_state_file.h"

#include "app/input/mode_names.h"
#include "app/platform/whole_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format = "caravan-state/1";

Json json_from_time(const TimeState& time) {
    Json json{{"playhead_days", time.playhead},
              {"mode", window_modes[time.mode]},
              {"trail_days", time.trail_days},
              {"span_days", time.span_days},
              {"days_per_second", time.days_per_second},
              {"loop", time.loop},
              {"skip_quiet", time.skip_quiet},
              {"reverse", time.reverse},
              {"by_event", time.by_event},
              {"agreements_stay", time.agreements_stay},
              {"step", time_steps[time.step]},
              {"known", known_modes[time.known]}};
    if (time.loop_range) {
        json["loop_days"] = {{"from", time.loop_range->start}, {"to", time.loop_range->end}};
    }
    return json;
}

Json json_from_filter(const events::EventFilter& filter) {
    Json statuses = Json::array();
    for (const events::Status status : filter.statuses) {
        statuses.push_back(events::name_from_status(status));
    }
    Json roles = Json::array();
    for (const events::Role role : filter.roles) {
        roles.push_back(role_names[role]);
    }
    return {{"statuses", statuses},
            {"organisations", filter.organisations},
            {"roles", roles},
            {"role_of", filter.role_of},
            {"tags", filter.tags},
            {"confidence", filter.confidence},
            {"sources", filter.sources},
            {"person", filter.person},
            {"text", filter.text}};
}

/// Members by name, each with what it is when it is missing.
class Members {
public:
    explicit Members(const Json& object) : object_{object} {}

    template <class T>
    [[nodiscard]] T value(const char* name, T otherwise) const {
        return object_.contains(name) ? object_.at(name).get<T>() : otherwise;
    }
    [[nodiscard]] double number(const char* name, double otherwise, double lowest, double highest) const {
        const double x = value(name, otherwise);
        return std::isfinite(x) ? std::clamp(x, lowest, highest) : otherwise;
    }
    template <class Mode, std::size_t count>
    [[nodiscard]] Mode mode(const char* name, const ModeNames<Mode, count>& names, Mode otherwise) const {
        return names.find(value<std::string>(name, "")).value_or(otherwise);
    }
    [[nodiscard]] bool has(const char* name) const { return object_.contains(name) && object_.at(name).is_object(); }
    [[nodiscard]] Members object(const char* name) const { return Members{object_.at(name)}; }

private:
    const Json& object_;
};

TimeState time_from(const Members& members) {
    constexpr double far_days = 4e6;  // beyond all of EDTF's years
    TimeState time;
    time.playhead = members.number("playhead_days", 0.0, -far_days, far_days);
    time.mode = members.mode("mode", window_modes, time.mode);
    time.trail_days = members.number("trail_days", time.trail_days, 1.0, far_days);
    time.span_days = members.number("span_days", time.span_days, 0.5, 2.0 * far_days);
    time.days_per_second = members.number("days_per_second", time.days_per_second, 0.01, 10000.0);
    time.loop = members.value("loop", time.loop);
    time.skip_quiet = members.value("skip_quiet", time.skip_quiet);
    time.reverse = members.value("reverse", time.reverse);
    time.by_event = members.value("by_event", time.by_event);
    time.agreements_stay = members.value("agreements_stay", time.agreements_stay);
    time.step = members.mode("step", time_steps, time.step);
    time.known = members.mode("known", known_modes, time.known);
    if (members.has("loop_days")) {
        const Members loop = members.object("loop_days");
        const events::DaySpan range{loop.number("from", 0.0, -far_days, far_days),
                                    loop.number("to", 0.0, -far_days, far_days)};
        time.loop_range = range.start < range.end ? std::optional{range} : std::nullopt;
    }
    return time;
}

/// Names that this version does not know are left out.
events::EventFilter filter_from(const Members& members) {
    using Names = std::vector<std::string>;
    constexpr double most_sources = 1000.0;
    events::EventFilter filter;
    for (const std::string& name : members.value("statuses", Names{})) {
        if (const auto status = events::status_from_name(name)) {
            filter.statuses.push_back(*status);
        }
    }
    for (const std::string& name : members.value("roles", Names{})) {
        if (const auto role = role_names.find(name)) {
            filter.roles.push_back(*role);
        }
    }
    filter.organisations = members.value("organisations", Names{});
    filter.role_of = members.value("role_of", filter.role_of);
    filter.tags = members.value("tags", Names{});
    filter.confidence = members.number("confidence", 0.0, 0.0, 1.0);
    filter.sources = static_cast<int>(members.number("sources", 0.0, 0.0, most_sources));
    filter.person = members.value("person", filter.person);
    filter.text = members.value("text", filter.text);
    return filter;
}

KeptState state_from(const Members& members) {
    constexpr double most_px = 16384.0;
    KeptState kept;
    kept.width_px = static_cast<int>(members.number("width_px", kept.width_px, 640.0, most_px));
    kept.height_px = static_cast<int>(members.number("height_px", kept.height_px, 400.0, most_px));
    kept.fullscreen = members.value("fullscreen", false);
    for (const std::string& file : members.value("files", std::vector<std::string>{})) {
        kept.files.emplace_back(file);
    }
    kept.theme = members.value("theme", kept.theme);
    kept.worldview = members.value("worldview", kept.worldview);
    kept.projection = members.value("projection", kept.projection);
    kept.labels = members.mode("labels", label_modes, kept.labels);
    kept.bundles = members.mode("bundles", bundle_modes, kept.bundles);
    kept.ui_scale = members.number("ui_scale", kept.ui_scale, 0.5, 4.0);
    kept.legend_shown = members.value("legend", kept.legend_shown);
    kept.hidden_kinds = members.value("hidden_kinds", kept.hidden_kinds);
    kept.focus = members.value("focus", kept.focus);
    kept.year_only_shown = members.value("year_only", kept.year_only_shown);
    if (members.has("filter")) {
        kept.filter = filter_from(members.object("filter"));
    }
    if (members.has("time")) {
        kept.time = time_from(members.object("time"));
    }
    if (members.has("view")) {
        constexpr double most_metres = 1e6;
        const Members view = members.object("view");
        kept.view = KeptView{{view.number("lon", 0.0, -180.0, 180.0), view.number("lat", 0.0, -90.0, 90.0)},
                             view.number("metres_per_point", 5000.0, 1.0, most_metres)};
    }
    return kept;
}

}  // namespace

std::filesystem::path kept_state_path() {
    const auto folder = [](const char* name) {
        const char* value = std::getenv(name);
        const std::filesystem::path path = value != nullptr ? value : "";
        return path.is_absolute() ? path : std::filesystem::path{};  // the specification wants others ignored
    };
    const std::filesystem::path state = folder("XDG_STATE_HOME");
    const std::filesystem::path home = folder("HOME");
    return !state.empty()  ? state / "caravan" / "state.json"
           : !home.empty() ? home / ".local" / "state" / "caravan" / "state.json"
                           : std::filesystem::path{};
}

std::string json_from_kept_state(const KeptState& kept) {
    Json files = Json::array();
    for (const std::filesystem::path& file : kept.files) {
        files.push_back(file.string());
    }
    Json json{{"format", format},
              {"width_px", kept.width_px},
              {"height_px", kept.height_px},
              {"fullscreen", kept.fullscreen},
              {"files", files},
              {"theme", kept.theme},
              {"worldview", kept.worldview},
              {"projection", kept.projection},
              {"labels", label_modes[kept.labels]},
              {"bundles", bundle_modes[kept.bundles]},
              {"ui_scale", kept.ui_scale},
              {"legend", kept.legend_shown},
              {"time", json_from_time(kept.time)},
              {"hidden_kinds", kept.hidden_kinds},
              {"focus", kept.focus},
              {"filter", json_from_filter(kept.filter)},
              {"year_only", kept.year_only_shown}};
    if (kept.view) {
        json["view"] = {{"lon", kept.view->center.lon},
                        {"lat", kept.view->center.lat},
                        {"metres_per_point", kept.view->metres_per_pt}};
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<KeptState> kept_state_from_json(std::string_view json, std::string* why) {
    const auto refuse = [why](std::string reason) -> std::optional<KeptState> {
        if (why != nullptr) {
            *why = std::move(reason);
        }
        return std::nullopt;
    };
    try {
        const Json object = Json::parse(json);
        const bool ours = object.is_object() && object.contains("format") && object["format"] == format;
        return ours ? std::optional{state_from(Members{object})} : refuse("it does not begin as a kept state does");
    } catch (const Json::parse_error& error) {
        return refuse("it is not JSON: something is wrong at byte " + std::to_string(error.byte));
    } catch (const Json::exception&) {
        return refuse("a member is of the wrong type");
    }
}

std::optional<KeptState> read_kept_state(const std::filesystem::path& path, std::string* message) {
    std::ifstream file{path, std::ios::binary};
    if (path.empty() || !file) {
        return std::nullopt;
    }
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    std::string why;
    auto kept = kept_state_from_json(bytes, &why);
    if (!kept) {
        std::filesystem::path aside = path;
        aside += ".damaged";
        std::error_code error;
        std::filesystem::rename(path, aside, error);
        if (message != nullptr) {
            *message = path.string() + ": the state of the last window cannot be read: " + why +
                       (error ? "; it is left" : "; it is set aside as " + aside.filename().string());
        }
    }
    return kept;
}

std::optional<std::string> write_kept_state(const KeptState& kept, const std::filesystem::path& path) {
    if (path.empty()) {
        return std::nullopt;  // no home, nowhere to keep it
    }
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    auto failed = error ? std::optional{error.message()} : write_whole_file(path, json_from_kept_state(kept));
    return failed ? std::optional{"cannot keep the window's state in " + path.string() + ": " + *failed} : std::nullopt;
}

}  // namespace app
