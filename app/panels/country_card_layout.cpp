#include "app/panels/country_card_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/in_force.h"
#include "app/panels/time_axis.h"
#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace app {

namespace {

constexpr int most_bars = 60;

bool takes_part(const events::Event& event, std::string_view code, auto has_role) {
    return std::any_of(event.parties.begin(), event.parties.end(),
                       [&](const events::Party& party) { return party.code == code && has_role(party.role); });
}

bool passes(const events::Event& event, const Selection& selection) {
    const std::string& code = selection.countries.front();
    switch (selection.filter) {
        case CardFilter::All:
            return true;
        case CardFilter::Incoming:
            return takes_part(event, code,
                              [](events::Role role) { return role == events::Role::To || role == events::Role::Host; });
        case CardFilter::Outgoing:
            return takes_part(event, code, [](events::Role role) { return role == events::Role::From; });
        case CardFilter::Between:
            break;
    }
    return selection.countries.size() < 2 ||
           std::any_of(selection.countries.begin() + 1, selection.countries.end(),
                       [&](const std::string& other) { return event.touches(other); });
}

std::string events_words(std::size_t count) {
    return count_words(count) + (count == 1 ? " event" : " events");
}

/// Months counted from the year 0.
int month_of(double day) {
    const events::CivilDate date = events::civil_from_days(day);
    return date.year * 12 + date.month - 1;
}

int floor_to(int value, int multiple) {
    const int rest = value % multiple;
    return value - (rest < 0 ? rest + multiple : rest);
}

double day_of_month(int month) {
    const int year = floor_to(month, 12) / 12;
    return events::days_from_civil({year, month - year * 12 + 1, 1});
}

std::string month_and_year(double day) {
    const events::CivilDate date = events::civil_from_days(day);
    return std::string{events::month_name(date.month, false)} + ' ' + events::words_from_year(date.year);
}

/// How many months a bar stands for, so that there are not too many bars.
int months_a_bar(int months) {
    int step = 1;
    for (const int next : {3, 12, 120, 1200, 12000}) {
        if (months <= most_bars * step) {
            break;
        }
        step = next;
    }
    return step;
}

std::string months_heading(int step) {
    return step == 1      ? "Events a month"
           : step == 3    ? "Events a quarter"
           : step == 12   ? "Events a year"
           : step == 120  ? "Events a decade"
           : step == 1200 ? "Events a century"
                          : "Events a millennium";
}

bool overlaps(double from, double to, const events::DaySpan& window) {
    return from < window.end && window.start < to;
}

void lay_out_months(CountryCard& card, const events::DaySpan& dense, const events::DaySpan& window) {
    const int first = month_of(dense.start);
    const int last = std::max(month_of(dense.end - 0.001), first);
    const int step = months_a_bar(last - first + 1);
    card.months_heading = months_heading(step);
    card.months_caption = month_and_year(day_of_month(first)) + " to " + month_and_year(day_of_month(last));
    for (int month = floor_to(first, step); month <= last; month += step) {
        const double from = day_of_month(month);
        card.months.push_back({from, 0, overlaps(from, day_of_month(month + step), window)});
    }
}

void count_month(CountryCard& card, const events::Event& event, double until) {
    if (!stands_on_axis(event)) {
        return;
    }
    const double start = event.date->strict.start;
    const auto after = std::upper_bound(card.months.begin(), card.months.end(), start,
                                        [](double day, const CardMonth& month) { return day < month.day; });
    if (after != card.months.begin() && start < until) {
        CardMonth& month = *(after - 1);
        card.highest_month = std::max(card.highest_month, ++month.count);
    }
}

/// What one kind adds to one partner.
struct Part {
    int count = 0;
    double sum = 0.0;
};

/// Counts of kinds and partners, while they are being made.
struct Counts {
    std::string currency;
    std::vector<int> kinds;
    std::map<std::string, std::vector<Part>, std::less<>> partners;  // by code, then by kind

    Counts(std::size_t kind_count, std::string of_currency) : currency{std::move(of_currency)}, kinds(kind_count, 0) {}

    void add(const events::Event& event, std::string_view of) {
        const auto kind = static_cast<std::size_t>(event.kind);
        ++kinds[kind];
        const bool counts = event.value && !currency.empty() && event.value->currency == currency;
        std::vector<std::string_view> seen;
        for (const events::Party& party : event.parties) {
            if (party.code.empty() || party.code == of ||
                std::find(seen.begin(), seen.end(), party.code) != seen.end()) {
                continue;
            }
            seen.push_back(party.code);
            std::vector<Part>& parts = partners[party.code];
            parts.resize(kinds.size());
            ++parts[kind].count;
            parts[kind].sum += counts ? event.value->amount : 0.0;
        }
    }
    [[nodiscard]] double weight_of(const Part& part) const { return currency.empty() ? part.count : part.sum; }
    [[nodiscard]] double weight_with(const std::string& code) const {
        const auto found = partners.find(code);
        double weight = 0.0;
        for (std::size_t i = 0; found != partners.end() && i < found->second.size(); ++i) {
            weight += weight_of(found->second[i]);
        }
        return weight;
    }
};

void add_kinds(CountryCard& card, const Counts& counts, const events::KindTable& kinds) {
    for (std::size_t i = 0; i < counts.kinds.size(); ++i) {
        if (counts.kinds[i] > 0) {
            const auto kind = static_cast<events::KindId>(i);
            card.kinds.push_back({kind, kinds[kind].label, counts.kinds[i], 0, 0});
        }
    }
    const std::size_t rows = (card.kinds.size() + 1) / 2;
    for (std::size_t i = 0; i < card.kinds.size(); ++i) {
        card.kinds[i].column = i < rows ? 0 : 1;
        card.kinds[i].row = static_cast<int>(i < rows ? i : i - rows);
    }
}

Trend trend_from(double before, double now) {
    return before <= 0.0 ? Trend::New : now > before ? Trend::Up : now < before ? Trend::Down : Trend::Level;
}

std::string number_words(double weight, const std::string& currency) {
    return currency.empty() ? count_words(static_cast<std::size_t>(std::max(0.0, weight)))
                            : value_words({weight, {}, {}});
}

std::string help_for(const CardPartner& partner, const Counts& counts, double before, double days) {
    const std::string unit = counts.currency.empty() ? (partner.total == 1 ? " event" : " events") : "";
    const std::string lead = counts.currency.empty() ? "" : counts.currency + " ";
    std::string words = partner.name + ": " + lead + partner.number + unit;
    if (partner.trend == Trend::Unknown) {
        return words;
    }
    const std::string span = " in the " + count_words(static_cast<std::size_t>(std::lround(days))) +
                             (std::lround(days) == 1 ? " day before" : " days before");
    switch (partner.trend) {
        case Trend::New:
            return words + ", new: none" + span;
        case Trend::Level:
            return words + ", as many" + span;
        default:
            return words + (partner.trend == Trend::Up ? ", up from " : ", down from ") +
                   number_words(before, counts.currency) + span;
    }
}

/// `before` are the counts of the window before, where there is one, so many days long.
void add_partners(CountryCard& card, const Counts& counts, const Counts* before, double days, const World& world) {
    for (const auto& [code, by_kind] : counts.partners) {
        CardPartner partner;
        partner.code = code;
        partner.name = world.name_of(code);
        for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
            if (const Part& part = by_kind[kind]; part.count > 0) {
                partner.total += part.count;
                partner.by_kind.push_back({static_cast<events::KindId>(kind), part.count, counts.weight_of(part)});
            }
        }
        partner.weight = counts.weight_with(code);
        if (partner.weight <= 0.0) {
            continue;  // nothing in this currency
        }
        const double earlier = before != nullptr ? before->weight_with(code) : 0.0;
        partner.number = number_words(partner.weight, counts.currency);
        partner.trend = before != nullptr ? trend_from(earlier, partner.weight) : Trend::Unknown;
        partner.help = help_for(partner, counts, earlier, days);
        card.most_with_partner = std::max(card.most_with_partner, partner.weight);
        card.partners.push_back(std::move(partner));
    }
    std::sort(card.partners.begin(), card.partners.end(), [](const CardPartner& a, const CardPartner& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.name < b.name;
    });
}

/// Counts of the window before this one, which is as long: what `visible_events` would have shown then.
std::optional<Counts> counts_before(const AppState& state, const World& world, const std::string& currency) {
    const events::DaySpan window = window_of(state.time);
    if (!std::isfinite(window.start) || !std::isfinite(window.end)) {
        return std::nullopt;
    }
    AppState before = state;
    before.time.playhead = window.start;
    Counts counts{world.events->kinds().all().size(), currency};
    const std::string& code = state.selection.countries.front();
    for (const events::EventIndex index : visible_events(before, world)) {
        const events::Event event = (*world.events)[index];
        if (event.touches(code) && passes(event, state.selection)) {
            counts.add(event, code);
        }
    }
    return counts;
}

/// Currencies of the country's events, by name; and which of them its partners are ranked by.
void choose_currency(CountryCard& card, const AppState& state, const World& world) {
    std::vector<std::string> currencies;
    for (const events::EventIndex index : world.events->of_country(card.code)) {
        const events::Value* value = world.events->value_of(index);
        if (value != nullptr && !value->currency.empty() &&
            std::find(currencies.begin(), currencies.end(), value->currency) == currencies.end()) {
            currencies.push_back(value->currency);
        }
    }
    std::sort(currencies.begin(), currencies.end());
    const auto now = std::find(currencies.begin(), currencies.end(), state.partner_currency);
    const auto next = now == currencies.end() ? currencies.begin() : now + 1;
    card.partner_currency = now == currencies.end() ? "" : *now;
    card.partner_choice = currencies.empty() ? "" : "by " + (now == currencies.end() ? "events" : *now);
    card.next_partner_currency = next == currencies.end() ? "" : *next;
}

/// The later start first, of equal ones the later end; undated events last.
bool is_newer(const events::Event& a, const events::Event& b) {
    if (!a.date || !b.date) {
        return a.date.has_value() && !b.date.has_value();
    }
    const events::DaySpan& first = a.date->strict;
    const events::DaySpan& second = b.date->strict;
    return first.start != second.start ? first.start > second.start : first.end > second.end;
}

void sort_newest_first(std::vector<CardEvent>& rows, const events::EventStore& store) {
    std::stable_sort(rows.begin(), rows.end(), [&](const CardEvent& a, const CardEvent& b) {
        return a.in_window != b.in_window ? a.in_window : is_newer(store[a.index], store[b.index]);
    });
}

}  // namespace

CountryCard country_card(const AppState& state, const World& world) {
    if (state.selection.countries.empty()) {
        return {};
    }
    return country_card(state, world, visible_events(state, world), dense_stretch(axis_stretches(*world.events, true)));
}

CountryCard country_card(const AppState& state, const World& world, std::span<const events::EventIndex> visible,
                         const events::DaySpan& dense) {
    CountryCard card;
    if (state.selection.countries.empty()) {
        return card;
    }
    const events::EventStore& store = *world.events;
    card.code = state.selection.countries.front();
    card.name = world.name_of(card.code);
    card.filter = state.selection.filter;
    card.between_enabled = state.selection.countries.size() > 1;
    lay_out_months(card, dense, window_of(state.time));

    choose_currency(card, state, world);

    Counts counts{store.kinds().all().size(), card.partner_currency};
    std::size_t in_window = 0;
    const std::span<const events::EventIndex> all = store.of_country(card.code);
    for (const events::EventIndex index : all) {
        const events::Event event = store[index];
        const bool is_shown = std::binary_search(visible.begin(), visible.end(), index);
        in_window += is_shown ? 1U : 0U;
        if (!passes(event, state.selection)) {
            continue;
        }
        count_month(card, event, dense.end);
        if (is_shown) {
            counts.add(event, card.code);
            ++card.events_in_window;
        }
        card.events.push_back(card_event(index, state, world, is_shown));
        if (is_in_force(event, store.kinds(), state.time)) {
            card.in_force.push_back(card.events.back());
            card.in_force.back().date_words = short_beginning(*event.date);
        }
    }
    card.totals = events_words(in_window) + " in this window, " + count_words(all.size()) + " in all";
    card.others_heading = card.events.size() > card.events_in_window ? "Not in this window" : "";
    add_kinds(card, counts, store.kinds());
    const auto before = counts_before(state, world, card.partner_currency);
    const events::DaySpan window = window_of(state.time);
    add_partners(card, counts, before ? &*before : nullptr, window.end - window.start, world);
    card.in_force_heading = "In force on " + events::words_from_days(state.time.playhead);
    sort_newest_first(card.in_force, store);
    sort_newest_first(card.events, store);
    return card;
}

}  // namespace app
