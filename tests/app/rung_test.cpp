#include "app/scene/rung.h"

#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using app::Rung;
using support::an_event;

namespace {

const std::vector<std::string> pair{"PAK", "BGD"};

Rung rung_of(const events::EventDraft& draft, const std::vector<std::string>& countries = pair) {
    return app::rung_of(support::stored(draft), events::KindTable{}, countries);
}

/// How much is drawn of an event's rung between rails at 100 and 300.
render::LinkBatch batch_of(const events::EventDraft& draft) {
    const app::World world = support::world_of({draft});
    const app::AppState state = support::state_at("2025-05-20");
    const events::EventIndex only{0};
    const std::array<float, 2> rails{100.0F, 300.0F};
    render::LinkBatch batch;
    app::pack_rung(app::rung_of((*world.events)[only], world.events->kinds(), pair), only, rails, 50.0F, 1.0F, state,
                   world, app::KindColors{world.events->kinds(), *state.theme}, batch);
    return batch;
}

}  // namespace

TEST_CASE("a rung runs from the visitor's rail to the host's, whichever stands first") {
    const Rung there = rung_of(an_event("visit", "2025").from("PAK").to("BGD"));
    CHECK(there.form == Rung::Form::Link);
    CHECK(there.directed);
    CHECK(there.from == 0);
    CHECK(there.to == 1);
    const Rung back = rung_of(an_event("visit", "2025").to("PAK").from("BGD"));
    CHECK(back.from == 1);
    CHECK(back.to == 0);
}

TEST_CASE("an agreement has no direction") {
    const Rung rung = rung_of(an_event("agreement", "2025").with("BGD").with("PAK"));
    CHECK(rung.form == Rung::Form::Link);
    CHECK_FALSE(rung.directed);
    CHECK(rung.from == 0);
    CHECK(rung.to == 1);
}

TEST_CASE("a visit of both to a third is a mark half way, and not a visit of one to the other") {
    const Rung rung = rung_of(an_event("visit", "2025").from("PAK").from("BGD").to("CHN"));
    CHECK(rung.form == Rung::Form::Place);
    CHECK(rung.hub == 0.5F);
}

TEST_CASE("an exercise stands beside the rail whose country is nearer to its venue") {
    events::EventDraft exercise = an_event("security", "2025").with("PAK").with("BGD");
    exercise.parties[0].place.at = geodata::LonLat{73.0, 33.7};
    exercise.parties[1].place.at = geodata::LonLat{90.4, 23.8};
    exercise.venue = events::EventPlace{"off Karachi", "", geodata::LonLat{66.5, 24.3}};
    const Rung rung = rung_of(exercise);
    CHECK(rung.form == Rung::Form::Place);
    CHECK(rung.hub < 0.4F);
    SUBCASE("without a venue it is agreed between both") {
        exercise.venue.reset();
        CHECK(rung_of(exercise).form == Rung::Form::Link);
    }
}

TEST_CASE("a meeting has spokes to the host's side") {
    const Rung rung = rung_of(an_event("meeting", "2025").with("PAK").with("BGD", events::Role::Host));
    CHECK(rung.form == Rung::Form::Spokes);
    CHECK(rung.hub > 0.6F);
}

TEST_CASE("among three countries a rung keeps to the rails that it touches") {
    const std::vector<std::string> three{"PAK", "CHN", "BGD"};
    const Rung rung = rung_of(an_event("agreement", "2025").with("PAK").with("CHN"), three);
    CHECK(rung.touched == std::vector<std::size_t>{0, 1});
    CHECK(rung.to == 1);
}

TEST_CASE("every kind has a rung, drawn between its rails and at rest") {
    const events::KindTable kinds;
    for (const events::Kind& kind : kinds.all()) {
        CAPTURE(kind.name);
        const render::LinkBatch batch = batch_of(an_event(kind.name, "2025-05").from("PAK").to("BGD"));
        CHECK_FALSE(batch.vertices().empty());
        CHECK_FALSE(batch.is_moving());
        for (const render::LinkVertex& vertex : batch.vertices()) {
            CHECK(vertex.x > 90.0F);  // an edge of glow lies around it
            CHECK(vertex.x < 310.0F);
            CHECK(vertex.y > 20.0F);
            CHECK(vertex.y < 80.0F);
        }
    }
}
