// Intervals and sets of EDTF dates: where one date ends and the next begins. The syntax is that of ISO 8601-2:2019 as
// the Library of Congress publishes it (loc.gov/standards/datetime).
#include "events/edtf_parts.h"

#include <algorithm>

namespace events {
namespace {

EdtfEnd end_without_date(EdtfEnd::Form form) {
    EdtfEnd end;
    end.form = form;
    return end;
}

/// One end of a stretch of time. Stretches of seasons are an extension (level 3) that nobody else reads.
std::optional<EdtfEnd> dated_end(std::string_view text, std::string& why) {
    std::optional<EdtfEnd> end = edtf_end_from_text(text, why);
    if (end && end->month > 12) {
        why = "an interval of seasons or quarters is not EDTF; write its months";
        return std::nullopt;
    }
    return end;
}

std::optional<EdtfEnd> interval_end(std::string_view text, std::string& why) {
    if (text.empty()) {
        return end_without_date(EdtfEnd::Form::Unknown);
    }
    return text == ".." ? end_without_date(EdtfEnd::Form::Open) : dated_end(text, why);
}

std::optional<EdtfEnd> range_end(std::string_view text, std::string& why) {
    return text.empty() ? end_without_date(EdtfEnd::Form::Open) : dated_end(text, why);
}

std::optional<EdtfEnds> stretch(const std::optional<EdtfEnd>& first, const std::optional<EdtfEnd>& last,
                                std::string& why) {
    if (!first || !last) {
        return std::nullopt;
    }
    if (!first->is_date() && !last->is_date()) {
        why = "an interval needs a date at one end at least";
        return std::nullopt;
    }
    if (!(last->span.end > first->span.start)) {
        why = "it ends before it starts";
        return std::nullopt;
    }
    return EdtfEnds{*first, last};
}

std::optional<EdtfEnds> date_or_interval(std::string_view text, std::string& why) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        if (text.find("..") != std::string_view::npos) {
            why = "an interval is written with a slash: 2025-04/.. or 2025-04-01/2025-04-03";
            return std::nullopt;
        }
        std::optional<EdtfEnd> only = edtf_end_from_text(text, why);
        return only ? std::optional{EdtfEnds{*only, std::nullopt}} : std::nullopt;
    }
    if (text.find('/', slash + 1) != std::string_view::npos) {
        why = "an interval has one slash; dates are written 2025-05-20";
        return std::nullopt;
    }
    const std::optional<EdtfEnd> first = interval_end(text.substr(0, slash), why);
    return first ? stretch(first, interval_end(text.substr(slash + 1), why), why) : std::nullopt;
}

/// A date in brackets, or a range of dates: "1670..1672", "..1984", "1984..".
std::optional<EdtfEnds> member_of_set(std::string_view text, std::string& why) {
    if (text.empty()) {
        why = "a date is missing in the brackets";
        return std::nullopt;
    }
    if (text.find('/') != std::string_view::npos) {
        why = "in brackets a range is written with two dots: [1670..1672]";
        return std::nullopt;
    }
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        std::optional<EdtfEnd> only = edtf_end_from_text(text, why);
        return only ? std::optional{EdtfEnds{*only, std::nullopt}} : std::nullopt;
    }
    const std::optional<EdtfEnd> first = range_end(text.substr(0, dots), why);
    return first ? stretch(first, range_end(text.substr(dots + 2), why), why) : std::nullopt;
}

std::string_view without_spaces(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<EdtfParts> set_from_text(std::string_view text, std::string& why) {
    EdtfParts parts;
    parts.set = text.front() == '[' ? DateSet::OneOf : DateSet::AllOf;
    if (text.back() != (parts.set == DateSet::OneOf ? ']' : '}')) {
        why =
            "a set of dates stands by itself: [2025-05-10,2025-05-12] is one of them, {2025-05-10,2025-05-12} are both";
        return std::nullopt;
    }
    text = text.substr(1, text.size() - 2);
    for (bool more = true; more;) {
        const std::size_t comma = std::min(text.find(','), text.size());
        more = comma < text.size();
        const std::optional<EdtfEnds> member = member_of_set(without_spaces(text.substr(0, comma)), why);
        if (!member) {
            return std::nullopt;
        }
        parts.members.push_back(*member);
        text.remove_prefix(more ? comma + 1 : comma);
    }
    return parts;
}

}  // namespace

std::optional<EdtfParts> edtf_parts_from_text(std::string_view text, std::string& why) {
    if (!text.empty() && (text.front() == '[' || text.front() == '{')) {
        return set_from_text(text, why);
    }
    std::optional<EdtfEnds> ends = date_or_interval(text, why);
    return ends ? std::optional{EdtfParts{DateSet::None, {*ends}}} : std::nullopt;
}

}  // namespace events
