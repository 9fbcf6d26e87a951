#include "app/scene/link_fans.h"

#include "geodata/gdal/proj_projection.h"
#include "geodata/great_circle.h"
#include "geodata/named_projections.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <string>
#include <vector>

using app::LinkLayout;
using app::LinkScene;
using app::World;
using events::EventIndex;
using geodata::LonLat;
using render::ScreenPt;
using support::an_event;

namespace {

events::EventDraft between(const char* kind, LonLat a, LonLat b) {
    events::EventDraft event = an_event(kind, "2025-01-01").from("PAK").to("CHN");
    event.parties[0].place.at = a;
    event.parties[1].place.at = b;
    return event;
}

events::EventDraft at_place(const char* kind, LonLat at) {
    events::EventDraft event = an_event(kind, "2025-01-01").with("PAK");
    event.parties[0].place.at = at;
    return event;
}

std::shared_ptr<const geodata::Projection> projection_named(const char* name) {
    const auto* const named = geodata::named_projection(name);
    REQUIRE(named != nullptr);
    return geodata::gdal::make_projection(std::string{named->definition}).value;
}

struct Map {
    World world;
    render::Camera camera{{}, 6000.0, {1600.0F, 1000.0F}};

    Map(std::vector<events::EventDraft> events, const char* projection, LonLat centre)
        : world{support::world_of(std::move(events))} {
        world.projection = projection_named(projection);
        camera.center = world.project(centre).value();
    }
    [[nodiscard]] std::vector<EventIndex> all() const {
        std::vector<EventIndex> indices;
        for (std::uint32_t i = 0; i < world.events->size(); ++i) {
            indices.push_back(EventIndex{i});
        }
        return indices;
    }
    [[nodiscard]] LinkScene scene(const std::vector<EventIndex>& shown, app::LinkSetting setting = {}) const {
        return app::layout_links(shown, world, {}, camera, {}, setting);
    }
    [[nodiscard]] ScreenPt at(LonLat p) const { return camera.screen_from_world(world.project(p).value()); }
    /// Degrees by which the path's points lie off the great circle from a to b.
    [[nodiscard]] double off_great_circle(const render::Path& path, LonLat a, LonLat b) const;
};

using Vector = std::array<double, 3>;

Vector on_sphere(LonLat p) {
    const double lon = p.lon * std::numbers::pi / 180.0;
    const double lat = p.lat * std::numbers::pi / 180.0;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

Vector cross(const Vector& a, const Vector& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double Map::off_great_circle(const render::Path& path, LonLat a, LonLat b) const {
    const Vector pole = cross(on_sphere(a), on_sphere(b));
    const double size = std::hypot(pole[0], pole[1], pole[2]);
    double most = 0.0;
    for (const ScreenPt p : path.points) {
        const Vector v = on_sphere(world.projection->lonlat_from_world(camera.world_from_screen(p)).value());
        const double sine = (v[0] * pole[0] + v[1] * pole[1] + v[2] * pole[2]) / size;
        most = std::max(most, std::abs(std::asin(std::clamp(sine, -1.0, 1.0))) * 180.0 / std::numbers::pi);
    }
    return most;
}

/// How far to the left of the straight line from a to b the path runs, `along` it from 0 to 1.
float height_at(const render::Path& path, ScreenPt a, ScreenPt b, float along) {
    const float length = render::distance(a, b);
    const ScreenPt u{(b.x - a.x) / length, (b.y - a.y) / length};
    const auto local = [&](ScreenPt p) {
        return ScreenPt{(p.x - a.x) * u.x + (p.y - a.y) * u.y, (p.x - a.x) * u.y - (p.y - a.y) * u.x};
    };
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        const ScreenPt p = local(path.points[i]);
        const ScreenPt q = local(path.points[i + 1]);
        const float x = along * length;
        if (std::min(p.x, q.x) <= x && x <= std::max(p.x, q.x) && p.x != q.x) {
            return p.y + (q.y - p.y) * (x - p.x) / (q.x - p.x);
        }
    }
    return std::numeric_limits<float>::quiet_NaN();
}

struct Dice {
    std::mt19937 engine;
    double number(double from, double to) { return std::uniform_real_distribution<double>{from, to}(engine); }
    int whole(int from, int to) { return std::uniform_int_distribution<int>{from, to}(engine); }
    LonLat place() { return {number(50.0, 105.0), number(5.0, 50.0)}; }
};

constexpr std::array<const char*, 3> projections{"equal-earth", "mercator", "globe"};
constexpr std::array<const char*, 4> kinds{"visit", "trade", "statement", "agreement"};

}  // namespace

TEST_CASE("between any two places links there lie on one side and links back on the other, evenly, and never cross") {
    for (const char* projection : projections) {
        for (unsigned seed = 0; seed < 40; ++seed) {
            Dice dice{std::mt19937{seed}};
            const LonLat a = dice.place();
            const LonLat b = dice.place();
            if (geodata::great_circle_distance_m(a, b) < 1.5e6) {
                continue;
            }
            const int there = dice.whole(1, 20);
            const int back = dice.whole(1, 20);
            std::vector<events::EventDraft> events;
            for (int i = 0; i < there + back; ++i) {
                const char* kind = kinds[static_cast<std::size_t>(dice.whole(0, 3))];
                events.push_back(i < there ? between(kind, a, b) : between(kind, b, a));
            }
            const Map map{events, projection, {77.0, 28.0}};
            CAPTURE(projection);
            CAPTURE(seed);
            const LinkScene scene = map.scene(map.all());
            for (const bool returns : {false, true}) {
                const ScreenPt from = map.at(returns ? b : a);
                const ScreenPt to = map.at(returns ? a : b);
                std::vector<const render::Path*> fan;
                for (const LinkLayout& link : scene.links) {
                    const events::Event& event = (*map.world.events)[link.event];
                    REQUIRE(link.paths.size() == 1);
                    if ((*event.parties[0].place.at == a) != returns) {
                        fan.push_back(&link.paths[0]);
                    }
                }
                REQUIRE(fan.size() == static_cast<std::size_t>(returns ? back : there));
                std::sort(fan.begin(), fan.end(), [&](const render::Path* x, const render::Path* y) {
                    return height_at(*x, from, to, 0.5F) < height_at(*y, from, to, 0.5F);
                });
                const float length = render::distance(from, to);
                float worst_gap = std::numeric_limits<float>::infinity();
                for (const float along : {0.2F, 0.35F, 0.5F, 0.65F, 0.8F}) {
                    float before = 0.0F;
                    for (const render::Path* path : fan) {
                        const float height = height_at(*path, from, to, along);
                        worst_gap = std::min(worst_gap, height - before);
                        before = height;
                    }
                }
                CHECK(worst_gap > 0.01F * length);
                for (std::size_t i = 2; i < fan.size(); ++i) {
                    const float step = height_at(*fan[i], from, to, 0.5F) - height_at(*fan[i - 1], from, to, 0.5F);
                    const float first = height_at(*fan[1], from, to, 0.5F) - height_at(*fan[0], from, to, 0.5F);
                    CHECK(std::abs(step - first) < 0.05F * first + 0.2F);
                }
            }
        }
    }
}

TEST_CASE("a filter moves no link and no mark that stays") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        Dice dice{std::mt19937{seed}};
        const std::vector<LonLat> places{dice.place(), dice.place(), dice.place()};
        std::vector<events::EventDraft> events;
        for (int i = 0; i < 24; ++i) {
            const char* kind = kinds[static_cast<std::size_t>(dice.whole(0, 3))];
            const auto a = static_cast<std::size_t>(dice.whole(0, 2));
            const auto b = static_cast<std::size_t>(dice.whole(0, 2));
            events.push_back(between(kind, places[a], places[b]));  // a mark where both are one
        }
        const Map map{events, "equal-earth", {77.0, 28.0}};
        std::vector<EventIndex> shown;
        std::vector<EventIndex> filtered;
        for (const EventIndex index : map.all()) {
            (dice.whole(0, 1) == 0 ? shown : filtered).push_back(index);
        }
        const LinkScene whole = map.scene(map.all());
        app::LinkSetting setting;
        setting.filtered = filtered;
        const LinkScene rest = map.scene(shown, setting);
        CHECK(rest.links.size() == shown.size());
        for (const LinkLayout& link : rest.links) {
            const auto same = std::find_if(whole.links.begin(), whole.links.end(),
                                           [&](const LinkLayout& other) { return other.event == link.event; });
            REQUIRE(same != whole.links.end());
            CHECK(link.hub == same->hub);
            REQUIRE(link.paths.size() == same->paths.size());
            for (std::size_t i = 0; i < link.paths.size(); ++i) {
                CHECK(link.paths[i].points == same->paths[i].points);
            }
        }
    }
}

TEST_CASE("marks of one place stand apart about it, and the pointer finds each of them first where it stands") {
    for (std::size_t count = 1; count <= 40; ++count) {
        std::vector<events::EventDraft> events;
        for (std::size_t i = 0; i < count; ++i) {
            constexpr std::array<const char*, 10> all{"visit",    "meeting", "agreement", "trade",     "route",
                                                      "security", "tension", "ceasefire", "statement", "milestone"};
            events.push_back(at_place(all[i % all.size()], {70.0, 30.0}));
        }
        const Map map{events, "equal-earth", {70.0, 30.0}};
        const LinkScene scene = map.scene(map.all());
        REQUIRE(scene.links.size() == count);
        ScreenPt sum;
        for (const LinkLayout& link : scene.links) {
            REQUIRE(link.hub);
            CHECK(link.paths.empty());
            CHECK(app::links_at(scene, *link.hub, 8.0F).front() == link.event);
            sum = {sum.x + link.hub->x, sum.y + link.hub->y};
            for (const LinkLayout& other : scene.links) {
                CHECK((other.event == link.event || render::distance(*other.hub, *link.hub) > 27.5F));
            }
        }
        const auto n = static_cast<float>(count);
        CHECK((count > 10 || render::distance({sum.x / n, sum.y / n}, map.at({70.0, 30.0})) < 0.1F));
    }
}

TEST_CASE("places that are one on this screen make a mark, and a curve once the map is near enough") {
    Map map{{between("visit", {73.05, 33.7}, {73.1, 33.5})}, "equal-earth", {73.0, 33.5}};
    const LinkScene far = map.scene(map.all());
    REQUIRE(far.links.size() == 1);
    CHECK(far.links[0].paths.empty());
    CHECK(render::distance(far.links[0].hub.value(), map.at({73.1, 33.5})) < 0.1F);
    map.camera.metres_per_pt = 200.0;
    CHECK(map.scene(map.all()).links[0].paths.size() == 1);
}

TEST_CASE("long air routes are great circles in any projection, and a second one keeps off the first") {
    for (const char* projection : projections) {
        for (unsigned seed = 0; seed < 40; ++seed) {
            Dice dice{std::mt19937{seed}};
            const LonLat a = dice.place();
            const LonLat b = dice.place();
            if (geodata::great_circle_distance_m(a, b) < 1.5e6) {
                continue;
            }
            events::EventDraft flight = an_event("route", "2025-01-01/..").with("PAK");
            flight.path = {{events::RouteMode::Air, {{"A", "", a}, {"B", "", b}}}};
            events::EventDraft back = flight;
            std::swap(back.path[0].points[0], back.path[0].points[1]);
            const Map map{{flight, flight, back}, projection, {77.0, 28.0}};
            CAPTURE(projection);
            CAPTURE(seed);
            const LinkScene scene = map.scene(map.all());
            REQUIRE(scene.links.size() == 3);
            CHECK(map.off_great_circle(scene.links[0].paths.at(0), a, b) < 0.02);
            for (std::size_t i = 0; i < 3; ++i) {
                const render::Path& path = scene.links[i].paths.at(0);
                const ScreenPt middle = render::at(path, path.length() / 2.0F).at;
                for (std::size_t k = 0; k < i; ++k) {
                    CHECK(render::distance(scene.links[k].paths[0], middle) > 6.0F);
                }
            }
        }
    }
}

TEST_CASE("ceasefires of the same two stand side by side along their border") {
    const LonLat a{67.0, 30.0};
    const LonLat b{80.0, 30.0};
    const Map map{{between("ceasefire", a, b), between("ceasefire", b, a), between("ceasefire", a, b)},
                  "equal-earth",
                  {74.0, 30.0}};
    app::BorderCrossings crossings;
    for (std::uint32_t i = 0; i < 3; ++i) {
        crossings.emplace(i, app::BorderCrossing{map.camera.center, 1.2});
    }
    const LinkScene scene = app::layout_links(map.all(), map.world, crossings, map.camera);
    REQUIRE(scene.links.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(scene.links[i].paths.size() == 1);
        CHECK(render::distance(scene.links[i].paths[0], scene.links[i].hub.value()) < 0.01F);
        for (std::size_t k = 0; k < i; ++k) {
            CHECK(render::distance(*scene.links[i].hub, *scene.links[k].hub) > 25.0F);
        }
    }
}
