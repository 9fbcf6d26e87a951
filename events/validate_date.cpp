// When an event was: "date", or "start" and "end".
#include "events/plain_date.h"
#include "events/validate.h"

#include <utility>

namespace events {

/// The text of a date; a year may also be written as a number.
std::string EventValidator::date_text_of(Value value) {
    if (value && value->is(RawType::Number)) {
        const double number = value->number();
        if (number >= 1000.0 && number <= 9999.0 && number == static_cast<int>(number)) {
            problems_.warn(*value, "a date is text: write \"" + std::to_string(static_cast<int>(number)) + "\"");
            return std::to_string(static_cast<int>(number));
        }
    }
    return std::string{text_of(value, problems_)};
}

/// Large files name the same days over and over, so what was read is kept.
const EventValidator::ReadDate& EventValidator::known_date(std::string_view text) {
    constexpr std::size_t most_kept = 50'000;
    auto known = dates_.find(text);
    if (known == dates_.end()) {
        if (dates_.size() >= most_kept) {
            dates_.clear();
        }
        ReadDate read;
        read.date = edtf_from_text(text, &read.why);
        if (read.date) {
            read.number = pools_.dates.add({*read.date, words_from_date(*read.date)});
        } else if (const auto plain = plain_date(text)) {
            read.why = "write it as " + plain->text;
        }
        known = dates_.emplace(text, std::move(read)).first;
    }
    return known->second;
}

const EventValidator::ReadDate& EventValidator::date_from(RawValue value) {
    static const ReadDate none;
    if (!value.is(RawType::Text)) {
        const std::string text = date_text_of(value);
        return text.empty() ? none : known_date(text);
    }
    const ReadDate& read = known_date(value.text());
    if (!read.date) {
        problems_.error(value, "\"" + std::string{value.text()} + "\" is no date: " + read.why);
    }
    return read;
}

std::uint32_t EventValidator::date_from_ends(Value start, Value end) {
    std::string first = date_text_of(start);
    const std::string last = date_text_of(end);
    if (first.empty() && last.empty()) {
        return no_number;
    }
    std::string why;
    const auto is_one_date = [&](Value value, const std::string& text) {
        if (text.empty() || text == "..") {
            return true;
        }
        const ReadDate& read = known_date(text);
        const bool several = read.date && (read.date->interval || read.date->set != DateSet::None);
        why = several ? "start and end are one date each" : read.why;
        if (!read.date || several) {
            problems_.error(*value, "\"" + text + "\" is no date: " + why);
            return false;
        }
        return true;
    };
    if (!is_one_date(start, first) || !is_one_date(end, last)) {
        return no_number;
    }
    if (!last.empty()) {
        first = (first.empty() ? ".." : first) + '/' + last;
    }
    const ReadDate& read = known_date(first);
    if (!read.date) {
        problems_.error(end ? *end : *start, "\"" + first + "\" is no date: " + read.why);
    }
    return read.number;
}

void EventValidator::read_date(CheckedEvent& event, Value date, Value start, Value end, Value date_text) {
    if (date) {
        event.date = date_from(*date).number;
        if (start || end) {
            problems_.warn(start ? *start : *end, "there is a date as well; it counts, and start and end do not");
        }
    } else if (start || end) {
        event.date = date_from_ends(start, end);
    }
    event.date_words = text_of(date_text, problems_);
}

}  // namespace events
