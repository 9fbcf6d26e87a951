#include "app/panels/timeline_layout.h"
#include "tests/support/an_event.h"
#include "tests/support/text_width.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>
#include <set>

using app::TimelineButton;
using app::TimelineHit;
using app::TimelineLayout;
using app::WindowMode;
using events::Status;
using render::RectPt;
using support::an_event;
using support::state_at;
using support::stored;
using support::text_width;

namespace {

const char* const kind_names[] = {"visit", "meeting", "agreement", "trade", "route", "security", "tension"};

std::vector<events::EventDraft> a_year_and_a_half() {
    std::vector<events::EventDraft> list{
        an_event("milestone", "1971"),
        an_event("visit", "2003"),
        an_event("visit", "2012"),
        an_event("route", "2015/..").titled("China–Pakistan Economic Corridor"),
        an_event("milestone", "2021-08"),
        an_event("route", "2024-11~/..").titled("Karachi–Chattogram sea lane"),
        an_event("trade", "2024-12~/2025-01~").titled("Curbs on exports lifted"),
        an_event("ceasefire", "2025-05~/..").titled("Ceasefire, India–Pakistan"),
        an_event("route", "2026-01-10/..").titled("Dhaka–Karachi flights").being(Status::Planned),
        an_event("visit", "2025?").named("a"),
        an_event("visit", "2025?").named("b"),
        an_event("trade", "2024?")};
    for (const char* date :
         {"2024-08", "2024-12~", "2025-01~", "2025-02-03/2025-02-05", "2025-04~", "2025-05~", "2025-05-19~",
          "2025-05-20~/2025-05-21~", "2025-09-08~/2025-09-09~", "2025-10", "2026-01~"}) {
        list.push_back(an_event("visit", date));
        list.push_back(an_event("meeting", date));
    }
    return list;
}

std::vector<events::EventDraft> many(int count) {
    std::mt19937 random{3};
    std::vector<events::EventDraft> list;
    list.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        events::EventDraft event = an_event(kind_names[i % 7], "2005-01-01~");
        const double shift = std::uniform_int_distribution{0, 7600}(random);
        event.date->strict.start += shift;
        event.date->strict.end += shift;
        event.date->fuzzy.start += shift;
        event.date->fuzzy.end += shift;
        list.push_back(std::move(event));
    }
    return list;
}

RectPt panel_of(const app::AppState& state, const app::World& world) {
    const render::SizePt size = state.camera.size;
    return {0.0F, size.height - app::timeline_rows(size, world.events->size()).height, size.width, size.height};
}

TimelineLayout layout_of(const app::AppState& state, const app::World& world) {
    return app::timeline_layout(state, world, panel_of(state, world), text_width);
}

app::TimelineBins bins_of(const app::AppState& state, const app::World& world) {
    return app::timeline_bins(state, world, panel_of(state, world));
}

double sum_of(const app::TimelineBins& bins) {
    double sum = 0.0;
    for (const app::TimelineBin& bin : bins.bins) {
        sum += static_cast<double>(bin.total);
    }
    return sum;
}

bool within(const RectPt& inner, const RectPt& outer) {
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

const app::TimelineControl* control(const TimelineLayout& layout, TimelineButton button) {
    const auto found = std::find_if(layout.controls.begin(), layout.controls.end(),
                                    [&](const app::TimelineControl& c) { return c.button == button; });
    return found == layout.controls.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the panel's rows follow the window's size and the number of events") {
    CHECK(app::timeline_rows({1920.0F, 1080.0F}, 46).height == 232.0F);
    CHECK(app::timeline_rows({1920.0F, 1080.0F}, 46).lanes == 4);
    CHECK(app::timeline_rows({1920.0F, 1080.0F}, 18204).height == 184.0F);
    CHECK(app::timeline_rows({1920.0F, 1080.0F}, 18204).lanes == 0);
    CHECK(app::timeline_rows({1280.0F, 720.0F}, 46).height == 160.0F);
    CHECK(app::timeline_rows({1280.0F, 720.0F}, 46).lanes == 1);
    CHECK(app::timeline_rows({3840.0F, 2160.0F}, 46).height == 304.0F);
    CHECK(app::timeline_rows({3840.0F, 2160.0F}, 46).lanes == 8);
}

TEST_CASE("rows stand below each other with the heights of the design") {
    const app::World world = support::world_of(a_year_and_a_half());
    const TimelineLayout large = layout_of(state_at("2025-05-20"), world);
    CHECK(large.histogram.height() == 62.0F);
    CHECK(large.lanes_top - large.axis_y == 27.0F);
    CHECK(large.lanes_bottom - large.lanes_top == 72.0F);
    CHECK(large.panel.bottom - large.controls_top == 52.0F);
    CHECK(large.lanes_bottom < large.controls_top);
    CHECK(layout_of(state_at("2025-05-20", 1280.0F, 720.0F), world).histogram.height() == 40.0F);
    CHECK(layout_of(state_at("2025-05-20", 3840.0F, 2160.0F), world).histogram.height() == 62.0F);
    const app::World crowd = support::world_of(many(2500));
    CHECK(layout_of(state_at("2015-05-20"), crowd).histogram.height() == 70.0F);
}

TEST_CASE("bins add up to the number of events that are counted") {
    const app::World world = support::world_of(a_year_and_a_half());
    app::AppState state = state_at("2025-05-20");
    for (const bool skip : {true, false}) {
        state.time.skip_quiet = skip;
        const app::TimelineBins bins = bins_of(state, world);
        CHECK(bins.counted == world.events->size() - 3);
        CHECK(sum_of(bins) == doctest::Approx(static_cast<double>(bins.counted)).epsilon(1e-4));
    }
    state.hidden_kinds = {world.events->kinds().find("visit").value()};
    const app::TimelineBins fewer = bins_of(state, world);
    CHECK(fewer.counted == world.events->size() - 1 - 15);
    CHECK(sum_of(fewer) == doctest::Approx(static_cast<double>(fewer.counted)).epsilon(1e-4));
    const app::TimelineBins crowd = bins_of(state_at("2015-01-01"), support::world_of(many(3000)));
    CHECK(sum_of(crowd) == doctest::Approx(3000.0).epsilon(1e-3));
}

TEST_CASE("an event is spread over its strict bounds with shoulders to its fuzzy bounds") {
    // On a linear axis of about three weeks bins are days: 10 May with three days to both sides.
    const app::World world = support::world_of(
        {an_event("visit", "2025-05-10~"), an_event("meeting", "2025-05-01"), an_event("meeting", "2025-05-21")});
    app::AppState state = state_at("2025-05-10");
    state.time.skip_quiet = false;
    const app::TimelineBins bins = bins_of(state, world);
    const double noon = events::days_from_civil({2025, 5, 10}) + 0.5;
    std::vector<double> by_day(7, 0.0);
    for (const app::TimelineBin& bin : bins.bins) {
        const double offset = std::floor((bin.from + bin.to) / 2.0 - noon + 0.5) + 3.0;
        if (offset >= 0.0 && offset < 7.0) {
            by_day[static_cast<std::size_t>(offset)] += static_cast<double>(bin.by_kind[0]);
        }
    }
    CHECK(by_day[3] == doctest::Approx(1.0 / 4.0));  // area 1.5 + 1 + 1.5
    CHECK(by_day[2] == doctest::Approx(by_day[4]));
    CHECK(by_day[2] == doctest::Approx(5.0 / 24.0));
    CHECK(by_day[0] == doctest::Approx(1.0 / 24.0));
}

TEST_CASE("an open-ended event counts where it starts, and a year-only one nowhere") {
    const app::World world = support::world_of({an_event("route", "2025-03-10/.."), an_event("visit", "2025-01-06"),
                                                an_event("visit", "2025-12-01"), an_event("visit", "2025?")});
    app::AppState state = state_at("2025-05-10");
    state.time.skip_quiet = false;
    const app::TimelineBins bins = bins_of(state, world);
    CHECK(bins.counted == 3);
    const auto route = static_cast<std::size_t>(world.events->kinds().find("route").value());
    const double day = events::days_from_civil({2025, 3, 10});
    for (const app::TimelineBin& bin : bins.bins) {
        CHECK(bin.by_kind[route] == (bin.from <= day && day < bin.to ? 1.0F : 0.0F));
    }
    CHECK(bins.year_only == std::vector<std::pair<int, int>>{{2025, 1}});
}

TEST_CASE("bars are stacked without overlap under the highest bin's height, and bins do not overlap") {
    for (const auto& list : {a_year_and_a_half(), many(4000)}) {
        const app::World world = support::world_of(list);
        const app::AppState state = state_at("2015-01-01");
        const TimelineLayout layout = layout_of(state, world);
        float top = layout.axis_y;
        const app::HistogramSegment* last = nullptr;
        for (const app::HistogramSegment& segment : layout.histogram_segments) {
            CHECK(within(segment.rect, layout.histogram.grown(0.01F)));
            CHECK(segment.rect.height() > 0.0F);
            CHECK(segment.rect.width() > 0.0F);
            if (last != nullptr && last->rect.left == segment.rect.left) {
                CHECK(segment.rect.bottom <= last->rect.top + 0.01F);
                CHECK(segment.kind > last->kind);
            } else if (last != nullptr) {
                CHECK(segment.rect.left >= last->rect.right);
            }
            top = std::min(top, segment.rect.top);
            last = &segment;
        }
        CHECK(top == doctest::Approx(layout.histogram.top).epsilon(0.02));
        const app::TimelineBins bins = bins_of(state, world);
        CHECK(bins.bins.size() < 200);
    }
}

TEST_CASE("bars know whether they are in the window, before or behind it") {
    const app::World world = support::world_of(a_year_and_a_half());
    const TimelineLayout layout = layout_of(state_at("2025-05-20"), world);
    std::set<app::WhenShown> seen;
    for (const app::HistogramSegment& segment : layout.histogram_segments) {
        seen.insert(segment.when);
        if (segment.when == app::WhenShown::Future) {
            CHECK(segment.rect.right > layout.playhead_x);
        } else if (segment.when == app::WhenShown::Past) {
            CHECK(segment.rect.left < layout.window.left);
        }
    }
    CHECK(seen.size() == 3);
}

TEST_CASE("lanes hold what lasts, not what is only known to the month") {
    CHECK(app::lasts(stored(an_event("route", "2015/..").event())));
    CHECK(app::lasts(stored(an_event("trade", "2024-12~/2025-01~").event())));
    CHECK(app::lasts(stored(an_event("trade", "{1984..}").event())));
    CHECK(app::lasts(stored(an_event("meeting", "{2025-05-12,2025-08-14}").event())));
    CHECK_FALSE(app::lasts(stored(an_event("meeting", "{2025-05-12,2025-05-14}").event())));
    CHECK_FALSE(app::lasts(stored(an_event("meeting", "[2025-05-12,2025-08-14]").event())));
    CHECK_FALSE(app::lasts(stored(an_event("visit", "2025-05").event())));
    CHECK_FALSE(app::lasts(stored(an_event("visit", "2025-05-19/2025-05-21").event())));
    CHECK_FALSE(app::lasts(stored(an_event("visit", "").event())));
}

TEST_CASE("bars and labels of one lane never overlap, and what has no room is counted") {
    std::vector<events::EventDraft> list = a_year_and_a_half();
    for (int month = 1; month <= 12; ++month) {
        const std::string start = std::string{"2025-"} + (month < 10 ? "0" : "") + std::to_string(month);
        list.push_back(
            an_event("agreement", start + "/..").titled("An agreement with a rather long name, number " + start));
        list.push_back(an_event("security", start + "-01/" + start + "-25"));
    }
    const app::World world = support::world_of(list);
    for (const auto& [width, height, rows] :
         {std::tuple{1280.0F, 720.0F, 1}, {1920.0F, 1080.0F, 4}, {3840.0F, 2160.0F, 8}}) {
        CAPTURE(width);
        const app::AppState state = state_at("2025-05-20", width, height);
        const TimelineLayout layout = layout_of(state, world);
        const app::TimelineBins bins = bins_of(state, world);
        CHECK(layout.lanes.size() + static_cast<std::size_t>(layout.lanes_left_out) ==
              bins.lasting.size() + bins.year_only.size());
        CHECK(layout.lanes_left_out > 0);
        CHECK(layout.left_out_words == "+" + std::to_string(layout.lanes_left_out));
        for (const app::LaneBar& bar : layout.lanes) {
            CHECK(bar.row >= 0);
            CHECK(bar.row < rows);
            CHECK(bar.rect.top >= layout.lanes_top);
            CHECK(bar.rect.bottom <= layout.lanes_bottom);
            CHECK(bar.fade_left + bar.fade_right <= bar.rect.width() + 0.01F);
            CHECK(bar.label_x >= layout.axis_left);
            CHECK(bar.label_x + bar.label_room <= layout.axis_right + 0.01F);
            for (const app::LaneBar& other : layout.lanes) {
                if (&bar != &other && bar.row == other.row) {
                    const float from = std::min(bar.rect.left, bar.label_x);
                    const float to = std::max(bar.rect.right, bar.label_x + bar.label_room);
                    CHECK((to <= std::min(other.rect.left, other.label_x) ||
                           from >= std::max(other.rect.right, other.label_x + other.label_room)));
                }
            }
        }
    }
}

TEST_CASE("lanes show soft ends, open ends, ghosts and the years' own lane") {
    const app::World world = support::world_of(a_year_and_a_half());
    app::AppState state = state_at("2025-05-20");
    const TimelineLayout layout = layout_of(state, world);
    const auto lane = [&](std::string_view label) {
        const auto found = std::find_if(layout.lanes.begin(), layout.lanes.end(),
                                        [&](const app::LaneBar& bar) { return bar.label == label; });
        REQUIRE(found != layout.lanes.end());
        return *found;
    };
    const app::LaneBar corridor = lane("China–Pakistan Economic Corridor");
    CHECK(corridor.open_right);
    CHECK(corridor.row == 0);
    CHECK(corridor.fade_left == 0.0F);
    CHECK(corridor.rect.right > layout.axis_right);
    CHECK(corridor.label_x > layout.stubs.back().x);  // in the dense stretch, not among the collapsed years
    CHECK(corridor.inside);
    CHECK(lane("Karachi–Chattogram sea lane").fade_left > 0.0F);
    CHECK(lane("Curbs on exports lifted").fade_right > 0.0F);
    CHECK_FALSE(lane("Curbs on exports lifted").inside);
    const app::LaneBar flights = lane("Dhaka–Karachi flights");
    CHECK(flights.ghost);
    CHECK_FALSE(corridor.ghost);
    const app::LaneBar year = lane("2 events known only to the year 2025 (off)");
    CHECK_FALSE(year.event.has_value());
    CHECK(year.year == 2025);
    CHECK(year.row == 3);
    CHECK_FALSE(year.inside);
    state.year_only_shown = true;
    const TimelineLayout shown = layout_of(state, world);
    CHECK(std::any_of(shown.lanes.begin(), shown.lanes.end(), [](const app::LaneBar& bar) {
        return bar.label == "2 events known only to the year 2025 (shown)";
    }));
}

TEST_CASE("controls lie inside the panel and never overlap, at any width and in every mode") {
    for (const std::size_t count : {46U, 123456U}) {
        const app::World world = support::world_of(count == 46 ? a_year_and_a_half() : many(60));
        for (float width = 800.0F; width <= 3840.0F; width += width < 2000.0F ? 20.0F : 460.0F) {
            for (const WindowMode mode : {WindowMode::Moment, WindowMode::Range, WindowMode::SoFar, WindowMode::All}) {
                app::AppState state = state_at("2025-05-20", width, 1080.0F);
                state.time.mode = mode;
                CAPTURE(width);
                const RectPt panel = panel_of(state, world);
                const TimelineLayout layout =
                    app::timeline_layout(state, world, panel, bins_of(state, world), count, text_width);
                std::vector<RectPt> boxes;
                for (const app::TimelineControl& c : layout.controls) {
                    boxes.push_back(c.rect);
                }
                boxes.push_back({layout.showing.left, layout.controls_top, layout.showing.right, panel.bottom});
                for (std::size_t i = 0; i < boxes.size(); ++i) {
                    CHECK(within(boxes[i], {panel.left, layout.controls_top, panel.right, panel.bottom}));
                    for (std::size_t k = 0; k < i; ++k) {
                        CHECK_FALSE(boxes[i].intersects(boxes[k]));
                    }
                }
                for (const TimelineButton always : {TimelineButton::Play, TimelineButton::PreviousEvent,
                                                    TimelineButton::NextEvent, TimelineButton::ModeAll}) {
                    CHECK(control(layout, always) != nullptr);
                }
                CHECK(!layout.showing.strong.empty());
            }
        }
    }
}

TEST_CASE("words of the controls go first where there is little room") {
    const app::World world = support::world_of(a_year_and_a_half());
    const TimelineLayout wide = layout_of(state_at("2025-05-20"), world);
    CHECK(control(wide, TimelineButton::Loop)->label == "Loop");
    CHECK(control(wide, TimelineButton::SkipQuiet)->on);
    CHECK(control(wide, TimelineButton::Length)->label == "Trail");
    CHECK(control(wide, TimelineButton::Length)->value == "30 days");
    CHECK(control(wide, TimelineButton::Length)->rect.right == 1904.0F);
    CHECK(control(wide, TimelineButton::Play)->rect.width() == 40.0F);
    CHECK(control(wide, TimelineButton::Play)->rect.left == 94.0F);
    CHECK(control(wide, TimelineButton::Speed)->label == "2 days/s");
    CHECK(control(wide, TimelineButton::ModeMoment)->on);
    CHECK(wide.mode_group.width() == 296.0F);
    CHECK(wide.showing.before == "Showing ");
    const TimelineLayout small = layout_of(state_at("2025-05-20", 1280.0F, 720.0F), world);
    CHECK(control(small, TimelineButton::Loop)->label.empty());
    CHECK(control(small, TimelineButton::Speed) != nullptr);
    CHECK(control(small, TimelineButton::Length) != nullptr);
    const TimelineLayout tiny = layout_of(state_at("2025-05-20", 800.0F, 600.0F), world);
    CHECK(tiny.showing.before.empty());
    CHECK(tiny.showing.strong.find(" of ") != std::string::npos);
}

TEST_CASE("the length is the trail's or the span's, and there is none for the other modes") {
    const app::World world = support::world_of(a_year_and_a_half());
    app::AppState state = state_at("2025-05-20");
    state.time.mode = WindowMode::Range;
    state.time.span_days = 5 * 365.0;
    const TimelineLayout range = layout_of(state, world);
    CHECK(control(range, TimelineButton::Length)->label == "Span");
    CHECK(control(range, TimelineButton::Length)->value == "5 years");
    CHECK_FALSE(range.window_fades);
    state.time.mode = WindowMode::SoFar;
    const TimelineLayout so_far = layout_of(state, world);
    CHECK(control(so_far, TimelineButton::Length) == nullptr);
    CHECK(so_far.handles.empty());
    CHECK(so_far.window.left == so_far.axis_left);
    CHECK(so_far.window.right == doctest::Approx(so_far.playhead_x));
}

TEST_CASE("the date tab stands on the panel over the playhead and stays in the window") {
    const app::World world = support::world_of(a_year_and_a_half());
    const TimelineLayout middle = layout_of(state_at("2025-05-20"), world);
    CHECK(middle.tab.rect.center().x == doctest::Approx(middle.playhead_x).epsilon(0.01));
    CHECK(middle.tab.rect.bottom == middle.panel.top);
    CHECK(middle.tab.rect.width() == 216.0F);
    CHECK(middle.tab.rect.height() == 48.0F);
    CHECK(middle.tab.date == "20 May 2025");
    CHECK(middle.tab.weekday == "Tue");
    CHECK(layout_of(state_at("1960-01-01"), world).tab.rect.left == 16.0F);
    CHECK(layout_of(state_at("2040-01-01"), world).tab.rect.right == 1904.0F);
}

TEST_CASE("the window is tinted from its start to the playhead, with a handle at its start") {
    const app::World world = support::world_of(a_year_and_a_half());
    const app::AppState state = state_at("2025-05-20");
    const TimelineLayout layout = layout_of(state, world);
    const app::TimelineBins bins = bins_of(state, world);
    CHECK(layout.window.left == doctest::Approx(bins.axis.x_from_day(state.time.playhead - 30.0)));
    CHECK(layout.window.right == doctest::Approx(layout.playhead_x));
    CHECK(layout.window_fades);
    REQUIRE(layout.handles.size() == 3);
    CHECK(layout.handles[0].part == app::TimelineHandle::Part::Start);
    CHECK(layout.handles[0].x == layout.window.left);
    CHECK(layout.handles[1].part == app::TimelineHandle::Part::End);
    CHECK(layout.handles[1].x == layout.playhead_x);
}

TEST_CASE("a wide window has handles at both ends and in its middle, a narrow one at its start alone") {
    const app::World world = support::world_of(a_year_and_a_half());
    app::AppState state = state_at("2025-10-20");
    state.time.mode = WindowMode::Range;
    state.time.span_days = 180.0;
    const TimelineLayout wide = layout_of(state, world);
    REQUIRE(wide.handles.size() == 3);
    CHECK(wide.handles[2].part == app::TimelineHandle::Part::Middle);
    CHECK(wide.handles[2].x == wide.window.center().x);
    for (std::size_t i = 0; i < wide.handles.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            CHECK_FALSE(wide.handles[i].rect.grown(4.0F).intersects(wide.handles[k].rect.grown(4.0F)));
        }
    }
    state.time.span_days = 5.0;
    const TimelineLayout narrow = layout_of(state, world);
    REQUIRE(narrow.handles.size() == 1);
    CHECK(narrow.handles[0].part == app::TimelineHandle::Part::Start);
}

TEST_CASE("a loop stands under the axis where its days are, with a bracket at each end in view") {
    const app::World world = support::world_of(a_year_and_a_half());
    app::AppState state = state_at("2025-05-20");
    CHECK_FALSE(layout_of(state, world).loop.has_value());
    const double may = events::days_from_civil({2025, 5, 1});
    state.time.loop_range = events::DaySpan{may, may + 31.0};
    const app::TimelineBins bins = bins_of(state, world);
    const TimelineLayout layout = layout_of(state, world);
    REQUIRE(layout.loop.has_value());
    CHECK(layout.loop->rect.left == bins.axis.x_from_day(may));
    CHECK(layout.loop->rect.top > layout.axis_y);
    CHECK(layout.loop->rect.bottom < layout.lanes_top);
    CHECK(layout.loop->has_start);
    CHECK(layout.loop->has_end);
    CHECK_FALSE(layout.loop->on);
    CHECK(app::timeline_hit(layout, bins, layout.loop->rect.center()).what == TimelineHit::What::Loop);
    state.timeline_view = events::DaySpan{may + 10.0, may + 60.0};
    const TimelineLayout zoomed = layout_of(state, world);
    REQUIRE(zoomed.loop.has_value());
    CHECK_FALSE(zoomed.loop->has_start);
    CHECK(zoomed.loop->has_end);
    state.timeline_view = events::DaySpan{may + 40.0, may + 60.0};
    CHECK_FALSE(layout_of(state, world).loop.has_value());
}

TEST_CASE("a point of the timeline is a button, a handle, a lane, the axis, or nothing of these") {
    const app::World world = support::world_of(a_year_and_a_half());
    const app::AppState state = state_at("2025-05-20");
    const TimelineLayout layout = layout_of(state, world);
    const app::TimelineBins bins = bins_of(state, world);
    const auto hit = [&](render::ScreenPt at) { return app::timeline_hit(layout, bins, at); };
    for (const app::TimelineControl& c : layout.controls) {
        CHECK(hit(c.rect.center()).what == TimelineHit::What::Button);
        CHECK(hit(c.rect.center()).button == c.button);
    }
    for (const app::TimelineHandle& handle : layout.handles) {
        CHECK(hit(handle.rect.center()).what == TimelineHit::What::Handle);
        CHECK(hit(handle.rect.center()).handle == handle.part);
    }
    for (const app::LaneBar& bar : layout.lanes) {
        const render::ScreenPt at{std::min(bar.rect.center().x, 1919.0F), bar.rect.center().y};
        CHECK(hit(at).event == bar.event);
        CHECK(hit(at).what == (bar.event ? TimelineHit::What::Lane : TimelineHit::What::YearLane));
    }
    const TimelineHit scrub = hit({layout.playhead_x, layout.axis_y + 8.0F});
    CHECK(scrub.what == TimelineHit::What::Axis);
    CHECK(hit({layout.axis_right - 4.0F, layout.histogram.top}).what == TimelineHit::What::Scrub);
    CHECK(scrub.day == doctest::Approx(state.time.playhead).epsilon(1e-4));
    CHECK(hit({900.0F, 400.0F}).what == TimelineHit::What::Nothing);
    CHECK(hit(layout.tab.rect.center()).what == TimelineHit::What::Panel);
    CHECK(hit({2.0F, 1078.0F}).what == TimelineHit::What::Panel);
}

TEST_CASE("an empty world has a timeline too") {
    const app::World world = support::world_of({});
    const TimelineLayout layout = layout_of(state_at("1970-01-01"), world);
    CHECK(layout.histogram_segments.empty());
    CHECK(layout.showing.strong == "0 of 0");
    CHECK(layout.lanes.empty());
}

TEST_CASE("a hundred thousand events are binned in a moment, and a frame costs next to nothing") {
    const app::World world = support::world_of(many(100000));
    const app::AppState state = state_at("2015-01-01");
    const RectPt panel = panel_of(state, world);
    const auto start = std::chrono::steady_clock::now();
    const app::TimelineBins bins = app::timeline_bins(state, world, panel);
    const auto binned = std::chrono::steady_clock::now();
    const TimelineLayout layout = app::timeline_layout(state, world, panel, bins, 5, text_width);
    const auto done = std::chrono::steady_clock::now();
    MESSAGE("bins ", std::chrono::duration<double, std::milli>(binned - start).count(), " ms, frame ",
            std::chrono::duration<double, std::milli>(done - binned).count(), " ms");
    CHECK(layout.histogram_segments.size() < 2000);
    CHECK(std::chrono::duration<double>(done - start).count() < 2.0);  // generous: for machines that are busy
}

TEST_CASE("a line over the timeline is whole, but for the labels of lanes that it would run through") {
    const app::World world = support::world_of(a_year_and_a_half());
    const TimelineLayout layout = layout_of(state_at("2025-05-20"), world);
    REQUIRE_FALSE(layout.lanes.empty());
    int broken = 0;
    for (float x = layout.axis_left; x < layout.axis_right; x += 3.0F) {
        const auto pieces = app::line_past_labels(layout, x);
        REQUIRE_FALSE(pieces.empty());
        CHECK(pieces.front().top == layout.panel.top);
        CHECK(pieces.front().bottom > layout.axis_y);
        float drawn = 0.0F;
        float hidden = 0.0F;
        for (const app::LaneBar& bar : layout.lanes) {
            const bool through = !bar.label.empty() && x >= bar.label_x && x <= bar.label_x + bar.label_room;
            for (const app::LinePiece& piece : pieces) {
                CHECK_FALSE((through && piece.top < bar.rect.bottom && bar.rect.top < piece.bottom));
            }
            const bool near = !bar.label.empty() && x > bar.label_x - 3.0F && x < bar.label_x + bar.label_room + 3.0F;
            hidden += near ? bar.rect.height() : 0.0F;
        }
        for (const app::LinePiece& piece : pieces) {
            CHECK(piece.bottom > piece.top);
            drawn += piece.bottom - piece.top;
        }
        CHECK(drawn + hidden == doctest::Approx(layout.lanes_bottom - layout.panel.top));
        broken += pieces.size() > 1 ? 1 : 0;
    }
    CHECK(broken > 0);
    CHECK(app::line_past_labels(layout, -100.0F).size() == 1);
}

TEST_CASE("numbers are set as people read them") {
    CHECK(app::count_words(0) == "0");
    CHECK(app::count_words(999) == "999");
    CHECK(app::count_words(18204) == "18\u2009204");
    CHECK(app::count_words(1234567) == "1\u2009234\u2009567");
    CHECK(app::speed_words(0.5) == "0.5 days/s");
    CHECK(app::speed_words(1.0) == "1 day/s");
    CHECK(app::speed_words(365.0) == "365 days/s");
    CHECK(app::length_words(30.0) == "30 days");
    CHECK(app::length_words(365.0) == "1 year");
    CHECK(app::length_words(1825.0) == "5 years");
    CHECK(app::length_words(149.5) == "150 days");
    CHECK(app::length_words(1.2) == "1 day");
    CHECK(app::length_words(364.8) == "1 year");
}
