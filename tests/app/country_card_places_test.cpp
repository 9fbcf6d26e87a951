#include "app/panels/country_card_places.h"

#include <doctest/doctest.h>
#include "app/panels/event_row.h"

#include <cmath>
#include <vector>

namespace {

app::CountryCard a_card(std::size_t kinds, std::size_t partners, std::size_t in_force, std::size_t events) {
    app::CountryCard card;
    card.kinds.resize(kinds);
    card.partners.resize(partners);
    card.in_force.resize(in_force);
    card.events.resize(events);
    card.events_in_window = events;
    card.months.resize(20);
    return card;
}

std::vector<render::RectPt> parts_of(const app::CountryCardPlaces& places) {
    std::vector<render::RectPt> parts{places.title, places.totals, places.filter, places.events_heading, places.events};
    const auto add = [&](const auto& part) {
        if (part) {
            parts.push_back(*part);
        }
    };
    add(places.months_heading);
    add(places.months);
    add(places.kinds);
    for (const auto* section : {&places.partners, &places.in_force}) {
        if (*section) {
            parts.push_back((*section)->heading);
            parts.push_back((*section)->rows);
        }
    }
    return parts;
}

}  // namespace

TEST_CASE("the parts of a card stand inside its panel and not on each other, whatever there is and however high") {
    for (const std::size_t kinds : {0U, 3U, 10U}) {
        for (const std::size_t partners : {0U, 1U, 9U}) {
            for (const std::size_t in_force : {0U, 2U, 6U}) {
                for (const std::size_t events : {0U, 1U, 40U}) {
                    const app::CountryCard card = a_card(kinds, partners, in_force, events);
                    for (const float height : {400.0F, 480.0F, 528.0F, 768.0F, 816.0F, 960.0F}) {
                        const render::RectPt panel{16.0F, 64.0F, 400.0F, 64.0F + height};
                        const auto places = app::country_card_places(card, panel);
                        const auto parts = parts_of(places);
                        CAPTURE(height);
                        for (std::size_t i = 0; i < parts.size(); ++i) {
                            CHECK(parts[i].top >= panel.top);
                            CHECK(parts[i].bottom <= panel.bottom);
                            for (std::size_t k = i + 1; k < parts.size(); ++k) {
                                CHECK_FALSE(parts[i].intersects(parts[k]));
                            }
                        }
                        CHECK(places.events.height() >= app::event_row);
                    }
                }
            }
        }
    }
}

TEST_CASE("a high card shows all, a low one drops the months first and the kinds second") {
    const app::CountryCard card = a_card(6, 9, 6, 40);
    const auto places = [&](float height) {
        return app::country_card_places(card, {16.0F, 64.0F, 400.0F, 64.0F + height});
    };
    const auto high = places(768.0F);
    CHECK(high.months);
    CHECK(high.kinds);
    CHECK(high.partners->shown == 5);
    CHECK(high.in_force->shown == 3);
    const auto lower = places(600.0F);
    CHECK_FALSE(lower.months);
    CHECK(lower.kinds);
    const auto low = places(528.0F);
    CHECK_FALSE(low.kinds);
    CHECK(low.partners->shown >= 3);
    CHECK(low.in_force->shown == 2);
    CHECK(low.events.height() >= 3.0F * app::event_row);
    CHECK_FALSE(places(300.0F).in_force.has_value());
}

TEST_CASE("the list of events ends in whole rows, with room for its second heading") {
    app::CountryCard card = a_card(3, 3, 1, 40);
    const render::RectPt panel{16.0F, 16.0F, 400.0F, 832.0F};
    CHECK(std::fmod(app::country_card_places(card, panel).events.height(), app::event_row) == doctest::Approx(0.0));
    card.events_in_window = 2;
    card.others_heading = "Not in this window";
    CHECK(std::fmod(app::country_card_places(card, panel).events.height() - 32.0F, app::event_row) ==
          doctest::Approx(0.0));
}
