// Everything that a person can do, as plain values. Keys, mouse, panels, the control socket and the tests all push
// these.
#pragma once

#include "app/state/app_state.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace app {

struct Tick {
    double seconds = 0.0;
};  ///< time passes
struct Resize {
    render::SizePt size;
};
struct Seek {
    double day = 0.0;
    bool anywhere = false;  ///< also where there are no events; otherwise to the nearest day that can be played
};                          ///< the playhead goes there
struct SeekTo {
    bool end = false;
};  ///< first or last day of the data
struct Play {};
struct Pause {};
struct TogglePlay {};
struct StepUnit {
    int units = 1;
    TimeStep step = TimeStep::Auto;
};  ///< Auto: of step_of (app/state/playback.h)
struct StepEvent {
    int events = 1;
};
struct SetSpeed {
    double days_per_second = 2.0;
};
struct ChangeSpeed {
    int steps = 1;
};  ///< along 0.5 1 2 5 10 20 50 100 200 365
struct SetTime {
    TimeState time;
};  ///< all of it at once, standing still; the playhead stays where it is asked for
struct SetMode {
    WindowMode mode = WindowMode::Moment;
};
struct SetKnown {
    Known known = Known::Then;
};
struct SetTrail {
    double days = 30.0;
};  ///< of the mode in force: trail or span
struct ToggleLoop {};
struct ToggleSkipQuiet {};
struct ToggleAgreementsStay {};
struct SetLoop {
    std::optional<events::DaySpan> range;
};  ///< playing stays there, as far as there is anything to play where an end is infinite; nothing, or a stretch
    ///< without length: it goes round no more
struct SetLoopEdge {
    bool end = false;
};  ///< the loop begins, or ends, at the playhead
struct ToggleReverse {};
struct ToggleByEvent {};
struct SetStep {
    TimeStep step = TimeStep::Auto;
};
struct ZoomTimeline {
    double day = 0.0;
    double factor = 1.0;
};  ///< about that day; factor > 1 comes nearer
struct PanTimeline {
    double days = 0.0;
};  ///< > 0: later days come into view; where all of them are shown, nothing happens
struct ShowTimeline {
    std::optional<events::DaySpan> days;
};                               ///< exactly these; nothing: all
struct ZoomTimelineToWindow {};  ///< the window of time, with room on both sides
struct PointAtTimeline {
    TimelineHover hover;
};  ///< the mouse is there on the timeline
struct SelectCountry {
    std::string code;
    bool add = false;
};
struct SelectEvent {
    std::optional<events::EventIndex> event;
};
struct ToggleMembers {
    std::optional<events::EventIndex> event;
};  ///< its organisations are shown as their members, or as themselves again; nothing: the selected event's
struct SetCardFilter {
    CardFilter filter = CardFilter::All;
};
struct ClearSelection {};
struct TogglePair {};  ///< the pair view of the selected countries; with fewer than two nothing
struct SetPairTab {
    PairTab tab = PairTab::All;
};
struct TurnPair {};  ///< newest first, or oldest first again
struct SetPairFrom {
    std::optional<double> day;
};  ///< the first day of what changed
struct SetPairUntil {
    std::optional<double> day;
};  ///< and the last
struct PointAtRow {
    std::optional<events::EventIndex> event;
};  ///< the pointer is over that row of the pair view
struct PeelLayer {
};  ///< Esc: help, typing, the focus of a button, the bare map, menu, the reading of events, event
    ///< card, ranking, table, pair view (back to the first country), country card, filters, loop, in that order
struct PointAt {
    render::ScreenPt at;
    Hover hover;
};  ///< the mouse is there, over that
struct Pan {
    float dx_pt = 0.0F;
    float dy_pt = 0.0F;
};
struct Zoom {
    render::ScreenPt about;
    double factor = 1.0;
};  ///< factor > 1 comes nearer
struct Glide {
    int right = 0;
    int down = 0;
    int nearer = 0;
};  ///< eased steps of the eye: a quarter of the window's shorter side, or a factor of 1.5 about the free map's middle
struct Fit {
    std::vector<std::string> countries;
};  ///< and the links shown that run between them alone; none: the region
struct JumpTo {
    render::Camera camera;
};
struct ToggleKind {
    events::KindId kind{};
};
struct SoloKind {
    events::KindId kind{};
};  ///< only this kind is shown; where that is so already, all are again
struct SoloNextKind {
    int step = 1;
};  ///< only the next kind that occurs, or the one before; behind the last one, all, and round again
struct ToggleYearOnly {};
struct SetFocus {
    std::vector<std::string> countries;
};
struct SetFilter {
    events::EventFilter filter;
};
struct TakeSearch {
    std::shared_ptr<const Search> search;
};                       ///< the words of the present events have been read
struct ClearFilters {};  ///< the filter, the focus and hidden kinds
struct FlyTo {
    geodata::LonLat at;
};  ///< a place comes to the middle of the free map, near enough for its surroundings to be named
struct ToggleTable {};
struct SetTable {
    EventTable table;
};  ///< of the open one: what it shows, and in which order
struct SetTheme {
    const render::Theme* theme = nullptr;
};  ///< one of the program's, or the state's own; any other changes nothing
struct SetOwnTheme {
    std::shared_ptr<const render::Theme> theme;
};  ///< takes a person's theme and shows it; null changes nothing
struct SetLabels {
    LabelMode labels = LabelMode::English;
};
struct NextLabels {};  ///< English, local, both, none, and round again
struct SetBundles {
    BundleMode bundles = BundleMode::Auto;
};
struct SetBundleCurrency {
    std::string currency;
};                          ///< bundles are as wide as their sum in it; empty: as the number of their events
struct NextBundleWidth {};  ///< round: by number, then by the sum in each currency that there is
struct GoToEvent {
    events::EventIndex event{};
};                        ///< selects it; where it is out of the window or out of sight, time and camera go there
struct ToggleRanking {};  ///< brings it to the top of the left column; there already, puts it away
struct RaiseRanking {};   ///< on top of the card, where it is shown
struct SetRanking {
    Ranked of = Ranked::Pairs;
};  ///< shows it as well
struct SetRankBy {
    RankBy by = RankBy::Events;
    std::string currency;
};                        ///< the currency is that of Value
struct NextRankBy {};     ///< round: events, partners of countries, then the sum in each currency that there is
struct ToggleShading {};  ///< countries in tones of land, by what the ranking ranks by
struct SetPartnerCurrency {
    std::string currency;
};  ///< cards rank partners by their sum in it; empty: by the number of events
struct TogglePanels {};
struct ToggleBare {};
struct ToggleLegend {};
struct ToggleHelp {};
struct ToggleMenu {
    Menu menu{};
};
struct StartTyping {
    TextField field{};
    std::string text;
};  ///< the keyboard goes to that field, which holds the text, selected
struct EditText {
    TextEdit edit;
};  ///< of the field that has the keyboard
struct ChooseRow {
    int by = 1;
};  ///< of what the field offers: so many rows down
struct RefuseText {
    std::string why;
};                    ///< Enter was pressed, and the text is not one that the field takes
struct EndTyping {};  ///< the keyboard goes back to the map
struct FocusControl {
    std::optional<int> by;
};  ///< the keyboard's focus goes so many buttons on, out of any field; nothing: no button has it
struct SelectNextVisible {
    int by = 1;
};  ///< of the events shown that touch all selected countries, in order of start, round and round
struct Undo {};
struct Redo {};
struct EndStep {};  ///< the hand let go: what comes next is another step for undo
struct RunErrand {
    Errand errand;
};                     ///< something for the desktop to do
struct ErrandsRun {};  ///< they are done
struct ToggleFullscreen {};
struct SetUiScale {
    double scale = 1.0;
};
struct SetProjection {
    std::string projection;
};  ///< a name, a PROJ string or a code
struct SetWorldview {
    std::string id;
};                        ///< one of World::worldviews; empty: neutral
struct NextWorldview {};  ///< round: neutral, then each
struct SetGround {
    GroundChoice choice;
};  ///< boundaries, worldview and projection at once
struct GroundChanged {
    render::Camera camera;
};  ///< another world is shown, through this camera; what was under the pointer is forgotten
struct ShowLoading {
    std::optional<Loading> loading;
};  ///< how far the reading of events has come; whether it is being stopped stays as it was
struct StopLoading {};
struct Quit {};

using Command = std::variant<
    Tick, Resize, Seek, SeekTo, Play, Pause, TogglePlay, StepUnit, StepEvent, SetSpeed, ChangeSpeed, SetTime, SetMode,
    SetKnown, SetTrail, ToggleLoop, ToggleSkipQuiet, SetLoop, SetLoopEdge, ToggleAgreementsStay, ToggleReverse,
    ToggleByEvent, SetStep, ZoomTimeline, PanTimeline, ShowTimeline, ZoomTimelineToWindow, PointAtTimeline,
    SelectCountry, SelectEvent, ToggleMembers, SetCardFilter, ClearSelection, PeelLayer, PointAt, Pan, Zoom, Glide, Fit,
    JumpTo, ToggleKind, SoloKind, SoloNextKind, ToggleYearOnly, SetFocus, SetFilter, TakeSearch, ClearFilters, FlyTo,
    ToggleTable, SetTable, SetTheme, SetOwnTheme, SetLabels, NextLabels, SetBundles, SetBundleCurrency, NextBundleWidth,
    GoToEvent, ToggleRanking, RaiseRanking, SetRanking, SetRankBy, NextRankBy, ToggleShading, SetPartnerCurrency,
    TogglePanels, ToggleBare, FocusControl, SelectNextVisible, ToggleLegend, ToggleHelp, ToggleMenu, StartTyping,
    EditText, ChooseRow, RefuseText, EndTyping, Undo, Redo, EndStep, RunErrand, ErrandsRun, ToggleFullscreen,
    SetUiScale, SetProjection, SetWorldview, NextWorldview, SetGround, GroundChanged, ShowLoading, StopLoading,
    TogglePair, SetPairTab, TurnPair, SetPairFrom, SetPairUntil, PointAtRow, Quit>;

using Commands = std::vector<Command>;

/// The state after the command. Pure: the same state, command and world always give the same result.
[[nodiscard]] AppState reduce(AppState state, const Command& command, const World& world);

/// The camera that shows a box of the plane inside the free map with 48 points to spare.
[[nodiscard]] render::Camera camera_to_fit(const geodata::WorldBox& box, const AppState& state, const World& world);

/// True while something moves by itself: playing, flying, fading, or waiting for a tooltip. Otherwise nothing is drawn.
[[nodiscard]] bool is_animating(const AppState& state);

}  // namespace app
