#include "app/panels/country_card_places.h"

#include "app/panels/event_row.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using render::RectPt;

constexpr float padding = 20.0F;
constexpr float head_height = 16.0F + 28.0F + 20.0F + 12.0F + 32.0F;
constexpr float months_height = 12.0F + 16.0F + 6.0F + 34.0F;
constexpr float kinds_above = 10.0F;
constexpr float section_heading = 24.0F;
constexpr float above_section = 12.0F;
constexpr float events_heading_height = 28.0F;
constexpr float rule_height = 13.0F;
constexpr float foot = 4.0F;
constexpr float others_heading_height = 32.0F;
constexpr std::size_t fewest_events = 3;

/// How much of each part is shown.
struct Plan {
    bool months = false;
    bool kinds = false;
    std::size_t partners = 0;
    std::size_t in_force = 0;
};

std::size_t kind_rows(const CountryCard& card) {
    return (card.kinds.size() + 1) / 2;
}

float section_height(std::size_t rows) {
    return rows == 0 ? 0.0F : above_section + section_heading + card_row * static_cast<float>(rows);
}

float height_of(const Plan& plan, const CountryCard& card) {
    const std::size_t events = std::clamp<std::size_t>(card.events.size(), 1, fewest_events);
    return head_height + (plan.months ? months_height : 0.0F) +
           (plan.kinds ? kinds_above + card_row * static_cast<float>(kind_rows(card)) : 0.0F) +
           section_height(plan.partners) + section_height(plan.in_force) + rule_height + events_heading_height +
           event_row * static_cast<float>(events) + foot;
}

/// What fits, the most telling first.
Plan planned(const CountryCard& card, float height) {
    Plan plan;
    const auto take = [&](auto change) {
        Plan more = plan;
        change(more);
        if (height_of(more, card) <= height) {
            plan = more;
        }
    };
    const auto grow = [&](std::size_t Plan::*part, std::size_t there, std::size_t most) {
        for (std::size_t rows = plan.*part + 1; rows <= std::min(there, most); ++rows) {
            take([&](Plan& more) { more.*part = std::max(more.*part, rows); });
        }
    };
    grow(&Plan::partners, card.partners.size(), 3);
    grow(&Plan::in_force, card.in_force.size(), 2);
    take([&](Plan& more) { more.kinds = !card.kinds.empty(); });
    take([&](Plan& more) { more.months = !card.months.empty(); });
    grow(&Plan::partners, card.partners.size(), 5);
    grow(&Plan::in_force, card.in_force.size(), 3);
    return plan;
}

float list_height(const CountryCard& card, float room) {
    const float rows = std::floor(room / event_row);
    const bool heading_shown = !card.others_heading.empty() && static_cast<float>(card.events_in_window) < rows;
    if (!heading_shown) {
        return std::max(event_row, rows * event_row);
    }
    return std::max(0.0F, std::floor((room - others_heading_height) / event_row)) * event_row + others_heading_height;
}

}  // namespace

CountryCardPlaces country_card_places(const CountryCard& card, const RectPt& panel) {
    const Plan plan = planned(card, panel.height());
    const float left = panel.left + padding;
    const float right = panel.right - padding;
    CountryCardPlaces places;
    float y = panel.top + 16.0F;
    const auto next = [&](float height) {
        y += height;
        return RectPt{left, y - height, right, y};
    };
    places.title = next(28.0F);
    places.close = {right - 24.0F, places.title.top - 2.0F, right + 8.0F, places.title.top + 30.0F};
    places.fit = {places.close.left - 32.0F, places.close.top, places.close.left, places.close.bottom};
    places.title.right = places.fit.left - 8.0F;
    places.totals = next(20.0F);
    y += 12.0F;
    places.filter = next(32.0F);
    if (plan.months) {
        y += 12.0F;
        places.months_heading = next(16.0F);
        y += 6.0F;
        places.months = next(34.0F);
    }
    if (plan.kinds) {
        y += kinds_above;
        places.kinds = next(card_row * static_cast<float>(kind_rows(card)));
    }
    const auto section = [&](std::size_t rows) -> std::optional<CardSection> {
        if (rows == 0) {
            return std::nullopt;
        }
        if (y > places.filter.bottom) {
            places.rules.push_back({left, y + 5.0F, right, y + 6.0F});
        }
        y += above_section;
        const RectPt heading = next(section_heading);
        return CardSection{heading, next(card_row * static_cast<float>(rows)), rows};
    };
    places.partners = section(plan.partners);
    places.in_force = section(plan.in_force);
    places.rules.push_back({panel.left, y + 8.0F, panel.right, y + 9.0F});
    y += rule_height;
    places.events_heading = next(events_heading_height);
    places.events = {panel.left, y, panel.right, y + list_height(card, panel.bottom - foot - y)};
    return places;
}

}  // namespace app
