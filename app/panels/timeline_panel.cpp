// Draws a TimelineLayout, and turns what hands do with it into commands.
#include "app/panels/panels.h"
#include "app/panels/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace app {

namespace {

using render::RectPt;
using render::with_alpha;

constexpr double hours_from_pt = 240.0;  // for a day

std::string hour_of(double day) {
    const int hour = std::min(23, static_cast<int>((day - std::floor(day)) * 24.0));
    return (hour < 10 ? ", 0" : ", ") + std::to_string(hour) + ":00";
}

std::string words_under(const World& world, double pt_per_day, const TimelineHit& hit) {
    const std::string date = events::words_from_days(hit.day) + (pt_per_day > hours_from_pt ? hour_of(hit.day) : "");
    return hit.bar ? date + "   " + std::string{world.events->kinds()[hit.bar->kind].label} : date;
}

/// A line at the pointer with its date, unless a hand drags something.
void draw_pointer(Canvas& canvas, const TimelineLayout& layout, const World& world, double pt_per_day,
                  const Touch& touched, const TimelineHit& hit) {
    using What = TimelineHit::What;
    if (hit.what == What::Loop) {
        canvas.help(touched, "What playing goes round; a double click puts it away");
    } else if (hit.what == What::Handle && hit.handle == TimelineHandle::Part::Middle) {
        canvas.help(touched, "Moves the window of time");
    } else if (hit.what == What::Scrub || hit.what == What::Axis) {
        const float x = canvas.pointer().x;
        canvas.line({x, layout.panel.top + 2.0F}, {x, layout.lanes_bottom}, with_alpha(canvas.theme().text_1, 0.35F));
        canvas.help(touched, words_under(world, pt_per_day, hit));
    }
}

void follow_hand(Canvas& canvas, const TimelineLayout& layout, const TimelineBins& bins, const AppState& state,
                 const MapView& view, TimelineDrag& drag, Commands& commands) {
    const Touch touched = canvas.touch("scrub", layout.scrub, false);
    TimelineHand hand;
    hand.hit = timeline_hit(layout, bins, canvas.pointer());
    hand.held = touched.pressed;
    hand.clicked = touched.clicked;
    hand.twice = touched.hovered && canvas.pressed_twice();
    hand.shift = canvas.with_shift();
    hand.ctrl = canvas.with_ctrl();
    hand.middle = canvas.middle_held() && (touched.hovered || drag.is_busy());
    hand.x = canvas.pointer().x;
    drag.follow(hand, state, bins.axis, commands);
    const bool points = touched.hovered && !touched.pressed && !drag.is_busy();
    const TimelineHover hover = points ? hover_of(hand.hit, view.visible(), view.world()) : TimelineHover{};
    if (hover != state.timeline_hover) {
        commands.emplace_back(PointAtTimeline{hover});
    }
    if (points) {
        draw_pointer(canvas, layout, view.world(), bins.axis.pt_per_day(), touched, hand.hit);
    }
}

}  // namespace

void draw_timeline(Canvas& canvas, const TimelineLayout& layout, const TimelineBins& bins, const AppState& state,
                   const MapView& view, TimelineDrag& drag, Commands& commands) {
    canvas.begin_panel("##timeline", layout.panel, 0.0F);
    draw_timeline_axis(canvas, layout, state);
    draw_timeline_controls(canvas, layout, state, commands);
    follow_hand(canvas, layout, bins, state, view, drag, commands);
    canvas.end_panel();
    draw_date_tab(canvas, layout.tab, state, commands);
    if (state.typing && state.typing->field == TextField::Speed && layout.speed_group.width() > 0.0F) {
        draw_field_hint(canvas, layout.speed_group, "A speed: 3, 2 weeks/s, 1 month/s, 0.5 years/s", *state.typing);
    }
}

}  // namespace app
