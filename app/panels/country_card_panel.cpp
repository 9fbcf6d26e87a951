// Draws a CountryCard.
#include "app/panels/country_card_layout.h"
#include "app/panels/country_card_places.h"
#include "app/panels/event_row.h"
#include "app/panels/panels.h"
#include "app/panels/segmented_control.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;

constexpr float padding = 20.0F;

void draw_title(Canvas& canvas, const CountryCardPlaces& places, const CountryCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.text(card.name, type::title, places.title, theme.text_1);
    const Touch on_fit = canvas.control("fit", places.fit);
    canvas.icon(Icon::Target, places.fit, on_fit.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_fit, "Show all of " + card.name);
    if (on_fit.clicked) {
        commands.emplace_back(Fit{{card.code}});
    }
    const Touch on_close = canvas.control("close", places.close);
    canvas.icon(Icon::Close, places.close, on_close.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_close, "Close  (Esc)");
    if (on_close.clicked) {
        commands.emplace_back(ClearSelection{});
    }
    canvas.text(card.totals, type::body, places.totals, theme.text_2);
}

void draw_filter(Canvas& canvas, const RectPt& place, const CountryCard& card, Commands& commands) {
    const std::string_view why_not = card.between_enabled ? "" : "Shift-click a second country on the map first";
    const std::array<Segment, 4> segments{
        {{"All"}, {"Incoming"}, {"Outgoing"}, {"Between", card.between_enabled, why_not}}};
    if (const auto clicked = segmented_control(canvas, place, segments, static_cast<std::size_t>(card.filter))) {
        commands.emplace_back(SetCardFilter{static_cast<CardFilter>(*clicked)});
    }
}

void draw_months(Canvas& canvas, const RectPt& heading, const RectPt& chart, const CountryCard& card,
                 Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.text(card.months_heading, type::small_strong, heading, theme.text_3);
    canvas.text(card.months_caption, type::small_strong, heading, theme.text_3, Align::Right);
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

void draw_kinds(Canvas& canvas, const RectPt& place, const CountryCard& card) {
    const render::Theme& theme = canvas.theme();
    const float gap = 32.0F;
    const float width = (place.width() - gap) / 2.0F;
    for (const CardKind& kind : card.kinds) {
        const float left = place.left + static_cast<float>(kind.column) * (width + gap);
        const float top = place.top + static_cast<float>(kind.row) * card_row;
        canvas.glyph(kind.kind, {left, top, left + 16.0F, top + card_row});
        canvas.text(kind.label, type::body, {left + 24.0F, top, left + width - 24.0F, top + card_row}, theme.text_2);
        canvas.text(std::to_string(kind.count), type::body_strong, {left, top, left + width, top + card_row},
                    theme.text_1, Align::Right);
    }
}

/// Signs and not colours: a plus for what is new, triangles, a dash.
void draw_trend(Canvas& canvas, Trend trend, render::ScreenPt at) {
    const render::Rgba ink = canvas.theme().text_2;
    constexpr float r = 4.0F;
    switch (trend) {
        case Trend::Unknown:
            return;
        case Trend::New:
            canvas.line({at.x - r, at.y}, {at.x + r, at.y}, ink, 1.5F);
            canvas.line({at.x, at.y - r}, {at.x, at.y + r}, ink, 1.5F);
            return;
        case Trend::Up:
            canvas.triangle({at.x - r, at.y + r * 0.75F}, {at.x, at.y - r * 0.75F}, {at.x + r, at.y + r * 0.75F}, ink);
            return;
        case Trend::Level:
            canvas.line({at.x - r, at.y}, {at.x + r, at.y}, ink, 1.5F);
            return;
        case Trend::Down:
            canvas.triangle({at.x - r, at.y - r * 0.75F}, {at.x + r, at.y - r * 0.75F}, {at.x, at.y + r * 0.75F}, ink);
            return;
    }
}

void draw_partner_choice(Canvas& canvas, const RectPt& heading, const CountryCard& card, Commands& commands) {
    if (card.partner_choice.empty()) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    const float width = canvas.width(card.partner_choice, type::small_strong);
    const RectPt place{heading.right - width - 24.0F, heading.top + 1.0F, heading.right + 8.0F, heading.bottom - 1.0F};
    const Touch touched = canvas.control("partners by", place, false, 6.0F);
    const render::Rgba ink = touched.hovered ? theme.text_1 : theme.text_2;
    canvas.text(card.partner_choice, type::small_strong,
                {place.left + 6.0F, place.top, place.right - 22.0F, place.bottom}, ink);
    canvas.icon(Icon::Sort, {place.right - 22.0F, place.top, place.right - 4.0F, place.bottom}, ink, 0.8F);
    canvas.help(touched, "By events or by the sum in one currency; click for the next");
    if (touched.clicked) {
        commands.emplace_back(SetPartnerCurrency{card.next_partner_currency});
    }
}

void draw_partner(Canvas& canvas, const RectPt& line, const CardPartner& partner, const CountryCard& card, float unit,
                  Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt whole{line.left - 8.0F, line.top, line.right + 8.0F, line.bottom};
    const Touch touched = canvas.control("partner" + partner.code, whole);
    canvas.text(partner.name, type::body, {line.left, line.top, line.left + 106.0F, line.bottom}, theme.text_1);
    float x = line.left + 112.0F;
    for (const CardShare& share : partner.by_kind) {
        const float width = unit * static_cast<float>(std::max(0.0, share.weight));
        if (width > 0.0F) {
            canvas.fill({x, line.top + 8.0F, x + std::max(1.0F, width - 1.0F), line.top + 16.0F},
                        canvas.color_of(share.kind), 1.0F);
        }
        x += width;
    }
    const bool has_trend = partner.trend != Trend::Unknown;
    canvas.text(partner.number, type::body_strong,
                {line.left, line.top, line.right - (has_trend ? 18.0F : 0.0F), line.bottom}, theme.text_1,
                Align::Right);
    draw_trend(canvas, partner.trend, {line.right - 5.0F, line.center().y});
    canvas.help(touched, partner.help);
    if (touched.clicked) {
        commands.emplace_back(SelectCountry{partner.code, partner.code != card.code});
    }
}

void draw_partners(Canvas& canvas, const CardSection& section, const CountryCard& card, Commands& commands) {
    canvas.text("Partners in this window", type::small_strong, section.heading, canvas.theme().text_3);
    draw_partner_choice(canvas, section.heading, card, commands);
    const float numbers = card.partner_currency.empty() ? 52.0F : 100.0F;
    const float bars = section.rows.width() - 112.0F - numbers;
    const auto most = static_cast<float>(card.most_with_partner);
    const float unit = card.partner_currency.empty() ? std::min(29.0F, bars / std::max(1.0F, most)) : bars / most;
    for (std::size_t i = 0; i < section.shown; ++i) {
        const float top = section.rows.top + card_row * static_cast<float>(i);
        draw_partner(canvas, {section.rows.left, top, section.rows.right, top + card_row}, card.partners[i], card, unit,
                     commands);
    }
}

void draw_in_force(Canvas& canvas, const CardSection& section, const CountryCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.text(card.in_force_heading, type::small_strong, section.heading, theme.text_3);
    const std::string cut = section.shown < card.in_force.size()
                                ? count_words(section.shown) + " of " + count_words(card.in_force.size()) + ", since"
                                : "since";
    canvas.text(cut, type::small_strong, section.heading, theme.text_3, Align::Right);
    for (std::size_t i = 0; i < section.shown; ++i) {
        const float top = section.rows.top + card_row * static_cast<float>(i);
        draw_short_event_row(canvas,
                             {section.rows.left - padding, top, section.rows.right + padding, top + short_event_row},
                             card.in_force[i], commands);
    }
}

void draw_events(Canvas& canvas, const CountryCardPlaces& places, const CountryCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt& list = places.events;
    canvas.text("Events, newest first", type::small_strong, places.events_heading, theme.text_3);
    float y = canvas.begin_list("##events", list);
    for (std::size_t i = 0; i < card.events.size(); ++i) {
        if (!card.others_heading.empty() && i == card.events_in_window) {
            canvas.text(card.others_heading, type::small_strong,
                        {list.left + padding, y, list.right - padding, y + 32.0F}, theme.text_3);
            y += 32.0F;
        }
        const RectPt place{list.left, y, list.right, y + event_row};
        if (place.bottom > list.top && place.top < list.bottom) {
            draw_event_row(canvas, place, card.events[i], commands);
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
    const CountryCardPlaces places = country_card_places(card, place);
    canvas.begin_panel("##country", place);
    draw_title(canvas, places, card, commands);
    draw_filter(canvas, places.filter, card, commands);
    if (places.months) {
        draw_months(canvas, *places.months_heading, *places.months, card, commands);
    }
    if (places.kinds) {
        draw_kinds(canvas, *places.kinds, card);
    }
    if (places.partners) {
        draw_partners(canvas, *places.partners, card, commands);
    }
    if (places.in_force) {
        draw_in_force(canvas, *places.in_force, card, commands);
    }
    for (const RectPt& rule : places.rules) {
        canvas.fill(rule, canvas.theme().hairline);
    }
    draw_events(canvas, places, card, commands);
    canvas.end_panel();
}

}  // namespace app
