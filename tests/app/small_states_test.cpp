#include "app/scene/small_states.h"

#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using support::bundled;

namespace {

std::set<std::string> marked(const render::Camera& camera) {
    std::set<std::string> codes;
    for (const app::SmallState& state : app::small_states(bundled().world, camera)) {
        codes.insert((*bundled().world.boundaries)[state.country].code);
    }
    return codes;
}

render::Camera over(geodata::LonLat at, double metres_per_pt) {
    render::Camera camera;
    camera.size = {1280.0F, 720.0F};
    camera.metres_per_pt = metres_per_pt;
    camera.center = bundled().world.project(at).value();
    return camera;
}

}  // namespace

TEST_CASE("the Maldives, Singapore and Bahrain are marked when they are too small to see, and large countries never") {
    const auto codes = marked(over({76.0, 15.0}, 6700.0));
    CHECK(codes.contains("MDV"));
    CHECK(codes.contains("BHR"));
    CHECK(marked(over({100.0, 10.0}, 6700.0)).contains("SGP"));
    for (const char* large : {"IND", "PAK", "LKA", "BTN", "NPL"}) {
        CHECK_FALSE(codes.contains(large));
    }
}

TEST_CASE("a small state that is large enough on screen has no mark") {
    CHECK_FALSE(marked(over({103.8, 1.35}, 300.0)).contains("SGP"));
}

TEST_CASE("from far away only the region's small states are marked") {
    const auto codes = marked(over({76.0, 15.0}, 15000.0));
    CHECK(codes.contains("MDV"));
    CHECK_FALSE(codes.contains("BHR"));
}

TEST_CASE("only what has a capital is a state") {
    for (const std::string& code : marked(over({76.0, 15.0}, 7000.0))) {
        CHECK(bundled().world.gazetteer.places.capital(code) != nullptr);
    }
}

TEST_CASE("the pointer finds a mark within its reach and the nearest of several") {
    const auto camera = over({76.0, 15.0}, 6700.0);
    const auto all = app::small_states(bundled().world, camera);
    const auto maldives = std::find_if(all.begin(), all.end(), [](const app::SmallState& state) {
        return (*bundled().world.boundaries)[state.country].code == "MDV";
    });
    REQUIRE(maldives != all.end());
    const render::ScreenPt at = maldives->at;
    const auto near = app::small_state_at(bundled().world, camera, {at.x + 5.0F, at.y - 5.0F}, 8.0F);
    REQUIRE(near);
    CHECK(*near == maldives->country);
    CHECK_FALSE(app::small_state_at(bundled().world, camera, {at.x + 9.0F, at.y}, 8.0F));
}
