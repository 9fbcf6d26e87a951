// Draws a CountryCard.
#include "app/panels/country_card_layout.h"
#include "app/panels/panels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;

constexpr float padding = 20.0F;
constexpr float row = 24.0F;
constexpr float event_row = 48.0F;

/// A column that is filled from the top.
struct Column {
    RectPt room;
    float y = 0.0F;
    RectPt next(float height) {
        y += height;
        return {room.left, y - height, room.right, y};
    }
};

void rule(Canvas& canvas, Column& column, float above, float below, bool full = false) {
    column.y += above;
    const float inset = full ? -padding : 0.0F;
    canvas.fill({column.room.left + inset, column.y, column.room.right - inset, column.y + 1.0F},
                canvas.theme().hairline);
    column.y += 1.0F + below;
}

void draw_title(Canvas& canvas, Column& column, const CountryCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt title = column.next(28.0F);
    const RectPt close{title.right - 24.0F, title.top - 2.0F, title.right + 8.0F, title.top + 30.0F};
    const RectPt fit{close.left - 32.0F, close.top, close.left, close.bottom};
    canvas.text(card.name, type::title, {title.left, title.top, fit.left - 8.0F, title.bottom}, theme.text_1);
    const Touch on_fit = canvas.control("fit", fit);
    canvas.icon(Icon::Target, fit, on_fit.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_fit, "Show all of " + card.name);
    if (on_fit.clicked) {
        commands.emplace_back(Fit{{card.code}});
    }
    const Touch on_close = canvas.control("close", close);
    canvas.icon(Icon::Close, close, on_close.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_close, "Close  (Esc)");
    if (on_close.clicked) {
        commands.emplace_back(ClearSelection{});
    }
    canvas.text(card.totals, type::body, column.next(20.0F), theme.text_2);
}

void draw_filter(Canvas& canvas, Column& column, const CountryCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    column.y += 12.0F;
    const RectPt group = column.next(32.0F);
    canvas.fill(group, theme.fill_hover, 8.0F);
    constexpr std::array<std::pair<CardFilter, const char*>, 4> choices{{{CardFilter::All, "All"},
                                                                         {CardFilter::Incoming, "Incoming"},
                                                                         {CardFilter::Outgoing, "Outgoing"},
                                                                         {CardFilter::Between, "Between"}}};
    const float width = (group.width() - 4.0F) / static_cast<float>(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto& [filter, label] = choices[i];
        const float left = group.left + 2.0F + width * static_cast<float>(i);
        const RectPt cell{left, group.top + 2.0F, left + width, group.bottom - 2.0F};
        const bool on = card.filter == filter;
        const bool enabled = filter != CardFilter::Between || card.between_enabled;
        const Touch touched = canvas.control(label, cell, on, 6.0F);
        if (on) {
            canvas.outline(cell, theme.hairline, 6.0F);
        }
        canvas.text(label, type::body_strong, cell,
                    on        ? theme.text_1
                    : enabled ? theme.text_2
                              : theme.text_3,
                    Align::Center);
        if (!enabled) {
            canvas.help(touched, "Shift-click a second country on the map first");
        } else if (touched.clicked) {
            commands.emplace_back(SetCardFilter{filter});
        }
    }
}

void draw_months(Canvas& canvas, Column& column, const CountryCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    column.y += 12.0F;
    const RectPt heading = column.next(16.0F);
    canvas.text(card.months_heading, type::small_strong, heading, theme.text_3);
    canvas.text(card.months_caption, type::small_strong, heading, theme.text_3, Align::Right);
    column.y += 6.0F;
    const RectPt chart = column.next(34.0F);
    const float base = chart.top + 32.0F;
    const auto count = static_cast<float>(std::max<std::size_t>(1, card.months.size()));
    const float pitch = chart.width() / count;
    for (std::size_t i = 0; i < card.months.size(); ++i) {
        const CardMonth& month = card.months[i];
        const float height =
            28.0F * static_cast<float>(month.count) / static_cast<float>(std::max(1, card.highest_month));
        const float left = chart.left + pitch * static_cast<float>(i);
        canvas.fill({left, base - height, left + std::max(1.0F, pitch * 0.82F), base},
                    render::with_alpha(theme.text_1, month.in_window ? 1.0F : 0.34F), 1.5F);
    }
    canvas.fill({chart.left, base, chart.right, base + 1.0F}, theme.hairline_strong);
    const Touch touched = canvas.touch("months", chart);
    if (touched.clicked && !card.months.empty()) {
        const auto i =
            static_cast<std::size_t>(std::clamp((canvas.pointer().x - chart.left) / pitch, 0.0F, count - 1.0F));
        commands.emplace_back(Seek{card.months[i].day + 27.5});
    }
}

void draw_kinds(Canvas& canvas, Column& column, const CountryCard& card) {
    const render::Theme& theme = canvas.theme();
    int rows = 0;
    column.y += 10.0F;
    const float gap = 32.0F;
    const float width = (column.room.width() - gap) / 2.0F;
    for (const CardKind& kind : card.kinds) {
        const float left = column.room.left + static_cast<float>(kind.column) * (width + gap);
        const float top = column.y + static_cast<float>(kind.row) * row;
        canvas.glyph(kind.kind, {left, top, left + 16.0F, top + row});
        canvas.text(kind.label, type::body, {left + 24.0F, top, left + width - 24.0F, top + row}, theme.text_2);
        canvas.text(std::to_string(kind.count), type::body_strong, {left, top, left + width, top + row}, theme.text_1,
                    Align::Right);
        rows = std::max(rows, kind.row + 1);
    }
    column.y += static_cast<float>(rows) * row;
}

void draw_partners(Canvas& canvas, Column& column, const CountryCard& card, std::size_t most, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.text("Partners in this window", type::small_strong, column.next(22.0F), theme.text_3);
    const float bars = column.room.width() - 112.0F - 36.0F;
    const float unit = std::min(29.0F, bars / static_cast<float>(std::max(1, card.most_with_partner)));
    for (std::size_t i = 0; i < card.partners.size() && i < most; ++i) {
        const CardPartner& partner = card.partners[i];
        const RectPt line = column.next(row);
        const RectPt whole{line.left - 8.0F, line.top, line.right + 8.0F, line.bottom};
        const Touch touched = canvas.control("partner" + partner.code, whole);
        canvas.text(partner.name, type::body, {line.left, line.top, line.left + 106.0F, line.bottom}, theme.text_1);
        float x = line.left + 112.0F;
        for (const CardShare& share : partner.by_kind) {
            const float width = unit * static_cast<float>(share.count);
            canvas.fill({x, line.top + 8.0F, x + std::max(1.0F, width - 1.0F), line.top + 16.0F},
                        canvas.color_of(share.kind), 1.0F);
            x += width;
        }
        canvas.text(std::to_string(partner.total), type::body_strong, line, theme.text_1, Align::Right);
        if (touched.clicked) {
            commands.emplace_back(SelectCountry{partner.code, true});
        }
    }
}

void draw_event_row(Canvas& canvas, const RectPt& place, const CardEvent& event, const World& world,
                    Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const Touch touched =
        canvas.control("event" + std::to_string(static_cast<unsigned>(event.index)), place, event.selected, 0.0F);
    const RectPt inner{place.left + padding, place.top + 5.0F, place.right - padding, place.bottom - 5.0F};
    const float faded = event.in_window ? 1.0F : 0.55F;
    canvas.glyph(event.kind, {inner.left, inner.top + 2.0F, inner.left + 16.0F, inner.top + 18.0F}, faded);
    const RectPt words{inner.left + 28.0F, inner.top, inner.right, inner.top + 20.0F};
    canvas.text(event.title, event.selected ? type::body_bold : type::body_strong, words,
                event.in_window ? theme.text_1 : theme.text_2);
    RectPt second{words.left, words.bottom + 1.0F, words.right, words.bottom + 17.0F};
    const float source = canvas.width(event.source, type::small);
    canvas.text(event.source, type::small, second, theme.text_3, Align::Right);
    second.right -= source + 8.0F;
    second.left +=
        canvas.text(event.date_words, type::small, second, event.in_window ? theme.text_2 : theme.text_3) + 6.0F;
    if (!event.tag.empty()) {
        const float width = canvas.width(event.tag, type::small_strong) + 10.0F;
        const RectPt tag{second.left, second.top - 0.5F, second.left + width, second.bottom + 0.5F};
        if (tag.right <= second.right) {
            canvas.outline(tag, theme.hairline_strong, 4.0F);
            canvas.text(event.tag, type::small_strong, tag, theme.text_2, Align::Center);
        }
    }
    if (touched.clicked) {
        commands.emplace_back(SelectEvent{event.index});
        if (!event.in_window && world.events->operator[](event.index).date) {
            commands.emplace_back(Seek{std::floor((*world.events)[event.index].date->strict.start) + 0.5});
        }
    }
}

void draw_events(Canvas& canvas, Column& column, const CountryCard& card, const World& world, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.text("Events, newest first", type::small_strong, column.next(28.0F), theme.text_3);
    // Whole rows only.
    const float room = column.room.bottom - column.y;
    const bool headed = !card.others_heading.empty();
    const float rows = std::floor(room / event_row);
    const bool heading_shown = headed && static_cast<float>(card.events_in_window) < rows;
    const float height = heading_shown ? std::floor((room - 32.0F) / event_row) * event_row + 32.0F
                                       : std::max(event_row, rows * event_row);
    const RectPt list{column.room.left - padding, column.y, column.room.right + padding, column.y + height};
    float y = canvas.begin_list("##events", list);
    for (std::size_t i = 0; i < card.events.size(); ++i) {
        if (headed && i == card.events_in_window) {
            canvas.text(card.others_heading, type::small_strong,
                        {list.left + padding, y, list.right - padding, y + 32.0F}, theme.text_3);
            y += 32.0F;
        }
        const RectPt place{list.left, y, list.right, y + event_row};
        if (place.bottom > list.top && place.top < list.bottom) {
            draw_event_row(canvas, place, card.events[i], world, commands);
        }
        y += event_row;
    }
    canvas.end_list(y);
}

}  // namespace

void draw_country_card(Canvas& canvas, const RectPt& place, const AppState& state, const World& world,
                       Commands& commands) {
    const CountryCard card = country_card(state, world);
    if (card.code.empty()) {
        return;
    }
    canvas.begin_panel("##country", place);
    Column column{{place.left + padding, place.top, place.right - padding, place.bottom - 4.0F}, place.top + 16.0F};
    const bool small = place.height() < 620.0F;
    draw_title(canvas, column, card, commands);
    draw_filter(canvas, column, card, commands);
    if (!small && !card.months.empty()) {
        draw_months(canvas, column, card, commands);
    }
    if (!card.kinds.empty() && place.height() > 520.0F) {
        draw_kinds(canvas, column, card);
        rule(canvas, column, 8.0F, 8.0F);
    } else {
        column.y += 12.0F;
    }
    if (!card.partners.empty()) {
        draw_partners(canvas, column, card, small ? 3 : 5, commands);
        rule(canvas, column, 8.0F, 4.0F, true);
    }
    draw_events(canvas, column, card, world, commands);
    canvas.end_panel();
}

}  // namespace app
