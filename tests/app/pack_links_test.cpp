#include "app/scene/pack_links.h"

#include "app/scene/motions/brush.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using app::AppState;
using app::Emphasis;
using app::LinkLayout;
using app::LinkScene;
using app::Phase;
using app::TimeState;
using app::WindowMode;
using app::World;
using events::EventIndex;
using events::Status;
using render::LinkBatch;
using render::Pattern;
using support::an_event;
using support::bundled;
using support::stored;

namespace {

double day(int year, int month, int day_of_month) {
    return events::days_from_civil({year, month, day_of_month});
}

TimeState time_at(double playhead, WindowMode mode = WindowMode::Moment) {
    TimeState time;
    time.playhead = playhead;
    time.days_per_second = 1.0;
    time.mode = mode;
    return time;
}

/// One event in a world of its own, drawn along one straight path of 500 points.
struct One {
    World world;
    AppState state;
    LinkScene scene;

    explicit One(const events::EventDraft& event, events::Motion motion = events::Motion::Bond)
        : world{support::world_of({event})} {
        LinkLayout link;
        link.motion = motion;
        link.paths = {render::path_from_points({{100, 100}, {200, 100}, {600, 100}})};
        scene.links = {link};
        state.camera.size = {1600.0F, 1000.0F};
        state.time.days_per_second = 1.0;
        state.time.playhead = day(2025, 6, 1);
    }
    [[nodiscard]] LinkBatch batch() const { return app::pack_links(scene, state, world); }
    [[nodiscard]] bool has(Pattern pattern) const {
        const LinkBatch packed = batch();
        return std::any_of(packed.runs().begin(), packed.runs().end(),
                           [&](const LinkBatch::Run& run) { return run.pattern == pattern; });
    }
    /// The greatest opacity of anything drawn.
    [[nodiscard]] float opacity() const {
        float most = 0.0F;
        const LinkBatch packed = batch();
        for (const render::StyleRow& style : packed.styles()) {
            most = std::max(most, style[0].a);
        }
        return most;
    }
};

bool is_finite(const LinkBatch& batch) {
    const auto all_finite = [](const render::Rgba& c) {
        return std::isfinite(c.r) && std::isfinite(c.g) && std::isfinite(c.b) && std::isfinite(c.a);
    };
    return std::all_of(batch.vertices().begin(), batch.vertices().end(),
                       [](const render::LinkVertex& v) {
                           return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.along) &&
                                  std::isfinite(v.across);
                       }) &&
           std::all_of(batch.styles().begin(), batch.styles().end(),
                       [&](const render::StyleRow& row) { return std::all_of(row.begin(), row.end(), all_finite); });
}

}  // namespace

TEST_CASE("a phase runs from 0 at an event's start to 1 at its end") {
    const events::Event event = stored(an_event("visit", "2025-05-01/2025-05-10"));
    CHECK(app::phase_of(event, time_at(day(2025, 5, 1))).passed == 0.0);
    CHECK(app::phase_of(event, time_at(day(2025, 5, 6))).passed == doctest::Approx(0.5));
    const Phase during = app::phase_of(event, time_at(day(2025, 5, 4)));
    CHECK_FALSE(during.over);
    CHECK_FALSE(during.lasting);
    CHECK(during.presence == 1.0F);
    CHECK(during.since_start_s == doctest::Approx(3.0));
    CHECK(app::phase_of(event, time_at(day(2025, 5, 12))).over);
}

TEST_CASE("an event shown before its time stands as it will") {
    const Phase before =
        app::phase_of(stored(an_event("visit", "2025-05-01/2025-05-10")), time_at(day(2025, 4, 1), WindowMode::All));
    CHECK_FALSE(before.over);
    CHECK(before.passed == 0.5);
    CHECK(before.presence == 1.0F);
    CHECK(before.since_start_s > 10.0);
}

TEST_CASE("an event without an end lasts and is never over") {
    const events::Event event = stored(an_event("agreement", "2025-05-01/.."));
    for (const double playhead : {day(2025, 5, 2), day(2035, 1, 1)}) {
        const Phase phase = app::phase_of(event, time_at(playhead));
        CHECK(phase.lasting);
        CHECK_FALSE(phase.over);
        CHECK(phase.presence == 1.0F);
    }
}

TEST_CASE("an event without a beginning is over once its end has passed") {
    const events::Event event = stored(an_event("agreement", "../2025-05-10"));
    const Phase during = app::phase_of(event, time_at(day(2025, 5, 1)));
    CHECK_FALSE(during.over);
    CHECK(during.passed == 0.5);
    const Phase after = app::phase_of(event, time_at(day(2025, 5, 26)));
    CHECK(after.over);
    CHECK(after.passed >= 1.0);
    CHECK(after.presence < 0.6F);
}

TEST_CASE("a short event is stretched so that the eye can follow it") {
    TimeState time = time_at(day(2025, 5, 1) + 5.0);
    time.days_per_second = 10.0;
    const Phase phase = app::phase_of(stored(an_event("visit", "2025-05-01")), time);
    CHECK_FALSE(phase.over);
    CHECK(phase.passed == doctest::Approx(5.0 / 9.0));
}

TEST_CASE("what is over fades in the moment and stays in every other mode") {
    const events::Event event = stored(an_event("visit", "2025-05-01"));
    float last = 1.0F;
    for (int i = 0; i <= 30; ++i) {
        const Phase phase = app::phase_of(event, time_at(day(2025, 5, 2) + i + 0.1));
        CHECK(phase.presence < last);
        CHECK(phase.presence >= 0.0F);
        last = phase.presence;
        for (const WindowMode mode : {WindowMode::Range, WindowMode::SoFar, WindowMode::All}) {
            CHECK(app::phase_of(event, time_at(day(2025, 5, 2) + i + 0.1, mode)).presence == 1.0F);
        }
    }
    CHECK(last < 0.01F);
}

TEST_CASE("the status of a day is the last that was known by then") {
    const events::Event plain = stored(an_event("visit", "2025-05-01").being(Status::Cancelled));
    CHECK(events::status_on(plain, day(2020, 1, 1)) == Status::Cancelled);
    const events::Event event = stored(an_event("visit", "2025-05-01")
                                           .being(Status::Occurred)
                                           .since("2025-03-01", Status::Planned)
                                           .since("2025-04-01", Status::Postponed)
                                           .since("2025-05-01", Status::Occurred));
    CHECK(events::status_on(event, day(2025, 3, 15)) == Status::Planned);
    CHECK(events::status_on(event, day(2025, 4, 1)) == Status::Postponed);
    CHECK(events::status_on(event, day(2025, 4, 30)) == Status::Postponed);
    CHECK(events::status_on(event, day(2026, 1, 1)) == Status::Occurred);
}

TEST_CASE("as we know now, an event has its last status at any time, and closes what that closes") {
    events::EventDraft draft = an_event("tension", "2025")
                                   .being(Status::Cancelled)
                                   .since("2025-01", Status::Planned)
                                   .since("2025-04-01", Status::Occurred);
    draft.closes = {geodata::PassageId{0}};
    const World world = support::world_of({draft});
    const events::Event event = world.events->all().front();
    const std::vector<EventIndex> closing = app::closing_events(*world.events);
    TimeState time = time_at(day(2025, 5, 15));
    CHECK(app::status_of(event, time) == Status::Occurred);
    CHECK(app::closed_at(time, closing, *world.events).size() == 1);
    time.playhead = day(2025, 2, 1);
    CHECK(app::status_of(event, time) == Status::Planned);
    time.known = app::Known::Now;
    for (const double when : {day(2025, 2, 1), day(2025, 5, 15), day(2026, 1, 1)}) {
        time.playhead = when;
        CHECK(app::status_of(event, time) == Status::Cancelled);
        CHECK(app::closed_at(time, closing, *world.events).empty());
    }
}

TEST_CASE(
    "the hovered event stands out and the others step aside, then the chosen one, then what touches the selection") {
    const World world = support::world_of(
        {an_event("visit", "2025-01-01").from("PAK").to("CHN"), an_event("visit", "2025-01-02").from("IND").to("BGD")});
    const EventIndex first{0};
    const EventIndex second{1};
    AppState state;
    CHECK(app::emphasis_of(state, world, first) == Emphasis::Normal);
    state.selection.countries = {"CHN"};
    CHECK(app::emphasis_of(state, world, first) == Emphasis::Normal);
    CHECK(app::emphasis_of(state, world, second) == Emphasis::Dimmed);
    state.selection.event = second;
    CHECK(app::emphasis_of(state, world, first) == Emphasis::Aside);
    CHECK(app::emphasis_of(state, world, second) == Emphasis::Strong);
    state.hover.event = first;
    CHECK(app::emphasis_of(state, world, first) == Emphasis::Strong);
    CHECK(app::emphasis_of(state, world, second) == Emphasis::Aside);
}

TEST_CASE("the head of a visit goes along its path from one end to the other") {
    LinkLayout link;
    link.motion = events::Motion::Travel;
    link.paths = {render::path_from_points({{0, 0}, {300, 0}, {300, 400}})};
    Phase phase;
    float last = -1.0F;
    for (int i = 0; i < 20; ++i) {
        phase.passed = i / 20.0;
        const auto head = app::head_of(link, phase);
        REQUIRE(head);
        CHECK(render::distance(link.paths[0], *head) < 0.01F);
        CHECK(head->x + head->y > last);
        last = head->x + head->y;
    }
    phase.passed = 0.0;
    CHECK(app::head_of(link, phase) == render::ScreenPt{0, 0});
    phase.passed = 0.5;
    CHECK(app::head_of(link, phase) == render::ScreenPt{300, 50});
    phase.passed = 1.0;
    CHECK_FALSE(app::head_of(link, phase));
    phase.passed = 0.5;
    link.motion = events::Motion::Bond;
    CHECK_FALSE(app::head_of(link, phase));
    link.motion = events::Motion::Travel;
    link.paths.clear();
    CHECK_FALSE(app::head_of(link, phase));
}

TEST_CASE("what is sure is solid, what is doubtful dotted, what is planned dashed") {
    CHECK(One{an_event("agreement", "2025-05-01/..").event()}.has(Pattern::Solid));
    const One doubtful{an_event("agreement", "2025-05~/..").event()};
    CHECK(doubtful.has(Pattern::Dots));
    CHECK_FALSE(doubtful.has(Pattern::Solid));
    const One planned{an_event("agreement", "2025-05-01/..").being(Status::Planned).event()};
    CHECK(planned.has(Pattern::Dashes));
    CHECK_FALSE(planned.has(Pattern::Solid));
}

TEST_CASE("every motion has a figure for what concerns one place alone") {
    for (int motion = 0; motion <= static_cast<int>(events::Motion::Mark); ++motion) {
        CAPTURE(motion);
        One one{an_event("visit", "2025-05-20/2025-06-10"), static_cast<events::Motion>(motion)};
        one.scene.links[0].paths.clear();
        one.scene.links[0].hub = render::ScreenPt{300.0F, 300.0F};
        const LinkBatch batch = one.batch();
        CHECK_FALSE(batch.vertices().empty());
        for (const render::LinkVertex& vertex : batch.vertices()) {
            CHECK(std::hypot(vertex.x - 300.0F, vertex.y - 300.0F) < 70.0F);
        }
    }
}

TEST_CASE("a spoke grows from its party's end to the seal on the day on which it joins") {
    One one{an_event("agreement", "2025-05-01/..").with("PAK").with("IND")};
    LinkLayout& link = one.scene.links[0];
    link.hub = render::ScreenPt{600.0F, 100.0F};
    link.joined = {day(2025, 6, 1)};
    const auto reach = [&](double playhead) {
        one.state.time.playhead = playhead;
        float farthest = 0.0F;
        const LinkBatch packed = one.batch();
        for (const render::LinkVertex& vertex : packed.vertices()) {
            farthest = vertex.x < 560.0F ? std::max(farthest, vertex.x) : farthest;
        }
        return farthest;
    };
    const float at_first = reach(day(2025, 6, 1) + 0.2);
    const float later = reach(day(2025, 6, 1) + 0.4);
    CHECK(at_first > 150.0F);
    CHECK(later > at_first + 80.0F);
    CHECK(later < 500.0F);
}

TEST_CASE("a plan becomes solid on the day on which it comes true") {
    One one{an_event("agreement", "2025-05-01/..")
                .being(Status::Occurred)
                .since("2025-01-01", Status::Planned)
                .since("2025-05-20", Status::Occurred)
                .event()};
    one.state.time.playhead = day(2025, 5, 10);
    CHECK(one.has(Pattern::Dashes));
    one.state.time.playhead = day(2025, 5, 25);
    CHECK_FALSE(one.has(Pattern::Dashes));
    CHECK(one.has(Pattern::Solid));
}

TEST_CASE("plans and cancelled events are paler than what happened, and dimmed ones palest") {
    const float sure = One{an_event("agreement", "2025-05-01/..").event()}.opacity();
    const float planned = One{an_event("agreement", "2025-05-01/..").being(Status::Planned).event()}.opacity();
    One dimmed{an_event("agreement", "2025-05-01/..").event()};
    dimmed.state.selection.countries = {"XXX"};
    CHECK(planned < sure);
    CHECK(dimmed.opacity() < planned);
}

TEST_CASE("on paper solid lines have a casing and nothing glows") {
    One one{an_event("agreement", "2025-05-01/..").event()};
    const std::size_t on_dark = one.batch().styles().size();
    one.state.theme = &render::light_theme();
    const LinkBatch on_paper = one.batch();
    CHECK(on_paper.styles().size() == on_dark + 1);
    for (const render::StyleRow& style : on_paper.styles()) {
        CHECK(style[3].b == 0.0F);
    }
}

TEST_CASE("reduced motion draws the same at any time of the clock") {
    One one{an_event("trade", "2025-05-01/..").event(), events::Motion::Flow};
    const auto phases = [&] {
        std::vector<float> result;
        const LinkBatch packed = one.batch();
        for (const render::StyleRow& style : packed.styles()) {
            result.push_back(style[4].b);
        }
        return result;
    };
    const auto start = phases();
    one.state.clock_s = 0.7;
    CHECK(phases() != start);
    one.state.reduced_motion = true;
    CHECK(phases() == start);
}

TEST_CASE("of very many links zigzags, fronts and beads are plain lines, and what is not certain keeps its dots") {
    const auto crowded = [](One one) {
        one.scene.links.resize(app::most_readable_links + 1, one.scene.links.front());
        return one;
    };
    for (const auto& [kind, motion, pattern] : {std::tuple{"tension", events::Motion::Strike, Pattern::Zigzag},
                                                {"statement", events::Motion::Ripple, Pattern::Ripple},
                                                {"trade", events::Motion::Flow, Pattern::Beads}}) {
        CAPTURE(kind);
        const One sure{an_event(kind, "2025-05-01/.."), motion};
        CHECK(sure.has(pattern));
        CHECK_FALSE(crowded(sure).has(pattern));
        CHECK(crowded(sure).has(Pattern::Ribbon));
    }
    CHECK(crowded(One{an_event("agreement", "2025-05-01?/.."), events::Motion::Bond}).has(Pattern::Dots));
    CHECK(crowded(One{an_event("tension", "2025-05-01?/.."), events::Motion::Strike}).has(Pattern::Zigzag));
}

TEST_CASE("a batch knows whether anything in it moves by the clock") {
    One trade{an_event("trade", "2025-05-01/..").event(), events::Motion::Flow};
    CHECK(trade.batch().is_moving());
    One bond{an_event("agreement", "2025-04-01/..").event(), events::Motion::Bond};
    CHECK_FALSE(bond.batch().is_moving());
    One planned{an_event("trade", "2025-05-01/..").being(Status::Planned).event(), events::Motion::Flow};
    CHECK_FALSE(planned.batch().is_moving());
    trade.state.selection.countries = {"KAZ"};  // touches it not: dimmed
    CHECK_FALSE(trade.batch().is_moving());
}

TEST_CASE("everything that is drawn of the bundled events is finite, at every date, in every mode and theme") {
    const World& world = bundled().world;
    const auto extent = world.events->extent();
    AppState state = support::bundled_state();
    const double first = std::max(extent.start, day(2022, 1, 1));
    std::size_t drawn = 0;
    for (int i = 0; i < 200; ++i) {
        state.time.playhead = first + (extent.end + 40.0 - first) * i / 199.0;
        state.clock_s = 0.37 * i;
        state.time.mode = static_cast<WindowMode>(i % 4);
        const LinkScene scene =
            app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
        for (const render::Theme* theme : {&render::dark_theme(), &render::light_theme(), &render::contrast_theme()}) {
            state.theme = theme;
            for (const WindowMode mode : {WindowMode::Moment, WindowMode::Range, WindowMode::SoFar, WindowMode::All}) {
                state.time.mode = mode;
                const LinkBatch batch = app::pack_links(scene, state, world);
                drawn += batch.indices().size();
                CAPTURE(state.time.playhead);
                CHECK(is_finite(batch));
            }
        }
    }
    CHECK(drawn > 100000);
}

TEST_CASE("links stay finite however near or far the map is") {
    const World& world = bundled().world;
    AppState state = support::bundled_state();
    state.time.mode = WindowMode::All;
    for (const double scale : {60.0, 300.0, 2000.0, 24000.0}) {
        state.camera.metres_per_pt = scale;
        const LinkScene scene =
            app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
        CHECK(is_finite(app::pack_links(scene, state, world)));
    }
}

TEST_CASE(
    "of more links than can be read each is plain: ribbons without glow or casing, in a few runs, doubts as ever") {
    std::vector<events::EventDraft> events;
    for (std::size_t i = 0; i <= app::most_readable_links; ++i) {
        events.push_back(an_event("agreement", i % 2 == 0 ? "2025-01-01" : "2025-01-01~"));
    }
    const World world = support::world_of(std::move(events));
    LinkScene scene;
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        LinkLayout link;
        link.event = EventIndex{i};
        link.motion = events::Motion::Bond;
        link.paths = {render::path_from_points({{100, 100}, {600, 100}})};
        scene.links.push_back(link);
    }
    AppState state = support::state_at("2025-06-01");
    state.time.mode = WindowMode::All;
    const auto patterns = [&] {
        std::vector<Pattern> found;
        const LinkBatch batch = app::pack_links(scene, state, world);
        for (const LinkBatch::Run& run : batch.runs()) {
            found.push_back(run.pattern);
        }
        return found;
    };
    CHECK(patterns() == std::vector{Pattern::Ribbon, Pattern::Dots, Pattern::Mark});
    const LinkBatch plain = app::pack_links(scene, state, world);
    for (const render::StyleRow& style : plain.styles()) {
        CHECK(style[3].b == 0.0F);
    }
    scene.links.pop_back();
    CHECK(patterns().size() > 3);
}

TEST_CASE("a link that lies beside the screen is not packed, one that reaches into it is") {
    One one{an_event("agreement", "2025-01-01")};
    one.state.time.mode = WindowMode::All;
    one.state.camera.size = {400.0F, 300.0F};
    CHECK_FALSE(one.batch().runs().empty());
    one.scene.links.front().paths = {render::path_from_points({{-600, 100}, {-100, 100}})};
    CHECK(one.batch().runs().empty());
    one.scene.links.front().paths = {render::path_from_points({{-600, 100}, {1000, 100}})};
    CHECK_FALSE(one.batch().runs().empty());
}

TEST_CASE("a link with a value is drawn wider by its share, in every motion, solid or dotted or dashed") {
    const auto width_of = [](float share, events::Motion motion, const char* date, events::Status status) {
        One one{an_event("visit", date).being(status), motion};
        one.scene.links.front().value_share = share;
        if (motion == events::Motion::Mark) {
            one.scene.links.front().hub = render::ScreenPt{300, 300};
        }
        one.state.time.playhead = day(2025, 6, 1);
        const LinkBatch batch = one.batch();
        float top = 1e9F;
        for (const render::LinkVertex& v : batch.vertices()) {
            const bool beside_marks = v.x > 150.0F && v.x < 250.0F;  // those in the middle and at the ends
            top = beside_marks ? std::min(top, v.y) : top;
        }
        return 100.0F - top;
    };
    for (int i = 0; i <= static_cast<int>(events::Motion::Mark); ++i) {
        const auto motion = static_cast<events::Motion>(i);
        // Beads, rings and arcs reach further than lines: what counts is that nothing shrinks and lines grow.
        for (const char* date : {"2025-05-01/2025-05-20", "2025-05~/2025-05~"}) {
            for (const events::Status status : {events::Status::Occurred, events::Status::Planned}) {
                CAPTURE(i);
                CAPTURE(date);
                CHECK(width_of(1.0F, motion, date, status) >= width_of(0.0F, motion, date, status));
            }
        }
    }
    for (const events::Motion motion : {events::Motion::Bond, events::Motion::Flow, events::Motion::Path,
                                        events::Motion::Strike, events::Motion::Travel}) {
        CHECK(width_of(1.0F, motion, "2025-05-01/2025-05-20", events::Status::Occurred) >
              width_of(0.0F, motion, "2025-05-01/2025-05-20", events::Status::Occurred) + 0.8F);
    }
}

TEST_CASE("a taper keeps its proportion when its link is wide") {
    app::motions::Stroke stroke{.hue = {}, .half_width = 0.5F, .half_width_end = 1.5F};
    One one{an_event("visit", "2025-05-01")};
    LinkBatch out;
    const events::Event event = stored(an_event("visit", "2025-05-01"));
    app::motions::Brush brush{one.scene.links.front(), event, render::dark_theme(), out, one.state.time, {}, {}};
    CHECK(brush.weighted(stroke).half_width == 0.5F);
    brush.extra = 1.5F;
    CHECK(brush.weighted(stroke).half_width == doctest::Approx(1.0F));
    CHECK(brush.weighted(stroke).half_width_end == doctest::Approx(3.0F));
    stroke.pattern = Pattern::Dots;
    CHECK(brush.weighted(stroke).dash > 2.0F * brush.weighted(stroke).gap);
}

TEST_CASE("the direction of links is drawn also where their kind usually has none") {
    const auto marks = [](bool directed, events::Motion motion, const char* date, events::Status status) {
        One one{an_event("visit", date).being(status), motion};
        one.scene.links.front().directed = directed;
        const LinkBatch batch = one.batch();
        return std::count_if(batch.styles().begin(), batch.styles().end(), [](const render::StyleRow& row) {
            return row[1].r == static_cast<float>(render::Shape::Arrow) ||
                   row[1].r == static_cast<float>(render::Shape::Chevron);
        });
    };
    for (const events::Motion motion : {events::Motion::Bond, events::Motion::Strike, events::Motion::Path}) {
        for (const events::Status status : {events::Status::Occurred, events::Status::Planned}) {
            CHECK(marks(true, motion, "2025-05-01/..", status) > marks(false, motion, "2025-05-01/..", status));
        }
    }
}
