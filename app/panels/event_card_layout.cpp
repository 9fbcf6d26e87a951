#include "app/panels/event_card_layout.h"

#include "app/panels/citation.h"
#include "app/panels/timeline_layout.h"
#include "app/platform/desktop.h"
#include "app/state/go_to_event.h"
#include "app/state/members.h"
#include "app/state/related_events.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>

namespace app {

namespace {

std::string joined(std::span<const std::string> parts, std::string_view between = ", ") {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            text += text.empty() ? "" : between;
            text += part;
        }
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string_view words_of_role(events::Role role) {
    switch (role) {
        case events::Role::Party:
            return "party";
        case events::Role::From:
            return "from";
        case events::Role::To:
            return "to";
        case events::Role::Host:
            return "host";
        case events::Role::Transit:
            return "transit";
        case events::Role::Signatory:
            return "signatory";
        case events::Role::Depositary:
            return "depositary";
        case events::Role::Observer:
            return "observer";
    }
    return "party";
}

std::string name_of_party(const events::Party& party, const World& world) {
    return party.name.empty() ? std::string{world.name_of(party.code)} : party.name;
}

EventCardParty party_line(const events::Party& party, const World& world) {
    const std::string role = party.role_name.empty() ? std::string{words_of_role(party.role)} : party.role_name;
    const std::array<std::string, 2> who{joined(party.people), party.office};
    return {party.code, name_of_party(party, world), role, joined(who), party.is_country};
}

std::string place_words(const events::EventPlace& place, const World& world) {
    const std::array<std::string, 2> parts{
        place.name, place.country.empty() ? std::string{} : std::string{world.name_of(place.country)}};
    return joined(parts);
}

std::string_view unit_known(events::DatePrecision precision) {
    switch (precision) {
        case events::DatePrecision::Month:
            return "month";
        case events::DatePrecision::Season:
            return "season";
        case events::DatePrecision::Quarter:
            return "quarter";
        case events::DatePrecision::FourMonths:
            return "third of the year";
        case events::DatePrecision::HalfYear:
            return "half of the year";
        case events::DatePrecision::Year:
            return "year";
        case events::DatePrecision::Decade:
            return "decade";
        case events::DatePrecision::Century:
            return "century";
        default:
            return {};
    }
}

std::string remark_on(const events::EdtfDate& date) {
    const std::string_view unit = unit_known(date.precision);
    const std::array<std::string, 4> parts{date.approximate && date.uncertain ? "approximate and uncertain"
                                           : date.approximate                 ? "approximate"
                                           : date.uncertain                   ? "uncertain"
                                                                              : "",
                                           unit.empty() ? "" : "known only to the " + std::string{unit},
                                           date.open_end ? "no end so far" : "",
                                           date.unknown_end ? "the end is not known" : ""};
    return joined(parts, "; ");
}

std::vector<std::string> history_lines(const events::Event& event) {
    std::vector<std::string> lines;
    for (const events::StatusChange& change : event.history) {
        const std::array<std::string, 2> what{status_words(change.status), change.note};
        lines.push_back(events::words_from_date(change.date) + ": " + joined(what));
    }
    return lines;
}

std::string remark_on_status(const events::Event& event, const TimeState& time) {
    if (event.history.empty()) {
        return {};
    }
    return time.known == Known::Now ? "as we know now" : "as known on " + events::words_from_days(time.playhead);
}

void add_people(EventCard& card, const events::Event& event) {
    for (const std::string& person : event.people) {
        if (std::find(card.people.begin(), card.people.end(), person) == card.people.end()) {
            card.people.push_back(person);
        }
    }
}

EventCardSource source_line(const events::Source& source) {
    const std::array<std::string, 4> names{source.title, source.publication, source.url, source.file};
    const auto name = std::find_if(names.begin(), names.end(), [](const std::string& text) { return !text.empty(); });
    const std::array<std::string, 3> origin{source.author, source.title.empty() ? "" : source.publication,
                                            source.date_words};
    return {std::to_string(source.number), name == names.end() ? "A source without a name" : *name, joined(origin),
            is_web_address(source.url) ? source.url : "", citation(source)};
}

void add_sources(EventCard& card, const events::Event& event, const events::EventStore& store) {
    for (const std::uint32_t index : event.sources) {
        if (index < store.sources().size()) {
            card.sources.push_back(source_line(store.sources()[index]));
        }
    }
}

/// Up to two decimals, without zeros at their end.
std::string decimal_words(double value) {
    std::array<char, 48> text{};
    const double rounded = std::round(value * 100.0) / 100.0;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed, 2).ptr;
    std::string words{text.data(), end};
    words.erase(words.find_last_not_of('0') + 1);
    if (words.back() == '.') {
        words.pop_back();
    }
    return words;
}

std::string amount_words(double amount) {
    const double size = std::abs(amount);
    const std::string sign = amount < 0.0 ? "-" : "";
    struct Scale {
        double unit, from;  // from: what would round to 1000 of the next smaller unit is one of this
        std::string_view name;
    };
    constexpr std::array<Scale, 3> scales{
        {{1e12, 0.999995e12, " trillion"}, {1e9, 0.999995e9, " billion"}, {1e6, 1e6, " million"}}};
    for (const Scale& scale : scales) {
        if (size >= scale.from) {
            return sign + decimal_words(size / scale.unit) + std::string{scale.name};
        }
    }
    const std::string words = decimal_words(size);
    const std::size_t point = std::min(words.find('.'), words.size());
    std::size_t whole = 0;
    std::from_chars(words.data(), words.data() + point, whole);
    return sign + count_words(whole) + words.substr(point);
}

}  // namespace

std::string status_words(events::Status status) {
    std::string words{events::name_from_status(status)};
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string status_tag(events::Status status) {
    const bool plain = status == events::Status::Occurred || status == events::Status::Unknown;
    return plain ? std::string{} : status_words(status);
}

std::string value_words(const events::Value& value) {
    const std::array<std::string, 3> parts{value.currency, amount_words(value.amount), value.measure};
    return joined(parts, " ");
}

std::string confidence_words(double confidence) {
    const std::string_view how = confidence >= 2.0 / 3.0 ? "high" : confidence >= 1.0 / 3.0 ? "medium" : "low";
    return "Confidence " + std::string{how} + ", " + std::to_string(std::lround(confidence * 100.0)) + " %";
}

EventCard event_card(const AppState& state, const World& world) {
    const auto event = state.selection.event;
    if (!event || static_cast<std::size_t>(*event) >= world.events->size()) {
        return {};
    }
    return event_card(state, world, related_events(*world.events, *event));
}

EventCard event_card(const AppState& state, const World& world, std::span<const events::EventIndex> related) {
    EventCard card;
    const events::EventStore& store = *world.events;
    if (!state.selection.event || static_cast<std::size_t>(*state.selection.event) >= store.size()) {
        return card;
    }
    const events::Event event = store[*state.selection.event];
    const events::Status status = status_of(event, state.time);
    const std::vector<events::EventIndex> visible = visible_events(state, world);
    card.index = state.selection.event;
    card.kind = event.kind;
    card.kind_label = store.kinds()[event.kind].label;
    card.title = event.title;
    card.date = event.date_words;
    card.date_remark = event.date ? remark_on(*event.date) : "";
    card.in_window = std::find(visible.begin(), visible.end(), *card.index) != visible.end();
    card.jump_to = day_to_jump_to(event, state.time.playhead);
    card.confidence = event.confidence ? confidence_words(*event.confidence) : "";
    card.status = capitalised(status_words(status));
    card.status_remark = remark_on_status(event, state.time);
    card.ghost = events::is_ghost(status);
    card.history = history_lines(event);
    const OpenedParties opened = opened_parties(state, world);
    card.has_members = has_members(*card.index, world);
    card.shows_members = card.has_members && opened.contains(*card.index);
    for (const events::Party& party : parties_of(*card.index, store, opened)) {
        card.parties.push_back(party_line(party, world));
    }
    add_people(card, event);
    card.place = event.venue ? place_words(*event.venue, world) : "";
    card.value = event.value ? value_words(*event.value) : "";
    card.summary = event.summary;
    card.note = event.note;
    card.tags = event.tags;
    add_sources(card, event, store);
    for (const events::EventIndex index : related) {
        card.related.push_back(
            card_event(index, state, world, std::binary_search(visible.begin(), visible.end(), index)));
    }
    return card;
}

}  // namespace app
