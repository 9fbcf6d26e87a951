// What the card of a selected country says: totals, events by month and kind, partners, and the list of its events.
#pragma once

#include "app/panels/event_row_layout.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <span>
#include <string>
#include <vector>

namespace app {

/// One bar of the months' histogram.
struct CardMonth {
    double day = 0.0;  ///< its first
    int count = 0;
    bool in_window = false;  ///< drawn bright
};

struct CardKind {
    events::KindId kind{};
    std::string label;  ///< "Visit"
    int count = 0;      ///< > 0
    int column = 0;     ///< 0 or 1; columns are filled downwards in the order of the kinds
    int row = 0;
};

struct CardShare {
    events::KindId kind{};
    int count = 0;        ///< of events, > 0
    double weight = 0.0;  ///< their count, or their sum in the card's currency
};

/// The window beside the one before it, which is as long; a window that begins with time has none before.
enum class Trend : std::uint8_t {
    Unknown,
    New,  ///< nothing before
    Up,
    Level,
    Down,
};

struct CardPartner {
    std::string code;
    std::string name;
    std::vector<CardShare> by_kind;  ///< in the order of the kinds, none of them zero
    int total = 0;                   ///< events, each counted once
    double weight = 0.0;             ///< by which partners are ranked: total, or their sum in the card's currency
    std::string number;              ///< the same in words: "4", "1.2 billion"
    Trend trend = Trend::Unknown;    ///< of the weight
    std::string help;                ///< "China: 4 events, up from 2 in the 30 days before"
};

struct CountryCard {
    std::string code;
    std::string name;
    std::string totals;  ///< "7 events in this window, 40 in all"
    CardFilter filter = CardFilter::All;
    bool between_enabled = false;  ///< a second country is selected

    std::string months_heading;  ///< "Events a month", "a quarter", "a year": at most 60 bars
    std::string months_caption;  ///< "Aug 2024 to Mar 2026"
    std::vector<CardMonth> months;
    int highest_month = 0;

    std::vector<CardKind> kinds;
    std::string partner_currency;       ///< partners are ranked by their sum in it; empty: by events
    std::string partner_choice;         ///< "by events", "by USD"; empty where no event of theirs has a value in money
    std::string next_partner_currency;  ///< what a click on that chooses
    std::vector<CardPartner> partners;  ///< greatest weight first, then by name; none without any
    double most_with_partner = 0.0;     ///< weight

    std::string in_force_heading;     ///< "In force on 20 May 2025"
    std::vector<CardEvent> in_force;  ///< is_in_force, newest first; the date is that of the beginning alone, short:
                                      ///< "4 Mar 2025", "about May 2025", "2015"

    std::vector<CardEvent> events;     ///< newest first; those in the window, then the others
    std::size_t events_in_window = 0;  ///< how many of them stand before `others_heading`
    std::string others_heading;        ///< "Not in this window"; empty where all are in it
};

/// The card of the first selected country; empty (no code) without one. The filter governs everything below the totals.
/// "In the window" is what app::visible_events shows. Incoming: the country is the host or addressed; outgoing: it is
/// where the link begins; between: another selected country takes part as well (with one country alone: all).
///
/// Bars of months cover the axis' dense stretch and stand for events that start in them, those without a place on the
/// axis (app::is_year_only) left out.
[[nodiscard]] CountryCard country_card(const AppState& state, const World& world);
/// The same with what the caller has at hand: the visible events, and dense_stretch(axis_stretches(store, true)).
[[nodiscard]] CountryCard country_card(const AppState& state, const World& world,
                                       std::span<const events::EventIndex> visible, const events::DaySpan& dense);

}  // namespace app
