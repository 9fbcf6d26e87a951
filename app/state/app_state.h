// All that a person can change, as one value. `reduce` is its only writer.
#pragma once

#include "app/state/edited_text.h"
#include "app/state/event_table.h"
#include "app/state/filtering.h"
#include "app/state/flight.h"
#include "app/state/ground_choice.h"
#include "app/state/pair_view.h"
#include "app/state/world.h"
#include "events/event.h"
#include "render/camera.h"
#include "render/theme.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// Which stretch of time is shown, seen from the playhead.
enum class WindowMode : std::uint8_t {
    Moment,  ///< a short trail behind the playhead, fading
    Range,   ///< a longer span behind the playhead, all of it alike
    SoFar,   ///< from the beginning to the playhead
    All,     ///< everything there is
};

/// Which status an event has that is known to have changed.
enum class Known : std::uint8_t {
    Then,  ///< as it was known on the playhead's day
    Now,   ///< as it is known now, at any time
};

[[nodiscard]] constexpr Known other_known(Known known) {
    return known == Known::Then ? Known::Now : Known::Then;
}

/// How far a step by unit goes.
enum class TimeStep : std::uint8_t {
    Auto,  ///< a day; where the timeline is zoomed, what its scale can show
    Hour,
    Day,
    Month,
    Year,
};

/// Where playing event by event is: it glides from one day to another and then stays there.
struct EventPace {
    double from = 0.0;
    double to = 0.0;
    double stay_s = 0.0;  ///< as long as the titles of that day take to read
    double elapsed_s = 0.0;
    friend bool operator==(const EventPace&, const EventPace&) = default;
};

struct TimeState {
    double playhead = 0.0;  ///< days since 1970-01-01
    bool playing = false;
    double days_per_second = 2.0;  ///< > 0
    bool loop = false;
    bool skip_quiet = true;  ///< jump over stretches in which nothing is shown
    WindowMode mode = WindowMode::Moment;
    double trail_days = 30.0;  ///< of Moment
    double span_days = 365.0;  ///< of Range
    Known known = Known::Then;
    bool reverse = false;                       ///< playing goes back in time
    bool by_event = false;                      ///< playing goes from event to event, however far apart they are
    std::optional<events::DaySpan> loop_range;  ///< where playing stays with `loop`; nothing: all that can be played
    TimeStep step = TimeStep::Auto;
    std::optional<EventPace> pace;  ///< of by_event, since play was pressed
    bool agreements_stay = true;    ///< Moment: what was agreed on one day is shown from then on, while in force
    friend bool operator==(const TimeState&, const TimeState&) = default;
};

/// In which languages the map's names stand.
enum class LabelMode : std::uint8_t {
    English,
    Local,  ///< in the languages of the place; English where none is known
    Both,   ///< English, and the local name below it
    None,   ///< no names of countries, places and waters
};

enum class CardFilter : std::uint8_t { All, Incoming, Outgoing, Between };

struct Selection {
    std::vector<std::string> countries;  ///< alpha-3, in the order in which they were chosen
    std::optional<events::EventIndex> event;
    CardFilter filter = CardFilter::All;
    bool pair_shown = false;  ///< the pair view is open, see has_pair
    friend bool operator==(const Selection&, const Selection&) = default;
};

/// The two ends of a bundle by their codes, in the order of the alphabet; twice the same: what concerns one place
/// alone.
struct LinkPair {
    std::string a;
    std::string b;
    friend bool operator==(const LinkPair&, const LinkPair&) = default;
};

struct Hover {
    std::optional<geodata::CountryId> country;
    std::optional<events::EventIndex> event;
    std::optional<LinkPair> pair{};  ///< a bundle
    friend bool operator==(const Hover&, const Hover&) = default;
};

/// Of the histogram, what is under the pointer: the events of one kind in one of its bars.
struct HoveredBar {
    events::KindId kind{};
    events::DaySpan days;  ///< half open
    friend bool operator==(const HoveredBar&, const HoveredBar&) = default;
};

/// What is under the pointer on the timeline; at most one of them.
struct TimelineHover {
    std::optional<events::EventIndex> event{};  ///< of a lane
    std::optional<HoveredBar> bar{};
    friend bool operator==(const TimelineHover&, const TimelineHover&) = default;
};

/// Whether links between the same two ends are drawn as one.
enum class BundleMode : std::uint8_t {
    Auto,  ///< where there are more links in view than can be read
    On,
    Off,
};

/// What a ranking lists.
enum class Ranked : std::uint8_t { Pairs, Countries, Kinds };

/// By what it ranks.
enum class RankBy : std::uint8_t {
    Events,
    Partners,  ///< of a country: how many others it shares events with; pairs and kinds go by events then
    Value,     ///< the sum in one currency
};

/// The ranking in the left column, and what it shades the map's countries by.
struct RankingChoice {
    bool shown = false;
    bool behind_card = false;  ///< a card that was asked for later lies on it
    bool shades_map = false;
    Ranked of = Ranked::Pairs;
    RankBy by = RankBy::Events;
    std::string currency;  ///< of Value, else empty
    friend bool operator==(const RankingChoice&, const RankingChoice&) = default;
};

/// A menu that hangs from the toolbar.
enum class Menu : std::uint8_t { Worldview, Projection, Names, Filter };

/// Where a person types.
enum class TextField : std::uint8_t {
    Date,       ///< in place of the date on the timeline
    Speed,      ///< in place of the speed
    Palette,    ///< commands
    PairFrom,   ///< the first day of what changed, in the pair view
    PairUntil,  ///< and the last
    Search,     ///< the bar at the top left
};

/// What has the keyboard.
struct Typing {
    TextField field{};
    EditedText edit;
    int chosen = 0;   ///< row of what the field offers, from 0; the panel that lists it keeps it in range
    std::string why;  ///< what is wrong with the text, since Enter was pressed; empty again with the next edit
    friend bool operator==(const Typing&, const Typing&) = default;
};

/// What is asked of the program and the desktop around it; waits in the state until it has been done.
struct CopyText {
    std::string text;
    friend bool operator==(const CopyText&, const CopyText&) = default;
};  ///< onto the clipboard
struct OpenAddress {
    std::string address;
    friend bool operator==(const OpenAddress&, const OpenAddress&) = default;
};  ///< http or https alone, in the browser
struct PasteText {
    friend bool operator==(const PasteText&, const PasteText&) = default;
};  ///< from the clipboard, into the field that has the keyboard
struct SavePicture {
    friend bool operator==(const SavePicture&, const SavePicture&) = default;
};  ///< of what is on screen, without the panels, in the working directory
struct PressControl {
    friend bool operator==(const PressControl&, const PressControl&) = default;
};  ///< the button that has the focus
using Errand = std::variant<CopyText, PasteText, OpenAddress, SavePicture, PressControl>;

/// Event files that are being read while the map is shown already.
struct Loading {
    std::string file;       ///< the present one, without its folder; empty before the first
    int percent = 0;        ///< of the bytes of all files
    bool stopping = false;  ///< a person has asked for that
    friend bool operator==(const Loading&, const Loading&) = default;
};

/// Where the eye is.
struct Viewpoint {
    geodata::WorldXY center;
    double metres_per_pt = 1.0;
    friend bool operator==(const Viewpoint&, const Viewpoint&) = default;
};

/// What undo brings back.
struct Undoable {
    TimeState time;  ///< standing still
    Selection selection;
    std::vector<events::KindId> hidden_kinds;
    std::vector<std::string> focus;
    events::EventFilter filter;
    std::vector<events::EventIndex> opened;
    bool year_only_shown = false;
    std::optional<Viewpoint> view;  ///< nothing when it was of another projection
    friend bool operator==(const Undoable&, const Undoable&) = default;
};

struct History {
    std::vector<Undoable> back;         ///< what undo brings back, the latest last
    std::vector<Undoable> forth;        ///< what redo brings back, the next last
    std::optional<std::size_t> moving;  ///< the command (its index) of a movement that is not over
};

struct AppState {
    TimeState time;
    render::Camera camera;
    std::optional<Flight> flight;
    Selection selection;
    PairView pair;
    Hover hover;
    TimelineHover timeline_hover;
    std::optional<events::DaySpan> timeline_view;  ///< the days that the timeline shows; nothing: all of them
    render::ScreenPt pointer;                      ///< where the mouse is, and since when it rests there
    double pointer_rest_s = 0.0;
    std::vector<events::KindId> hidden_kinds;
    std::vector<std::string> focus;  ///< only events that touch these; empty: all
    events::EventFilter filter;
    std::shared_ptr<const FilteredEvents> filtered;  ///< what the filter lets through; null where it asks for nothing
    std::shared_ptr<const Search> search;            ///< null, or of other events, while it is being made
    std::optional<EventTable> table;                 ///< the open one
    std::vector<events::EventIndex> opened;          ///< events whose organisations are shown as their members
    bool year_only_shown = false;                    ///< Moment mode also shows what is known only to the year
    bool panels_shown = true;
    bool bare = false;  ///< nothing but the map and whose boundaries it shows; panels_shown is false then
    bool legend_shown = true;
    bool help_shown = false;
    std::optional<Menu> menu;  ///< the open one
    std::optional<Typing> typing;
    std::vector<Errand> errands;
    History history;
    std::optional<int> focused_control;  ///< of the panels' buttons in their order, counted round and round
    LabelMode labels = LabelMode::English;
    BundleMode bundles = BundleMode::Auto;
    std::string bundle_currency;  ///< bundles are as wide as their sum in it; empty: as the number of their events
    RankingChoice ranking;
    std::string partner_currency;  ///< a card ranks partners by their sum in it; empty: by the number of events
    bool reduced_motion = false;
    std::shared_ptr<const render::Theme> own_theme;      ///< from a person's file; null without one
    const render::Theme* theme = &render::dark_theme();  ///< one of the program's, or *own_theme
    double ui_scale = 1.0;
    GroundChoice ground;             ///< what was asked for; the world follows when it is ready
    std::optional<Loading> loading;  ///< nothing when all events are there
    double fade = 0.0;               ///< how much of the picture before the last change of ground is still seen, 1 to 0
    double clock_s = 0.0;            ///< animation clock; slower while time stands still
    bool quit = false;
    bool fullscreen = false;
};

/// The pair view is open: with at least two countries selected.
[[nodiscard]] inline bool has_pair(const AppState& state) {
    return state.selection.pair_shown && state.selection.countries.size() > 1;
}

/// The stretch of time that is shown, half open. In Moment and SoFar its end is just behind the playhead.
[[nodiscard]] events::DaySpan window_of(const TimeState& time);

/// The events that are shown now, in order of start.
[[nodiscard]] std::vector<events::EventIndex> visible_events(const AppState& state, const World& world);

/// Shown in Moment mode though its day lies before the trail: agreements (not what is of security) and ceasefires
/// between two parties or more that were made on a single date, when that is asked for, as long as they are neither
/// mere plans nor at an end. Not in sets that are too large for it.
[[nodiscard]] bool stays(const events::Event& event, const TimeState& time, const World& world);

/// At most 2000 events: of more, those that stay would cover the map and everything that happens.
[[nodiscard]] bool may_agreements_stay(const World& world);

/// The status with which an event is shown at this time: everything that shows one asks here.
[[nodiscard]] events::Status status_of(const events::Event& event, const TimeState& time);

/// Who joins an agreement after this day has no part in it yet: the playhead's day, but for All, in which all have.
[[nodiscard]] double last_joining_day(const TimeState& time);

/// The events that would be shown as well without any filters, in order of start.
[[nodiscard]] std::vector<events::EventIndex> filtered_events(const AppState& state, const World& world);

/// The ranking is what stands in the left column.
[[nodiscard]] bool shows_ranking(const AppState& state);

/// The theme behind the one shown: dark, light, high contrast, the person's own where there is one, and round again.
[[nodiscard]] const render::Theme* next_theme(const AppState& state);

/// Known only to an uncertain year (or worse): in Moment mode such an event would stand there all year long.
[[nodiscard]] bool is_year_only(const events::EdtfDate& date);
[[nodiscard]] bool is_year_only(const events::Event& event);

/// How many events of each kind there would be in the window if none were hidden, by kind.
[[nodiscard]] std::vector<std::size_t> counts_in_window(const AppState& state, const World& world,
                                                        std::span<const events::EventIndex> visible);

/// The bar of the timeline's histogram holds something of the event.
[[nodiscard]] bool holds(const HoveredBar& bar, const World& world, events::EventIndex event);

[[nodiscard]] bool is_hidden(const AppState& state, events::KindId kind);

/// This kind is shown, and no other.
[[nodiscard]] bool is_alone(const AppState& state, const World& world, events::KindId kind);

/// Neither of a hidden kind nor, with a focus, apart from its countries, nor left out by the filter.
[[nodiscard]] bool passes_filters(const AppState& state, const World& world, events::EventIndex event);

/// In the window and, in Moment mode, not known only to the year; whatever filters say.
[[nodiscard]] bool is_in_window(const AppState& state, const World& world, const events::Event& event);

/// The moment to open with: the day whose trail shows the most kinds, then the most events, the latest of equals;
/// without any to go by, the middle of the store's extent.
[[nodiscard]] double opening_day(const events::EventStore& store, double trail_days);

}  // namespace app
