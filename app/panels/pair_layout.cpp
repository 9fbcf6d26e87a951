#include "app/panels/pair_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/timeline_layout.h"
#include "events/changes.h"
#include "events/score.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr float narrow_panel = 620.0F;
constexpr std::size_t most_source_numbers = 3;

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

/// "Pakistan, Bangladesh and India"
std::string names_of(std::span<const std::string> countries, const World& world) {
    std::string words;
    for (std::size_t i = 0; i < countries.size(); ++i) {
        words += i == 0 ? "" : i + 1 == countries.size() ? " and " : ", ";
        words += world.name_of(countries[i]);
    }
    return words;
}

/// The name of the capital, or of the country where that is not known.
std::string goal_name(std::string_view code, const World& world) {
    const geodata::Place* const capital = world.gazetteer.places.capital(code);
    return std::string{capital != nullptr ? std::string_view{capital->name} : world.name_of(code)};
}

std::vector<PairFact> facts_of(const Between& all, const events::EventStore& store) {
    const std::size_t count = all.events.size();
    std::vector<PairFact> facts{{"", count_words(count), count == 1 ? " event" : " events"}};
    if (all.first) {
        facts.push_back({"First ", std::string{store[*all.first].date_words}, ""});
    }
    if (all.latest && all.latest != all.first) {
        facts.push_back({"Latest ", std::string{store[*all.latest].date_words}, ""});
    }
    if (all.longest_gap_days >= 1.0) {
        facts.push_back({"Longest gap ", gap_words(all.longest_gap_days), ""});
    }
    return facts;
}

std::vector<PairTabChoice> tabs_of(std::span<const std::string> countries, const World& world) {
    std::vector<PairTabChoice> tabs{{PairTab::All, "All"}};
    if (countries.size() == 2) {
        tabs.push_back({PairTab::ToSecond, "To " + goal_name(countries[1], world)});
        tabs.push_back({PairTab::ToFirst, "To " + goal_name(countries[0], world)});
    }
    tabs.push_back({PairTab::Changed, "Changed"});
    return tabs;
}

bool is_listed(const events::Event& event, PairTab tab, const events::KindTable& kinds,
               std::span<const std::string> countries) {
    if (tab != PairTab::ToFirst && tab != PairTab::ToSecond) {
        return true;
    }
    const Rung rung = rung_of(event, kinds, countries);
    return rung.directed && rung.to == (tab == PairTab::ToFirst ? 0U : 1U);
}

/// What is in the ladder, with the numbers that the events have among all.
struct Listed {
    std::vector<events::EventIndex> events;
    std::vector<std::size_t> numbers;
};

Listed listed(const Between& all, const AppState& state, const World& world) {
    Listed out;
    for (std::size_t i = 0; i < all.events.size(); ++i) {
        const events::EventIndex index = all.events[i].event;
        if (is_listed((*world.events)[index], state.pair.tab, world.events->kinds(), state.selection.countries)) {
            out.events.push_back(index);
            out.numbers.push_back(i + 1);
        }
    }
    return out;
}

/// The running score on the standing days of all events, and on the playhead's behind them.
struct Scores {
    std::vector<double> of_events;
    double now = 0.0;
    double low = 0.0;
    double high = 1.0;
};

Scores scores_of(const Between& all, const AppState& state, const events::EventStore& store) {
    std::vector<events::EventIndex> events;
    std::vector<double> days;
    for (const Standing& standing : all.events) {
        events.push_back(standing.event);
        if (std::isfinite(standing.day)) {
            days.push_back(standing.day);
        }
    }
    Scores scores{events::running_scores(store, events, days), 0.0, 0.0, 1.0};
    scores.now = events::running_scores(store, events, std::vector{state.time.playhead}).front();
    scores.low = std::min(0.0, scores.now);
    scores.high = std::max(1.0, scores.now);
    for (const double score : scores.of_events) {
        scores.low = std::min(scores.low, score);
        scores.high = std::max(scores.high, score);
    }
    scores.of_events.resize(events.size(), scores.of_events.empty() ? 0.0 : scores.of_events.back());
    return scores;
}

void lay_out_lines(PairLadder& ladder, const Listed& rows, const Scores& scores, const events::EventStore& store,
                   bool newest_first) {
    const Between told = between(store, rows.events);
    for (std::size_t i = 0; i < told.events.size(); ++i) {
        if (told.events[i].gap_days > 0.0) {
            ladder.lines.push_back({0.0F, pair_gap_row, std::nullopt, 0, 0.0, gap_words(told.events[i].gap_days)});
        }
        ladder.lines.push_back(
            {0.0F, pair_row, rows.events[i], rows.numbers[i], scores.of_events[rows.numbers[i] - 1], {}});
    }
    if (newest_first) {
        std::reverse(ladder.lines.begin(), ladder.lines.end());
    }
    for (PairLine& line : ladder.lines) {
        line.top = ladder.height;
        ladder.height += line.height;
    }
}

std::string source_words(const events::Event& event, const events::EventStore& store) {
    std::string numbers;
    std::size_t count = 0;
    for (const std::uint32_t index : event.sources) {
        if (index < store.sources().size() && ++count <= most_source_numbers) {
            numbers += (numbers.empty() ? "" : ", ") + std::to_string(store.sources()[index].number);
        }
    }
    return count == 0 ? ""
                      : (count == 1 ? "source " : "sources ") + numbers + (count > most_source_numbers ? " ..." : "");
}

std::string second_line(const events::Event& event, const AppState& state, const World& world, bool in_window) {
    std::string words = status_tag(status_of(event, state.time));
    for (const std::string& part :
         {source_words(event, *world.events), std::string{in_window ? "" : "not in this window"}}) {
        words += words.empty() || part.empty() ? "" : ", ";
        words += part;
    }
    return capitalised(words);
}

std::string_view heading_of(events::Change change) {
    switch (change) {
        case events::Change::New:
            return "New";
        case events::Change::Upgraded:
            return "Upgraded";
        case events::Change::Ended:
            return "Ended";
        case events::Change::Lapsed:
            return "Lapsed";
    }
    return {};
}

std::string words_of(const events::ChangedEvent& change, const events::Event& event) {
    const std::string day = events::words_from_days(change.day);
    if (change.change == events::Change::New) {
        const std::string tag = status_tag(change.after);
        return std::string{event.date_words} + (tag.empty() ? "" : ", " + tag);
    }
    if (change.before != change.after) {
        return status_words(change.before) + " to " + status_words(change.after) + ", " + day;
    }
    return change.change == events::Change::Lapsed ? "ran out on " + day + ", and nothing took its place"
                                                   : "ended on " + day;
}

std::string text_of(const PairChanges& changes, const std::string& names) {
    std::string text = names + ": what changed from " + changes.from_words + " to " + changes.until_words + "\n";
    for (const PairChanges::Section& section : changes.sections) {
        text += "\n" + section.heading + "\n";
        for (const PairChange& change : section.changes) {
            text += "- " + change.title + ": " + change.words + "\n";
        }
    }
    return changes.sections.empty() ? text + "\nNothing\n" : text;
}

}  // namespace

PairColumns pair_columns(float panel_width) {
    PairColumns columns;
    columns.dates_above = panel_width < narrow_panel;
    columns.date_left = 20.0F;
    columns.date_right = 144.0F;
    columns.rail_first = columns.dates_above ? 44.0F : 180.0F;
    columns.rail_last = columns.dates_above ? std::min(180.0F, panel_width * 0.34F) : 364.0F;
    columns.number = columns.rail_last + 34.0F;
    columns.title = columns.number + 20.0F;
    columns.score_right = panel_width - 20.0F;
    columns.score_left = columns.score_right - 32.0F;
    columns.title_right = columns.score_left - 8.0F;
    return columns;
}

float PairColumns::rail(std::size_t index, std::size_t count) const {
    return rail_first + (rail_last - rail_first) * static_cast<float>(index) /
                            static_cast<float>(std::max<std::size_t>(2, count) - 1);
}

std::vector<float> PairColumns::rails(std::size_t count) const {
    std::vector<float> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back(rail(i, count));
    }
    return all;
}

std::string score_words(double score) {
    const long tenths = std::lround(std::abs(score) * 10.0);
    const std::string whole = std::to_string(tenths / 10);
    const std::string rest = tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10);
    return (tenths == 0 ? "" : score > 0.0 ? "+" : "-") + whole + rest;
}

std::string score_help(double now) {
    std::string weights;
    for (const events::ScoreRule& rule : events::score_rules()) {
        weights += (weights.empty() ? "" : ", ") + std::string{rule.kind} + ' ' + score_words(rule.weight);
    }
    return "Cooperation and conflict, " + score_words(now) + " at the playhead: the sum of weights (" + weights +
           "). A plan counts three tenths, what is called off " + score_words(events::cancelled_score) +
           ". Each event counts in full while it lasts and half with each year after. Classes after PLOVER, scale "
           "after Goldstein (1992); the weights are Caravan's own.";
}

PairLadder pair_ladder(const AppState& state, const World& world) {
    PairLadder ladder;
    const std::vector<std::string>& countries = state.selection.countries;
    if (countries.size() < 2) {
        return ladder;
    }
    const events::EventStore& store = *world.events;
    const Between all = between(store, events_between(store, countries));
    const Scores scores = scores_of(all, state, store);
    ladder.title = names_of(countries, world);
    ladder.facts = facts_of(all, store);
    ladder.tabs = tabs_of(countries, world);
    ladder.score_now = scores.now;
    ladder.score_low = scores.low;
    ladder.score_high = scores.high;
    for (const std::string& code : countries) {
        ladder.heads.emplace_back(countries.size() == 2 ? world.name_of(code) : std::string_view{code});
    }
    lay_out_lines(ladder, listed(all, state, world), scores, store, state.pair.newest_first);
    return ladder;
}

PairRow row_of(const PairLine& line, const AppState& state, const World& world,
               std::span<const events::EventIndex> visible) {
    PairRow row;
    const events::Event event = (*world.events)[*line.event];
    row.in_window = std::binary_search(visible.begin(), visible.end(), *line.event);
    row.date = event.date_words;
    row.title = event.title;
    row.second = second_line(event, state, world, row.in_window);
    row.selected = state.selection.event == line.event;
    row.pointed = state.pair.pointed == line.event || state.hover.event == line.event;
    row.rung = rung_of(event, world.events->kinds(), state.selection.countries);
    return row;
}

std::string with_short_months(std::string words) {
    for (int month = 1; month <= 12; ++month) {
        const std::string_view name = events::month_name(month, true);
        for (std::size_t at = words.find(name); at != std::string::npos; at = words.find(name, at + 3)) {
            words.replace(at, name.size(), events::month_name(month, false));
        }
    }
    return words;
}

PairChanges pair_changes(const AppState& state, const World& world) {
    const events::EventStore& store = *world.events;
    const double window_start = window_of(state.time).start;
    const double from = state.pair.from.value_or(std::isfinite(window_start) ? window_start : store.extent().start);
    const double until = state.pair.until.value_or(state.time.playhead);
    PairChanges out;
    out.from = std::floor(std::min(from, until));
    out.until = std::floor(std::max(from, until));
    out.from_words = events::words_from_days(out.from);
    out.until_words = events::words_from_days(out.until);
    const std::vector<events::EventIndex> among = events_between(store, state.selection.countries);
    for (const events::ChangedEvent& change : events::changes_between(store, among, out.from, out.until)) {
        const std::string_view heading = heading_of(change.change);
        if (out.sections.empty() || out.sections.back().heading != heading) {
            out.sections.push_back({std::string{heading}, {}});
        }
        const events::Event event = store[change.event];
        const auto number = std::find(among.begin(), among.end(), change.event) - among.begin() + 1;
        out.sections.back().changes.push_back(
            {change.event, static_cast<std::size_t>(number), std::string{event.title}, words_of(change, event)});
    }
    out.text = text_of(out, names_of(state.selection.countries, world));
    return out;
}

}  // namespace app
