#include "events/validate.h"

#include "events/nearest_word.h"
#include "events/read_place.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace events {
namespace {

constexpr std::array<std::string_view, 37> event_names{
    "id",        "kind",       "type",          "title",       "summary", "note",    "date",    "date_text",
    "start",     "end",        "status",        "history",     "parties", "from",    "to",      "venue",
    "path",      "value",      "importance",    "confidence",  "tags",    "people",  "sources", "source",
    "link",      "visibility", "embargo_until", "mode",        "event",   "context", "aux",     "actor",
    "recipient", "region",     "url",           "description", "closes"};
enum EventField {
    Id,
    KindName,
    TypeName,
    Title,
    Summary,
    Note,
    Date,
    DateText,
    Start,
    End,
    StatusName,
    History,
    Parties,
    From,
    To,
    Venue,
    Path,
    Amount,
    Importance,
    Confidence,
    Tags,
    People,
    Sources,
    SourceName,
    Link,
    Visibility,
    Embargo,
    Mode,
    Plover,
    Context,
    Aux,
    PloverActor,
    Recipient,
    Region,
    Url,
    Description,
    Closes
};

constexpr std::array<std::string_view, 7> history_names{"date",   "status",  "note",     "previous_date",
                                                        "source", "sources", "date_text"};
constexpr std::array<std::string_view, 7> value_names{"amount", "currency", "measure", "year", "basis", "usd", "unit"};
constexpr std::array<std::string_view, 16> status_words{
    "occurred", "held",     "confirmed", "planned",   "proposed", "invited",    "postponed",   "cancelled",
    "signed",   "ratified", "in_force",  "suspended", "ended",    "terminated", "negotiating", "unknown"};

std::string text_from_number(double number) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What goes back is an event the other way round: no link is less wide than one without a value.
void warn_of_negative(RawValue amount, FileProblems& problems) {
    if (amount.number() < 0.0) {
        problems.warn(amount, "a value is not negative; what goes the other way is said by from and to");
    }
}

std::string in_capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string_view name_in_title(const Party& party) {
    return party.name.empty() ? std::string_view{party.code} : std::string_view{party.name};
}

}  // namespace

bool EventValidator::read_event(CheckedEvent& event, RawValue raw) {
    if (!raw.is(RawType::Object)) {
        problems_.error(raw, "an event must be an object, not " + std::string{words_from_type(raw.type())});
        return false;
    }
    const Fields fields{raw, event_names, problems_};
    event.clear();
    event.line = raw.line();
    event.id = id_from(fields[Id]);
    event.kind = kind_from(raw, fields[KindName] ? fields[KindName] : fields[TypeName]);
    motion_ = kinds_[event.kind].motion;
    event.title = text_of(fields[Title], problems_);
    event.summary = text_of(fields[Summary] ? fields[Summary] : fields[Description], problems_, longest_prose);
    event.note = text_of(fields[Note], problems_, longest_prose);
    read_date(event, fields[Date], fields[Start], fields[End], fields[DateText]);
    read_status(event, fields[StatusName], fields[History]);
    if (const auto venue = fields[Venue]) {
        event.venue = place_number(*venue);
    }
    read_parties(event, fields[Parties], fields[From], fields[To]);
    check_direction(event, raw);
    if (const auto path = fields[Path]) {
        event.details.path = path_from(*path, fields[Mode]);
    }
    if (event.details.path.empty() && motion_ == Motion::Path) {
        // PLOVER has a list of words in "mode"; a route that is written short has one word.
        const auto mode = fields[Mode] && fields[Mode]->is(RawType::Text) ? fields[Mode] : std::nullopt;
        event.details.path = path_from_parties(event, mode_from(mode, RouteMode::Corridor));
    }
    read_closes(event, fields[Closes]);
    if (const auto value = fields[Amount]) {
        event.value = value_number(*value);
    }
    event.importance = static_cast<int>(std::lround(number_of(fields[Importance], 0.0, 3.0, problems_).value_or(1.0)));
    event.details.confidence = number_of(fields[Confidence], 0.0, 1.0, problems_);
    event.tags = tag_list_from(fields[Tags]);
    read_people(event, fields[People]);
    event.sources = source_list_from(fields[Sources] ? fields[Sources] : fields[SourceName]);
    event.link = text_of(fields[Link], problems_);
    static_cast<void>(text_of(fields[Visibility], problems_));
    if (const auto embargo = fields[Embargo]) {
        static_cast<void>(date_from(*embargo));
    }
    if (event.title.empty()) {
        event.title = made_title_ = title_from_parties(event);
    }
    expand_organisations(event);
    return true;
}

std::string_view EventValidator::id_from(Value value) {
    if (value && value->is(RawType::Number)) {
        return made_id_ = text_from_number(value->number());  // tables number their rows
    }
    return text_of(value, problems_);
}

KindId EventValidator::kind_from(RawValue raw, Value value) {
    const std::string_view name = text_of(value, problems_);
    if (name.empty()) {
        if (!value || value->is(RawType::Text)) {
            problems_.error(raw, "this event has no kind; it is shown as other");
        }
        return kinds_.find_or_add("other").id;
    }
    const KindRegistry::Found found = kinds_.find_or_add(name);
    if (found.is_new) {
        problems_.warn(*value, [&] {
            std::vector<std::string_view> names = kinds_.names();
            names.pop_back();  // itself
            return "unknown kind " + std::string{name} + "; it is kept, in a neutral style" +
                   did_you_mean(nearest_word(name, names));
        });
    }
    return found.id;
}

Status EventValidator::status_from(RawValue value) {
    const std::string_view name = text_of(value, problems_);
    const auto status = status_from_name(name);
    if (!status && !name.empty()) {
        problems_.warn(value, [&] {
            return "unknown status " + std::string{name} + did_you_mean(nearest_word(name, status_words));
        });
    }
    return status.value_or(Status::Unknown);
}

std::optional<StatusChange> EventValidator::status_change_from(RawValue entry) {
    if (!entry.is(RawType::Object)) {
        problems_.error(entry, "an entry of the history must be an object with date and status, not " +
                                   std::string{words_from_type(entry.type())});
        return std::nullopt;
    }
    enum HistoryField { HistoryDate, HistoryStatus, HistoryNote };
    const Fields fields{entry, history_names, problems_};
    if (!fields[HistoryDate] || !fields[HistoryStatus]) {
        problems_.error(entry, "an entry of the history needs a date and a status");
        return std::nullopt;
    }
    const std::optional<EdtfDate> date = date_from(*fields[HistoryDate]).date;
    if (!date) {
        return std::nullopt;
    }
    return StatusChange{*date, status_from(*fields[HistoryStatus]),
                        std::string{text_of(fields[HistoryNote], problems_)}};
}

void EventValidator::read_status(CheckedEvent& event, Value status, Value history) {
    if (history && !history->is(RawType::List)) {
        problems_.error(*history, "history must be a list, not " + std::string{words_from_type(history->type())});
    } else if (history) {
        for (const RawValue entry : *history) {
            if (auto change = status_change_from(entry)) {
                event.details.history.push_back(std::move(*change));
            }
        }
    }
    const auto earlier = [](const StatusChange& a, const StatusChange& b) {
        return a.date.strict.start < b.date.strict.start;
    };
    if (!std::is_sorted(event.details.history.begin(), event.details.history.end(), earlier)) {
        problems_.warn(*history, "the history is out of order; it is read by its dates");
        std::stable_sort(event.details.history.begin(), event.details.history.end(), earlier);
    }
    if (status) {
        event.status = status_from(*status);
    } else if (!event.details.history.empty()) {
        event.status = event.details.history.back().status;
    }
}

std::optional<events::Value> EventValidator::value_from(RawValue value) {
    events::Value result;
    constexpr double most = std::numeric_limits<double>::max();
    if (value.is(RawType::Number)) {
        result.amount = value.number();
        warn_of_negative(value, problems_);
        return result;
    }
    if (!value.is(RawType::Object)) {
        problems_.error(value, "value must be an object with amount and currency, not " +
                                   std::string{words_from_type(value.type())});
        return std::nullopt;
    }
    enum ValueField { ValueAmount, Currency, Measure, Year, Basis, Usd, Unit };
    const Fields fields{value, value_names, problems_};
    const auto amount = number_of(fields[ValueAmount], -most, most, problems_);
    result.currency = text_of(fields[Currency], problems_);
    result.measure = text_of(fields[Measure] ? fields[Measure] : fields[Unit], problems_);
    if (std::string capitals = in_capitals(result.currency); is_currency(capitals) && capitals != result.currency) {
        problems_.warn(*fields[Currency], "the currency " + result.currency + " is read as " + capitals +
                                              ": codes of ISO 4217 are written in capitals");
        result.currency = std::move(capitals);
    } else if (!result.currency.empty() && !is_currency(result.currency)) {
        problems_.warn(*fields[Currency], "a currency is a code of ISO 4217, such as USD or PKR");
    }
    if (!amount) {
        return std::nullopt;  // "amount": null says that nobody knows it
    }
    result.amount = *amount;
    warn_of_negative(*fields[ValueAmount], problems_);
    return result;
}

std::uint32_t EventValidator::value_number(RawValue value) {
    return values_memo_.number_of(value, problems_, [&] {
        auto read = value_from(value);
        return read ? pools_.values.add(std::move(*read)) : no_number;
    });
}

std::uint32_t EventValidator::tag_list_from(Value value) {
    if (!value) {
        return no_number;
    }
    return tag_lists_memo_.number_of(*value, problems_, [&] {
        TagList tags = texts_of(value, problems_);
        return tags.empty() ? no_number : pools_.tag_lists.add(std::move(tags));
    });
}

std::uint32_t EventValidator::place_number(RawValue value) {
    return places_memo_.number_of(value, problems_, [&] {
        auto place = place_from(value, {}, resolver_, problems_);
        return place ? pools_.places.add(std::move(*place)) : no_number;
    });
}

std::uint32_t EventValidator::source_list_from(Value value) {
    if (!value) {
        return no_number;
    }
    return source_lists_memo_.number_of(*value, problems_, [&] {
        SourceList list;
        if (value->is(RawType::List)) {
            for (const RawValue source : *value) {
                read_source(list, source);
            }
        } else {
            read_source(list, *value);
        }
        return list.empty() ? no_number : pools_.source_lists.add(std::move(list));
    });
}

void EventValidator::read_source(SourceList& list, RawValue value) {
    std::optional<std::uint32_t> index;
    if (value.is(RawType::Object)) {
        index = sources_.add(source_from(value, problems_));
    } else {
        const std::string_view text = text_of(value, problems_);
        index = header_.source(text);
        if (!index && (text.starts_with("https://") || text.starts_with("http://"))) {
            Source source;
            source.title = source.url = text;
            index = sources_.add(std::move(source));
        } else if (!index && !text.empty()) {
            problems_.unknown_source(value, text, [&] { return did_you_mean(header_.nearest_source(text)); });
        }
    }
    if (index && std::find(list.begin(), list.end(), *index) == list.end()) {
        list.push_back(*index);
    }
}

void EventValidator::read_people(CheckedEvent& event, Value value) {
    if (!value) {
        return;
    }
    if (!value->is(RawType::List)) {
        event.details.people = texts_of(value, problems_);
        return;
    }
    for (const RawValue person : *value) {
        Value name = person;
        if (person.is(RawType::Object)) {
            name.reset();
            for (const RawValue field : person) {
                name = field.key() == "name" ? Value{field} : name;
            }
        }
        const std::string_view text = text_of(name, problems_);
        if (!text.empty()) {
            event.details.people.emplace_back(text);
        }
    }
}

/// "Visit: Pakistan to China", "Meeting: Kazakhstan, Uzbekistan and 3 more", "Milestone: Lalmonirhat".
std::string EventValidator::title_from_parties(const CheckedEvent& event) const {
    std::string title = kinds_[event.kind].label;
    const PartyList parties = parties_of(event);
    if (is_directed(event)) {
        const auto first = [&](Role role) {
            return std::find_if(parties.begin(), parties.end(),
                                [role](const Party& party) { return party.role == role; });
        };
        return title.append(": ")
            .append(name_in_title(*first(Role::From)))
            .append(" to ")
            .append(name_in_title(*first(Role::To)));
    }
    constexpr std::size_t most = 3;
    const std::size_t shown = parties.size() > most ? most - 1 : parties.size();
    for (std::size_t i = 0; i < shown; ++i) {
        title.append(i == 0 ? ": " : ", ").append(name_in_title(parties[i]));
    }
    if (shown < parties.size()) {
        title.append(" and " + std::to_string(parties.size() - shown) + " more");
    }
    if (const EventPlace* venue = venue_of(event); parties.empty() && venue != nullptr && !venue->name.empty()) {
        title.append(": ").append(venue->name);
    }
    return title;
}

}  // namespace events
