#include "app/input/typed_date.h"

#include "app/state/playback.h"
#include "events/edtf.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// Midday of the last day of a stretch that ends just before `end`.
double midday_before(double end) {
    return std::ceil(end) - 0.5;
}

/// Whether somebody who typed this meant EDTF: a year and something behind it, a set, a qualifier.
bool looks_like_edtf(std::string_view text) {
    constexpr std::string_view signs = "[{?~%/.";
    const std::string_view year = text.substr(text.starts_with('-') ? 1 : 0);
    return text.empty() || signs.find(text.front()) != std::string_view::npos ||
           std::min(year.find_first_not_of("0123456789X"), year.size()) >= 4;
}

/// EDTF, or else plain words.
std::optional<events::EdtfDate> date_from_text(std::string_view text, std::string* why, const events::DayBase& base) {
    std::string reason;
    std::string reason_in_words;
    auto date = events::edtf_from_text(text, &reason);
    if (!date) {
        date = events::plain_date(text, base, &reason_in_words);
        reason = looks_like_edtf(text) ? reason : reason_in_words;
    }
    if (!date && why != nullptr) {
        *why = "'" + std::string{text} + "' is no date" + (reason.empty() ? "" : ": " + reason);
    }
    return date;
}

/// The same, and nothing for two dates with a slash between them or a set without an end.
std::optional<events::EdtfDate> single_date_from_text(std::string_view text, std::string* why,
                                                      const events::DayBase& base) {
    auto date = date_from_text(text, why, base);
    if (date && (date->interval || !std::isfinite(date->strict.start) || !std::isfinite(date->strict.end))) {
        date.reset();
        if (why != nullptr) {
            *why = "'" + std::string{text} + "' is a stretch of time where one date is wanted";
        }
    }
    return date;
}

/// Strict bounds; infinite ones for "..".
std::optional<events::DaySpan> span_from_text(std::string_view text, std::string* why, const events::DayBase& base) {
    if (text == "..") {
        return events::DaySpan{};
    }
    const auto date = single_date_from_text(text, why, base);
    return date ? std::optional{date->strict} : std::nullopt;
}

}  // namespace

std::optional<double> playhead_from_text(std::string_view text, std::string* why, const events::DayBase& base) {
    const auto date = single_date_from_text(text, why, base);
    if (!date) {
        return std::nullopt;
    }
    return date->precision == events::DatePrecision::Time ? date->strict.start : midday_before(date->strict.end);
}

std::optional<double> first_day_from_text(std::string_view text, std::string* why, const events::DayBase& base) {
    const auto last_day = playhead_from_text(text, why, base);
    const auto window = last_day ? typed_window(text, "..", why, base) : std::nullopt;
    return window ? std::optional{window->first_day} : std::nullopt;
}

std::optional<TypedWindow> typed_window(std::string_view a, std::string_view b, std::string* why,
                                        const events::DayBase& base) {
    const auto first = span_from_text(a, why, base);
    const auto last = first ? span_from_text(b, why, base) : std::nullopt;
    if (!last) {
        return std::nullopt;
    }
    if (last->end <= first->start) {
        if (why != nullptr) {
            *why = "'" + std::string{b} + "' is over before '" + std::string{a} + "' begins";
        }
        return std::nullopt;
    }
    return TypedWindow{std::floor(first->start), midday_before(last->end)};
}

Commands commands_for_window(const TypedWindow& window, WindowMode mode, const World& world) {
    const auto [first_playable, last_playable] = playable_span(*world.events);
    const double playhead =
        std::isfinite(window.playhead) ? window.playhead : std::max(last_playable, std::floor(window.first_day) + 0.5);
    const double first_day =
        std::isfinite(window.first_day) ? window.first_day : std::min(std::floor(first_playable), playhead - 0.5);
    return {SetMode{mode}, SetTrail{playhead - first_day}, Seek{playhead, true}};
}

}  // namespace app
