#include "app/scene/sea_courses.h"

#include "app/scene/link_layout.h"
#include "geodata/gdal/rasterise_land.h"
#include "geodata/great_circle.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"
#include "tests/support/line_length.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using app::CourseQuestion;
using app::SeaCourse;
using app::SeaCourses;
using events::EventIndex;
using events::RouteLeg;
using events::RouteMode;
using geodata::LaneOutcome;
using geodata::LonLat;
using geodata::PassageId;
using support::an_event;
using support::bundled;

namespace {

const geodata::Passages& passages() {
    return bundled().world.gazetteer.passages;
}

const std::shared_ptr<const geodata::WaterMask>& mask() {
    static const auto made = std::make_shared<const geodata::WaterMask>(
        geodata::gdal::rasterised_land(*bundled().world.boundaries), passages());
    return made;
}

PassageId id(const char* name) {
    return passages().find(name).value();
}

LonLat port(const char* country, const char* name) {
    const auto* place = bundled().world.gazetteer.places.find(country, name);
    REQUIRE(place != nullptr);
    return place->at;
}

constexpr LonLat rotterdam{4.05, 51.98};

geodata::SeaLane lane(LonLat from, LonLat to, std::vector<PassageId> closed = {}) {
    return geodata::sea_lane(*mask(), from, to, closed);
}

std::vector<std::string> by_way_of(const geodata::SeaLane& found) {
    std::vector<std::string> ids;
    for (const PassageId passage : passages().crossed_by(found.points)) {
        ids.push_back(passages()[passage].id);
    }
    return ids;
}

using Names = std::vector<std::string>;

bool near_channel(LonLat at) {
    for (const geodata::Passage& passage : passages().all()) {
        for (std::size_t i = 0; i + 1 < passage.channel.size(); ++i) {
            for (const LonLat p : geodata::great_circle(passage.channel[i], passage.channel[i + 1], 0.02)) {
                if (geodata::great_circle_distance_m(at, p) < 8.0e3) {
                    return true;
                }
            }
        }
    }
    return false;
}

/// Kilometres of a lane on land, by the boundaries themselves: away from its ends and from canals.
double km_on_land(const geodata::SeaLane& found, double ends_m) {
    double km = 0.0;
    for (std::size_t i = 0; i + 1 < found.points.size(); ++i) {
        const LonLat a = found.points[i];
        const LonLat b = found.points[i + 1];
        const double east = std::remainder(b.lon - a.lon, 360.0);
        const int pieces = 1 + static_cast<int>(geodata::great_circle_distance_m(a, b) / 1000.0);
        for (int k = 0; k < pieces; ++k) {
            const double t = (k + 0.5) / pieces;
            const LonLat at{std::remainder(a.lon + east * t, 360.0), a.lat + (b.lat - a.lat) * t};
            const bool ashore = bundled().world.boundaries->country_at(at).has_value() &&
                                geodata::great_circle_distance_m(at, found.points.front()) > ends_m &&
                                geodata::great_circle_distance_m(at, found.points.back()) > ends_m && !near_channel(at);
            km += ashore ? 1.0 : 0.0;
        }
    }
    return km;
}

RouteLeg sea_leg(const std::vector<LonLat>& places) {
    RouteLeg leg;
    leg.mode = RouteMode::Sea;
    for (const LonLat at : places) {
        leg.points.push_back({"Somewhere", "", at});
    }
    return leg;
}

events::EventDraft route(const std::vector<LonLat>& places) {
    events::EventDraft event = an_event("route", "2020/2030").from("PAK").to("BGD");
    event.path = {sea_leg(places)};
    return event;
}

events::EventDraft closing(std::vector<PassageId> closes, std::string_view date) {
    events::EventDraft event = an_event("tension", date).with("YEM");
    event.closes = std::move(closes);
    return event;
}

/// The bundled ground with other events.
app::World with_events(std::vector<events::EventDraft> list) {
    app::World world = bundled().world;
    world.events = support::world_of(std::move(list)).events;
    return world;
}

std::vector<EventIndex> all_of(const app::World& world) {
    std::vector<EventIndex> all;
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        all.push_back(EventIndex{i});
    }
    return all;
}

/// Asks and finds until nothing is left to ask.
void find_all(const app::World& world, SeaCourses& courses) {
    for (auto questions = app::open_questions(all_of(world), *world.events, courses); !questions.empty();
         questions = app::open_questions(all_of(world), *world.events, courses)) {
        courses.known.merge(app::find_courses(questions, world, mask()).courses);
    }
}

double day(std::string_view text) {
    return events::edtf_from_text(text).value().strict.start;
}

}  // namespace

TEST_CASE("Karachi to Chattogram goes round Sri Lanka, south of Dondra Head") {
    const auto found = lane(port("PAK", "Karachi"), port("BGD", "Chattogram"));
    REQUIRE(found.outcome == LaneOutcome::Found);
    const auto south =
        std::min_element(found.points.begin(), found.points.end(), [](LonLat a, LonLat b) { return a.lat < b.lat; });
    CHECK(south->lat < 5.9);
    CHECK(south->lat > 5.0);
    CHECK(std::abs(south->lon - 80.6) < 1.5);
    CHECK(by_way_of(found).empty());
    CHECK(km_on_land(found, 30.0e3) == 0.0);
    CHECK(support::length_m(found.points) < 5.1e6);
}

TEST_CASE("Mumbai to Rotterdam goes by Bab el-Mandeb, Suez and Gibraltar, and round the Cape when Suez is closed") {
    const LonLat mumbai = port("IND", "Mumbai");
    const auto usual = lane(mumbai, rotterdam);
    CHECK(by_way_of(usual) == Names{"bab_el_mandeb", "suez", "gibraltar", "dover"});
    CHECK(km_on_land(usual, 40.0e3) == 0.0);
    for (const char* shut : {"suez", "bab_el_mandeb"}) {
        const auto round = lane(mumbai, rotterdam, {id(shut)});
        CHECK(by_way_of(round) == Names{"dover"});
        CHECK(std::any_of(round.points.begin(), round.points.end(), [](LonLat p) { return p.lat < -34.5; }));
        CHECK(km_on_land(round, 40.0e3) == 0.0);
        CHECK(support::length_m(round.points) > support::length_m(usual.points) + 6.0e6);
    }
}

TEST_CASE("ships go by the straits that they go by, and no lane crosses land") {
    struct Case {
        LonLat from;
        LonLat to;
        Names by;
        double ends_m;
    };
    const std::vector<Case> cases{
        {port("PAK", "Gwadar"), port("IRN", "Bandar Abbas"), {"hormuz"}, 30.0e3},
        {port("SAU", "Dammam"), port("IND", "Mumbai"), {"hormuz"}, 30.0e3},
        {port("CHN", "Shanghai"), port("PAK", "Karachi"), {"taiwan_strait", "singapore", "malacca"}, 60.0e3},
        {port("GEO", "Poti"), port("SAU", "Jeddah"), {"bosporus", "dardanelles", "suez"}, 40.0e3},
        {port("IND", "Chennai"), port("LKA", "Colombo"), {}, 30.0e3},
        {port("KAZ", "Aktau"), port("IRN", "Anzali"), {}, 30.0e3},
        {port("MMR", "Kyaukpyu"), port("LKA", "Hambantota"), {}, 30.0e3},
    };
    for (const Case& c : cases) {
        const auto found = lane(c.from, c.to);
        CAPTURE(c.from.lon);
        CAPTURE(c.to.lon);
        REQUIRE(found.outcome == LaneOutcome::Found);
        CHECK(by_way_of(found) == c.by);
        CHECK(km_on_land(found, c.ends_m) == 0.0);
    }
    CHECK(by_way_of(lane(port("CHN", "Shanghai"), port("PAK", "Karachi"), {id("malacca")})) ==
          Names{"taiwan_strait", "sunda"});
}

TEST_CASE("Kabul has no sea, the Caspian none to Karachi, and nobody leaves the Gulf while Hormuz is closed") {
    CHECK(lane({69.2, 34.5}, port("PAK", "Karachi")).outcome == LaneOutcome::StartInland);
    CHECK(lane(port("PAK", "Karachi"), {69.2, 34.5}).outcome == LaneOutcome::EndInland);
    CHECK(lane(port("KAZ", "Aktau"), port("PAK", "Karachi")).outcome == LaneOutcome::NoWay);
    CHECK(lane(port("SAU", "Dammam"), port("IND", "Mumbai"), {id("hormuz")}).outcome == LaneOutcome::NoWay);
}

TEST_CASE("every gate of the bundled passages shuts some water, and every canal is open") {
    for (const geodata::Passage& passage : passages().all()) {
        CAPTURE(passage.id);
        for (const geodata::Cell cell : geodata::cells_along(passage.channel)) {
            CHECK((mask()->water_in(geodata::block_of(cell)) >> geodata::bit_of(cell) & 1U) != 0);
        }
        if (!passage.gate.empty() && passage.navigable) {
            CHECK_FALSE(mask()->shut_by(std::vector{*passages().find(passage.id)}).empty());
        }
    }
}

TEST_CASE("a leg of two ports needs a way; one with more places only where it would cross land or what is closed") {
    const auto& world = bundled().world;
    const auto needs = [&](std::vector<LonLat> places, std::vector<PassageId> closed = {}) {
        return app::needs_a_way({std::move(places), std::move(closed)}, *world.boundaries, passages());
    };
    CHECK(needs({{60, 10}, {65, 10}}));
    CHECK_FALSE(needs({{60, 10}, {62, 10}, {65, 10}}));
    CHECK(needs({{66, 20}, {75, 18}, {90, 18}}));             // India
    CHECK(needs({{79.0, 8.6}, {79.9, 9.95}, {80.5, 10.6}}));  // Palk Strait
    const std::vector<LonLat> gulf{{54, 26}, {56.4, 26.55}, {57.2, 25.5}};
    CHECK_FALSE(needs(gulf));
    CHECK(needs(gulf, {id("hormuz")}));
    CHECK_FALSE(needs(gulf, {id("suez")}));
}

TEST_CASE("the bundled routes keep the places that their files give") {
    const auto& world = bundled().world;
    SeaCourses courses;
    find_all(world, courses);
    CHECK_FALSE(courses.known.empty());
    for (const auto& [question, course] : courses.known) {
        CHECK(course.found());
        CHECK((question.places.size() == 2 || course.points.empty()));
    }
}

TEST_CASE("a question is asked once, and again only for what a closure concerns") {
    const std::vector<LonLat> through{port("PAK", "Karachi"), rotterdam};
    const std::vector<LonLat> apart{port("PAK", "Karachi"), port("LKA", "Colombo")};
    const app::World world = with_events({route(through), route(through), route(apart)});
    SeaCourses courses;
    CHECK(app::open_questions(all_of(world), *world.events, courses).size() == 2);
    find_all(world, courses);
    CHECK(courses.known.size() == 2);
    courses.closed = {id("suez")};
    const auto asked = app::open_questions(all_of(world), *world.events, courses);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front() == CourseQuestion{through, {id("suez")}});
    find_all(world, courses);
    const app::LegCourse course = app::course_of(sea_leg(through), courses);
    CHECK(course.diverted());
    REQUIRE(course.now != nullptr);
    CHECK(course.now->points.size() > 10);
    CHECK_FALSE(app::course_of(sea_leg(apart), courses).diverted());
}

TEST_CASE("straits are closed by the events in force on the day, each once") {
    const app::World world =
        with_events({closing({id("suez")}, "2021-03"), closing({id("suez"), id("hormuz")}, "2021-03/2021-05"),
                     route({{60, 10}, {65, 10}})});
    const auto closing_ones = app::closing_events(*world.events);
    CHECK(closing_ones.size() == 2);
    const auto on = [](const char* text) {
        app::TimeState time;
        time.playhead = day(text);
        return time;
    };
    std::vector<PassageId> both{id("hormuz"), id("suez")};
    std::sort(both.begin(), both.end());
    CHECK(app::closed_at(on("2021-03-10"), closing_ones, *world.events) == both);
    CHECK(app::closed_at(on("2021-04-10"), closing_ones, *world.events) == both);
    CHECK(app::closed_at(on("2021-06-10"), closing_ones, *world.events).empty());
}

TEST_CASE("a sea leg is drawn on its course; while a strait on it is closed as a ghost, with the way round beside it") {
    const app::World world = with_events({route({port("IND", "Mumbai"), rotterdam})});
    const app::AppState state = support::bundled_state();
    const auto drawn = [&](const SeaCourses& courses) {
        return app::layout_links(all_of(world), world, {}, state.camera, courses).links;
    };
    SeaCourses courses;
    REQUIRE(drawn(courses).size() == 1);  // nothing known and nothing searched: straight
    courses.searching = true;
    CHECK(drawn(courses).empty());
    courses.searching = false;
    find_all(world, courses);
    const auto usual = drawn(courses);
    REQUIRE(usual.size() == 1);
    CHECK_FALSE(usual[0].shut);
    REQUIRE(usual[0].paths.size() == 1);
    CHECK(usual[0].paths[0].points.size() > 50);
    courses.closed = {id("suez")};
    find_all(world, courses);
    const auto diverted = drawn(courses);
    REQUIRE(diverted.size() == 2);
    CHECK(diverted[0].shut);
    CHECK_FALSE(diverted[1].shut);
    CHECK(diverted[0].paths[0].length() == usual[0].paths[0].length());
    CHECK(diverted[1].paths[0].length() > 1.3F * diverted[0].paths[0].length());
    courses.closed = {id("dover"), id("suez"), id("gibraltar")};
    std::sort(courses.closed.begin(), courses.closed.end());
    find_all(world, courses);
    CHECK(drawn(courses).size() == 2);  // north of Scotland
}

TEST_CASE("where there is no way at all, the usual course alone stands as a ghost") {
    const app::World world = with_events({route({port("SAU", "Dammam"), port("IND", "Mumbai")})});
    SeaCourses courses;
    find_all(world, courses);
    courses.closed = {id("hormuz")};
    find_all(world, courses);
    const auto links = app::layout_links(all_of(world), world, {}, support::bundled_state().camera, courses).links;
    REQUIRE(links.size() == 1);
    CHECK(links[0].shut);
}

TEST_CASE("a port without a sea is told once, with the event's place, and its leg runs straight") {
    events::EventDraft event = route({port("PAK", "Karachi"), {69.2, 34.5}});
    event.path[0].points[0].name = "Karachi";
    event.path[0].points[1].name = "Kabul";
    event.file = "routes.json";
    event.line = 7;
    const app::World world = with_events({event});
    SeaCourses courses;
    CHECK(app::course_problems(all_of(world), *world.events, courses).empty());
    find_all(world, courses);
    const auto problems = app::course_problems(all_of(world), *world.events, courses);
    REQUIRE(problems.size() == 1);
    CHECK(geodata::text_from_problem(problems[0])
              .find("routes.json:7: warning: no sea lies within 150 km of Kabul; the leg is drawn straight") == 0);
    const auto links = app::layout_links(all_of(world), world, {}, support::bundled_state().camera, courses).links;
    REQUIRE(links.size() == 1);
    CHECK_FALSE(links[0].paths.empty());
}
