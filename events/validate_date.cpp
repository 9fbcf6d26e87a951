// When an event was: "date", or "start" and "end".
#include "events/validate.h"

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

std::optional<EdtfDate> EventValidator::date_from(RawValue value) {
    const std::string text = date_text_of(value);
    if (text.empty() && !value.is(RawType::Text)) {
        return std::nullopt;
    }
    std::string why;
    auto date = edtf_from_text(text, &why);
    if (!date) {
        problems_.error(value, "\"" + text + "\" is no date: " + why);
    }
    return date;
}

std::optional<EdtfDate> EventValidator::date_from_ends(Value start, Value end) {
    std::string first = date_text_of(start);
    const std::string last = date_text_of(end);
    if (first.empty() && last.empty()) {
        return std::nullopt;
    }
    std::string why;
    const auto is_one_date = [&](Value value, const std::string& text) {
        if (text.empty() || text == "..") {
            return true;
        }
        why = "start and end are one date each";
        if (text.find('/') != std::string::npos || !edtf_from_text(text, &why)) {
            problems_.error(*value, "\"" + text + "\" is no date: " + why);
            return false;
        }
        return true;
    };
    if (!is_one_date(start, first) || !is_one_date(end, last)) {
        return std::nullopt;
    }
    if (!last.empty()) {
        first = (first.empty() ? ".." : first) + '/' + last;
    }
    auto date = edtf_from_text(first, &why);
    if (!date) {
        problems_.error(end ? *end : *start, "\"" + first + "\" is no date: " + why);
    }
    return date;
}

void EventValidator::read_date(Event& event, Value date, Value start, Value end, Value date_text) {
    if (date) {
        event.date = date_from(*date);
        if (start || end) {
            problems_.warn(start ? *start : *end, "there is a date as well; it counts, and start and end do not");
        }
    } else if (start || end) {
        event.date = date_from_ends(start, end);
    }
    event.date_words = text_of(date_text, problems_);
    if (event.date_words.empty()) {
        event.date_words = event.date ? words_from_date(*event.date) : "undated";
    }
}

}  // namespace events
