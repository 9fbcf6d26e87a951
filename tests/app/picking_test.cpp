// Where a link is drawn it can be picked, and where it is picked it is drawn: one picture of each event, compared pixel
// by pixel with the map without it.
#include "app/export/picture.h"
#include "app/platform/headless.h"
#include "app/scene/map_view.h"
#include "events/load.h"
#include "tests/support/bundled_world.h"
#include "tests/support/gl_tests.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

using render::ScreenPt;

namespace {

constexpr int width = 1000;
constexpr int height = 640;

/// The map on paper, whose strokes have no glow, without a name.
class Easel {
public:
    Easel() {
        view_.set_world(world_of({}), map_);
        app::AppState state = support::bundled_state(width, height);
        state.theme = &render::light_theme();
        state.time.mode = app::WindowMode::All;
        state.time.playhead = events::days_from_civil({2025, 5, 14}) + 0.5;
        state_ = app::reduce(std::move(state), app::Fit{{"IRN", "KAZ", "MMR", "LKA"}}, view_.world());
    }

    render::Image picture_of(std::vector<std::filesystem::path> files, std::string_view only) {
        view_.set_world(world_of(files), map_);
        app::AppState state = state_;
        const events::EventStore& store = *view_.world().events;
        for (std::size_t i = 0; i < store.kinds().all().size(); ++i) {
            if (store.kinds().all()[i].name != only) {
                state.hidden_kinds.push_back(static_cast<events::KindId>(i));
            }
        }
        const render::RectPt everywhere{0.0F, 0.0F, width, height};  // no room for names
        view_.draw(state, {&everywhere, 1}, app::Furniture::Explore, true, target_.framebuffer());
        return app::image_of(target_);
    }
    [[nodiscard]] const app::LinkScene& links() const { return view_.links(); }

private:
    static std::shared_ptr<const app::World> world_of(const std::vector<std::filesystem::path>& files) {
        auto world = std::make_shared<app::World>(support::bundled().world);
        world->events = events::load_events(files, world->gazetteer).value;
        return world;
    }

    app::HeadlessContext context_;
    app::MapView view_{1.0F};
    render::gl::Target target_{render::gl::TexelFormat::Rgba8, width, height};
    std::shared_ptr<const app::ProjectedMap> map_ = std::make_shared<const app::ProjectedMap>(support::bundled().map);
    app::AppState state_;
};

/// Middles of the pixels in which two pictures differ plainly.
std::vector<ScreenPt> changed(const render::Image& a, const render::Image& b) {
    constexpr int plainly = 48;
    std::vector<ScreenPt> points;
    for (std::size_t i = 0; i + 3 < a.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            most = std::max(most, std::abs(a.rgba[i + channel] - b.rgba[i + channel]));
        }
        if (most >= plainly) {
            const auto pixel = static_cast<int>(i / 4);
            points.push_back({static_cast<float>(pixel % width) + 0.5F, static_cast<float>(pixel / width) + 0.5F});
        }
    }
    return points;
}

bool is_near_any(ScreenPt at, std::span<const ScreenPt> points, float within) {
    return std::any_of(points.begin(), points.end(), [&](ScreenPt p) { return render::distance(at, p) <= within; });
}

}  // namespace

TEST_CASE("links are picked where they are drawn, and drawn where they are picked" *
          doctest::skip(support::without_gl)) {
    const std::filesystem::path file = std::filesystem::path{CARAVAN_SOURCE_DIR} / "tests/golden/fixtures/motions.json";
    constexpr float reach_pt = 8.0F;
    constexpr float widest_gap_pt = 20.0F;  // between the fronts of a statement
    Easel easel;
    const render::Image empty = easel.picture_of({}, "");
    for (const std::string kind : {"visit", "meeting", "agreement", "trade", "route", "security", "tension",
                                   "ceasefire", "statement", "milestone"}) {
        CAPTURE(kind);
        const std::vector<ScreenPt> drawn = changed(easel.picture_of({file}, kind), empty);
        CHECK(drawn.size() > 60);
        std::size_t missed = 0;
        ScreenPt one_missed;
        for (const ScreenPt at : drawn) {
            if (app::links_at(easel.links(), at, reach_pt).empty()) {
                ++missed;
                one_missed = at;
            }
        }
        CAPTURE(one_missed.x);
        CAPTURE(one_missed.y);
        CHECK(missed == 0);
        for (const app::LinkLayout& link : easel.links().links) {
            for (const render::Path& path : link.paths) {
                for (float s = 0.0F; s <= path.length(); s += 1.0F) {
                    const ScreenPt at = render::at(path, s).at;
                    const bool in_sight = at.x > 0.0F && at.y > 0.0F && at.x < width && at.y < height;
                    const bool is_drawn = !in_sight || is_near_any(at, drawn, widest_gap_pt);
                    CAPTURE(at.x);
                    CAPTURE(at.y);
                    REQUIRE(is_drawn);
                }
            }
        }
    }
}
