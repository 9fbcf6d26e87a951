#include "app/panels/timeline_view.h"

#include "app/panels/panel_places.h"
#include "app/panels/timeline_layout.h"
#include "app/state/command.h"
#include "tests/support/an_event.h"
#include "tests/support/text_width.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using app::AppState;
using app::reduce;
using app::TimeAxis;
using support::an_event;
using support::state_at;

namespace {

double day(int year, int month = 1, int day_of_month = 1) {
    return events::days_from_civil({year, month, day_of_month});
}

app::World a_sparse_past() {
    std::vector<events::EventDraft> list{an_event("milestone", "1971"), an_event("visit", "2003"),
                                         an_event("visit", "2012"), an_event("route", "2015/..")};
    for (const char* date : {"2024-08", "2024-12-01/2025-02-10", "2025-01~", "2025-02-03/2025-02-05", "2025-05-19",
                             "2025-05-20", "2025-09-09", "2025-10", "2025-11", "2026-01-15"}) {
        list.push_back(an_event("visit", date).from("PAK").to("CHN"));
        list.push_back(an_event("meeting", date).with("IND"));
    }
    return support::world_of(list);
}

TimeAxis axis_of(const AppState& state, const app::World& world) {
    return app::axis_in_view(state, world, app::panel_places(state, world).timeline);
}

app::TimelineLayout layout_of(const AppState& state, const app::World& world) {
    return app::timeline_layout(state, world, app::panel_places(state, world).timeline, support::text_width);
}

}  // namespace

TEST_CASE("zooming keeps the day under the pointer where it is, at any place and in both directions") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    for (const double at : {day(2024, 10, 5), day(2025, 5, 20), day(2025, 12, 24)}) {
        state.timeline_view.reset();
        for (const double factor : {1.25, 1.25, 4.0, 0.8, 1.25, 3.0, 0.5}) {
            const float before = axis_of(state, world).x_from_day(at);
            state = reduce(state, app::ZoomTimeline{at, factor}, world);
            REQUIRE(state.timeline_view.has_value());
            CHECK(axis_of(state, world).x_from_day(at) == doctest::Approx(before).epsilon(0.002));
        }
    }
}

TEST_CASE("zooming out ends with all days, and zooming in at a quarter of a day") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    CHECK_FALSE(reduce(state, app::ZoomTimeline{day(2025), 0.5}, world).timeline_view.has_value());
    for (int i = 0; i < 60; ++i) {
        state = reduce(state, app::ZoomTimeline{day(2025, 5, 20), 1.25}, world);
    }
    REQUIRE(state.timeline_view.has_value());
    CHECK(state.timeline_view->end - state.timeline_view->start == doctest::Approx(0.25));
    int steps = 0;
    while (state.timeline_view && steps < 200) {
        state = reduce(state, app::ZoomTimeline{day(2025, 5, 20), 0.8}, world);
        ++steps;
    }
    CHECK(steps < 60);
    CHECK_FALSE(state.timeline_view.has_value());
    for (const double nonsense : {0.0, -1.0, std::nan("")}) {
        CHECK_FALSE(reduce(state, app::ZoomTimeline{day(2025), nonsense}, world).timeline_view.has_value());
        CHECK_FALSE(reduce(state, app::ZoomTimeline{std::nan(""), 2.0}, world).timeline_view.has_value());
    }
}

TEST_CASE("a collapsed gap opens under the wheel") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    state = reduce(state, app::ZoomTimeline{day(1990), 1.25}, world);
    REQUIRE(state.timeline_view.has_value());
    CHECK(axis_of(state, world).zigzags().empty());
    CHECK(state.timeline_view->start < day(1990));
    CHECK(state.timeline_view->end > day(1990));
    state = reduce(state, app::ZoomTimeline{day(1990), 1.25}, world);
    CHECK(state.timeline_view.has_value());
}

TEST_CASE("panning stays within what there is, and needs a view") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    CHECK_FALSE(reduce(state, app::PanTimeline{30.0}, world).timeline_view.has_value());
    state = reduce(state, app::ShowTimeline{events::DaySpan{day(2025, 3), day(2025, 4)}}, world);
    REQUIRE(state.timeline_view.has_value());
    CHECK(*state.timeline_view == events::DaySpan{day(2025, 3), day(2025, 4)});
    state = reduce(state, app::PanTimeline{31.0}, world);
    CHECK(state.timeline_view->start == doctest::Approx(day(2025, 4)));
    for (const double far : {1e9, -1e9}) {
        state = reduce(state, app::PanTimeline{far}, world);
        CHECK(state.timeline_view->end - state.timeline_view->start == doctest::Approx(31.0));
        CHECK(state.timeline_view->start >= world.timeline->plain.front().from);
        CHECK(state.timeline_view->end <= world.timeline->plain.back().to + 1e-6);
    }
    CHECK_FALSE(reduce(state, app::ShowTimeline{}, world).timeline_view.has_value());
    const auto all = reduce(state, app::ShowTimeline{events::DaySpan{-1e9, 1e9}}, world).timeline_view;
    CHECK_FALSE(all.has_value());
}

TEST_CASE("none of these moves the playhead or the window") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    state.time.playing = true;
    const app::TimeState before = state.time;
    for (const app::Command& command : std::vector<app::Command>{
             app::ZoomTimeline{day(2025), 2.0}, app::PanTimeline{50.0}, app::ZoomTimelineToWindow{},
             app::ShowTimeline{events::DaySpan{day(2012), day(2013)}}, app::ShowTimeline{}, app::PointAtTimeline{}}) {
        state = reduce(state, command, world);
        CHECK(state.time == before);
    }
}

TEST_CASE("Z shows the window with room on both sides, in every mode") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    for (const app::WindowMode mode : {app::WindowMode::Moment, app::WindowMode::Range}) {
        state.time.mode = mode;
        const events::DaySpan window = app::window_of(state.time);
        const AppState zoomed = reduce(state, app::ZoomTimelineToWindow{}, world);
        REQUIRE(zoomed.timeline_view.has_value());
        CHECK(zoomed.timeline_view->start < window.start);
        CHECK(zoomed.timeline_view->end > window.end);
    }
    state.time.mode = app::WindowMode::All;
    CHECK_FALSE(reduce(state, app::ZoomTimelineToWindow{}, world).timeline_view.has_value());
}

TEST_CASE("the view turns like a page where the playhead leaves it, by steps and while it plays") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    state = reduce(state, app::ShowTimeline{events::DaySpan{day(2025, 5, 10), day(2025, 5, 25)}}, world);
    const auto view = state.timeline_view;
    CHECK(reduce(state, app::StepUnit{1, app::TimeStep::Day}, world).timeline_view == view);
    const auto holds_playhead = [](const AppState& s) {
        return s.timeline_view->start <= s.time.playhead && s.time.playhead <= s.timeline_view->end;
    };
    for (const app::Command& command :
         std::vector<app::Command>{app::StepUnit{10, app::TimeStep::Day}, app::StepUnit{-40, app::TimeStep::Day},
                                   app::StepEvent{3}, app::SeekTo{true}, app::Seek{day(2012, 3)}}) {
        const AppState moved = reduce(state, command, world);
        CHECK(moved.timeline_view != view);
        CHECK(holds_playhead(moved));
        CHECK(moved.timeline_view->end - moved.timeline_view->start == doctest::Approx(15.0));
    }
    state.time.playing = true;
    state.time.skip_quiet = false;
    for (int i = 0; i < 100; ++i) {
        state = reduce(state, app::Tick{0.1}, world);
        CHECK(holds_playhead(state));
    }
    CHECK(state.timeline_view != view);
}

TEST_CASE("a zoomed timeline shows the days in view alone, on even ground, with a small map of all") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    CHECK(layout_of(state, world).map.rect.width() == 0.0F);
    state = reduce(state, app::ShowTimeline{events::DaySpan{day(2025, 5, 10), day(2025, 5, 25)}}, world);
    const app::TimelineLayout layout = layout_of(state, world);
    CHECK(layout.zigzags.empty());
    CHECK(layout.stubs.empty());
    CHECK(layout.playhead_beside == 0);
    const app::TimelineBins bins = app::timeline_bins(state, world, layout.panel);
    float sum = 0.0F;
    for (const app::TimelineBin& bin : bins.bins) {
        sum += bin.total;
    }
    CHECK(sum == doctest::Approx(4.0));  // the two days of May with two events each
    CHECK(bins.lasting.size() == 1);     // the route, which is still in force
    REQUIRE(layout.lanes.size() == 1);
    CHECK(layout.lanes[0].rect.left < layout.axis_left);
    CHECK(layout.lanes[0].rect.right > layout.axis_right);
    CHECK(layout.map.rect.height() == 7.0F);
    CHECK(layout.map.rect.bottom <= layout.histogram.top);
    CHECK(layout.map.view.left > layout.map.rect.left);
    CHECK(layout.map.view.right < layout.map.rect.right);
    CHECK_FALSE(layout.map.bars.empty());
    const app::TimelineHit hit = app::timeline_hit(layout, bins, layout.map.view.center());
    CHECK(hit.what == app::TimelineHit::What::Map);
    CHECK(hit.map_day == doctest::Approx(day(2025, 5, 17)).epsilon(0.001));
    state.time.playhead = day(2012, 3);
    CHECK(layout_of(state, world).playhead_beside == -1);
    state.time.playhead = day(2026, 3);
    CHECK(layout_of(state, world).playhead_beside == 1);
}

TEST_CASE("ticks read well from decades to hours") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    state.time.skip_quiet = false;
    const auto labels = [&] {
        std::vector<std::string> found;
        for (const app::AxisTick& tick : layout_of(state, world).ticks) {
            if (!tick.label.empty()) {
                found.push_back(tick.label);
            }
        }
        return found;
    };
    const auto has = [](const std::vector<std::string>& all, std::string_view label) {
        return std::find(all.begin(), all.end(), label) != all.end();
    };
    CHECK(has(labels(), "2000"));
    for (const auto& [from, to, label] : {std::tuple{day(2024, 11), day(2025, 11), "Mar"},
                                          {day(2025, 5, 3), day(2025, 6, 3), "20"},
                                          {day(2025, 5, 20), day(2025, 5, 21), "06:00"},
                                          {day(2003), day(2015), "2012"}}) {
        state.timeline_view = events::DaySpan{from, to};
        CAPTURE(label);
        const auto found = labels();
        CHECK(found.size() >= 6);
        CHECK(has(found, label));
    }
}

TEST_CASE("bins of a view are those of the events in it, at any zoom") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    state.time.skip_quiet = false;
    for (double length = 0.25; length < 20000.0; length *= 1.7) {
        state.timeline_view = app::view_of(world, {day(2025, 5, 19) - length / 3.0, day(2025, 5, 19) + length});
        const render::RectPt panel = app::panel_places(state, world).timeline;
        const app::TimelineBins bins = app::timeline_bins(state, world, panel);
        CHECK(bins.bins.size() < 200);
        double sum = 0.0;
        for (const app::TimelineBin& bin : bins.bins) {
            sum += static_cast<double>(bin.total);
        }
        const std::vector<double> edges{bins.axis.first_day(), bins.axis.last_day()};
        double wanted = 0.0;
        for (const float share : world.timeline->density.shares(edges)) {
            wanted += static_cast<double>(share);
        }
        CHECK(sum == doctest::Approx(wanted).epsilon(1e-3));
    }
}

TEST_CASE("a step goes as far as the zoomed timeline can show, or as chosen") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-01-31");
    const double start = state.time.playhead;
    const auto after = [&](int units) { return reduce(state, app::StepUnit{units}, world).time.playhead; };
    CHECK(after(1) == start + 1.0);
    state.timeline_view = events::DaySpan{day(2025, 1, 30), day(2025, 2, 1)};
    CHECK(after(1) == doctest::Approx(start + 1.0 / 24.0));
    state.timeline_view = events::DaySpan{day(2024), day(2026)};
    CHECK(after(1) == start + 1.0);
    state.timeline_view = events::DaySpan{day(2005), day(2026)};
    CHECK(after(1) == day(2025, 2, 28) + 0.5);
    CHECK(after(-2) == day(2024, 11, 30) + 0.5);
    state.timeline_view = events::DaySpan{day(1971), day(2026)};
    CHECK(after(-3) == day(2022, 1, 31) + 0.5);
    state = reduce(state, app::SetStep{app::TimeStep::Month}, world);
    CHECK(state.time.playhead == start);
    state.timeline_view.reset();
    CHECK(after(1) == day(2025, 2, 28) + 0.5);
    CHECK(reduce(state, app::StepUnit{5, app::TimeStep::Day}, world).time.playhead == start + 5.0);
}

TEST_CASE("events of selected countries stand at the foot of each bar, the others aside") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    for (const app::HistogramSegment& segment : layout_of(state, world).histogram_segments) {
        CHECK_FALSE(segment.aside);
    }
    state.selection.countries = {"PAK"};
    const app::TimelineLayout layout = layout_of(state, world);
    const auto visit = world.events->kinds().find("visit").value();
    const auto meeting = world.events->kinds().find("meeting").value();
    std::size_t aside = 0;
    for (const app::HistogramSegment& segment : layout.histogram_segments) {
        const bool dense = segment.days.start > day(2024);
        CHECK((!dense || segment.kind != meeting || segment.aside));
        CHECK((!dense || segment.kind != visit || !segment.aside));
        aside += segment.aside ? 1 : 0;
    }
    CHECK(aside > 0);
    for (const app::LaneBar& lane : layout.lanes) {
        CHECK(lane.aside == (lane.event && !(*world.events)[*lane.event].touches("PAK")));
    }
}

TEST_CASE("a bar under the pointer highlights its events that are shown, and a link marks its bar and its days") {
    const app::World world = a_sparse_past();
    AppState state = state_at("2025-05-20");
    const app::TimelineLayout plain = layout_of(state, world);
    const app::TimelineBins bins = app::timeline_bins(state, world, plain.panel);
    const auto visible = app::visible_events(state, world);
    REQUIRE(visible.size() >= 4);
    std::size_t lit_bars = 0;
    for (const app::HistogramSegment& segment : plain.histogram_segments) {
        const app::TimelineHit hit = app::timeline_hit(plain, bins, segment.rect.center());
        if (hit.what != app::TimelineHit::What::Scrub) {
            continue;  // a handle stands there
        }
        REQUIRE(hit.bar.has_value());
        const app::TimelineHover hover = app::hover_of(hit, visible, world);
        const auto holds = [&](events::EventIndex event) { return app::holds(*hit.bar, world, event); };
        CHECK(hover.bar.has_value() == std::any_of(visible.begin(), visible.end(), holds));
        if (hover.bar) {
            state.timeline_hover = hover;
            const app::TimelineLayout layout = layout_of(state, world);
            const auto lit = std::count_if(layout.histogram_segments.begin(), layout.histogram_segments.end(),
                                           [](const app::HistogramSegment& s) { return s.lit; });
            CHECK(lit == 1);
            ++lit_bars;
        }
    }
    CHECK(lit_bars > 0);
    state.timeline_hover = {};
    state.hover.event = visible.back();
    const app::TimelineLayout marked = layout_of(state, world);
    REQUIRE(marked.mark.has_value());
    CHECK(marked.mark->right - marked.mark->left >= 4.0F);
    CHECK(std::any_of(marked.histogram_segments.begin(), marked.histogram_segments.end(),
                      [](const app::HistogramSegment& s) { return s.lit; }));
}
