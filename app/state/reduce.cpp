#include "app/state/command.h"

#include "app/panels/panel_places.h"
#include "app/panels/timeline_view.h"
#include "app/scene/links_between.h"
#include "app/state/go_to_event.h"
#include "app/state/history.h"
#include "app/state/playback.h"
#include "app/state/ranking_choice.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

constexpr double nearest_metres_per_pt = 60.0;
// A fit leaves something of the surroundings in view; a small window shows the middle of a large area rather than all
// of it too small to be read.
constexpr double nearest_fit_metres_per_pt = 240.0;
constexpr double farthest_fit_metres_per_pt = 24000.0;
constexpr double place_metres_per_pt = 1500.0;  // at which a place is shown among its neighbours
constexpr double fade_s = 0.3;
constexpr double gentle_pace = 0.5;  // of the animation clock while time stands still
constexpr double glide_zoom = 1.5;
constexpr std::array<double, 11> speeds{0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 365.0};

/// Sets off from where the camera is now, also from the middle of another flight.
void set_off(AppState& state, const Flight& flight) {
    state.flight = flight;
    if (state.reduced_motion) {
        state.camera.center = flight.to.center;
        state.camera.metres_per_pt = flight.to.metres_per_pt;
        state.flight.reset();
    }
}

void advance_flight(AppState& state, double seconds) {
    Flight& flight = *state.flight;
    flight.elapsed_s += seconds;
    const render::Camera camera = camera_of(flight);
    state.camera.center = camera.center;
    state.camera.metres_per_pt = camera.metres_per_pt;
    if (flight.elapsed_s >= flight.duration_s) {
        state.flight.reset();
    }
}

/// The scale at which a box of the plane fills a rectangle of the screen, however small that is.
double metres_per_pt_to_fill(const render::RectPt& rect, const geodata::WorldBox& box) {
    constexpr float least_pt = 80.0F;
    return std::max((box.max_x - box.min_x) / static_cast<double>(std::max(least_pt, rect.width())),
                    (box.max_y - box.min_y) / static_cast<double>(std::max(least_pt, rect.height())));
}

/// Where the camera's centre is when a place of the plane lies under a point of the screen.
geodata::WorldXY center_with(geodata::WorldXY place, render::ScreenPt at, const render::Camera& camera) {
    return {place.x - static_cast<double>(at.x - camera.size.width / 2.0F) * camera.metres_per_pt,
            place.y + static_cast<double>(at.y - camera.size.height / 2.0F) * camera.metres_per_pt};
}

/// The scale at which all of the map is in view, with a little of the space around it.
double farthest_metres_per_pt(const render::RectPt& free, const World& world) {
    constexpr double part_of_view = 0.9;
    const double all = world.reach.empty() ? farthest_fit_metres_per_pt : metres_per_pt_to_fill(free, world.reach);
    return std::max(all / part_of_view, nearest_metres_per_pt);
}

/// A map smaller than the free part of the window stands in its middle; a larger one may be moved off it by as much as
/// it is larger, so that it comes to the middle without a jump.
void pull_to_middle(render::Camera& camera, const render::RectPt& free, const geodata::WorldBox& reach) {
    const auto kept = [&](double center, double middle, double map_m, float free_pt) {
        const double play_m = std::max(0.0, map_m - static_cast<double>(free_pt) * camera.metres_per_pt);
        return std::clamp(center, middle - play_m, middle + play_m);
    };
    const geodata::WorldXY middle = center_with(reach.center(), free.center(), camera);
    camera.center.x = kept(camera.center.x, middle.x, reach.max_x - reach.min_x, free.width());
    camera.center.y = kept(camera.center.y, middle.y, reach.max_y - reach.min_y, free.height());
}

/// Keeps the middle of the window on the map, and a small map in the middle of the window.
void keep_in_reach(render::Camera& camera, const render::RectPt& free, const World& world) {
    camera.center = world.kept_on_map(camera.center);
    camera.metres_per_pt = std::clamp(camera.metres_per_pt, nearest_metres_per_pt, farthest_metres_per_pt(free, world));
    if (!world.reach.empty()) {
        pull_to_middle(camera, free, world.reach);
    }
}

/// The camera at that scale with the same place under a point of the screen.
render::Camera zoomed_about(render::Camera camera, render::ScreenPt about, double metres_per_pt, double farthest) {
    const geodata::WorldXY fixed = camera.world_from_screen(about);
    camera.metres_per_pt = std::clamp(metres_per_pt, nearest_metres_per_pt, farthest);
    const geodata::WorldXY moved = camera.world_from_screen(about);
    camera.center.x += fixed.x - moved.x;
    camera.center.y += fixed.y - moved.y;
    return camera;
}

void set_playhead(AppState& state, const World& world, double day) {
    const auto [first, last] = playable_span(*world.events);
    state.time.playhead = std::clamp(day, first, last);
    state.timeline_view = view_with_playhead(state, world);
}

bool is_built_in(const render::Theme* theme) {
    return theme == &render::dark_theme() || theme == &render::light_theme() || theme == &render::contrast_theme();
}

/// One visitor for all commands; each case is a few lines or a call of a named function.
struct Reducer {
    AppState& state;
    const World& world;

    void operator()(const Tick& c) const {
        state.pointer_rest_s += c.seconds;
        if (state.flight) {
            advance_flight(state, c.seconds);
        }
        state.fade = std::max(0.0, state.fade - c.seconds / fade_s);
        state.clock_s += c.seconds * (state.time.playing ? 1.0 : gentle_pace);
        if (state.time.playing) {
            state.time = played(state, world, c.seconds);
            state.timeline_view = view_with_playhead(state, world);
        }
    }
    void operator()(const Resize& c) const { state.camera.size = c.size; }
    void operator()(const Seek& c) const {
        state.time.playing = false;
        if (c.anywhere && std::isfinite(c.day)) {
            state.time.playhead = c.day;
            state.timeline_view = view_with_playhead(state, world);
        } else {
            set_playhead(state, world, c.day);
        }
    }
    void operator()(const SeekTo& c) const {
        const auto [first, last] = playable_span(*world.events);
        state.time.playing = false;
        set_playhead(state, world, c.end ? last : first);
    }
    void operator()(const Play&) const { state.time = started(state, world); }
    void operator()(const Pause&) const { state.time.playing = false; }
    void operator()(const TogglePlay&) const {
        if (state.time.playing) {
            state.time.playing = false;
        } else {
            state.time = started(state, world);
        }
    }
    void operator()(const StepUnit& c) const {
        state.time.playing = false;
        set_playhead(state, world,
                     stepped_day(state.time.playhead, c.step == TimeStep::Auto ? step_of(state) : c.step, c.units));
    }
    void operator()(const StepEvent& c) const {
        state.time.playing = false;
        set_playhead(state, world, day_of_event_step(state, world, c.events));
    }
    void operator()(const SetSpeed& c) const {
        state.time.days_per_second = std::clamp(c.days_per_second, 0.01, 10000.0);
    }
    void operator()(const ChangeSpeed& c) const {
        const auto above = std::upper_bound(speeds.begin(), speeds.end(), state.time.days_per_second + 1e-9);
        const auto below = std::lower_bound(speeds.begin(), speeds.end(), state.time.days_per_second - 1e-9);
        if (c.steps > 0 && above != speeds.end()) {
            state.time.days_per_second = *above;
        } else if (c.steps < 0 && below != speeds.begin()) {
            state.time.days_per_second = *(below - 1);
        }
    }
    void operator()(const SetTime& c) const {
        state.time = c.time;
        state.time.playing = false;
    }
    void operator()(const SetMode& c) const { state.time.mode = c.mode; }
    void operator()(const SetKnown& c) const { state.time.known = c.known; }
    void operator()(const SetTrail& c) const {
        constexpr double century = 36525.0;
        constexpr double half_a_day = 0.5;  // a single day, from midnight to the playhead at midday
        constexpr double all_of_edtf = 20000.0 * 366.0;
        if (state.time.mode == WindowMode::Range) {
            state.time.span_days = std::clamp(c.days, half_a_day, all_of_edtf);
        } else {
            state.time.trail_days = std::clamp(c.days, 1.0, century);
        }
    }
    void operator()(const ToggleLoop&) const { state.time.loop = !state.time.loop; }
    void operator()(const ToggleSkipQuiet&) const { state.time.skip_quiet = !state.time.skip_quiet; }
    void operator()(const ToggleAgreementsStay&) const { state.time.agreements_stay = !state.time.agreements_stay; }
    void operator()(const SetLoop& c) const { set_loop(c.range); }
    void operator()(const SetLoopEdge& c) const { set_loop_edge(c); }
    void operator()(const ToggleReverse&) const {
        state.time.reverse = !state.time.reverse;
        state.time.pace.reset();
    }
    void operator()(const ToggleByEvent&) const {
        state.time.by_event = !state.time.by_event;
        state.time.pace.reset();
    }
    void operator()(const SetStep& c) const { state.time.step = c.step; }
    void operator()(const ZoomTimeline& c) const { state.timeline_view = zoomed_view(state, world, c.day, c.factor); }
    void operator()(const PanTimeline& c) const { state.timeline_view = panned_view(state, world, c.days); }
    void operator()(const ShowTimeline& c) const {
        state.timeline_view = c.days ? view_of(world, *c.days) : std::nullopt;
    }
    void operator()(const ZoomTimelineToWindow&) const { state.timeline_view = view_of_window(state, world); }
    void operator()(const PointAtTimeline& c) const { state.timeline_hover = c.hover; }
    void operator()(const SelectCountry& c) const { select_country(c); }
    void operator()(const SelectEvent& c) const { state.selection.event = c.event; }
    void operator()(const ToggleMembers& c) const {
        const auto event = c.event ? c.event : state.selection.event;
        if (event && std::erase(state.opened, *event) == 0) {
            state.opened.push_back(*event);
        }
    }
    void operator()(const SetCardFilter& c) const { state.selection.filter = c.filter; }
    void operator()(const ClearSelection&) const { state.selection = {}; }
    void operator()(const TogglePair&) const {
        if (has_pair(state)) {
            state.selection.pair_shown = false;
        } else if (state.selection.countries.size() > 1) {
            open_pair();
        }
    }
    void operator()(const SetPairTab& c) const { state.pair.tab = c.tab; }
    void operator()(const TurnPair&) const { state.pair.newest_first = !state.pair.newest_first; }
    void operator()(const SetPairFrom& c) const { state.pair.from = c.day; }
    void operator()(const SetPairUntil& c) const { state.pair.until = c.day; }
    void operator()(const PointAtRow& c) const { state.pair.pointed = c.event; }
    void operator()(const PeelLayer&) const { peel(); }
    void operator()(const ShowLoading& c) const {
        const bool stopping = state.loading && state.loading->stopping;
        state.loading = c.loading;
        if (state.loading) {
            state.loading->stopping = stopping;
        }
    }
    void operator()(const StopLoading&) const { stop_loading(); }
    void operator()(const PointAt& c) const {
        if (state.pointer != c.at) {
            state.pointer = c.at;
            state.pointer_rest_s = 0.0;
        }
        state.hover = c.hover;
    }
    void operator()(const Pan& c) const {
        state.flight.reset();
        state.camera.center.x -= static_cast<double>(c.dx_pt) * state.camera.metres_per_pt;
        state.camera.center.y += static_cast<double>(c.dy_pt) * state.camera.metres_per_pt;
        keep_in_reach(state.camera, free_map(state, world), world);
    }
    void operator()(const Zoom& c) const { zoom(c); }
    void operator()(const Glide& c) const { glide(c); }
    void operator()(const Fit& c) const { fit(c); }
    void operator()(const JumpTo& c) const {
        state.flight.reset();
        state.camera.center = c.camera.center;
        state.camera.metres_per_pt = c.camera.metres_per_pt;
        keep_in_reach(state.camera, free_map(state, world), world);
    }
    void operator()(const ToggleKind& c) const {
        const auto found = std::find(state.hidden_kinds.begin(), state.hidden_kinds.end(), c.kind);
        if (found != state.hidden_kinds.end()) {
            state.hidden_kinds.erase(found);
        } else {
            state.hidden_kinds.push_back(c.kind);
        }
    }
    void operator()(const SoloKind& c) const {
        show_only(is_alone(state, world, c.kind) ? std::nullopt : std::optional{c.kind});
    }
    void operator()(const SoloNextKind& c) const { show_only(next_alone(c.step)); }
    void operator()(const ToggleYearOnly&) const { state.year_only_shown = !state.year_only_shown; }
    void operator()(const SetFocus& c) const { state.focus = c.countries; }
    void operator()(const SetFilter& c) const {
        state.filter = c.filter;
        state.filtered = filtered_by(state.filter, world, state.search.get());
    }
    void operator()(const TakeSearch& c) const { state.search = c.search; }
    void operator()(const ClearFilters&) const {
        (*this)(SetFilter{});
        state.hidden_kinds.clear();
        state.focus.clear();
    }
    void operator()(const FlyTo& c) const {
        if (const auto at = world.project(c.at)) {
            render::Camera to = state.camera;
            to.metres_per_pt = std::min(to.metres_per_pt, place_metres_per_pt);
            to.center = center_with(*at, free_map(state, world).center(), to);
            keep_in_reach(to, free_map(state, world), world);
            set_off(state, arc_flight(state.camera, to));
        }
    }
    void operator()(const ToggleTable&) const {
        state.table = state.table ? std::nullopt : std::optional{EventTable{}};
    }
    void operator()(const SetTable& c) const { state.table = state.table ? std::optional{c.table} : std::nullopt; }
    void operator()(const SetTheme& c) const {
        const bool known = c.theme != nullptr && (c.theme == state.own_theme.get() || is_built_in(c.theme));
        state.theme = known ? c.theme : state.theme;
    }
    void operator()(const SetOwnTheme& c) const {
        if (c.theme) {
            state.own_theme = c.theme;
            state.theme = c.theme.get();
        }
    }
    void operator()(const SetLabels& c) const { state.labels = c.labels; }
    void operator()(const NextLabels&) const {
        constexpr int count = static_cast<int>(LabelMode::None) + 1;
        state.labels = static_cast<LabelMode>((static_cast<int>(state.labels) + 1) % count);
    }
    void operator()(const SetBundles& c) const { state.bundles = c.bundles; }
    void operator()(const SetBundleCurrency& c) const { state.bundle_currency = c.currency; }
    void operator()(const NextBundleWidth&) const {
        const auto names = world.values.currencies();
        const auto now = std::find(names.begin(), names.end(), state.bundle_currency);
        const auto next = state.bundle_currency.empty() ? names.begin() : now == names.end() ? now : now + 1;
        state.bundle_currency = next == names.end() ? std::string() : std::string{*next};
    }
    void operator()(const TogglePanels&) const {
        state.panels_shown = state.bare || !state.panels_shown;
        state.bare = false;
        state.timeline_hover = {};
    }
    void operator()(const ToggleBare&) const {
        state.bare = !state.bare;
        state.panels_shown = !state.bare;
    }
    void operator()(const FocusControl& c) const {
        if (c.by) {
            state.typing.reset();
        }
        state.focused_control =
            c.by ? std::optional{state.focused_control.value_or(*c.by > 0 ? -1 : 0) + *c.by} : std::nullopt;
    }
    void operator()(const SelectNextVisible& c) const { select_next_visible(c.by); }
    void operator()(const GoToEvent& c) const {
        const render::Camera camera = go_to_event(state, c.event, world);
        if (camera != state.camera) {
            set_off(state, arc_flight(state.camera, camera));
        }
    }
    void operator()(const ToggleRanking&) const { toggle_ranking(state); }
    void operator()(const RaiseRanking&) const { state.ranking.behind_card = false; }
    void operator()(const SetRanking& c) const {
        state.ranking.of = c.of;
        state.ranking.shown = true;
        state.selection.event.reset();
        state.ranking.behind_card = false;
    }
    void operator()(const SetRankBy& c) const {
        state.ranking.by = c.by;
        state.ranking.currency = c.by == RankBy::Value ? c.currency : std::string();
    }
    void operator()(const NextRankBy&) const { next_rank_by(state.ranking, world); }
    void operator()(const ToggleShading&) const { state.ranking.shades_map = !state.ranking.shades_map; }
    void operator()(const SetPartnerCurrency& c) const { state.partner_currency = c.currency; }
    void operator()(const ToggleLegend&) const { state.legend_shown = !state.legend_shown; }
    void operator()(const ToggleHelp&) const { state.help_shown = !state.help_shown; }
    void operator()(const ToggleMenu& c) const {
        state.menu = state.menu == c.menu ? std::nullopt : std::optional{c.menu};
    }
    void operator()(const StartTyping& c) const {
        state.typing = Typing{c.field, all_selected(c.text), 0, {}};
        if (c.field != TextField::Palette) {  // it stands on the timeline
            state.panels_shown = true;
            state.bare = false;
        }
    }
    void operator()(const EditText& c) const {
        if (state.typing) {
            Typing& typing = *state.typing;
            EditedText now = edited(typing.edit, c.edit);
            typing.chosen = now.text == typing.edit.text ? typing.chosen : 0;
            typing.why.clear();
            typing.edit = std::move(now);
        }
    }
    void operator()(const ChooseRow& c) const {
        if (state.typing) {
            state.typing->chosen = std::max(0, state.typing->chosen + c.by);
        }
    }
    void operator()(const RefuseText& c) const {
        if (state.typing) {
            state.typing->why = c.why;
        }
    }
    void operator()(const EndTyping&) const { state.typing.reset(); }
    void operator()(const Undo&) const { bring_back(taken_back(state)); }
    void operator()(const Redo&) const { bring_back(taken_forth(state)); }
    void operator()(const EndStep&) const { state.history.moving.reset(); }
    void operator()(const RunErrand& c) const { state.errands.push_back(c.errand); }
    void operator()(const ErrandsRun&) const { state.errands.clear(); }
    void operator()(const ToggleFullscreen&) const { state.fullscreen = !state.fullscreen; }
    void operator()(const SetUiScale& c) const { state.ui_scale = std::clamp(c.scale, 0.5, 4.0); }
    void operator()(const SetProjection& c) const { state.ground.projection = c.projection; }
    void operator()(const SetWorldview& c) const { state.ground.worldview = c.id; }
    void operator()(const NextWorldview&) const {
        const auto& views = world.worldviews;
        const auto now = std::find_if(views.begin(), views.end(), [&](const geodata::Worldview& view) {
            return view.id == state.ground.worldview;
        });
        const auto next = state.ground.worldview.empty() ? views.begin() : now == views.end() ? now : now + 1;
        state.ground.worldview = next == views.end() ? std::string() : next->id;
    }
    void operator()(const SetGround& c) const { state.ground = c.choice; }
    void operator()(const GroundChanged& c) const {
        (*this)(JumpTo{c.camera});
        for (auto* steps : {&state.history.back, &state.history.forth}) {
            for (Undoable& step : *steps) {
                step.view.reset();
            }
        }
        state.hover = {};  // countries have other numbers now
        state.fade = state.reduced_motion ? 0.0 : 1.0;
    }
    void operator()(const Quit&) const { state.quit = true; }

private:
    /// None: all kinds.
    void show_only(std::optional<events::KindId> kind) const {
        state.hidden_kinds.clear();
        for (std::size_t i = 0; kind && i < world.events->kinds().all().size(); ++i) {
            if (static_cast<events::KindId>(i) != *kind) {
                state.hidden_kinds.push_back(static_cast<events::KindId>(i));
            }
        }
    }
    /// The kind that is shown alone `step` kinds on, of those that occur.
    std::optional<events::KindId> next_alone(int step) const {
        const std::vector<events::KindId>& kinds = world.kinds;
        const auto alone =
            std::find_if(kinds.begin(), kinds.end(), [&](events::KindId kind) { return is_alone(state, world, kind); });
        const auto round = static_cast<std::ptrdiff_t>(kinds.size()) + 1;  // and all of them
        const std::ptrdiff_t now = alone == kinds.end() ? -1 : alone - kinds.begin();
        const std::ptrdiff_t next = ((now + 1 + step) % round + round) % round - 1;
        return next < 0 ? std::nullopt : std::optional{kinds[static_cast<std::size_t>(next)]};
    }
    void select_country(const SelectCountry& c) const {
        auto& chosen = state.selection.countries;
        state.selection.event.reset();
        state.ranking.behind_card = true;
        const auto found = std::find(chosen.begin(), chosen.end(), c.code);
        if (!c.add) {
            chosen = {c.code};
            state.selection.filter = CardFilter::All;
        } else if (found == chosen.end()) {
            chosen.push_back(c.code);
        } else {
            chosen.erase(found);
        }
        if (chosen.size() < 2 && state.selection.filter == CardFilter::Between) {
            state.selection.filter = CardFilter::All;
        }
        if (chosen.size() < 2) {
            state.selection.pair_shown = false;
        } else if (chosen.back() == c.code) {
            open_pair();
        }
    }
    void open_pair() const {
        state.selection.pair_shown = true;
        state.pair.pointed.reset();
        state.pair.tab = PairTab::All;
        if (state.panels_shown) {
            fit({state.selection.countries});  // no panel over what it speaks of
        }
    }
    void select_next_visible(int by) const {
        std::vector<events::EventIndex> shown = visible_events(state, world);
        std::erase_if(shown, [&](events::EventIndex event) {
            const auto& chosen = state.selection.countries;
            return !std::all_of(chosen.begin(), chosen.end(),
                                [&](const std::string& code) { return (*world.events)[event].touches(code); });
        });
        if (shown.empty()) {
            return;
        }
        const auto count = static_cast<std::ptrdiff_t>(shown.size());
        const auto now =
            state.selection.event ? std::find(shown.begin(), shown.end(), *state.selection.event) : shown.end();
        const std::ptrdiff_t from = now == shown.end() ? (by > 0 ? -1 : 0) : now - shown.begin();
        state.selection.event = shown[static_cast<std::size_t>(((from + by) % count + count) % count)];
    }
    void bring_back(std::optional<Undoable> step) const {
        if (!step) {
            return;
        }
        const auto view = step->view;
        const bool moves = view && view != undoable_of(state).view;
        state.time = std::move(step->time);
        state.selection = std::move(step->selection);
        state.hidden_kinds = std::move(step->hidden_kinds);
        state.focus = std::move(step->focus);
        if (state.filter != step->filter) {
            (*this)(SetFilter{step->filter});
        }
        state.opened = std::move(step->opened);
        state.year_only_shown = step->year_only_shown;
        if (moves) {
            render::Camera to = state.camera;
            to.center = view->center;
            to.metres_per_pt = view->metres_per_pt;
            set_off(state, arc_flight(state.camera, to));
        }
    }
    void set_loop(std::optional<events::DaySpan> range) const {
        const auto [first, last] = playable_span(*world.events);
        if (range && std::isinf(range->start)) {
            range->start = first;
        }
        if (range && std::isinf(range->end)) {
            range->end = last;
        }
        const bool goes_round = range && range->end > range->start;
        state.time.loop_range = goes_round ? range : std::nullopt;
        state.time.loop = goes_round;
    }
    /// The other edge stays where it still is the other one; else all that can be played is on that side.
    void set_loop_edge(const SetLoopEdge& c) const {
        const auto [first, last] = playable_span(*world.events);
        const double day = state.time.playhead;
        events::DaySpan range = state.time.loop_range.value_or(events::DaySpan{first, last});
        if (c.end) {
            range = {range.start < day ? range.start : first, day};
        } else {
            range = {day, range.end > day ? range.end : last};
        }
        set_loop(range);
    }
    void stop_loading() const {
        if (state.loading) {
            state.loading->stopping = true;
        }
    }
    void peel() const {
        if (state.help_shown) {
            state.help_shown = false;
        } else if (state.typing) {
            state.typing.reset();
        } else if (state.focused_control) {
            state.focused_control.reset();
        } else if (state.bare) {
            state.bare = false;
            state.panels_shown = true;
        } else if (state.menu) {
            state.menu.reset();
        } else if (state.loading && !state.loading->stopping && state.panels_shown) {
            stop_loading();
        } else if (state.selection.event) {
            state.selection.event.reset();
        } else if (shows_ranking(state)) {
            state.ranking.shown = false;
        } else if (state.table && state.panels_shown) {
            state.table.reset();
        } else if (has_pair(state) && state.panels_shown) {
            (*this)(SelectCountry{std::string{state.selection.countries.front()}, false});
        } else if (!state.selection.countries.empty()) {
            state.selection = {};
        } else if (has_filters(state)) {
            (*this)(ClearFilters{});
        } else if (state.time.loop_range) {
            set_loop(std::nullopt);
        } else {
            state.fullscreen = false;
        }
    }
    void zoom(const Zoom& c) const {
        state.flight.reset();
        const render::RectPt free = free_map(state, world);
        state.camera = zoomed_about(state.camera, c.about, state.camera.metres_per_pt / c.factor,
                                    farthest_metres_per_pt(free, world));
        keep_in_reach(state.camera, free, world);
    }
    /// From where the camera is, not from where it is going: a key that is held down moves evenly and stops at once.
    void glide(const Glide& c) const {
        const auto step_pt = static_cast<double>(std::min(state.camera.size.width, state.camera.size.height)) * 0.25;
        const render::RectPt free = free_map(state, world);
        render::Camera to = state.camera;
        if (c.nearer != 0) {
            to =
                zoomed_about(to, free.center(), to.metres_per_pt * std::pow(glide_zoom, static_cast<double>(-c.nearer)),
                             farthest_metres_per_pt(free, world));
        }
        to.center.x += c.right * step_pt * to.metres_per_pt;
        to.center.y -= c.down * step_pt * to.metres_per_pt;
        keep_in_reach(to, free, world);
        set_off(state, straight_flight(state.camera, to));
    }
    void fit(const Fit& c) const {
        geodata::WorldBox box;
        for (const std::string& code : c.countries) {
            if (const auto id = world.boundaries->find(code)) {
                box.extend(world.country_boxes[static_cast<std::size_t>(*id)]);
            }
        }
        render::Camera to = camera_to_fit(box.empty() ? world.region_box : box, state, world);
        if (!box.empty()) {
            box.extend(box_of_links_between(c.countries, state, world, to));
            to = camera_to_fit(box, state, world);
        }
        set_off(state, arc_flight(state.camera, to));
    }
};

}  // namespace

AppState reduce(AppState state, const Command& command, const World& world) {
    std::visit(Reducer{state, world}, command);
    return state;
}

render::Camera camera_to_fit(const geodata::WorldBox& box, const AppState& state, const World& world) {
    render::Camera camera = state.camera;
    if (box.empty()) {
        return camera;  // the projection shows nothing of it
    }
    const render::RectPt area = fit_area(state, world);
    const double farthest = std::min(farthest_fit_metres_per_pt, farthest_metres_per_pt(free_map(state, world), world));
    camera.metres_per_pt = std::clamp(metres_per_pt_to_fill(area, box), nearest_fit_metres_per_pt,
                                      std::max(nearest_fit_metres_per_pt, farthest));
    camera.center = center_with(box.center(), area.center(), camera);
    return camera;
}

bool is_animating(const AppState& state) {
    constexpr double tooltip_s = 0.5;
    const bool waits =
        (state.hover.event || state.hover.country || state.hover.pair) && state.pointer_rest_s <= tooltip_s;
    return state.time.playing || state.flight.has_value() || state.fade > 0.0 || waits;
}

}  // namespace app
