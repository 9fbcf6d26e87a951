// Draws the legend; a click on a kind hides or shows it, with Shift it shows that kind alone or all again.
#include "app/panels/legend_layout.h"
#include "app/panels/panels.h"
#include "app/panels/shading_key.h"
#include "app/panels/toggle_switch.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace app {

namespace {

using render::RectPt;

constexpr float specimen_width = 56.0F;  // with the gap behind it

std::string_view help_for(const LegendRow& kind) {
    if (kind.alone) {
        return "Hide these; Shift+click: show all again";
    }
    return kind.hidden ? "Show these; Shift+click: only these" : "Hide these; Shift+click: only these";
}

void draw_kind(Canvas& canvas, const RectPt& row, const LegendRow& kind, bool narrow, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const float around = narrow ? 0.0F : 8.0F;
    const RectPt whole{row.left - around, row.top, row.right + around, row.bottom};
    const Touch touched = canvas.control("kind" + kind.label, whole, false, 6.0F);
    const float opacity = kind.hidden ? 0.25F : kind.count > 0 ? 1.0F : 0.45F;
    const render::Rgba ink = kind.hidden || kind.count == 0 ? theme.text_3 : theme.text_1;
    if (narrow) {
        canvas.glyph(kind.kind, row, opacity);
        canvas.help(touched, kind.label + "  " + count_words(kind.count) + (kind.hidden ? ", hidden" : ""));
    } else {
        canvas.specimen(kind.kind, row, opacity);
        const RectPt name{row.left + specimen_width, row.top, row.right - 36.0F, row.bottom};
        const float width = canvas.text(kind.label, type::body, name, ink);
        canvas.text(count_words(kind.count), kind.count > 0 && !kind.hidden ? type::body_strong : type::body, row, ink,
                    Align::Right);
        if (kind.hidden) {
            const float y = row.center().y + 0.5F;
            canvas.line({name.left - 2.0F, y}, {name.left + width + 2.0F, y}, ink);
        }
        canvas.help(touched, help_for(kind));
    }
    if (touched.clicked) {
        commands.push_back(touched.with_shift ? Command{SoloKind{kind.kind}} : Command{ToggleKind{kind.kind}});
    }
}

void draw_sample(Canvas& canvas, LegendNote::What what, const RectPt& row) {
    const render::Rgba ink = canvas.theme().text_2;
    const float y = row.center().y;
    const float left = row.left + 2.0F;
    const float right = row.left + 42.0F;
    if (what == LegendNote::What::UncertainDate) {
        for (float x = left + 2.0F; x < right; x += 6.0F) {
            canvas.disc({x, y}, 1.25F, ink);
        }
    } else if (what == LegendNote::What::Planned) {
        for (float x = left; x < right; x += 11.0F) {
            canvas.line({x, y}, {x + 7.0F, y}, ink, 1.8F);
        }
    } else if (what == LegendNote::What::Bundles) {
        const render::Rgba hue = canvas.theme().hue(render::LinkHue::Bundle);
        canvas.fill({left, y - 3.0F, right, y + 3.0F}, render::with_alpha(hue, 0.6F), 2.0F);
    } else if (what == LegendNote::What::NotOnMap) {
        const float middle = (left + right) / 2.0F;
        canvas.line({middle - 5.0F, y - 5.0F}, {middle + 5.0F, y + 5.0F}, ink, 1.5F);
        canvas.line({middle + 5.0F, y - 5.0F}, {middle - 5.0F, y + 5.0F}, ink, 1.5F);
    } else {
        const float middle = (left + right) / 2.0F;
        const render::Rgba none = render::with_alpha(ink, 0.0F);
        const render::Rgba some = render::with_alpha(ink, 0.5F);
        canvas.fill_across({left, y - 4.0F, middle, y + 4.0F}, none, some);
        canvas.fill_across({middle, y - 4.0F, right, y + 4.0F}, some, none);
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
    canvas.text(note.label, type::body, {row.left + specimen_width, row.top, row.right, row.bottom},
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

/// Lines of the widths that round numbers have.
void draw_widths(Canvas& canvas, RectPt row, const LegendWidths& widths) {
    const render::Theme& theme = canvas.theme();
    const render::Rgba ink = widths.in_window ? theme.text_2 : theme.text_3;
    canvas.text(widths.title, type::body, row, ink);
    canvas.text(widths.unit, type::body, row, ink, Align::Right);
    const render::Rgba hue = widths.of_bundles ? theme.hue(render::LinkHue::Bundle) : theme.text_2;
    row = {row.left, row.bottom, row.right, row.bottom + legend_sample_row};
    for (const WidthSample& sample : widths.samples) {
        const float y = row.center().y;
        canvas.line({row.left + 2.0F, y}, {row.left + 66.0F, y},
                    render::with_alpha(hue, widths.in_window ? 0.75F : 0.35F), sample.width_pt);
        canvas.text(sample.label, type::body, row, ink, Align::Right);
        row.top += legend_sample_row;
        row.bottom += legend_sample_row;
    }
    canvas.text(widths.also, type::small, row, theme.text_3);
}

/// What the widths of bundles are measured by changes with a click.
Touch widths_control(Canvas& canvas, const RectPt& place, const LegendWidths& widths, Commands& commands) {
    const Touch touched =
        widths.has_choice ? canvas.control("widths", place, false, 6.0F) : canvas.touch("widths", place);
    if (touched.clicked && widths.has_choice) {
        commands.emplace_back(NextBundleWidth{});
    }
    return touched;
}

std::string help_for_widths(const AppState& state) {
    return state.bundle_currency.empty()
               ? "Wide by number of events; click for the sum in a currency  (V)"
               : "Wide by the sum in " + state.bundle_currency + " alone; click for the next  (V)";
}

/// Tones side by side; under the left edge of each the number from which it begins.
void draw_shading_key(Canvas& canvas, const RectPt& place, const ShadingKey& key) {
    const render::Theme& theme = canvas.theme();
    const RectPt title{place.left, place.top, place.right, place.top + 20.0F};
    canvas.text(key.title, type::body, title, theme.text_2);
    canvas.text(key.unit, type::body, title, theme.text_2, Align::Right);
    const float width = place.width() / static_cast<float>(most_shades);
    for (std::size_t i = 0; i < key.from.size(); ++i) {
        const float left = place.left + width * static_cast<float>(i);
        const RectPt tone{left, title.bottom + 1.0F, left + width, title.bottom + 11.0F};
        canvas.fill(tone, shade_tone(theme, i));
        canvas.outline(tone, theme.hairline_strong);
        canvas.text(key.from[i], type::small, {left, tone.bottom + 1.0F, left + width - 2.0F, tone.bottom + 17.0F},
                    theme.text_2);
    }
    if (key.from.empty()) {
        canvas.text("nothing in this window", type::small,
                    {place.left, title.bottom, place.right, title.bottom + 16.0F}, theme.text_3);
    }
}

void draw_shading(Canvas& canvas, RectPt row, const AppState& state, const Shading& shading, Commands& commands) {
    const bool on = state.ranking.shades_map;
    const Touch touched = toggle_switch(canvas, "shading", row, "Shade countries", on);
    canvas.help(touched, on ? "In tones of land; click for the plain map  (Shift+R)"
                            : "Countries in tones of land, by what the ranking goes by  (Shift+R)");
    if (touched.clicked) {
        commands.emplace_back(ToggleShading{});
    }
    if (on) {
        draw_shading_key(canvas, {row.left, row.bottom, row.right, row.bottom + shading_key_height},
                         shading_key(shading));
    }
}

/// Beside a narrow legend, which has a sign for it alone.
void draw_widths_beside(Canvas& canvas, const RectPt& cell, const LegendWidths& widths) {
    constexpr float width = 216.0F;
    const float height = 20.0F + legend_row + legend_sample_row * static_cast<float>(widths.samples.size()) +
                         (widths.also.empty() ? 0.0F : legend_sample_row);
    const float right = cell.left - 16.0F;
    const RectPt place{right - width, cell.bottom - height, right, cell.bottom};
    canvas.begin_panel("##widths", place, 8.0F, true);
    canvas.fill(place, canvas.theme().panel_raised, 8.0F);
    draw_widths(canvas, {place.left + 16.0F, place.top + 8.0F, right - 16.0F, place.top + 8.0F + legend_row}, widths);
    canvas.end_panel();
}

void draw_rule(Canvas& canvas, float left, float right, float& y) {
    canvas.fill({left, y + 8.0F, right, y + 9.0F}, canvas.theme().hairline);
    y += legend_rule;
}

void draw_in_words(Canvas& canvas, const RectPt& place, const Legend& content, const AppState& state,
                   const MapView& view, Commands& commands) {
    const World& world = view.world();
    const render::Theme& theme = canvas.theme();
    const float left = place.left + 16.0F;
    const float right = place.right - 16.0F;
    float y = place.top + 12.0F;
    canvas.text("Links", type::body_bold, {left, y, right, y + 24.0F}, theme.text_1);
    canvas.text(content.total, type::body, {left, y, right, y + 24.0F}, theme.text_2, Align::Right);
    y += 28.0F;
    for (const LegendRow& kind : content.rows) {
        draw_kind(canvas, {left, y, right, y + legend_row}, kind, false, commands);
        y += legend_row;
    }
    draw_rule(canvas, left, right, y);
    for (const LegendNote& note : content.notes) {
        draw_note(canvas, {left, y, right, y + legend_row}, note, commands);
        y += legend_row;
    }
    if (content.widths && place.height() > legend_height(state, world, true) - 1.0F) {
        draw_rule(canvas, left, right, y);
        const LegendWidths& widths = *content.widths;
        const Touch touched = widths_control(canvas, {left - 8.0F, y, right + 8.0F, y + legend_row}, widths, commands);
        if (widths.has_choice) {
            canvas.help(touched, help_for_widths(state));
        }
        draw_widths(canvas, {left, y, right, y + legend_row}, widths);
    }
    if (has_shading_switch(state)) {
        y = place.bottom - 8.0F - shading_section_height(state);
        draw_rule(canvas, left, right, y);
        draw_shading(canvas, {left, y, right, y + legend_row}, state, view.shading(), commands);
    }
}

/// A sign with the key beside it while the pointer is on it.
void draw_shading_cell(Canvas& canvas, const RectPt& cell, const AppState& state, const Shading& shading,
                       Commands& commands) {
    const RectPt row{cell.left + 8.0F, cell.top, cell.right - 8.0F, cell.bottom};
    const Touch touched = canvas.control("shading", cell, state.ranking.shades_map, 6.0F);
    canvas.icon(Icon::Shades, row, canvas.theme().text_2);
    if (touched.clicked) {
        commands.emplace_back(ToggleShading{});
    }
    if (touched.hovered) {
        constexpr float width = 216.0F;
        const float height = shading_key_height + 16.0F;
        const RectPt place{cell.left - 16.0F - width, cell.bottom - height, cell.left - 16.0F, cell.bottom};
        canvas.begin_panel("##shades", place, 8.0F, true);
        canvas.fill(place, canvas.theme().panel_raised, 8.0F);
        draw_shading_key(canvas, {place.left + 16.0F, place.top + 8.0F, place.right - 16.0F, place.bottom - 8.0F},
                         shading_key(shading));
        canvas.end_panel();
    }
}

void draw_in_glyphs(Canvas& canvas, const RectPt& place, const Legend& content, const AppState& state,
                    const Shading& shading, Commands& commands) {
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        const RectPt cell = legend_cell(place, i);
        if (cell.right <= place.right) {
            draw_kind(canvas, cell, content.rows[i], true, commands);
        }
    }
    const RectPt cell = legend_cell(place, content.rows.size());
    if (content.widths && cell.right <= place.right) {
        const Touch touched = widths_control(canvas, cell, *content.widths, commands);
        canvas.icon(Icon::Widths, cell, content.widths->in_window ? canvas.theme().text_2 : canvas.theme().text_3);
        if (touched.hovered) {
            draw_widths_beside(canvas, cell, *content.widths);
        }
    }
    const RectPt shades = legend_cell(place, content.rows.size() + (content.widths ? 1 : 0));
    if (state.ranking.shades_map && shades.right <= place.right) {
        draw_shading_cell(canvas, shades, state, shading, commands);
    }
}

}  // namespace

void draw_legend(Canvas& canvas, const RectPt& place, const AppState& state, const MapView& view, Commands& commands) {
    const World& world = view.world();
    const Legend content = legend(state, world, view.visible(), view.links().bundles);
    canvas.begin_panel("##legend", place);
    if (is_narrow_legend(place)) {
        draw_in_glyphs(canvas, place, content, state, view.shading(), commands);
    } else {
        draw_in_words(canvas, place, content, state, view, commands);
    }
    canvas.end_panel();
}

}  // namespace app
