#include "app/platform/control_protocol.h"

#include "app/input/mode_names.h"
#include "app/input/named.h"
#include "app/input/nearest.h"
#include "app/input/today.h"
#include "app/input/typed_date.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

/// What is wrong with a request; never leaves this file.
struct Wrong {
    std::string why;
};

template <class T>
T known(Named<T> named) {
    if (auto* unknown = std::get_if<Unknown>(&named)) {
        throw Wrong{std::move(unknown->why)};
    }
    return std::get<T>(std::move(named));
}

/// The members of one request. Reading one that is missing or of the wrong type throws Wrong.
class Members {
public:
    explicit Members(const Json& object) : object_{object} {}

    [[nodiscard]] bool has(const char* name) const { return object_.contains(name); }
    [[nodiscard]] std::size_t count() const { return object_.size(); }

    [[nodiscard]] std::string text(const char* name) const {
        const Json& value = at(name, "a text");
        return value.is_string() ? value.get<std::string>() : throw Wrong{wrong_type(name, "a text")};
    }
    [[nodiscard]] double number(const char* name, double lowest, double highest) const {
        const Json& value = at(name, "a number");
        if (!value.is_number()) {
            throw Wrong{wrong_type(name, "a number")};
        }
        const auto x = value.get<double>();
        if (!(x >= lowest && x <= highest)) {
            throw Wrong{"'" + std::string{name} + "' must be from " + Json(lowest).dump() + " to " +
                        Json(highest).dump()};
        }
        return x;
    }
    [[nodiscard]] double number_or(const char* name, double otherwise, double lowest, double highest) const {
        return has(name) ? number(name, lowest, highest) : otherwise;
    }
    [[nodiscard]] int whole(const char* name, int lowest, int highest) const {
        const double x = number(name, lowest, highest);
        return x == std::floor(x) ? static_cast<int>(x) : throw Wrong{wrong_type(name, "a whole number")};
    }
    [[nodiscard]] bool yes(const char* name, bool otherwise) const {
        if (!has(name)) {
            return otherwise;
        }
        return object_[name].is_boolean() ? object_[name].get<bool>() : throw Wrong{wrong_type(name, "true or false")};
    }
    [[nodiscard]] std::vector<std::string> texts(const char* name) const {
        const Json& list = at(name, "a list of texts");
        std::vector<std::string> result;
        for (const Json& value : list.is_array() ? list : throw Wrong{wrong_type(name, "a list of texts")}) {
            result.push_back(value.is_string() ? value.get<std::string>()
                                               : throw Wrong{wrong_type(name, "a list of texts")});
        }
        return result;
    }
    [[nodiscard]] bool is_null(const char* name) const { return has(name) && object_[name].is_null(); }

    [[nodiscard]] render::ScreenPt point(const char* x, const char* y) const {
        constexpr double far = 100000.0;
        return {static_cast<float>(number(x, -far, far)), static_cast<float>(number(y, -far, far))};
    }

private:
    [[nodiscard]] const Json& at(const char* name, const char* type) const {
        return has(name) ? object_[name] : throw Wrong{"'" + std::string{name} + "' is missing: " + type};
    }
    static std::string wrong_type(const char* name, const char* type) {
        return "'" + std::string{name} + "' must be " + type;
    }

    const Json& object_;
};

struct Context {
    const Members& members;
    const AppState& state;
    const World& world;
};

std::string one_of(std::string_view text, std::string_view what, std::span<const std::string_view> names) {
    std::string why = "there is no " + std::string{what} + " '" + std::string{text.substr(0, 60)} + "'";
    const std::string hint = did_you_mean(text, names);
    if (!hint.empty()) {
        return why + hint;
    }
    std::string list;
    for (const std::string_view name : names) {
        list += (list.empty() ? "; there are " : ", ") + std::string{name};
    }
    return why + list;
}

// --- one function for each `do` ---

/// Words such as "+3 days" and "next month" count from what is shown.
events::DayBase day_base(const Context& c) {
    return {c.state.time.playhead, today()};
}

ControlRequest seek(const Context& c) {
    std::string why;
    const auto day = playhead_from_text(c.members.text("date"), &why, day_base(c));
    return day ? Commands{Seek{*day, true}} : throw Wrong{why};
}

ControlRequest mode(const Context& c) {
    const std::string name = c.members.text("mode");
    const auto mode = window_modes.find(name);
    return mode ? Commands{SetMode{*mode}} : throw Wrong{one_of(name, "mode", window_modes.all)};
}

ControlRequest window(const Context& c) {
    const bool in_words = c.members.has("from") || c.members.has("to");
    std::string why;
    const auto window =
        typed_window(c.members.text(in_words ? "from" : "a"), c.members.text(in_words ? "to" : "b"), &why, day_base(c));
    return window ? commands_for_window(*window, WindowMode::Range, c.world) : throw Wrong{why};
}

ControlRequest trail(const Context& c) {
    constexpr double longest_days = 36525.0;
    return Commands{SetTrail{c.members.number("days", 1.0, longest_days)}};
}

ControlRequest speed(const Context& c) {
    const char* name = c.members.has("speed") ? "speed" : "days_per_second";
    return Commands{SetSpeed{c.members.number(name, 0.01, 10000.0)}};
}

ControlRequest step(const Context& c) {
    constexpr int farthest = 100000;
    if (c.members.has("units")) {
        return Commands{StepUnit{c.members.whole("units", -farthest, farthest)}};
    }
    if (c.members.has("days")) {
        return Commands{StepUnit{c.members.whole("days", -farthest, farthest), TimeStep::Day}};
    }
    if (c.members.has("events")) {
        return Commands{StepEvent{c.members.whole("events", -farthest, farthest)}};
    }
    return Commands{StepUnit{1}};
}

/// From the first moment of one date to the last of another.
std::optional<events::DaySpan> days_between(const Context& c) {
    if (!c.members.has("from") && !c.members.has("to")) {
        return std::nullopt;
    }
    std::string why;
    const auto window = typed_window(c.members.text("from"), c.members.text("to"), &why);
    return window ? std::optional{events::DaySpan{window->first_day, window->playhead + 0.5}} : throw Wrong{why};
}

ControlRequest loop_range(const Context& c) {
    return Commands{SetLoop{days_between(c)}};
}

ControlRequest timeline(const Context& c) {
    return Commands{ShowTimeline{days_between(c)}};
}

ControlRequest zoom_timeline(const Context& c) {
    std::string why;
    const auto day = c.members.has("date") ? playhead_from_text(c.members.text("date"), &why) : c.state.time.playhead;
    return day ? Commands{ZoomTimeline{*day, c.members.number("factor", 0.001, 1000.0)}} : throw Wrong{why};
}

ControlRequest pan_timeline(const Context& c) {
    return Commands{PanTimeline{c.members.number("days", -1e7, 1e7)}};
}

ControlRequest step_unit(const Context& c) {
    const std::string name = c.members.text("unit");
    const auto step = time_steps.find(name);
    return step ? Commands{SetStep{*step}} : throw Wrong{one_of(name, "unit", time_steps.all)};
}

ControlRequest select(const Context& c) {
    Commands commands;
    if (c.members.has("countries")) {
        commands = commands_to_select(known(countries_from_texts(c.world, c.members.texts("countries"))));
    } else if (!c.members.has("event")) {
        throw Wrong{"select needs 'countries', a list of texts, or 'event', a text or null"};
    }
    if (c.members.is_null("event")) {
        commands.emplace_back(SelectEvent{std::nullopt});
    } else if (c.members.has("event")) {
        commands.emplace_back(SelectEvent{known(event_from_id(c.world, c.members.text("event")))});
    }
    return commands;
}

ControlRequest members(const Context& c) {
    const auto event = c.members.has("event") ? std::optional{known(event_from_id(c.world, c.members.text("event")))}
                                              : c.state.selection.event;
    if (!event) {
        throw Wrong{"members needs 'event', or an event that is selected"};
    }
    const bool shown = std::find(c.state.opened.begin(), c.state.opened.end(), *event) != c.state.opened.end();
    return c.members.yes("on", !shown) == shown ? Commands{} : Commands{ToggleMembers{event}};
}

std::vector<events::Status> statuses(const Context& c) {
    std::vector<events::Status> found;
    for (const std::string& name : c.members.texts("statuses")) {
        const auto status = events::status_from_name(name);
        found.push_back(status ? *status : throw Wrong{"there is no status '" + name.substr(0, 60) + "'"});
    }
    return found;
}

std::vector<std::string> organisations(const Context& c) {
    std::vector<std::string> codes;
    for (const std::string& name : c.members.texts("organisations")) {
        const auto* found = c.world.gazetteer.organisations.find(name);
        codes.push_back(found != nullptr ? found->code
                                         : throw Wrong{"there is no organisation '" + name.substr(0, 60) + "'"});
    }
    return codes;
}

std::vector<events::Role> roles(const Context& c) {
    std::vector<events::Role> found;
    for (const std::string& name : c.members.texts("roles")) {
        const auto role = role_names.find(name);
        found.push_back(role ? *role : throw Wrong{one_of(name, "role", role_names.all)});
    }
    return found;
}

/// What is given takes the place of that part of the filter; the others stay.
events::EventFilter changed_filter(const Context& c) {
    constexpr int most_sources = 1000;
    events::EventFilter filter = c.state.filter;
    filter.statuses = c.members.has("statuses") ? statuses(c) : filter.statuses;
    filter.organisations = c.members.has("organisations") ? organisations(c) : filter.organisations;
    filter.roles = c.members.has("roles") ? roles(c) : filter.roles;
    if (c.members.has("role_of")) {
        const std::string country = c.members.text("role_of");
        filter.role_of = country.empty() ? country : known(country_from_text(c.world, country));
    }
    filter.tags = c.members.has("tags") ? c.members.texts("tags") : filter.tags;
    filter.confidence = c.members.number_or("confidence", filter.confidence, 0.0, 1.0);
    filter.sources = c.members.has("sources") ? c.members.whole("sources", 0, most_sources) : filter.sources;
    filter.person = c.members.has("person") ? c.members.text("person") : filter.person;
    filter.text = c.members.has("text") ? c.members.text("text") : filter.text;
    return filter;
}

ControlRequest filter(const Context& c) {
    Commands commands;
    if (c.members.has("kinds")) {
        commands = known(commands_to_show_kinds(c.state, c.world, c.members.texts("kinds")));
    } else if (c.members.count() < 2) {
        throw Wrong{"'kinds' is missing: a list of texts; or one of the other parts of a filter"};
    }
    commands.emplace_back(SetFilter{changed_filter(c)});
    return commands;
}

ControlRequest focus(const Context& c) {
    return Commands{SetFocus{known(countries_from_texts(c.world, c.members.texts("countries")))}};
}

ControlRequest fit(const Context& c) {
    const auto texts = c.members.has("countries") ? c.members.texts("countries") : std::vector<std::string>{};
    return Commands{Fit{known(countries_from_texts(c.world, texts))}};
}

ControlRequest pan(const Context& c) {
    const render::ScreenPt by = c.members.point("x", "y");
    return Commands{Pan{by.x, by.y}};
}

ControlRequest zoom(const Context& c) {
    const render::SizePt size = c.state.camera.size;
    const bool somewhere = c.members.has("x") || c.members.has("y");
    const render::ScreenPt about =
        somewhere ? c.members.point("x", "y") : render::ScreenPt{size.width / 2.0F, size.height / 2.0F};
    return Commands{Zoom{about, c.members.number("factor", 0.001, 1000.0)}};
}

std::string path_in(const Context& c, const char* name) {
    std::string path = c.members.text(name);
    return !path.empty() && path.find('\0') == std::string::npos
               ? path
               : throw Wrong{"'" + std::string{name} + "' names no file"};
}

ControlRequest theme(const Context& c) {
    if (c.members.has("file")) {
        return control::LoadTheme{path_in(c, "file")};
    }
    const std::string name = c.members.text("theme");
    const auto& own = c.state.own_theme;
    const render::Theme* theme = own && own->name == name ? own.get() : render::theme_from_name(name);
    return theme != nullptr
               ? Commands{SetTheme{theme}}
               : throw Wrong{one_of(name, "theme", std::array<std::string_view, 3>{"dark", "light", "contrast"})};
}

ControlRequest projection(const Context& c) {
    const std::string text = c.members.text("projection");
    return text.empty() ? throw Wrong{"'projection' names none"} : Commands{SetProjection{text}};
}

ControlRequest worldview(const Context& c) {
    return Commands{SetWorldview{known(worldview_from_text(c.world, c.members.text("worldview")))}};
}

ControlRequest labels(const Context& c) {
    if (!c.members.has("labels")) {
        return Commands{NextLabels{}};
    }
    const std::string name = c.members.text("labels");
    const auto mode = label_modes.find(name);
    return mode ? Commands{SetLabels{*mode}} : throw Wrong{one_of(name, "labels", label_modes.all)};
}

ControlRequest known_when(const Context& c) {
    const std::string name = c.members.text("known");
    const auto known = known_modes.find(name);
    return known ? Commands{SetKnown{*known}} : throw Wrong{one_of(name, "known", known_modes.all)};
}

ControlRequest bundles(const Context& c) {
    const std::string name = c.members.text("bundles");
    const auto mode = bundle_modes.find(name);
    return mode ? Commands{SetBundles{*mode}} : throw Wrong{one_of(name, "bundles", bundle_modes.all)};
}

ControlRequest bundle_width(const Context& c) {
    if (!c.members.has("by")) {
        return Commands{NextBundleWidth{}};
    }
    return Commands{SetBundleCurrency{known(bundle_currency_from_text(c.world, c.members.text("by")))}};
}

RankBy rank_by(const Context& c, const std::string& name, std::string& currency) {
    if (const auto by = rank_measures.find(name); by && *by != RankBy::Value) {
        return *by;
    }
    currency = known(bundle_currency_from_text(c.world, name));
    return RankBy::Value;
}

/// Shows the ranking, or puts it away with "on": false; what it lists and what it goes by may be given.
ControlRequest ranking(const Context& c) {
    Commands commands;
    if (c.members.has("by")) {
        SetRankBy set;
        set.by = rank_by(c, c.members.text("by"), set.currency);
        commands.emplace_back(std::move(set));
    }
    const bool seen = shows_ranking(c.state);
    if (c.members.has("of")) {
        const std::string name = c.members.text("of");
        const auto of = ranked_things.find(name);
        commands.emplace_back(of ? SetRanking{*of} : throw Wrong{one_of(name, "ranking", ranked_things.all)});
    } else if (c.members.yes("on", c.members.has("by") || !seen) != seen) {
        commands.emplace_back(ToggleRanking{});
    }
    return commands;
}

ControlRequest partners(const Context& c) {
    return Commands{SetPartnerCurrency{known(bundle_currency_from_text(c.world, c.members.text("by")))}};
}

ControlRequest go_to(const Context& c) {
    return Commands{GoToEvent{known(event_from_id(c.world, c.members.text("event")))}};
}

ControlRequest solo(const Context& c) {
    return Commands{SoloKind{known(kind_from_text(c.world, c.members.text("kind")))}};
}

ControlRequest ui_scale(const Context& c) {
    return Commands{SetUiScale{c.members.number("scale", 0.5, 4.0)}};
}

/// Brings a switch of the state to what `on` says; without `on`, to the other side.
template <class Toggle>
ControlRequest switched(const Context& c, bool is_on) {
    return c.members.yes("on", !is_on) == is_on ? Commands{} : Commands{Toggle{}};
}

/// Keys that are held meanwhile.
std::uint8_t mods(const Context& c) {
    std::uint8_t held = 0;
    for (const auto& [name, bit] : {std::pair{"shift", mod_shift}, {"ctrl", mod_ctrl}, {"alt", mod_alt}}) {
        held = static_cast<std::uint8_t>(held | (c.members.yes(name, false) ? bit : 0));
    }
    return held;
}

PairTab pair_tab(const std::string& name) {
    const auto tab = pair_tabs.find(name);
    return tab ? *tab : throw Wrong{one_of(name, "tab", pair_tabs.all)};
}

/// Anything said about it opens it; with nothing said it is a switch.
ControlRequest pair(const Context& c) {
    if (c.state.selection.countries.size() < 2) {
        throw Wrong{"pair needs two countries that are selected"};
    }
    Commands commands;
    if (c.members.has("tab")) {
        commands.emplace_back(SetPairTab{pair_tab(c.members.text("tab"))});
    }
    std::string why;
    if (c.members.has("from")) {
        const auto day = first_day_from_text(c.members.text("from"), &why, day_base(c));
        commands.emplace_back(day ? SetPairFrom{*day} : throw Wrong{why});
    }
    if (c.members.has("until")) {
        const auto day = playhead_from_text(c.members.text("until"), &why, day_base(c));
        commands.emplace_back(day ? SetPairUntil{*day} : throw Wrong{why});
    }
    const bool is_open = has_pair(c.state);
    if (c.members.yes("on", !commands.empty() || !is_open) != is_open) {
        commands.insert(commands.begin(), TogglePair{});
    }
    return commands;
}

ControlRequest click(const Context& c) {
    control::Click click{c.members.point("x", "y"), 0, 0, c.members.yes("double", false)};
    if (c.members.has("button")) {
        constexpr std::array<std::string_view, 3> buttons{"left", "right", "middle"};
        const std::string name = c.members.text("button");
        const auto* const found = std::find(buttons.begin(), buttons.end(), name);
        click.button =
            found != buttons.end()
                ? static_cast<int>(found - buttons.begin())
                : throw Wrong{one_of(name, "button", std::array<std::string_view, 3>{"left", "right", "middle"})};
    }
    click.mods = mods(c);
    return click;
}

ControlRequest move(const Context& c) {
    return control::Move{c.members.point("x", "y")};
}

ControlRequest drag(const Context& c) {
    return control::Drag{c.members.point("x", "y"), c.members.point("to_x", "to_y"), mods(c)};
}

ControlRequest scroll(const Context& c) {
    return control::Scroll{c.members.point("x", "y"), c.members.number("steps", -1000.0, 1000.0), mods(c)};
}

ControlRequest key(const Context& c) {
    const std::string name = c.members.text("name");
    const auto key = key_from_name(name);
    return key ? ControlRequest{control::PressKey{*key}}
               : throw Wrong{"there is no key '" + name.substr(0, 60) +
                             "'; names are like Space, K, F1 and Ctrl+Right"};
}

ControlRequest type(const Context& c) {
    return control::TypeText{c.members.text("text")};
}

ControlRequest screenshot(const Context& c) {
    return control::Screenshot{path_in(c, "path"), c.members.yes("panels", true)};
}

geodata::LonLat country_position(const World& world, const std::string& code) {
    if (const auto id = world.boundaries ? world.boundaries->find(code) : std::nullopt) {
        return (*world.boundaries)[*id].label_at;
    }
    const auto* capital = world.gazetteer.places.capital(code);
    return capital != nullptr ? capital->at : throw Wrong{"nothing is known about where '" + code + "' is"};
}

ControlRequest locate(const Context& c) {
    if (c.members.has("place")) {
        return control::Locate{known(place_from_text(c.world, c.members.text("place")))};
    }
    if (c.members.has("country")) {
        return control::Locate{country_position(c.world, known(country_from_text(c.world, c.members.text("country"))))};
    }
    if (c.members.has("event")) {
        return control::Locate{known(event_from_id(c.world, c.members.text("event")))};
    }
    if (!c.members.has("lon") && !c.members.has("lat")) {
        throw Wrong{"locate needs 'place', 'country', 'event', or 'lon' and 'lat'"};
    }
    return control::Locate{
        geodata::LonLat{c.members.number("lon", -180.0, 180.0), c.members.number("lat", -90.0, 90.0)}};
}

// --- the table of them all ---

struct Verb {
    std::string_view name;
    ControlRequest (*understand)(const Context&);
    std::vector<std::string_view> members{};  ///< all that it knows, besides `do`
};

const std::vector<Verb>& verbs() {
    static const std::vector<Verb> table{
        {"seek", seek, {"date"}},
        {"play", [](const Context&) -> ControlRequest { return Commands{Play{}}; }},
        {"pause", [](const Context&) -> ControlRequest { return Commands{Pause{}}; }},
        {"toggle", [](const Context&) -> ControlRequest { return Commands{TogglePlay{}}; }},
        {"mode", mode, {"mode"}},
        {"window", window, {"a", "b", "from", "to"}},
        {"known", known_when, {"known"}},
        {"trail", trail, {"days"}},
        {"speed", speed, {"speed", "days_per_second"}},
        {"step", step, {"days", "units", "events"}},
        {"step_unit", step_unit, {"unit"}},
        {"reverse", [](const Context& c) { return switched<ToggleReverse>(c, c.state.time.reverse); }, {"on"}},
        {"by_event", [](const Context& c) { return switched<ToggleByEvent>(c, c.state.time.by_event); }, {"on"}},
        {"agreements_stay",
         [](const Context& c) { return switched<ToggleAgreementsStay>(c, c.state.time.agreements_stay); },
         {"on"}},
        {"loop_range", loop_range, {"from", "to"}},
        {"timeline", timeline, {"from", "to"}},
        {"zoom_timeline", zoom_timeline, {"date", "factor"}},
        {"pan_timeline", pan_timeline, {"days"}},
        {"loop", [](const Context& c) { return switched<ToggleLoop>(c, c.state.time.loop); }, {"on"}},
        {"skip_quiet", [](const Context& c) { return switched<ToggleSkipQuiet>(c, c.state.time.skip_quiet); }, {"on"}},
        {"select", select, {"countries", "event"}},
        {"members", members, {"event", "on"}},
        {"filter",
         filter,
         {"kinds", "statuses", "organisations", "roles", "role_of", "tags", "confidence", "sources", "person", "text"}},
        {"clear_filters", [](const Context&) -> ControlRequest { return Commands{ClearFilters{}}; }},
        {"table", [](const Context& c) { return switched<ToggleTable>(c, c.state.table.has_value()); }, {"on"}},
        {"solo", solo, {"kind"}},
        {"focus", focus, {"countries"}},
        {"year_only", [](const Context& c) { return switched<ToggleYearOnly>(c, c.state.year_only_shown); }, {"on"}},
        {"fit", fit, {"countries"}},
        {"pan", pan, {"x", "y"}},
        {"zoom", zoom, {"x", "y", "factor"}},
        {"theme", theme, {"theme", "file"}},
        {"projection", projection, {"projection"}},
        {"worldview", worldview, {"worldview"}},
        {"labels", labels, {"labels"}},
        {"bundles", bundles, {"bundles"}},
        {"bundle_width", bundle_width, {"by"}},
        {"rankings", ranking, {"of", "by", "on"}},
        {"shade", [](const Context& c) { return switched<ToggleShading>(c, c.state.ranking.shades_map); }, {"on"}},
        {"partners", partners, {"by"}},
        {"go_to", go_to, {"event"}},
        {"ui_scale", ui_scale, {"scale"}},
        {"panels", [](const Context& c) { return switched<TogglePanels>(c, c.state.panels_shown); }, {"on"}},
        {"pair", pair, {"on", "tab", "from", "until"}},
        {"legend", [](const Context& c) { return switched<ToggleLegend>(c, c.state.legend_shown); }, {"on"}},
        {"help", [](const Context& c) { return switched<ToggleHelp>(c, c.state.help_shown); }, {"on"}},
        {"fullscreen", [](const Context& c) { return switched<ToggleFullscreen>(c, c.state.fullscreen); }, {"on"}},
        {"peel", [](const Context&) -> ControlRequest { return Commands{PeelLayer{}}; }},
        {"undo", [](const Context&) -> ControlRequest { return Commands{Undo{}}; }},
        {"redo", [](const Context&) -> ControlRequest { return Commands{Redo{}}; }},
        {"click", click, {"x", "y", "button", "shift", "ctrl", "alt", "double"}},
        {"move", move, {"x", "y"}},
        {"drag", drag, {"x", "y", "to_x", "to_y", "shift", "ctrl", "alt"}},
        {"scroll", scroll, {"x", "y", "steps", "shift", "ctrl", "alt"}},
        {"key", key, {"name"}},
        {"type", type, {"text"}},
        {"screenshot", screenshot, {"path", "panels"}},
        {"locate", locate, {"place", "country", "event", "lon", "lat"}},
        {"state", [](const Context&) -> ControlRequest { return control::StateQuery{}; }},
        {"quit", [](const Context&) -> ControlRequest { return control::Quit{}; }},
    };
    return table;
}

const Verb& verb_named(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Verb& verb : verbs()) {
        if (verb.name == name) {
            return verb;
        }
        names.push_back(verb.name);
    }
    throw Wrong{"there is no command '" + name.substr(0, 60) + "'" + did_you_mean(name, names)};
}

/// A misspelt member would else be passed over in silence.
void check_members(const Verb& verb, const Json& object) {
    for (const auto& item : object.items()) {
        const std::string& name = item.key();
        if (name != "do" && std::find(verb.members.begin(), verb.members.end(), name) == verb.members.end()) {
            throw Wrong{std::string{verb.name} + " knows no '" + name.substr(0, 60) + "'" +
                        did_you_mean(name, verb.members)};
        }
    }
}

ControlRequest understood(std::string_view line, const AppState& state, const World& world) {
    const Json object = Json::parse(line);
    if (!object.is_object()) {
        throw Wrong{"a request is a JSON object"};
    }
    if (!object.contains("do") || !object["do"].is_string()) {
        throw Wrong{"'do' is missing: the name of a command"};
    }
    const Verb& verb = verb_named(object["do"].get<std::string>());
    check_members(verb, object);
    const Members members{object};
    return verb.understand({members, state, world});
}

}  // namespace

ControlRequest request_from_line(std::string_view line, const AppState& state, const World& world) {
    try {
        return understood(line, state, world);
    } catch (const Wrong& wrong) {
        return wrong.why;
    } catch (const Json::parse_error& error) {
        return "not JSON: something is wrong at byte " + std::to_string(error.byte);
    }
}

}  // namespace app
