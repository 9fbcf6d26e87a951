#include "app/platform/control_protocol.h"

#include "events/edtf.h"
#include "tests/support/an_event.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>

using namespace app;

namespace {

events::EventDraft event_on(std::string id, std::string_view date, events::KindId kind) {
    events::EventDraft event;
    event.id = std::move(id);
    event.kind = kind;
    event.date = events::edtf_from_text(date);
    return event;
}

World small_world() {
    World world;
    geodata::Country pakistan;
    pakistan.code = "PAK";
    pakistan.name = "Pakistan";
    pakistan.polygons = {{{{{65, 25}, {75, 25}, {75, 35}, {65, 35}, {65, 25}}}}};
    geodata::BoundaryData data;
    data.countries = {pakistan};
    world.boundaries = std::make_shared<const geodata::BoundarySet>(std::move(data));
    world.projection = std::make_shared<const support::FlatProjection>();
    events::KindTable kinds;
    set_events(world, std::make_shared<const events::EventStore>(
                          kinds,
                          std::vector{event_on("dhaka-2025", "2025-05-20", *kinds.find("visit")),
                                      event_on("kabul-2024", "2024-03-01", *kinds.find("trade"))},
                          std::vector<events::Source>{}));
    world.gazetteer.places = geodata::Places{{{"Islamabad", "PAK", {73.0, 33.7}, geodata::PlaceRank::Capital, {}},
                                              {"Karachi", "PAK", {67.0, 24.9}, geodata::PlaceRank::City, {}},
                                              {"Dhaka", "BGD", {90.4, 23.8}, geodata::PlaceRank::Capital, {}}},
                                             {{"PAK", "PK", "Pakistan", {}}, {"BGD", "BD", "Bangladesh", {}}}};
    derive(world);
    return world;
}

struct Fixture {
    World world = small_world();
    AppState state;

    Fixture() {
        state.camera.size = {1000.0F, 800.0F};
        state.time.playhead = events::days_from_civil({2025, 5, 20}) + 0.5;
    }
    [[nodiscard]] ControlRequest request(std::string_view line) const { return request_from_line(line, state, world); }
    template <class T>
    [[nodiscard]] T one(std::string_view line) const {
        const ControlRequest answer = request(line);
        if (const auto* why = std::get_if<std::string>(&answer)) {
            FAIL(std::string{line}, " was refused: ", *why);
        }
        return std::get<T>(answer);
    }
    template <class T>
    [[nodiscard]] T command(std::string_view line, std::size_t which = 0) const {
        const auto commands = one<Commands>(line);
        REQUIRE(commands.size() > which);
        return std::get<T>(commands[which]);
    }
    [[nodiscard]] std::string error(std::string_view line) const {
        const ControlRequest answer = request(line);
        REQUIRE(std::holds_alternative<std::string>(answer));
        const std::string why = std::get<std::string>(answer);
        CHECK_FALSE(why.empty());
        CHECK(why.find('\n') == std::string::npos);
        return why;
    }
    void apply(std::string_view line) {
        for (const Command& command : one<Commands>(line)) {
            state = reduce(state, command, world);
        }
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "time is moved by name of date") {
    CHECK(command<Seek>(R"({"do":"seek","date":"2025-05-19"})").day == events::days_from_civil({2025, 5, 19}) + 0.5);
    CHECK(command<Seek>(R"({"do":"seek","date":"2025-05"})").day == events::days_from_civil({2025, 5, 31}) + 0.5);
    CHECK(command<Seek>(R"({"do":"seek","date":"+3 days"})").day == events::days_from_civil({2025, 5, 23}) + 0.5);
    CHECK(command<Seek>(R"({"do":"seek","date":"next month"})").day == events::days_from_civil({2025, 6, 30}) + 0.5);
    CHECK(one<Commands>(R"({"do":"play"})").size() == 1);
    CHECK(std::holds_alternative<Pause>(one<Commands>(R"({"do":"pause"})").at(0)));
    CHECK(command<SetMode>(R"({"do":"mode","mode":"so-far"})").mode == WindowMode::SoFar);
    CHECK(command<SetTrail>(R"({"do":"trail","days":90})").days == 90.0);
    CHECK(command<SetSpeed>(R"({"do":"speed","speed":0.5})").days_per_second == 0.5);
    CHECK(command<StepUnit>(R"({"do":"step","days":-3})").units == -3);
    CHECK(command<StepEvent>(R"({"do":"step","events":1})").events == 1);
}

TEST_CASE_FIXTURE(Fixture, "pair opens the pair view of two selected countries and says what it lists") {
    CHECK(has(error(R"({"do":"pair"})"), "two countries"));
    apply(R"({"do":"select","countries":["PAK","BGD"]})");
    CHECK(has_pair(state));
    apply(R"({"do":"pair","on":false})");
    CHECK_FALSE(has_pair(state));
    CHECK(has(state_json(state, world, {}), R"("pair":null)"));
    apply(R"({"do":"pair","tab":"changed","from":"2025","until":"2025"})");
    CHECK(has_pair(state));
    CHECK(has(state_json(state, world, {}), R"("pair":{"tab":"changed","from":"2025-01-01","until":"2025-12-31"})"));
    CHECK(has(error(R"({"do":"pair","tab":"sideways"})"), "to-second"));
    CHECK(has(error(R"({"do":"pair","from":"soon"})"), "soon"));
}

TEST_CASE_FIXTURE(Fixture, "a window shows what lies between its dates") {
    for (const char* line : {R"({"do":"window","a":"2024-03","b":"2025-05-20"})",
                             R"({"do":"window","from":"2024-03","to":"2025-05-20"})"}) {
        apply(line);
        CHECK(state.time.mode == WindowMode::Range);
        CHECK(has(state_json(state, world, {}), R"("window":["2024-03-01","2025-05-20"])"));
    }
}

TEST_CASE_FIXTURE(Fixture, "the timeline zooms and moves, and playing loops, turns round and goes by event") {
    apply(R"({"do":"timeline","from":"2025-03","to":"2025-04-10"})");
    CHECK(has(state_json(state, world, {}), R"("timeline":["2025-03-01","2025-04-10"])"));
    const double length = state.timeline_view->end - state.timeline_view->start;
    apply(R"({"do":"zoom_timeline","date":"2025-03-20","factor":2})");
    CHECK(state.timeline_view->end - state.timeline_view->start == doctest::Approx(length / 2.0));
    const double start = state.timeline_view->start;
    apply(R"({"do":"pan_timeline","days":-7})");
    CHECK(state.timeline_view->start == doctest::Approx(start - 7.0));
    apply(R"({"do":"timeline"})");
    CHECK(has(state_json(state, world, {}), R"("timeline":null)"));
    apply(R"({"do":"loop_range","from":"2025-05-01","to":"2025-05-20"})");
    CHECK(has(state_json(state, world, {}), R"("loop":true,"loop_range":["2025-05-01","2025-05-20"])"));
    apply(R"({"do":"loop_range","from":"2025-05-01","to":".."})");
    CHECK(std::isfinite(state.time.loop_range.value().end));
    apply(R"({"do":"loop_range"})");
    CHECK_FALSE(state.time.loop);
    apply(R"({"do":"reverse"})");
    apply(R"({"do":"by_event","on":true})");
    apply(R"({"do":"agreements_stay","on":false})");
    apply(R"({"do":"step_unit","unit":"month"})");
    CHECK(has(state_json(state, world, {}), R"("reverse":true,"by_event":true,"agreements_stay":false)"));
    const double playhead = state.time.playhead;
    apply(R"({"do":"step","units":-1})");
    CHECK(state.time.playhead == playhead - 30.0);  // of April
    CHECK(has(error(R"({"do":"step_unit","unit":"fortnight"})"), "auto, hour, day, month, year"));
    CHECK(has(error(R"({"do":"loop_range","from":"2025"})"), "'to' is missing"));
    CHECK(has(error(R"({"do":"zoom_timeline","factor":0})"), "must be from"));
}

TEST_CASE_FIXTURE(Fixture, "countries are selected by code or name, exactly these") {
    apply(R"({"do":"select","countries":["PAK","Bangladesh"]})");
    CHECK(state.selection.countries == std::vector<std::string>{"PAK", "BGD"});
    apply(R"({"do":"select","countries":["pak"]})");
    CHECK(state.selection.countries == std::vector<std::string>{"PAK"});
    apply(R"({"do":"select","countries":[]})");
    CHECK(state.selection.countries.empty());
}

TEST_CASE_FIXTURE(Fixture, "an event is selected by its id, and put away with null") {
    apply(R"({"do":"select","event":"dhaka-2025"})");
    REQUIRE(state.selection.event);
    CHECK((*world.events)[*state.selection.event].id == "dhaka-2025");
    apply(R"({"do":"select","event":null})");
    CHECK_FALSE(state.selection.event);
}

TEST_CASE_FIXTURE(
    Fixture, "statuses are those known then or now, and members are shown of the event that is named or selected") {
    apply(R"({"do":"known","known":"now"})");
    CHECK(state.time.known == app::Known::Now);
    CHECK(has(error(R"({"do":"known","known":"soon"})"), "then, now"));
    CHECK(has(error(R"({"do":"members"})"), "members needs 'event', or an event that is selected"));
    apply(R"({"do":"members","event":"dhaka-2025"})");
    CHECK(state.opened.size() == 1);
    CHECK(one<Commands>(R"({"do":"members","event":"dhaka-2025","on":true})").empty());
    apply(R"({"do":"select","event":"dhaka-2025"})");
    apply(R"({"do":"members"})");
    CHECK(state.opened.empty());
}

TEST_CASE_FIXTURE(Fixture, "a filter leaves exactly its kinds, and an empty one all") {
    apply(R"({"do":"filter","kinds":["visit"]})");
    CHECK(state.hidden_kinds.size() == world.events->kinds().all().size() - 1);
    apply(R"({"do":"filter","kinds":["trade","visit"]})");
    CHECK(state.hidden_kinds.size() == world.events->kinds().all().size() - 2);
    apply(R"({"do":"filter","kinds":[]})");
    CHECK(state.hidden_kinds.empty());
}

TEST_CASE_FIXTURE(Fixture, "each part of a filter is set by itself, and all are cleared together") {
    apply(R"({"do":"filter","statuses":["planned","held"],"sources":2,"text":"dhaka"})");
    CHECK(state.filter.statuses == std::vector{events::Status::Planned, events::Status::Occurred});
    CHECK(state.filter.text == "dhaka");
    apply(
        R"({"do":"filter","statuses":[],"roles":["host"],"role_of":"PAK","tags":["a"],"confidence":0.5,"person":"X"})");
    CHECK(state.filter.statuses.empty());
    CHECK(state.filter.sources == 2);
    CHECK(state.filter.roles == std::vector{events::Role::Host});
    CHECK(state.filter.role_of == "PAK");
    CHECK(has(state_json(state, world, {}), R"("Confidence medium or better")"));
    apply(R"({"do":"clear_filters"})");
    CHECK(events::is_empty(state.filter));
    CHECK(has(state_json(state, world, {}), R"("filters":[])"));
    CHECK(has(error(R"({"do":"filter"})"), "kinds"));
    CHECK(has(error(R"({"do":"filter","statuses":["plnned"]})"), "plnned"));
    CHECK(has(error(R"({"do":"filter","roles":["guest"]})"), "guest"));
    CHECK(has(error(R"({"do":"filter","organisations":["XYZ"]})"), "XYZ"));
    CHECK(has(error(R"({"do":"filter","confidence":2})"), "confidence"));
    apply(R"({"do":"table"})");
    CHECK(state.table);
    apply(R"({"do":"table","on":false})");
    CHECK_FALSE(state.table);
}

TEST_CASE_FIXTURE(Fixture, "switches go where they are told") {
    CHECK(one<Commands>(R"({"do":"panels","on":true})").empty());
    CHECK(one<Commands>(R"({"do":"panels","on":false})").size() == 1);
    CHECK(one<Commands>(R"({"do":"help"})").size() == 1);
    CHECK(one<Commands>(R"({"do":"fullscreen","on":false})").empty());
    CHECK(has(error(R"({"do":"panels","on":1})"), "true or false"));
}

TEST_CASE_FIXTURE(Fixture, "the map is moved in points") {
    CHECK(command<Fit>(R"({"do":"fit","countries":["PAK"]})").countries == std::vector<std::string>{"PAK"});
    CHECK(command<Fit>(R"({"do":"fit"})").countries.empty());
    CHECK(command<Pan>(R"({"do":"pan","x":10,"y":-5})").dy_pt == -5.0F);
    CHECK(command<Zoom>(R"({"do":"zoom","factor":2})").about == render::ScreenPt{500.0F, 400.0F});
    CHECK(command<Zoom>(R"({"do":"zoom","factor":2,"x":1,"y":2})").about == render::ScreenPt{1.0F, 2.0F});
    CHECK(command<SetTheme>(R"({"do":"theme","theme":"light"})").theme == &render::light_theme());
    CHECK(command<SetProjection>(R"({"do":"projection","projection":"EPSG:3857"})").projection == "EPSG:3857");
    world.worldviews = {{"PAK", "Pakistan", "as Pakistan draws them"}};
    CHECK(command<SetWorldview>(R"({"do":"worldview","worldview":"pk"})").id == "PAK");
    CHECK(command<SetWorldview>(R"({"do":"worldview","worldview":"neutral"})").id.empty());
    CHECK(has(error(R"({"do":"worldview","worldview":"Pakistn"})"), "did you mean Pakistan?"));
    CHECK(has(error(R"({"do":"worldview"})"), "'worldview' is missing"));
    CHECK(command<app::SetLabels>(R"({"do":"labels","labels":"both"})").labels == app::LabelMode::Both);
    CHECK(command<app::SetBundles>(R"({"do":"bundles","bundles":"off"})").bundles == app::BundleMode::Off);
    CHECK(command<app::SoloKind>(R"({"do":"solo","kind":"treaty"})").kind == world.events->kinds().find("agreement"));
    static_cast<void>(command<app::NextBundleWidth>(R"({"do":"bundle_width"})"));
    CHECK(command<app::SetBundleCurrency>(R"({"do":"bundle_width","by":"count"})").currency.empty());
    world.values =
        app::ValueScales{*support::world_of({support::an_event("trade", "2025-01-01").worth(1e9, "USD")}).events};
    CHECK(command<app::SetBundleCurrency>(R"({"do":"bundle_width","by":"usd"})").currency == "USD");
    static_cast<void>(command<app::NextLabels>(R"({"do":"labels"})"));
    CHECK(command<SetTheme>(R"({"do":"theme","theme":"print"})").theme == &render::light_theme());
}

TEST_CASE_FIXTURE(Fixture, "rankings, shades, partners and the way to an event") {
    static_cast<void>(command<app::ToggleRanking>(R"({"do":"rankings"})"));
    CHECK(command<app::SetRanking>(R"({"do":"rankings","of":"kinds"})").of == app::Ranked::Kinds);
    const auto both = one<Commands>(R"({"do":"rankings","of":"countries","by":"partners"})");
    REQUIRE(both.size() == 2);
    CHECK(std::get<app::SetRankBy>(both[0]).by == app::RankBy::Partners);
    CHECK(one<Commands>(R"({"do":"rankings","on":false})").empty());
    state.ranking.shown = true;
    CHECK(one<Commands>(R"({"do":"rankings","on":true})").empty());
    CHECK(command<app::SetRankBy>(R"({"do":"rankings","by":"count"})").by == app::RankBy::Events);
    CHECK(has(error(R"({"do":"rankings","by":"EUR"})"), "no event has a value in 'EUR'"));
    CHECK(has(error(R"({"do":"rankings","of":"kind"})"), "there is no ranking 'kind'; did you mean kinds?"));
    static_cast<void>(command<app::ToggleShading>(R"({"do":"shade"})"));
    CHECK(one<Commands>(R"({"do":"shade","on":false})").empty());
    CHECK(command<app::SetPartnerCurrency>(R"({"do":"partners","by":"count"})").currency.empty());
    CHECK(command<app::GoToEvent>(R"({"do":"go_to","event":"kabul-2024"})").event == events::EventIndex{0});
    CHECK(has(state_json(state, world, {}), R"("ranking":{"of":"pairs","by":"count"},"shaded":false)"));
    state.ranking.shown = false;
    CHECK(has(state_json(state, world, {}), R"("ranking":null)"));
}

TEST_CASE_FIXTURE(Fixture, "a person's theme is read from its file and then goes by its name") {
    CHECK(one<control::LoadTheme>(R"({"do":"theme","file":"/tmp/house.json"})").path == "/tmp/house.json");
    CHECK(has(error(R"({"do":"theme","file":""})"), "'file' names no file"));
    CHECK(has(error(R"({"do":"theme"})"), "'theme' is missing"));
    CHECK(has(error(R"({"do":"theme","theme":"House"})"), "there is no theme 'House'"));
    auto own = std::make_shared<render::Theme>(render::dark_theme());
    own->name = "House";
    state.own_theme = own;
    CHECK(command<SetTheme>(R"({"do":"theme","theme":"House"})").theme == own.get());
}

TEST_CASE_FIXTURE(Fixture, "the mouse and the keys are there too") {
    const auto click =
        one<control::Click>(R"({"do":"click","x":3,"y":4.5,"button":"right","shift":true,"double":true})");
    CHECK(click.at == render::ScreenPt{3.0F, 4.5F});
    CHECK(click.button == 1);
    CHECK(click.mods == mod_shift);
    CHECK(click.double_click);
    CHECK(one<control::Click>(R"({"do":"click","x":3,"y":4})").button == 0);
    CHECK(one<control::Move>(R"({"do":"move","x":3,"y":4})").to == render::ScreenPt{3.0F, 4.0F});
    CHECK(one<control::Drag>(R"({"do":"drag","x":1,"y":2,"to_x":3,"to_y":4})").to == render::ScreenPt{3.0F, 4.0F});
    CHECK(one<control::Scroll>(R"({"do":"scroll","x":1,"y":2,"steps":-1})").steps == -1.0);
    CHECK(one<control::Scroll>(R"({"do":"scroll","x":1,"y":2,"steps":-1,"shift":true})").mods == mod_shift);
    CHECK(one<control::Drag>(R"({"do":"drag","x":1,"y":2,"to_x":3,"to_y":4,"ctrl":true})").mods == mod_ctrl);
    CHECK(one<control::PressKey>(R"({"do":"key","name":"Ctrl+Right"})").key == Key{mod_ctrl, KeyCode::Right});
}

TEST_CASE_FIXTURE(Fixture, "places, countries and events are located") {
    const auto at = [&](std::string_view line) { return std::get<geodata::LonLat>(one<control::Locate>(line).target); };
    CHECK(at(R"({"do":"locate","place":"PAK:Karachi"})") == geodata::LonLat{67.0, 24.9});
    CHECK(at(R"({"do":"locate","place":"BGD"})") == geodata::LonLat{90.4, 23.8});
    CHECK(at(R"({"do":"locate","country":"BGD"})") == geodata::LonLat{90.4, 23.8});
    CHECK(at(R"({"do":"locate","country":"PAK"})").lon == doctest::Approx(70.0).epsilon(0.05));
    CHECK(at(R"({"do":"locate","lon":70,"lat":30})") == geodata::LonLat{70.0, 30.0});
    const auto event = one<control::Locate>(R"({"do":"locate","event":"kabul-2024"})");
    CHECK(std::get<events::EventIndex>(event.target) == *world.events->find("kabul-2024"));
}

TEST_CASE_FIXTURE(Fixture, "pictures, questions and the end are handed on") {
    const auto picture = one<control::Screenshot>(R"({"do":"screenshot","path":"/tmp/a.png","panels":false})");
    CHECK(picture.path == "/tmp/a.png");
    CHECK_FALSE(picture.panels);
    CHECK(std::holds_alternative<control::StateQuery>(request(R"({"do":"state"})")));
    CHECK(std::holds_alternative<control::Quit>(request(R"({"do":"quit"})")));
}

TEST_CASE_FIXTURE(Fixture, "nonsense is an error with words") {
    CHECK(has(error(""), "not JSON"));
    CHECK(has(error("{\"do\":"), "not JSON: something is wrong at byte"));
    CHECK(has(error("{\"do\":\"play\"} trailing"), "not JSON"));
    CHECK(has(error("\xff\xfe"), "not JSON"));
    CHECK(has(error("{\"do\":\"\xff\"}"), "not JSON"));
    CHECK(has(error("[1]"), "a JSON object"));
    CHECK(has(error("17"), "a JSON object"));
    CHECK(has(error("{}"), "'do' is missing"));
    CHECK(has(error(R"({"do":7})"), "'do' is missing"));
    CHECK(has(error(std::string(500000, '[')), "not JSON"));
    CHECK(has(error(std::string(100000, '[') + std::string(100000, ']')), "a JSON object"));
}

TEST_CASE_FIXTURE(Fixture, "misspelt names are told the right spelling") {
    CHECK(has(error(R"({"do":"sekk","date":"2025"})"), "there is no command 'sekk'; did you mean seek?"));
    CHECK(has(error(R"({"do":"seek","dat":"2025"})"), "seek knows no 'dat'; did you mean date?"));
    CHECK(has(error(R"({"do":"play","x":1})"), "play knows no 'x'"));
    CHECK(has(error(R"({"do":"select","countries":["PAX"]})"), "there is no country 'PAX'; did you mean PAK?"));
    CHECK(has(error(R"({"do":"select","countries":["Pakistn"]})"), "did you mean Pakistan?"));
    CHECK(has(error(R"({"do":"select","event":"dhaka-2024"})"), "did you mean dhaka-2025?"));
    CHECK(has(error(R"({"do":"filter","kinds":["vist"]})"), "did you mean visit?"));
    CHECK(has(error(R"({"do":"locate","place":"PAK:Karachy"})"), "did you mean Karachi?"));
    CHECK(has(error(R"({"do":"mode","mode":"momet"})"), "did you mean moment?"));
    CHECK(has(error(R"({"do":"theme","theme":"sepia"})"), "dark, light, contrast"));
    CHECK(has(error(R"({"do":"projection","projection":""})"), "names none"));
    CHECK(has(error(R"({"do":"labels","labels":"urdu"})"), "en, local, both, none"));
    CHECK(has(error(R"({"do":"labels","labels":3})"), "'labels' must be a text"));
    CHECK(has(error(R"({"do":"solo","kind":"vist"})"), "there is no kind 'vist'; did you mean visit?"));
    CHECK(has(error(R"({"do":"bundle_width","by":"EUR"})"), "no event has a value in 'EUR'; there are count"));
    CHECK(has(error(R"({"do":"bundles"})"), "'bundles' is missing"));
    CHECK(has(error(R"({"do":"bundles","bundles":"some"})"), "there is no bundles 'some'"));
    CHECK(has(error(R"({"do":"bundles","bundles":true})"), "'bundles' must be a text"));
    CHECK(has(error(R"({"do":"key","name":"Hyper+Q"})"), "there is no key 'Hyper+Q'"));
}

TEST_CASE_FIXTURE(Fixture, "members that are missing, of the wrong type or out of range are errors") {
    CHECK(has(error(R"({"do":"seek"})"), "'date' is missing"));
    CHECK(has(error(R"({"do":"seek","date":20250520})"), "'date' must be a text"));
    CHECK(has(error(R"({"do":"seek","date":"soon"})"), "'soon' is no date"));
    CHECK(has(error(R"({"do":"seek","date":"nxt month"})"), "did you mean next?"));
    CHECK(has(error(R"({"do":"window","a":"2025","b":"2024"})"), "is over before"));
    CHECK(has(error(R"({"do":"click","x":"a","y":1})"), "'x' must be a number"));
    CHECK(has(error(R"({"do":"click","x":1e9,"y":1})"), "'x' must be from"));
    CHECK(has(error(R"({"do":"click","x":1})"), "'y' is missing"));
    CHECK(has(error(R"({"do":"zoom","factor":0})"), "'factor' must be from"));
    CHECK(has(error(R"({"do":"speed","speed":-1})"), "'speed' must be from"));
    CHECK(has(error(R"({"do":"step","days":1.5})"), "a whole number"));
    CHECK(has(error(R"({"do":"select"})"), "select needs"));
    CHECK(has(error(R"({"do":"select","countries":"PAK"})"), "a list of texts"));
    CHECK(has(error(R"({"do":"select","countries":[1]})"), "a list of texts"));
    CHECK(has(error(R"({"do":"screenshot","path":""})"), "'path' names no file"));
    CHECK(has(error(R"({"do":"locate"})"), "locate needs"));
    CHECK(has(error(R"({"do":"locate","lon":200,"lat":0})"), "'lon' must be from"));
}

TEST_CASE_FIXTURE(Fixture, "the state is what a person sees") {
    state.camera.center = {75.1e5, 33.0e5};
    state.camera.metres_per_pt = 4200.0;
    state.selection.countries = {"PAK"};
    state.selection.event = world.events->find("dhaka-2025");
    const std::string json = state_json(state, world, {7, 46, {"timeline", "country_card"}, 0, 9.8, 60.0});
    CHECK(json.find('\n') == std::string::npos);
    CHECK(json.starts_with(R"({"ok":true,"playhead":"2025-05-20","window":["2025-04-20","2025-05-20"],"mode":"moment",)"
                           R"("playing":false,"selection":{"countries":["PAK"],"event":"dhaka-2025"},"hover":null,)"
                           R"("visible":7,"total":46,)"));
    CHECK(has(json, R"("camera":{"lon":75.1,"lat":33.0,"metres_per_point":3916.74},"scene":null,)"
                    R"("panels":["timeline","country_card"],"problems":0,"frame_ms":9.8,"fps":60.0)"));
    CHECK(has(json, R"("undated":0)"));
    CHECK(has(json, R"("not_on_map":2)"));
    CHECK(has(json, R"("theme":"dark")"));
    CHECK(has(json, R"("projection":"equal-area")"));
    CHECK(has(json, R"("worldview":"neutral","worldviews":["neutral"],"boundaries":"")"));
    world.worldviews = {{"PAK", "Pakistan", "as Pakistan draws them"}};
    world.ground.worldview = "PAK";
    world.boundary_statement = "as Pakistan draws them";
    CHECK(has(state_json(state, world, {}),
              R"("worldview":"PAK","worldviews":["neutral","PAK"],"boundaries":"as Pakistan draws them")"));
    CHECK(has(json, R"("labels":"en")"));
    CHECK(has(json, R"("bundles":"auto","bundle_width":"count","known":"then","bundled_pairs":0)"));
    state.bundles = BundleMode::On;
    state.bundle_currency = "USD";
    state.time.known = app::Known::Now;
    CHECK(has(state_json(state, world, {7, 46, {}, 0, 9.8, 60.0, 163}),
              R"("bundles":"on","bundle_width":"USD","known":"now","bundled_pairs":163)"));
}

TEST_CASE_FIXTURE(Fixture, "the state tells what lies under the pointer") {
    state.hover.country = world.boundaries->find("PAK");
    CHECK(has(state_json(state, world, {}), R"("hover":{"country":"PAK","event":null})"));
    state.hover = {std::nullopt, world.events->find("kabul-2024")};
    CHECK(has(state_json(state, world, {}), R"("hover":{"country":null,"event":"kabul-2024"})"));
    state.hover = {std::nullopt, std::nullopt, LinkPair{"CHN", "PAK"}};
    CHECK(has(state_json(state, world, {}), R"("hover":{"country":null,"event":null,"pair":["CHN","PAK"]})"));
}

TEST_CASE_FIXTURE(Fixture, "an endless window has the ends of the data") {
    state.time.mode = WindowMode::All;
    CHECK(has(state_json(state, world, {}), R"("window":["2024-03-01","2025-05-20"],"mode":"all")"));
    state.time.mode = WindowMode::SoFar;
    state.time.playhead = events::days_from_civil({2024, 12, 24}) + 0.5;
    CHECK(has(state_json(state, world, {}), R"("window":["2024-03-01","2024-12-24"],"mode":"so-far")"));
}

TEST_CASE("answers are one line of JSON whatever they hold") {
    CHECK(ok_json() == R"({"ok":true})");
    CHECK(error_json("no \"such\"\nthing \xff") == "{\"ok\":false,\"error\":\"no \\\"such\\\"\\nthing \xef\xbf\xbd\"}");
    CHECK(located_json({12.5F, 0.1F}) == R"({"ok":true,"x":12.5,"y":0.1})");
}
