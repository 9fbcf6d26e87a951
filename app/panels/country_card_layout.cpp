#include "app/panels/country_card_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/time_axis.h"
#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace app {

namespace {

constexpr int most_bars = 60;
constexpr std::size_t most_source_numbers = 3;

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

/// Counts of kinds and partners, while they are being made.
struct Counts {
    std::vector<int> kinds;
    std::map<std::string, std::vector<int>, std::less<>> partners;  // by code: kinds, and all of them behind the last

    explicit Counts(std::size_t kind_count) : kinds(kind_count, 0) {}

    void add(const events::Event& event, std::string_view of) {
        const auto kind = static_cast<std::size_t>(event.kind);
        ++kinds[kind];
        std::vector<std::string_view> seen;
        for (const events::Party& party : event.parties) {
            if (party.code.empty() || party.code == of ||
                std::find(seen.begin(), seen.end(), party.code) != seen.end()) {
                continue;
            }
            seen.push_back(party.code);
            std::vector<int>& counts = partners[party.code];
            counts.resize(kinds.size() + 1, 0);
            ++counts[kind];
            ++counts.back();
        }
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

void add_partners(CountryCard& card, const Counts& counts, const World& world) {
    for (const auto& [code, by_kind] : counts.partners) {
        CardPartner partner{code, std::string{world.name_of(code)}, {}, by_kind.back()};
        for (std::size_t kind = 0; kind + 1 < by_kind.size(); ++kind) {
            if (by_kind[kind] > 0) {
                partner.by_kind.push_back({static_cast<events::KindId>(kind), by_kind[kind]});
            }
        }
        card.most_with_partner = std::max(card.most_with_partner, partner.total);
        card.partners.push_back(std::move(partner));
    }
    std::sort(card.partners.begin(), card.partners.end(), [](const CardPartner& a, const CardPartner& b) {
        return a.total != b.total ? a.total > b.total : a.name < b.name;
    });
}

std::string source_words(const events::Event& event, const events::EventStore& store) {
    std::string numbers;
    std::size_t count = 0;
    for (const std::uint32_t index : event.sources) {
        if (index >= store.sources().size()) {
            continue;
        }
        if (++count > most_source_numbers) {
            numbers += " ...";
            break;
        }
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(store.sources()[index].number);
    }
    return count == 0 ? "" : (count == 1 ? "Source " : "Sources ") + numbers;
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

    std::vector<bool> shown(store.size(), false);
    for (const events::EventIndex index : visible) {
        shown[static_cast<std::size_t>(index)] = true;
    }
    Counts counts{store.kinds().all().size()};
    std::size_t in_window = 0;
    const std::span<const events::EventIndex> all = store.of_country(card.code);
    for (const events::EventIndex index : all) {
        const events::Event& event = store[index];
        const bool is_shown = shown[static_cast<std::size_t>(index)];
        in_window += is_shown ? 1U : 0U;
        if (!passes(event, state.selection)) {
            continue;
        }
        count_month(card, event, dense.end);
        if (is_shown) {
            counts.add(event, card.code);
            ++card.events_in_window;
        }
        card.events.push_back({index, event.kind, std::string{event.title}, std::string{event.date_words},
                               status_tag(status_of(event, state.time)), source_words(event, store), is_shown,
                               state.selection.event == index});
    }
    card.totals = events_words(in_window) + " in this window, " + count_words(all.size()) + " in all";
    card.others_heading = card.events.size() > card.events_in_window ? "Not in this window" : "";
    add_kinds(card, counts, store.kinds());
    add_partners(card, counts, world);
    sort_newest_first(card.events, store);
    return card;
}

}  // namespace app
