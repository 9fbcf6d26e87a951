#include "app/scene/link_layout.h"

#include "app/scene/pack_links.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

using app::AppState;
using app::LinkLayout;
using app::LinkScene;
using app::World;
using events::EventIndex;
using render::ScreenPt;
using support::an_event;
using support::bundled;

namespace {

float gap(ScreenPt a, ScreenPt b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

const std::map<std::string, geodata::LonLat> capitals{
    {"PAK", {73, 33}}, {"CHN", {116, 40}}, {"IND", {77, 28}}, {"BGD", {90, 24}}, {"AFG", {69, 34}}};

/// The event with its parties in their capitals.
events::EventDraft placed(events::EventDraft event) {
    for (events::Party& party : event.parties) {
        const auto found = capitals.find(party.code);
        if (found != capitals.end()) {
            party.place.at = found->second;
        }
    }
    return event;
}

events::EventDraft at_venue(events::EventDraft event, geodata::LonLat at) {
    event = placed(std::move(event));
    event.venue = events::EventPlace{"Venue", "", at};
    return event;
}

events::EventDraft along(events::EventDraft event, std::vector<events::RouteLeg> legs) {
    event = placed(std::move(event));
    event.path = std::move(legs);
    return event;
}

events::RouteLeg leg(events::RouteMode mode, const std::vector<geodata::LonLat>& points) {
    events::RouteLeg result;
    result.mode = mode;
    for (const geodata::LonLat p : points) {
        result.points.push_back({"Town", "", p});
    }
    return result;
}

struct Map {
    World world;
    render::Camera camera{{9.0e6, 3.3e6}, 4000.0, {1600.0F, 1000.0F}};
    LinkScene scene;

    explicit Map(std::vector<events::EventDraft> events, const geodata::Domain& domain = {})
        : world{support::world_of(std::move(events))} {
        world.projection = std::make_shared<const support::FlatProjection>(domain);
        std::vector<EventIndex> all;
        for (std::uint32_t i = 0; i < world.events->size(); ++i) {
            all.push_back(EventIndex{i});
        }
        scene = app::layout_links(all, world, {}, camera);
    }
    [[nodiscard]] ScreenPt at(geodata::LonLat p) const { return camera.screen_from_world(world.project(p).value()); }
    [[nodiscard]] ScreenPt at(const char* code) const { return at(capitals.at(code)); }
    [[nodiscard]] const LinkLayout& of(const std::string& id) const {
        for (const LinkLayout& link : scene.links) {
            if ((*world.events)[link.event].id == id) {
                return link;
            }
        }
        throw std::runtime_error("no link of " + id);
    }
};

ScreenPt middle(const render::Path& path) {
    return render::at(path, path.length() / 2.0F).at;
}

/// Positive to the left of travel from a to b, as seen on screen.
float left_of(ScreenPt a, ScreenPt b, ScreenPt p) {
    return (b.y - a.y) * (p.x - a.x) - (b.x - a.x) * (p.y - a.y);
}

}  // namespace

TEST_CASE("a visit goes from the visitor's capital to the host's") {
    const Map map{{placed(an_event("visit", "2025-01-01").to("CHN").from("PAK"))}};
    REQUIRE(map.scene.links.size() == 1);
    const LinkLayout& link = map.scene.links[0];
    CHECK(link.motion == events::Motion::Travel);
    CHECK(link.glyph == render::LinkHue::Visit);
    CHECK(link.directed);
    REQUIRE(link.paths.size() == 1);
    CHECK(gap(link.paths[0].points.front(), map.at("PAK")) < 0.01F);
    CHECK(gap(link.paths[0].points.back(), map.at("CHN")) < 0.01F);
    CHECK_FALSE(link.hub);
    CHECK(map.scene.rosettes.empty());
}

TEST_CASE("a visit there and one back lie on opposite sides") {
    const Map map{{placed(an_event("visit", "2025-01-01").named("there").from("PAK").to("CHN")),
                   placed(an_event("visit", "2025-01-02").named("back").from("CHN").to("PAK"))}};
    const ScreenPt a = map.at("PAK");
    const ScreenPt b = map.at("CHN");
    CHECK(left_of(a, b, middle(map.of("there").paths[0])) > 0.0F);
    CHECK(left_of(a, b, middle(map.of("back").paths[0])) < 0.0F);
}

TEST_CASE("links of one pair fan out and none lies on another") {
    const Map map{{placed(an_event("visit", "2025-01-01").from("IND").to("CHN")),
                   placed(an_event("trade", "2025-01-02").from("IND").to("CHN")),
                   placed(an_event("agreement", "2025-01-03").with("IND").with("CHN")),
                   placed(an_event("statement", "2025-01-04").from("IND").to("CHN"))}};
    REQUIRE(map.scene.links.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t k = i + 1; k < 4; ++k) {
            CHECK(gap(middle(map.scene.links[i].paths[0]), middle(map.scene.links[k].paths[0])) > 10.0F);
        }
    }
}

TEST_CASE("a fan of twenty is even and reaches no further than one of ten") {
    const auto middles = [](int count) {
        std::vector<events::EventDraft> events;
        for (int i = 0; i < count; ++i) {
            events.push_back(placed(an_event("visit", "2025-01-01").from("IND").to("CHN")));
        }
        const Map map{std::move(events)};
        const ScreenPt straight{(map.at("IND").x + map.at("CHN").x) / 2.0F, (map.at("IND").y + map.at("CHN").y) / 2.0F};
        std::vector<float> away;
        for (const LinkLayout& link : map.scene.links) {
            away.push_back(gap(render::at(link.paths.front(), link.paths.front().length() / 2.0F).at, straight));
        }
        std::sort(away.begin(), away.end());
        return away;
    };
    const std::vector<float> twenty = middles(20);
    REQUIRE(twenty.size() == 20);
    CHECK(twenty.back() == doctest::Approx(middles(10).back()).epsilon(0.01));
    const float step = (twenty.back() - twenty.front()) / 19.0F;
    CHECK(step > 4.0F);
    for (std::size_t i = 1; i < twenty.size(); ++i) {
        CHECK(twenty[i] - twenty[i - 1] == doctest::Approx(step).epsilon(0.1));
    }
}

TEST_CASE("steady links lie inside and those that are only planned outside") {
    const Map map{
        {placed(an_event("visit", "2025-01-01").named("planned").from("IND").to("CHN").being(events::Status::Planned)),
         placed(an_event("visit", "2025-01-02").named("steady").from("IND").to("CHN"))}};
    const ScreenPt straight{(map.at("IND").x + map.at("CHN").x) / 2.0F, (map.at("IND").y + map.at("CHN").y) / 2.0F};
    CHECK(gap(middle(map.of("steady").paths[0]), straight) < gap(middle(map.of("planned").paths[0]), straight));
}

TEST_CASE("spokes of a meeting end short of its hub") {
    const geodata::LonLat venue{80, 38};
    const Map map{{at_venue(an_event("meeting", "2025-01-01").with("PAK").with("CHN").with("IND"), venue)}};
    REQUIRE(map.scene.links.size() == 1);
    const LinkLayout& link = map.scene.links[0];
    REQUIRE(link.hub);
    CHECK(gap(*link.hub, map.at(venue)) < 0.01F);
    REQUIRE(link.paths.size() == 3);
    for (const render::Path& path : link.paths) {
        const float left = gap(path.points.back(), *link.hub);
        CHECK(left > 5.0F);
        CHECK(left < 16.0F);
    }
}

TEST_CASE("a meeting whose place nobody names is in the middle, and one of a single party is a mark") {
    const Map two{{placed(an_event("meeting", "2025-01-01").with("PAK").with("IND"))}};
    REQUIRE(two.scene.links[0].hub);
    CHECK(gap(*two.scene.links[0].hub, two.at({75, 30.5})) < 0.01F);
    CHECK(two.scene.links[0].paths.size() == 2);
    const Map one{{placed(an_event("meeting", "2025-01-01").with("PAK"))}};
    CHECK(gap(one.scene.links[0].hub.value(), one.at("PAK")) < 0.01F);
    CHECK(one.scene.links[0].paths.empty());
}

TEST_CASE("the host of a meeting in its own capital has no spoke") {
    const Map map{{placed(an_event("meeting", "2025-01-01").with("CHN", events::Role::Host).with("PAK").with("IND"))}};
    CHECK(gap(map.scene.links[0].hub.value(), map.at("CHN")) < 0.01F);
    CHECK(map.scene.links[0].paths.size() == 2);
}

TEST_CASE("a party that is on its way to a meeting has no spoke of its own") {
    const Map map{{placed(an_event("meeting", "2025-01-01")
                              .named("meeting")
                              .with("CHN", events::Role::Host)
                              .with("PAK")
                              .with("IND")),
                   placed(an_event("visit", "2025-01-01").named("visit").from("PAK").to("CHN"))}};
    REQUIRE(map.of("meeting").paths.size() == 1);
    CHECK(gap(map.of("meeting").paths[0].points.front(), map.at("IND")) < 0.01F);
    CHECK(map.of("visit").paths.size() == 1);
}

TEST_CASE("three links at a place stand off it in a ring, two do not") {
    const Map two{{placed(an_event("visit", "2025-01-01").from("PAK").to("CHN")),
                   placed(an_event("visit", "2025-01-02").from("IND").to("CHN"))}};
    CHECK(two.scene.rosettes.empty());
    const Map three{{placed(an_event("visit", "2025-01-01").from("PAK").to("CHN")),
                     placed(an_event("visit", "2025-01-02").from("IND").to("CHN")),
                     placed(an_event("trade", "2025-01-03").from("BGD").to("CHN"))}};
    REQUIRE(three.scene.rosettes.size() == 1);
    CHECK(gap(three.scene.rosettes[0].at, three.at("CHN")) < 0.01F);
    for (const LinkLayout& link : three.scene.links) {
        CHECK(gap(link.paths[0].points.back(), three.at("CHN")) == doctest::Approx(15.0).epsilon(0.02));
        CHECK(gap(link.paths[0].points.front(), three.at("CHN")) > 100.0F);
    }
}

TEST_CASE("an attack with a place of its own is a mark there, without one a line between the two") {
    const geodata::LonLat venue{74.5, 33.9};
    const Map map{{at_venue(an_event("tension", "2025-01-01").named("there").with("PAK").with("IND"), venue),
                   placed(an_event("tension", "2025-01-02").named("between").with("PAK").with("IND"))}};
    CHECK(map.of("there").paths.empty());
    CHECK(gap(map.of("there").hub.value(), map.at(venue)) < 0.01F);
    CHECK(map.of("between").paths.size() == 1);
    CHECK_FALSE(map.of("between").hub);
}

TEST_CASE("an agreement of many has its seal in their middle") {
    const Map map{{placed(an_event("agreement", "2025-01-01/..").with("PAK").with("IND").with("BGD"))}};
    CHECK(map.scene.links[0].paths.size() == 3);
    CHECK(gap(map.scene.links[0].hub.value(), map.at({80, 85.0 / 3.0})) < 0.1F);
}

TEST_CASE("an agreement of many that has a venue has its seal there, one of two is a line wherever it was signed") {
    const Map map{
        {at_venue(an_event("agreement", "2025-01-01/..").named("many").with("PAK").with("IND").with("BGD"), {85, 15}),
         at_venue(an_event("agreement", "2025-01-01/..").named("two").with("PAK").with("CHN"), {85, 10})}};
    CHECK(map.of("many").paths.size() == 3);
    CHECK(gap(map.of("many").hub.value(), map.at({85, 15})) < 0.1F);
    CHECK(map.of("two").paths.size() == 1);
    CHECK_FALSE(map.of("two").hub);
}

TEST_CASE("the middle of parties on both sides of the date line lies between them") {
    events::EventDraft event = an_event("meeting", "2025-01-01").with("PAK").with("IND").with("BGD");
    event.parties[0].place.at = geodata::LonLat{170.0, 10.0};
    event.parties[1].place.at = geodata::LonLat{-170.0, 10.0};
    event.parties[2].place.at = geodata::LonLat{177.0, 40.0};
    const Map map{{event}};
    const ScreenPt hub = map.scene.links.at(0).hub.value();
    CHECK(gap(hub, map.at({179.0, 20.0})) < 0.1F);
}

TEST_CASE("a signatory has a spoke from its own day on, and the seal stays where it is") {
    events::EventDraft event =
        placed(an_event("agreement", "2025-01-01/..").with("PAK").with("IND").with("BGD").with("CHN"));
    event.parties[3].signed_on = events::DaySpan{20300.0, 20301.0};
    const Map map{{event}};
    const std::vector<EventIndex> shown{EventIndex{0}};
    app::LinkSetting setting;
    setting.day = 20299.0;
    const LinkScene before = app::layout_links(shown, map.world, {}, map.camera, {}, setting);
    setting.day = 20300.0;
    const LinkScene after = app::layout_links(shown, map.world, {}, map.camera, {}, setting);
    REQUIRE(before.links.at(0).paths.size() == 3);
    REQUIRE(after.links.at(0).paths.size() == 4);
    CHECK(before.links[0].hub == after.links[0].hub);
    CHECK(before.links[0].paths[0].points == after.links[0].paths[0].points);
    CHECK(after.links[0].joined.at(3) == 20300.0);
    CHECK(std::isinf(after.links[0].joined.at(0)));
}

TEST_CASE("what concerns one country alone is a mark at its venue, where it goes to, or in the capital") {
    const geodata::LonLat venue{71, 30};
    for (const char* kind : {"visit", "trade", "statement", "agreement", "security", "tension", "meeting", "ceasefire",
                             "milestone", "route"}) {
        CAPTURE(kind);
        const Map map{{placed(an_event(kind, "2025-01-01").named("capital").with("PAK")),
                       placed(an_event(kind, "2025-01-01").named("loop").from("IND").to("IND")),
                       at_venue(an_event(kind, "2025-01-01").named("venue").with("CHN"), venue)}};
        CHECK(map.of("capital").paths.empty());
        CHECK(gap(map.of("capital").hub.value(), map.at("PAK")) < 0.01F);
        CHECK(map.of("loop").paths.empty());
        CHECK(gap(map.of("loop").hub.value(), map.at("IND")) < 0.01F);
        const bool spoke = map.of("venue").motion == events::Motion::Gather;
        CHECK(map.of("venue").paths.size() == (spoke ? 1 : 0));
        CHECK(gap(map.of("venue").hub.value(), map.at(venue)) < 0.01F);
    }
    const Map route{
        {along(an_event("route", "2025-01-01").with("PAK"), {leg(events::RouteMode::Road, {{67, 25}, {67, 25}})})}};
    CHECK(route.scene.links.at(0).paths.empty());
    CHECK(gap(route.scene.links.at(0).hub.value(), route.at({67, 25})) < 0.01F);
}

TEST_CASE("a milestone is a mark in the party's capital") {
    const Map map{{placed(an_event("milestone", "2025-01-01").with("BGD"))}};
    CHECK(map.scene.links[0].paths.empty());
    CHECK(gap(map.scene.links[0].hub.value(), map.at("BGD")) < 0.01F);
}

TEST_CASE("each leg of a route is a line of its own with its look and its stops") {
    const Map map{{along(an_event("route", "2025-01-01/..").with("PAK").with("CHN"),
                         {leg(events::RouteMode::Road, {{67, 25}, {68, 28}, {73, 33}}),
                          leg(events::RouteMode::Sea, {{67, 25}, {60, 20}, {57, 22}}),
                          leg(events::RouteMode::Air, {{73, 33}, {116, 40}})})}};
    REQUIRE(map.scene.links.size() == 3);
    std::map<events::RouteMode, const LinkLayout*> by_mode;
    for (const LinkLayout& link : map.scene.links) {
        CHECK(link.paths.size() == 1);
        CHECK(link.motion == events::Motion::Path);
        by_mode[link.route_mode] = &link;
    }
    REQUIRE(by_mode.size() == 3);
    const LinkLayout& road = *by_mode[events::RouteMode::Road];
    CHECK(gap(road.paths[0].points.front(), map.at({67, 25})) < 0.01F);
    CHECK(gap(road.paths[0].points.back(), map.at({73, 33})) < 0.01F);
    CHECK(render::distance(road.paths[0], map.at({68, 28})) < 0.1F);
    CHECK(road.stops.size() == 3);
    CHECK(by_mode[events::RouteMode::Sea]->stops.size() == 2);
    // A great circle lies north of the straight line of this projection.
    const render::Path& air = by_mode[events::RouteMode::Air]->paths[0];
    CHECK(air.points.size() > 30);
    CHECK(left_of(air.points.front(), air.points.back(), middle(air)) > 0.0F);
}

TEST_CASE("a route ends where the map does, and goes on where it comes back") {
    const Map map{{along(an_event("route", "2025-01-01/..").with("PAK").with("CHN"),
                         {leg(events::RouteMode::Sea, {{67, 25}, {80, 5}, {100, 5}, {110, 25}}),
                          leg(events::RouteMode::Air, {{73, 33}, {116, 70}})})},
                  geodata::LonLatWindow{90.0, 60.0, 10.0, 60.0}};
    REQUIRE(map.scene.links.size() == 2);
    for (const LinkLayout& link : map.scene.links) {
        const bool sea = link.route_mode == events::RouteMode::Sea;
        CHECK(link.paths.size() == (sea ? 2 : 1));
        CHECK(link.stops.size() == (sea ? 2 : 1));  // the air route's end is off the map
        for (const render::Path& path : link.paths) {
            for (const ScreenPt p : path.points) {
                const double lat = map.camera.world_from_screen(p).y / 1e5;
                CHECK(lat > 9.9);
                CHECK(lat < 60.1);
            }
        }
    }
}

TEST_CASE("a link to a place that the map does not show is not drawn") {
    const Map map{{placed(an_event("visit", "2025-01-01").from("PAK").to("CHN"))},
                  geodata::LonLatWindow{70.0, 20.0, 10.0, 60.0}};
    for (const LinkLayout& link : map.scene.links) {
        CHECK(link.paths.empty());
    }
}

TEST_CASE("a route without a path is a bond between its parties") {
    const Map map{{placed(an_event("route", "2025-01-01/..").with("PAK").with("CHN"))}};
    CHECK(map.scene.links[0].motion == events::Motion::Bond);
    CHECK(map.scene.links[0].paths.size() == 1);
}

TEST_CASE("events without a place give nothing") {
    events::EventDraft nowhere = an_event("visit", "2025-01-01").from("PAK").to("CHN");
    for (events::Party& party : nowhere.parties) {
        party.place.at.reset();
    }
    const Map map{{nowhere, an_event("statement", "2025-01-02").with("UN")}};
    CHECK(map.scene.links.empty());
    CHECK(app::links_at(map.scene, {100, 100}, 1e6F).empty());
}

TEST_CASE("routes are drawn first, then what lasts, then what moves") {
    const Map map{{placed(an_event("meeting", "2025-01-01").named("d").with("PAK").with("IND")),
                   placed(an_event("visit", "2025-01-02").named("c").from("PAK").to("CHN")),
                   placed(an_event("agreement", "2025-01-03").named("b").with("BGD").with("CHN")),
                   along(an_event("route", "2025-01-04").named("a").with("AFG").with("CHN"),
                         {leg(events::RouteMode::Road, {{69, 34}, {80, 36}, {116, 40}})})}};
    std::string order;
    for (const LinkLayout& link : map.scene.links) {
        order += (*map.world.events)[link.event].id;
    }
    CHECK(order == "abcd");
}

TEST_CASE("the pointer finds the nearest link first, within its reach, and each event once") {
    const Map map{{placed(an_event("visit", "2025-01-01").named("north").from("AFG").to("CHN")),
                   placed(an_event("visit", "2025-01-02").named("south").from("IND").to("BGD")),
                   at_venue(an_event("meeting", "2025-01-03").named("hub").with("PAK").with("IND"), {85, 15})}};
    const auto ids_at = [&](ScreenPt at, float reach) {
        std::vector<std::string> ids;
        for (const EventIndex index : app::links_at(map.scene, at, reach)) {
            ids.emplace_back((*map.world.events)[index].id);
        }
        return ids;
    };
    const ScreenPt north = middle(map.of("north").paths[0]);
    CHECK(ids_at(north, 8.0F) == std::vector<std::string>{"north"});
    CHECK(ids_at({north.x, north.y - 9.0F}, 8.0F).empty());
    const ScreenPt hub = map.of("hub").hub.value();
    CHECK(ids_at({hub.x, hub.y + 17.0F}, 8.0F) == std::vector<std::string>{"hub"});
    CHECK(ids_at({hub.x, hub.y + 19.0F}, 8.0F).empty());
    CHECK(ids_at(middle(map.of("south").paths[0]), 1e5F).size() == 3);
    CHECK(ids_at(middle(map.of("south").paths[0]), 1e5F).front() == "south");
}

TEST_CASE("on every path of the bundled events the pointer finds its event") {
    const World& world = bundled().world;
    AppState state = support::bundled_state();
    std::set<EventIndex> drawn;
    for (const double days : {-400.0, -120.0, -30.0, -3.0, 0.0, 7.0, 60.0}) {
        for (const app::WindowMode mode : {app::WindowMode::Moment, app::WindowMode::All}) {
            AppState then = state;
            then.time.mode = mode;
            then.time.playhead += days;
            const auto visible = app::visible_events(then, world);
            const LinkScene scene = app::layout_links(visible, world, bundled().crossings, then.camera);
            for (const LinkLayout& link : scene.links) {
                drawn.insert(link.event);
                CHECK(std::find(visible.begin(), visible.end(), link.event) != visible.end());
                for (const render::Path& path : link.paths) {
                    for (float s = 0.0F; s <= path.length(); s += 7.0F) {
                        const ScreenPt p = render::at(path, s).at;
                        for (const ScreenPt near : {p, ScreenPt{p.x + 5.0F, p.y - 5.0F}}) {
                            const auto found = app::links_at(scene, near, 8.0F);
                            CHECK(std::find(found.begin(), found.end(), link.event) != found.end());
                        }
                    }
                }
            }
        }
    }
    std::size_t on_map = 0;
    for (const events::Event& event : world.events->all()) {
        on_map += event.on_map() ? 1 : 0;
    }
    CHECK(drawn.size() == on_map);
    CHECK(on_map + world.events->not_on_map() == world.events->size());
}

TEST_CASE("no two links of the bundled events lie on each other, but for routes along the same places") {
    const World& world = bundled().world;
    AppState state = support::bundled_state();
    state.time.mode = app::WindowMode::All;
    const LinkScene scene =
        app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
    std::vector<std::pair<ScreenPt, float>> middles;
    for (const LinkLayout& link : scene.links) {
        if (link.motion == events::Motion::Path) {
            continue;
        }
        for (const render::Path& path : link.paths) {
            for (const auto& [p, length] : middles) {
                const bool same = gap(p, middle(path)) < 0.5F && std::abs(length - path.length()) < 0.5F;
                CAPTURE((*world.events)[link.event].id);
                CHECK_FALSE(same);
            }
            middles.emplace_back(middle(path), path.length());
        }
    }
}

TEST_CASE("the bundled ceasefire stands on the border of its two parties") {
    const World& world = bundled().world;
    REQUIRE_FALSE(bundled().crossings.empty());
    const auto distance_km = [&](const char* code, geodata::WorldXY at) {
        double nearest = std::numeric_limits<double>::infinity();
        const auto id = world.boundaries->find(code);
        REQUIRE(id);
        for (const geodata::Polygon& polygon : (*world.boundaries)[*id].polygons) {
            for (const geodata::LonLat p : polygon.rings[0]) {
                const geodata::WorldXY q = world.project(p).value();
                nearest = std::min(nearest, std::hypot(q.x - at.x, q.y - at.y) / 1000.0);
            }
        }
        return nearest;
    };
    for (const auto& [index, crossing] : bundled().crossings) {
        const events::Event& event = (*world.events)[EventIndex{index}];
        CAPTURE(event.id);
        CHECK(world.events->kinds()[event.kind].motion == events::Motion::Seal);
        REQUIRE(event.parties.size() == 2);
        for (const events::Party& party : event.parties) {
            CHECK(distance_km(party.code.c_str(), crossing.at) < 30.0);
        }
        CHECK(std::isfinite(crossing.angle));
        AppState state = support::bundled_state();
        const std::vector<EventIndex> shown{EventIndex{index}};
        const LinkScene scene = app::layout_links(shown, world, bundled().crossings, state.camera);
        REQUIRE(scene.links.size() == 1);
        CHECK(gap(scene.links[0].hub.value(), state.camera.screen_from_world(crossing.at)) < 0.01F);
        // The line is straight, and the bars stand across it rather than along it.
        const render::Path& path = scene.links[0].paths.at(0);
        CHECK(render::distance(path, *scene.links[0].hub) < 1.0F);
        const double along = std::atan2(static_cast<double>(path.points.back().y - path.points.front().y),
                                        static_cast<double>(path.points.back().x - path.points.front().x));
        CHECK(std::abs(std::sin(along - crossing.angle)) > 0.3);
    }
}
