// What the timeline shows and where: histogram, axis, lanes, window, date tab and the row of controls.
//
//                                   +--------------------+
//                                   |  20 May 2025  Tue  |   date tab, 48 high
//   +-------------------------------+--------------------+---------------------------------------+
//   | histogram, stacked by kind                                                                 |
//   | axis: ticks, stubs, zigzags                                                          27    |
//   | lanes of what lasts                                                             18 each    |
//   | |< < (>) > >|   - 2 days/s +   Loop  Skip      Showing 9 of 46   [modes]  Trail 30 days    |  52
//   +--------------------------------------------------------------------------------------------+
//
// Everything here is pure. Lengths are points of the window, days are days since 1970-01-01.
#pragma once

#include "app/panels/time_axis.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The rows of the panel: how high it is, and how many lanes it has.
struct TimelineRows {
    float height = 232.0F;
    int lanes = 4;
};

/// 232 with four lanes; 184 without any for more than 2000 events; 160 with one lane at 1280x720 or smaller in either
/// direction; 304 with eight lanes from 2400 wide and 1600 high.
[[nodiscard]] TimelineRows timeline_rows(render::SizePt window, std::size_t event_count);

/// One bar of the histogram: how much of the events falls into it, by kind.
struct TimelineBin {
    double from = 0.0;  ///< days
    double to = 0.0;
    float left = 0.0F;  ///< points; bars are drawn with a gap of 2 between them
    float right = 0.0F;
    std::vector<float> by_kind;  ///< as long as the store's kind table; never negative
    float total = 0.0F;
};

/// What is costly and changes seldom. Make it anew when the store, the panel's rectangle, the hidden kinds or
/// `skip_quiet` change: it depends on nothing else. One pass over the events.
struct TimelineBins {
    TimeAxis axis;
    std::vector<TimelineBin> bins;
    float highest = 0.0F;                        ///< total of the highest bin
    std::size_t counted = 0;                     ///< events in the bins: the sum of their totals
    std::vector<events::EventIndex> lasting;     ///< for the lanes, not hidden, in order of start: see lasts()
    std::vector<std::pair<int, int>> year_only;  ///< year and how many events are known only to it, not hidden
};

/// Bins are a day, two days, a week, two, four, eight weeks ... wide, so that bars are 12 points wide or a little more;
/// a stub is one bin. An event has an area of one, spread evenly over its strict bounds with linear shoulders out to
/// its fuzzy bounds; one with an open end counts on the day on which it starts. What falls into a collapsed gap or
/// outside the axis goes to the nearest bin. Year-only and undated events are in none.
[[nodiscard]] TimelineBins timeline_bins(const AppState& state, const World& world, const render::RectPt& panel);

/// It was going on from one date to another: an interval, or a set of several dates that all belong to it, which is
/// open or longer than 20 days. A single date that is only known to the month does not last.
[[nodiscard]] bool lasts(const events::Event& event);

/// Relative to the window of time.
enum class WhenShown : std::uint8_t { Past, Inside, Future };

/// One kind's share of one bar.
struct HistogramSegment {
    render::RectPt rect;
    events::KindId kind{};
    WhenShown when = WhenShown::Inside;  ///< Past and Future are drawn at 52 % and 34 %
};

struct LaneBar {
    std::optional<events::EventIndex> event;  ///< none: this is the lane of a year
    int year = 0;                             ///< of the lane of a year
    int row = 0;
    render::RectPt rect;     ///< 15 high, out to the fuzzy bounds
    float fade_left = 0.0F;  ///< this far in from the left edge the bar comes up from nothing
    float fade_right = 0.0F;
    bool open_left = false;
    bool open_right = false;  ///< runs out with a chevron behind its right edge
    bool ghost = false;       ///< dashed outline: planned, proposed, invited, ...
    bool inside = true;       ///< overlaps the window (of a year: its events are shown)
    events::KindId kind{};
    std::string label;        ///< "8 events known only to the year 2025 (off)"
    float label_x = 0.0F;     ///< within the axis
    float label_room = 0.0F;  ///< elide the label to this width
};

enum class TimelineButton : std::uint8_t {
    PreviousEvent,
    StepBack,
    Play,
    StepForward,
    NextEvent,
    Slower,
    Speed,
    Faster,
    Loop,
    SkipQuiet,
    ModeMoment,
    ModeRange,
    ModeSoFar,
    ModeAll,
    Length,
};

struct TimelineControl {
    TimelineButton button = TimelineButton::Play;
    render::RectPt rect;
    std::string label;  ///< empty: the icon alone (modes always have one)
    std::string value;  ///< of Length: "30 days" behind "Trail", body.strong
    bool on = false;
};

/// "Showing " "9 of 46" " events": the middle one is strong.
struct ShowingText {
    std::string before, strong, after;  ///< before and after are empty where there is no room
    float left = 0.0F;
    float right = 0.0F;
};

struct DateTab {
    render::RectPt rect;
    std::string date;     ///< "20 May 2025"
    std::string weekday;  ///< "Tue"
};

struct TimelineHandle {
    render::RectPt rect;  ///< 7 x 26
    float x = 0.0F;
};

struct TimelineLayout {
    render::RectPt panel;
    render::RectPt histogram;  ///< its bottom is the axis line
    render::RectPt scrub;      ///< where the pointer moves the playhead: from the top to the last lane
    float axis_y = 0.0F;
    float tick_baseline = 0.0F;  ///< of the ticks' and stubs' labels
    float lanes_top = 0.0F;
    float lanes_bottom = 0.0F;  ///< window, playhead and year lines end here
    float controls_top = 0.0F;  ///< the rule above the controls

    std::vector<HistogramSegment> histogram_segments;
    std::vector<AxisTick> ticks;
    std::vector<AxisStub> stubs;
    std::vector<AxisZigzag> zigzags;
    float axis_left = 0.0F;
    float axis_right = 0.0F;

    std::vector<LaneBar> lanes;
    int lanes_left_out = 0;      ///< lasting events and years for which there was no row
    std::string left_out_words;  ///< "+3"; empty when nothing was left out
    float left_out_x = 0.0F;     ///< left end of the words, in the last lane
    float left_out_y = 0.0F;     ///< top of that lane

    render::RectPt window;      ///< tint; as wide as the window of time, clamped to the axis
    bool window_fades = false;  ///< Moment: the tint rises towards the playhead
    float playhead_x = 0.0F;
    std::vector<TimelineHandle> handles;  ///< of the window's start, where it has one

    DateTab tab;
    std::vector<TimelineControl> controls;
    render::RectPt speed_group;  ///< the ground under -, value and +; empty where these are left out
    render::RectPt mode_group;   ///< the ground under the modes
    ShowingText showing;
};

/// The layout for one frame. `visible` is how many events the window shows (app::visible_events). Cheap: it goes over
/// the bins, not over the events.
[[nodiscard]] TimelineLayout timeline_layout(const AppState& state, const World& world, const render::RectPt& panel,
                                             const TimelineBins& bins, std::size_t visible,
                                             const TextWidth& text_width);
/// The same with nothing kept from the frame before.
[[nodiscard]] TimelineLayout timeline_layout(const AppState& state, const World& world, const render::RectPt& panel,
                                             const TextWidth& text_width);

/// From top to bottom of a line over the timeline.
struct LinePiece {
    float top = 0.0F;
    float bottom = 0.0F;
};
/// A line at x from the top of the timeline to its last lane, broken where it would run through a lane's label.
[[nodiscard]] std::vector<LinePiece> line_past_labels(const TimelineLayout& layout, float x);

/// What is under a point of the timeline.
struct TimelineHit {
    enum class What : std::uint8_t {
        Nothing,   ///< not on the timeline
        Panel,     ///< on it, but on nothing of it
        Button,    ///< `button`
        Handle,    ///< of the window's start; 4 points around it count as well
        Lane,      ///< `event`
        YearLane,  ///< `year`
        Scrub,     ///< `day`
    };
    What what = What::Nothing;
    TimelineButton button = TimelineButton::Play;
    std::optional<events::EventIndex> event;
    int year = 0;
    double day = 0.0;  ///< under the pointer, for everything over the axis
};
[[nodiscard]] TimelineHit timeline_hit(const TimelineLayout& layout, const TimeAxis& axis, render::ScreenPt at);

/// "2 days/s", "1 day/s", "0.5 days/s"
[[nodiscard]] std::string speed_words(double days_per_second);
/// "30 days", "1 year", "5 years"; to whole days
[[nodiscard]] std::string length_words(double days);
/// With thin spaces in thousands: "18 204".
[[nodiscard]] std::string count_words(std::size_t count);

}  // namespace app
