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
#include "app/panels/timeline_bins.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <optional>
#include <span>
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

/// Relative to the window of time.
enum class WhenShown : std::uint8_t { Past, Inside, Future };

/// One kind's share of one bar.
struct HistogramSegment {
    render::RectPt rect;
    events::KindId kind{};
    WhenShown when = WhenShown::Inside;  ///< Past and Future are drawn at 60 % and 42 %
    bool aside = false;                  ///< a country is selected, and these events do not touch it: at 35 %
    bool lit = false;                    ///< under the pointer, here or as a link on the map
    events::DaySpan days;                ///< whose events it holds
};

/// Of an event under the pointer, or the selected one: its days on the axis.
struct AxisMark {
    float left = 0.0F;
    float right = 0.0F;  ///< > left
    events::KindId kind{};
};

/// What playing goes round, within the axis.
struct LoopBar {
    render::RectPt rect;  ///< in the axis' row
    bool on = false;      ///< it does now
    bool has_start = false;
    bool has_end = false;  ///< that edge is in view
};

/// All days, small, above the histogram of a view.
struct TimelineMap {
    struct Bar {
        float left = 0.0F;
        float right = 0.0F;
        float top = 0.0F;
    };
    render::RectPt rect;  ///< empty: all days are in view
    std::vector<Bar> bars;
    render::RectPt view;  ///< the days in view
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
    bool aside = false;       ///< a country is selected, and the event does not touch it
    bool lit = false;         ///< under the pointer, here or as a link on the map
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
    Reverse,
    ByEvent,
    Loop,
    SkipQuiet,
    ModeMoment,
    ModeRange,
    ModeSoFar,
    ModeAll,
    Length,
    Agreements,  ///< of Moment
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
    enum class Part : std::uint8_t {
        Start,   ///< of the window
        End,     ///< of the window: the playhead, while the start stays
        Middle,  ///< the whole window
    };
    Part part = Part::Start;
    render::RectPt rect;  ///< 7 x 26, the middle one 26 x 7
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
    int playhead_beside = 0;              ///< -1, 1: it is in none of the days in view, but before or behind them
    std::vector<TimelineHandle> handles;  ///< of Moment's and Range's window, where they are in view and have room
    std::optional<AxisMark> mark;
    std::optional<LoopBar> loop;
    TimelineMap map;

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
        Handle,    ///< `handle`; 4 points around it count as well
        Map,       ///< the small map; `map_day`
        Loop,      ///< what playing goes round, in the axis' row: `day`
        Axis,      ///< the axis' row: `day`
        Lane,      ///< `event`
        YearLane,  ///< `year`
        Scrub,     ///< `day`, and over a bar of the histogram `bar`
    };
    What what = What::Nothing;
    TimelineHandle::Part handle = TimelineHandle::Part::Start;
    std::optional<HoveredBar> bar;
    TimelineButton button = TimelineButton::Play;
    std::optional<events::EventIndex> event;
    int year = 0;
    double day = 0.0;      ///< under the pointer, for everything over the axis
    double map_day = 0.0;  ///< the same on the small map
};
[[nodiscard]] TimelineHit timeline_hit(const TimelineLayout& layout, const TimelineBins& bins, render::ScreenPt at);

/// What the map is to highlight for it: what is shown there now, and nothing else.
[[nodiscard]] TimelineHover hover_of(const TimelineHit& hit, std::span<const events::EventIndex> visible,
                                     const World& world);

/// "2 days/s", "1 day/s", "0.5 days/s"
[[nodiscard]] std::string speed_words(double days_per_second);
/// "30 days", "1 year", "5 years"; to whole days
[[nodiscard]] std::string length_words(double days);
/// With thin spaces in thousands: "18 204".
[[nodiscard]] std::string count_words(std::size_t count);

}  // namespace app
