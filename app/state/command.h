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
};  ///< days, or what the data is precise to
struct StepEvent {
    int events = 1;
};
struct SetSpeed {
    double days_per_second = 2.0;
};
struct ChangeSpeed {
    int steps = 1;
};  ///< along 0.5 1 2 5 10 20 50 100 200 365
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
struct PeelLayer {
};  ///< Esc: help, typing, menu, the reading of events, event card, table, country card, filters, in that order
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
struct ShowEvent {
    events::EventIndex event{};
};  ///< selects it, goes to its time where it is out of the window, and to its places where they are out of sight
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
struct TogglePanels {};
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

using Command =
    std::variant<Tick, Resize, Seek, SeekTo, Play, Pause, TogglePlay, StepUnit, StepEvent, SetSpeed, ChangeSpeed,
                 SetMode, SetKnown, SetTrail, ToggleLoop, ToggleSkipQuiet, SelectCountry, SelectEvent, ToggleMembers,
                 SetCardFilter, ClearSelection, PeelLayer, PointAt, Pan, Zoom, Glide, Fit, JumpTo, ToggleKind, SoloKind,
                 SoloNextKind, ToggleYearOnly, SetFocus, SetFilter, TakeSearch, ClearFilters, ShowEvent, FlyTo,
                 ToggleTable, SetTable, SetTheme, SetOwnTheme, SetLabels, NextLabels, SetBundles, SetBundleCurrency,
                 NextBundleWidth, TogglePanels, ToggleLegend, ToggleHelp, ToggleMenu, StartTyping, EditText, ChooseRow,
                 RefuseText, EndTyping, RunErrand, ErrandsRun, ToggleFullscreen, SetUiScale, SetProjection,
                 SetWorldview, NextWorldview, SetGround, GroundChanged, ShowLoading, StopLoading, Quit>;

using Commands = std::vector<Command>;

/// The state after the command. Pure: the same state, command and world always give the same result.
[[nodiscard]] AppState reduce(AppState state, const Command& command, const World& world);

/// The camera that shows a box of the plane inside the free map with 48 points to spare.
[[nodiscard]] render::Camera camera_to_fit(const geodata::WorldBox& box, const AppState& state, const World& world);

/// True while something moves by itself: playing, flying, fading, or waiting for a tooltip. Otherwise nothing is drawn.
[[nodiscard]] bool is_animating(const AppState& state);

}  // namespace app
