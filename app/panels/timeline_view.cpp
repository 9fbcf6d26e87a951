#include "app/panels/timeline_view.h"

#include "app/panels/panel_places.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr double shortest_days = 0.25;

/// All days with a little room, as the axis shows them when nothing is collapsed.
events::DaySpan all_days(const World& world) {
    return {world.timeline->plain.front().from, world.timeline->plain.back().to};
}

/// Moved as little as it takes to lie within what there is.
events::DaySpan kept_within(events::DaySpan days, const events::DaySpan& all) {
    const double length = std::min(days.end - days.start, all.end - all.start);
    const double start = std::clamp(days.start, all.start, all.end - length);
    return {start, start + length};
}

}  // namespace

TimeAxis whole_axis(const AppState& state, const World& world, const render::RectPt& panel) {
    return axis_of_panel(state.time.skip_quiet ? world.timeline->collapsed : world.timeline->plain, panel);
}

TimeAxis axis_in_view(const AppState& state, const World& world, const render::RectPt& panel) {
    if (!state.timeline_view) {
        return whole_axis(state, world, panel);
    }
    return axis_of_panel({{AxisStretch::Kind::Linear, state.timeline_view->start, state.timeline_view->end, 0}}, panel);
}

std::optional<events::DaySpan> zoomed_view(const AppState& state, const World& world, double day, double factor) {
    if (!(factor > 0.0) || !std::isfinite(day) || (!state.timeline_view && factor <= 1.0)) {
        return state.timeline_view;
    }
    const render::RectPt panel = panel_places(state, world).timeline;
    const TimeAxis axis = axis_in_view(state, world, panel);
    const double at = std::clamp(day, axis.first_day(), axis.last_day());
    const auto width = static_cast<double>(axis.right() - axis.left());
    const auto left = static_cast<double>(axis.x_from_day(at) - axis.left());
    const double before = axis.pt_per_day_at(at);
    const double scale = std::min(before * factor, width / shortest_days);
    const events::DaySpan all = all_days(world);
    const double whole_scale = whole_axis(state, world, panel).pt_per_day();
    const bool out_of_it = factor < 1.0 && scale <= whole_scale && before > whole_scale * 0.999;
    if (out_of_it || (factor < 1.0 && width / scale >= all.end - all.start)) {
        return std::nullopt;
    }
    const double start = at - left / scale;
    return kept_within({start, start + width / scale}, all);
}

std::optional<events::DaySpan> panned_view(const AppState& state, const World& world, double days) {
    if (!state.timeline_view || !std::isfinite(days)) {
        return state.timeline_view;
    }
    return kept_within({state.timeline_view->start + days, state.timeline_view->end + days}, all_days(world));
}

std::optional<events::DaySpan> view_of(const World& world, events::DaySpan days) {
    const events::DaySpan all = all_days(world);
    if (days.start > days.end) {
        std::swap(days.start, days.end);
    }
    days = {std::max(days.start, all.start), std::min(days.end, all.end)};
    const double lacking = std::max(0.0, shortest_days - (days.end - days.start));
    days = kept_within({days.start - lacking / 2.0, days.end + lacking / 2.0}, all);
    const bool is_all = days.end - days.start >= 0.999 * (all.end - all.start);
    return is_all ? std::nullopt : std::optional{days};
}

std::optional<events::DaySpan> view_of_window(const AppState& state, const World& world) {
    events::DaySpan window = window_of(state.time);
    const events::DaySpan all = all_days(world);
    window = {std::max(window.start, all.start), std::min(window.end, all.end)};
    const double length = std::max(1.0, window.end - window.start);
    return view_of(world, {window.start - 0.25 * length, window.end + 0.5 * length});
}

std::optional<events::DaySpan> view_with_playhead(const AppState& state, const World& world) {
    constexpr double margin = 0.1;
    const auto& view = state.timeline_view;
    const double day = state.time.playhead;
    if (!view || (day >= view->start && day <= view->end)) {
        return view;
    }
    const double length = view->end - view->start;
    const double start = day > view->end ? day - margin * length : day - (1.0 - margin) * length;
    return kept_within({start, start + length}, all_days(world));
}

}  // namespace app
