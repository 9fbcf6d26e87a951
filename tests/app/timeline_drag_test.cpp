#include "app/panels/timeline_drag.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

using namespace app;
using What = TimelineHit::What;
using Part = TimelineHandle::Part;

namespace {

/// A hundred days on a thousand points, the playhead on day 100, the window of 30 days behind it.
struct Fixture {
    TimelineDrag drag;
    AppState state;
    TimeAxis axis{{{AxisStretch::Kind::Linear, 0.0, 100.0, 1}}, 0.0F, 1000.0F};
    TimelineHand hand;
    Commands commands;

    Fixture() { state.time.playhead = 100.0; }

    void frame(bool held, What what, double day, bool clicked = false) {
        commands.clear();
        hand.held = held;
        hand.clicked = clicked;
        hand.x = axis.x_from_day(day);
        hand.hit.what = what;
        hand.hit.day = day;
        hand.hit.map_day = day;
        hand.hit.event = what == What::Lane ? std::optional{events::EventIndex{7}} : std::nullopt;
        drag.follow(hand, state, axis, commands);
    }
    template <class Wanted>
    [[nodiscard]] const Wanted* only() const {
        return commands.size() == 1 ? std::get_if<Wanted>(&commands.front()) : nullptr;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a press on the axis and every motion behind it move the playhead") {
    for (const What what : {What::Scrub, What::Axis, What::Loop}) {
        frame(true, what, 50.0);
        REQUIRE(only<Seek>() != nullptr);
        CHECK(only<Seek>()->day == 50.0);
        frame(true, What::Nothing, 60.0);  // also where the hand has left the timeline
        REQUIRE(only<Seek>() != nullptr);
        CHECK(only<Seek>()->day == 60.0);
        frame(false, what, 60.0);
        CHECK(commands.empty());
        frame(false, what, 70.0);
        CHECK(commands.empty());
    }
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

TEST_CASE_FIXTURE(Fixture, "the first handle moves the window's start") {
    frame(true, What::Handle, 90.0);
    frame(true, What::Scrub, 75.0);
    REQUIRE(only<SetTrail>() != nullptr);
    CHECK(only<SetTrail>()->days == 25.0);
}

TEST_CASE_FIXTURE(Fixture, "the last handle moves the playhead and leaves the window's start where it is") {
    hand.hit.handle = Part::End;
    frame(true, What::Handle, 99.0);  // caught a day beside its middle
    frame(true, What::Scrub, 89.0);
    REQUIRE(commands.size() == 2);
    CHECK(std::get<Seek>(commands[0]).day == 90.0);
    CHECK(std::get<SetTrail>(commands[1]).days == 20.0);
    frame(true, What::Scrub, 20.0);  // not before its start
    CHECK(std::get<Seek>(commands[0]).day == 71.0);
    CHECK(std::get<SetTrail>(commands[1]).days == 1.0);
}

TEST_CASE_FIXTURE(Fixture, "the middle handle moves the window and leaves it as long as it is") {
    hand.hit.handle = Part::Middle;
    frame(true, What::Handle, 85.0);
    REQUIRE(only<Seek>() != nullptr);
    CHECK(only<Seek>()->day == 100.0);
    frame(true, What::Scrub, 65.0);
    REQUIRE(only<Seek>() != nullptr);
    CHECK(only<Seek>()->day == 80.0);
}

TEST_CASE_FIXTURE(Fixture, "a drag with Shift marks a loop, whichever way it goes") {
    hand.shift = true;
    frame(true, What::Scrub, 50.0);
    CHECK(commands.empty());
    frame(true, What::Scrub, 60.0);
    REQUIRE(only<SetLoop>() != nullptr);
    CHECK(only<SetLoop>()->range == events::DaySpan{50.0, 60.0});
    frame(true, What::Nothing, 30.0);
    REQUIRE(only<SetLoop>() != nullptr);
    CHECK(only<SetLoop>()->range == events::DaySpan{30.0, 50.0});
}

TEST_CASE_FIXTURE(Fixture, "the middle button, or Ctrl, takes the axis along with the hand") {
    state.timeline_view = events::DaySpan{0.0, 100.0};
    for (const bool with_ctrl : {false, true}) {
        hand.middle = !with_ctrl;
        hand.ctrl = with_ctrl;
        frame(with_ctrl, What::Scrub, 50.0);
        CHECK(commands.empty());
        frame(with_ctrl, What::Scrub, 60.0);
        REQUIRE(only<PanTimeline>() != nullptr);
        CHECK(only<PanTimeline>()->days == doctest::Approx(-10.0));
        hand.middle = false;
        frame(false, What::Scrub, 60.0);
        CHECK(commands.empty());
    }
}

TEST_CASE_FIXTURE(Fixture, "the box on the small map follows the hand, and comes to where it presses beside it") {
    state.timeline_view = events::DaySpan{20.0, 40.0};
    frame(true, What::Map, 25.0);
    CHECK(std::get<PanTimeline>(commands.front()).days == 0.0);
    frame(true, What::Map, 45.0);
    CHECK(std::get<PanTimeline>(commands.front()).days == 20.0);
    frame(false, What::Map, 45.0);
    frame(true, What::Map, 80.0);
    CHECK(std::get<PanTimeline>(commands.front()).days == 50.0);
}

TEST_CASE_FIXTURE(Fixture, "a double click shows all days, one on the loop puts that away, and time stays") {
    for (const What what : {What::Axis, What::Loop}) {
        hand.twice = true;
        frame(true, what, 50.0);
        REQUIRE(commands.size() == 1);
        CHECK(std::holds_alternative<ShowTimeline>(commands.front()) == (what == What::Axis));
        CHECK(std::holds_alternative<SetLoop>(commands.front()) == (what == What::Loop));
        hand.twice = false;
        frame(true, what, 70.0);  // the day under the hand is another one now
        CHECK(commands.empty());
        frame(false, what, 70.0);
    }
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
