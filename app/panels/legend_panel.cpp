// Draws the legend; a click on a kind hides or shows it.
#include "app/panels/legend_layout.h"
#include "app/panels/panels.h"
#include "app/scene/palette.h"

#include <algorithm>
#include <optional>
#include <string>

namespace app {

namespace {

using render::RectPt;

void draw_kind(Canvas& canvas, const RectPt& row, const LegendRow& kind, const World& world, bool narrow,
               Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const float around = narrow ? 0.0F : 8.0F;
    const RectPt whole{row.left - around, row.top, row.right + around, row.bottom};
    const Touch touched = canvas.control("kind" + kind.label, whole, false, 6.0F);
    const float opacity = kind.hidden ? 0.25F : kind.count > 0 ? 1.0F : 0.45F;
    const render::Rgba ink = kind.hidden || kind.count == 0 ? theme.text_3 : theme.text_1;
    const RectPt box = narrow ? row : RectPt{row.left, row.top, row.left + 16.0F, row.bottom};
    canvas.glyph(hue_of(world.events->kinds()[kind.kind]), box, opacity);
    if (narrow) {
        canvas.help(touched, kind.label + "  " + std::to_string(kind.count));
    } else {
        canvas.text(kind.label, type::body, {row.left + 28.0F, row.top, row.right - 36.0F, row.bottom}, ink);
        canvas.text(kind.hidden ? "off" : count_words(kind.count),
                    kind.count > 0 && !kind.hidden ? type::body_strong : type::body, row, ink, Align::Right);
        canvas.help(touched, kind.hidden ? "Show these" : "Hide these");
    }
    if (touched.clicked) {
        commands.emplace_back(ToggleKind{kind.kind});
    }
}

void draw_sample(Canvas& canvas, LegendNote::What what, const RectPt& row) {
    const render::Rgba ink = canvas.theme().text_2;
    const float y = row.center().y;
    const float left = row.left - 2.0F;
    if (what == LegendNote::What::UncertainDate) {
        for (float x = left + 2.0F; x < left + 24.0F; x += 5.0F) {
            canvas.disc({x, y}, 1.25F, ink);
        }
    } else if (what == LegendNote::What::Planned) {
        for (float x = left; x < left + 20.0F; x += 9.0F) {
            canvas.line({x, y}, {x + 5.5F, y}, ink, 1.8F);
        }
    } else if (what == LegendNote::What::Bundles) {
        const render::Rgba hue = canvas.theme().hue(render::LinkHue::Bundle);
        canvas.fill({left, y - 3.0F, left + 22.0F, y + 3.0F}, render::with_alpha(hue, 0.6F), 2.0F);
    } else if (what == LegendNote::What::NotOnMap) {
        canvas.line({left + 4.0F, y - 5.0F}, {left + 14.0F, y + 5.0F}, ink, 1.5F);
        canvas.line({left + 14.0F, y - 5.0F}, {left + 4.0F, y + 5.0F}, ink, 1.5F);
    } else {
        const render::Rgba none = render::with_alpha(ink, 0.0F);
        const render::Rgba some = render::with_alpha(ink, 0.5F);
        canvas.fill_across({left, y - 4.0F, left + 11.0F, y + 4.0F}, none, some);
        canvas.fill_across({left + 11.0F, y - 4.0F, left + 22.0F, y + 4.0F}, some, none);
    }
}

/// Where a click changes what is shown, and what it does.
struct NoteSwitch {
    std::string help;
    Command command;
};
std::optional<NoteSwitch> switch_of(const LegendNote& note) {
    if (note.what == LegendNote::What::YearOnly) {
        return NoteSwitch{note.on ? "Shown; click to leave them out" : "Left out in this mode; click to show them",
                          ToggleYearOnly{}};
    }
    if (note.what == LegendNote::What::Bundles) {
        return note.on ? NoteSwitch{"One curve for each pair; click to draw each link", SetBundles{BundleMode::Off}}
                       : NoteSwitch{"Click to draw one curve for each pair", SetBundles{BundleMode::On}};
    }
    return std::nullopt;
}

void draw_note(Canvas& canvas, const RectPt& row, const LegendNote& note, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    draw_sample(canvas, note.what, row);
    canvas.text(note.label, type::body, {row.left + 28.0F, row.top, row.right, row.bottom},
                note.on ? theme.text_2 : theme.text_3);
    const auto change = switch_of(note);
    if (!change) {
        return;
    }
    const Touch touched =
        canvas.control("note" + note.label, {row.left - 8.0F, row.top, row.right + 8.0F, row.bottom}, false, 6.0F);
    canvas.help(touched, change->help);
    if (touched.clicked) {
        commands.push_back(change->command);
    }
}

void draw_in_words(Canvas& canvas, const RectPt& place, const Legend& content, const World& world, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const float left = place.left + 16.0F;
    const float right = place.right - 16.0F;
    float y = place.top + 12.0F;
    canvas.text("Links", type::body_bold, {left, y, right, y + 24.0F}, theme.text_1);
    canvas.text(content.total, type::body, {left, y, right, y + 24.0F}, theme.text_2, Align::Right);
    y += 28.0F;
    for (const LegendRow& kind : content.rows) {
        draw_kind(canvas, {left, y, right, y + 24.0F}, kind, world, false, commands);
        y += 24.0F;
    }
    canvas.fill({left, y + 8.0F, right, y + 9.0F}, theme.hairline);
    y += 17.0F;
    for (const LegendNote& note : content.notes) {
        draw_note(canvas, {left, y, right, y + 24.0F}, note, commands);
        y += 24.0F;
    }
}

}  // namespace

void draw_legend(Canvas& canvas, const RectPt& place, const AppState& state, const MapView& view, Commands& commands) {
    const World& world = view.world();
    const Legend content = legend(state, world, view.visible(), view.links().bundles);
    canvas.begin_panel("##legend", place);
    if (is_narrow_legend(place)) {
        for (std::size_t i = 0; i < content.rows.size(); ++i) {
            const RectPt cell = legend_cell(place, i);
            if (cell.right <= place.right) {
                draw_kind(canvas, cell, content.rows[i], world, true, commands);
            }
        }
    } else {
        draw_in_words(canvas, place, content, world, commands);
    }
    canvas.end_panel();
}

}  // namespace app
