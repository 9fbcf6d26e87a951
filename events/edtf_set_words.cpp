// Sets of EDTF dates in English words: "one of 3 or 5 May 2025", "12 and 14 May 2025".
#include "events/edtf_parts.h"

#include <algorithm>

namespace events {
namespace {

constexpr std::size_t most_listed = 5;

/// A day or a month that can do without what the next one says as well.
bool can_be_shortened(const EdtfEnds& member) {
    const EdtfEnd& date = member.first;
    return !member.second && date.is_sure() &&
           (date.precision == DatePrecision::Day || date.precision == DatePrecision::Month);
}

std::string member_words(const EdtfEnds& member, const EdtfEnds* next) {
    const EdtfEnd& first = member.first;
    if (!member.second) {
        const bool shorter = next != nullptr && can_be_shortened(member) && can_be_shortened(*next) &&
                             first.precision == next->first.precision;
        const bool same_year = shorter && first.year == next->first.year;
        const bool same_month = same_year && first.month == next->first.month;
        return words_among_others(first, !same_month, !same_year);
    }
    const EdtfEnd& last = *member.second;
    return !first.is_date()  ? "until " + words_among_others(last)
           : !last.is_date() ? "from " + words_among_others(first) + " on"
                             : words_from_ends(first, last);
}

/// A set of a single date or a single range.
std::string words_from_only(const EdtfParts& parts) {
    const EdtfEnds& only = parts.members.front();
    if (!only.second) {
        return words_from_end(only.first);
    }
    const EdtfEnd& last = *only.second;
    if (parts.set == DateSet::OneOf) {
        return (only.first.is_date() && last.is_date() ? "some time from " : "some time ") +
               member_words(only, nullptr);
    }
    return last.is_date() ? member_words(only, nullptr) : "since " + words_from_end(only.first);
}

/// From when to when a long set reaches: ", 1667 to 1672"; nothing for one without a beginning and an end.
std::string words_of_extent(const EdtfParts& parts) {
    const auto begins_before = [](const EdtfEnds& a, const EdtfEnds& b) {
        return a.first.span.start < b.first.span.start;
    };
    const auto end_of = [](const EdtfEnds& member) { return member.second ? *member.second : member.first; };
    const auto ends_before = [&](const EdtfEnds& a, const EdtfEnds& b) {
        return end_of(a).span.end < end_of(b).span.end;
    };
    const auto first = std::min_element(parts.members.begin(), parts.members.end(), begins_before);
    const auto last = std::max_element(parts.members.begin(), parts.members.end(), ends_before);
    const EdtfEnds extent{first->first, end_of(*last)};
    return extent.first.is_date() || extent.second->is_date() ? ", " + member_words(extent, nullptr) : "";
}

}  // namespace

std::string words_from_set(const EdtfParts& parts) {
    const std::size_t count = parts.members.size();
    if (count == 1) {
        return words_from_only(parts);
    }
    const bool one_of = parts.set == DateSet::OneOf;
    std::string words = one_of ? "one of " : "";
    if (count > most_listed) {
        return words + "several dates" + words_of_extent(parts);
    }
    for (std::size_t i = 0; i < count; ++i) {
        words += i == 0 ? "" : i + 1 < count ? ", " : one_of ? " or " : " and ";
        words += member_words(parts.members[i], i + 1 < count ? &parts.members[i + 1] : nullptr);
    }
    return words;
}

}  // namespace events
