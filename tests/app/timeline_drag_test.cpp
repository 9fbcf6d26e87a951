#include "app/panels/timeline_drag.h"

#include <doctest/doctest.h>

using namespace app;
using What = TimelineHit::What;

namespace {

struct Fixture {
    TimelineDrag drag;
    Commands commands;

    void frame(bool held, What what, double day, bool clicked = false) {
        commands.clear();
        TimelineHit hit;
        hit.what = what;
        hit.day = day;
        if (what == What::Lane) {
            hit.event = events::EventIndex{7};
        }
        drag.follow(held, clicked, hit, 100.0, commands);
    }
    template <class Wanted>
    [[nodiscard]] const Wanted* only() const {
        return commands.size() == 1 ? std::get_if<Wanted>(&commands.front()) : nullptr;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a press on the axis and every motion behind it move the playhead") {
    frame(true, What::Scrub, 50.0);
    REQUIRE(only<Seek>() != nullptr);
    CHECK(only<Seek>()->day == 50.0);
    frame(true, What::Nothing, 60.0);  // also where the hand has left the timeline
    REQUIRE(only<Seek>() != nullptr);
    CHECK(only<Seek>()->day == 60.0);
    frame(false, What::Scrub, 60.0);
    CHECK(commands.empty());
    frame(false, What::Scrub, 70.0);
    CHECK(commands.empty());
}

TEST_CASE_FIXTURE(Fixture, "a motion that comes in the frame of letting go still counts") {
    frame(true, What::Scrub, 50.0);
    frame(false, What::Scrub, 80.0, true);
    REQUIRE(only<Seek>() != nullptr);
    CHECK(only<Seek>()->day == 80.0);
    frame(true, What::Handle, 40.0);
    frame(false, What::Handle, 30.0);
    REQUIRE(only<SetTrail>() != nullptr);
    CHECK(only<SetTrail>()->days == 70.0);
}

TEST_CASE_FIXTURE(Fixture, "a handle moves the window's start") {
    frame(true, What::Handle, 90.0);
    frame(true, What::Scrub, 75.0);
    REQUIRE(only<SetTrail>() != nullptr);
    CHECK(only<SetTrail>()->days == 25.0);
}

TEST_CASE_FIXTURE(Fixture, "a click on a lane chooses its event, a drag that ends on one does not") {
    frame(true, What::Lane, 10.0);
    CHECK(commands.empty());
    frame(false, What::Lane, 10.0, true);
    REQUIRE(only<SelectEvent>() != nullptr);
    CHECK(only<SelectEvent>()->event == events::EventIndex{7});
    frame(true, What::YearLane, 10.0);
    frame(false, What::YearLane, 10.0, true);
    CHECK(only<ToggleYearOnly>() != nullptr);
    frame(true, What::Scrub, 10.0);
    frame(false, What::Lane, 10.0, true);
    CHECK(commands.empty());
}
