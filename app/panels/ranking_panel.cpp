// Draws the ranking; its rows glide to their new places.
#include "app/panels/panels.h"
#include "app/panels/ranking_layout.h"
#include "app/panels/segmented_control.h"
#include "app/panels/toggle_switch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

namespace app {

namespace {

using render::RectPt;

constexpr std::array<Segment, 3> segments{{{"Pairs"}, {"Countries"}, {"Kinds"}}};

void draw_head(Canvas& canvas, const RankingList& list, const RankingPlaces& places, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.text(list.title, type::title, places.title, theme.text_1);
    canvas.text(list.totals, type::body, places.totals, theme.text_2);
    const Touch close = canvas.control("close", places.close);
    canvas.icon(Icon::Close, places.close, close.hovered ? theme.text_1 : theme.text_2);
    canvas.help(close, "Close  (R)");
    if (close.clicked) {
        commands.emplace_back(ToggleRanking{});
    }
    if (const auto clicked = segmented_control(canvas, places.segments, segments, static_cast<std::size_t>(list.of))) {
        commands.emplace_back(SetRanking{static_cast<Ranked>(*clicked)});
    }
    canvas.text(list.heading, type::small_strong, places.heading, theme.text_3);
}

void draw_choice(Canvas& canvas, const RankingList& list, const RankingPlaces& places, Commands& commands) {
    if (list.choice.empty()) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    const float width = canvas.width(list.choice, type::small_strong);
    RectPt place = places.choice;
    place.left = std::max(place.left, place.right - width - 32.0F);
    const Touch touched = canvas.control("choice", place, false, 6.0F);
    const render::Rgba ink = touched.hovered ? theme.text_1 : theme.text_2;
    canvas.text(list.choice, type::small_strong, {place.left + 6.0F, place.top, place.right - 22.0F, place.bottom},
                ink);
    canvas.icon(Icon::Sort, {place.right - 22.0F, place.top, place.right - 4.0F, place.bottom}, ink, 0.8F);
    canvas.help(touched, "What it goes by; click for the next. Currencies are never added up");
    if (touched.clicked) {
        commands.emplace_back(NextRankBy{});
    }
}

void draw_bar(Canvas& canvas, const RankingRow& row, const RankingPlaces& places, float middle) {
    if (places.bar >= places.bar_end) {
        return;
    }
    const float length = std::max(1.0F, row.length * (places.bar_end - places.bar));
    float x = places.bar;
    const auto piece = [&](float width, render::Rgba color) {
        canvas.fill({x, middle - 4.0F, x + std::max(1.0F, width - 1.0F), middle + 4.0F}, color, 1.0F);
        x += width;
    };
    for (const RankingShare& share : row.shares) {
        piece(length * share.part, canvas.color_of(share.kind));
    }
    if (row.shares.empty()) {
        piece(length, render::with_alpha(canvas.theme().text_1, 0.5F));
    }
}

void click_row(const RankingRow& row, const Touch& touched, Commands& commands) {
    if (row.kind) {
        commands.emplace_back(SoloKind{*row.kind});
        return;
    }
    if (row.selected && !touched.with_shift) {
        commands.emplace_back(ClearSelection{});
        return;
    }
    for (std::size_t i = 0; i < row.countries.size(); ++i) {
        commands.emplace_back(
            SelectCountry{row.countries[i], i > 0 || (touched.with_shift && row.countries.size() == 1)});
    }
    commands.emplace_back(RaiseRanking{});
}

std::string_view help_for(const RankingRow& row) {
    if (row.kind) {
        return row.selected ? "click to show all kinds again" : "click to see these alone";
    }
    return row.selected ? "click to let go" : "click to select";
}

void draw_row(Canvas& canvas, const RankingRow& row, const RankingPlaces& places, float y, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt whole{places.list.left, y, places.list.right, y + ranking_row};
    const Touch touched = canvas.control(std::to_string(row.key), whole, row.selected, 0.0F);
    const auto cell = [&](float left, float right) { return RectPt{left, y, right, y + ranking_row}; };
    const render::text::TextStyle& style = row.selected ? type::body_bold : type::body;
    canvas.text(row.rank, type::body, cell(places.rank, places.name - 4.0F), theme.text_3);
    float name = places.name;
    if (row.kind) {
        canvas.glyph(*row.kind, cell(name, name + 16.0F));
        name += 24.0F;
    }
    canvas.text(row.name, style, cell(name, places.name_end), theme.text_1);
    draw_bar(canvas, row, places, y + ranking_row / 2.0F);
    canvas.text(row.number, type::body_strong, cell(places.bar_end, places.number_end), theme.text_1, Align::Right);
    canvas.help(touched, row.name + ": " + std::string{help_for(row)});
    if (touched.clicked) {
        click_row(row, touched, commands);
    }
}

void draw_rows(Canvas& canvas, const RankingList& list, const RankingPlaces& places, std::span<const float> at,
               Commands& commands) {
    const float top = canvas.begin_list("##rows", places.list);
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const float y = top + std::round(at[i] * ranking_row);
        if (y + ranking_row > places.list.top && y < places.list.bottom) {
            draw_row(canvas, list.rows[i], places, y, commands);
        }
    }
    float bottom = top + static_cast<float>(list.rows.size()) * ranking_row;
    if (!list.left_out.empty()) {
        canvas.text(list.left_out, type::small, {places.name, bottom, places.number_end, bottom + ranking_row},
                    canvas.theme().text_3);
        bottom += ranking_row;
    }
    canvas.end_list(bottom);
}

}  // namespace

void draw_ranking(Canvas& canvas, const RectPt& place, const AppState& state, MapView& view, RowMotion& motion,
                  Commands& commands) {
    const TieTable& table = view.ties();
    const RankingList list = ranking_list(state, view.world(), table, view.tally(state));
    const RankingPlaces places = ranking_places(place, list.of, list.by);
    std::vector<RowKey> keys;
    for (const RankingRow& row : list.rows) {
        keys.push_back(row.key);
    }
    const std::vector<float> at = motion.advanced(keys, canvas.seconds(), state.reduced_motion);
    canvas.begin_panel("##ranking", place);
    draw_head(canvas, list, places, commands);
    draw_choice(canvas, list, places, commands);
    draw_rows(canvas, list, places, at, commands);
    canvas.fill({place.left, places.foot.top - 4.5F, place.right, places.foot.top - 3.5F}, canvas.theme().hairline);
    const Touch shade = toggle_switch(canvas, "shade", places.foot, "Shade countries", state.ranking.shades_map);
    canvas.help(shade, "Countries in tones of land, by the same numbers  (Shift+R)");
    if (shade.clicked) {
        commands.emplace_back(ToggleShading{});
    }
    canvas.end_panel();
}

}  // namespace app
