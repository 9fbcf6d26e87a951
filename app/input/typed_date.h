// Dates that a person types, on the command line, in the control socket or in the date field, as places on the time
// axis.
#pragma once

#include "app/state/command.h"
#include "events/plain_date.h"

#include <optional>
#include <string>
#include <string_view>

namespace app {

/// A stretch of days as typed: from the first moment of one date to the last day of another.
struct TypedWindow {
    double first_day = 0.0;  ///< midnight at which it begins; minus infinity: where the data begins
    double playhead = 0.0;   ///< midday of its last day; infinity: where the data ends
    friend bool operator==(const TypedWindow&, const TypedWindow&) = default;
};

/// Where the playhead goes for a typed date, EDTF or plain words (events/plain_date.h): to midday of the last day of
/// its strict bounds, so that "2025-05" shows all of May and "late 2025" all of the year; to the moment itself for a
/// date with a time. Words such as "next month" count from `base`. Nothing for text that is no date; `why`, if given,
/// then gets the reason.
[[nodiscard]] std::optional<double> playhead_from_text(std::string_view text, std::string* why = nullptr,
                                                       const events::DayBase& base = {});

/// The first day of a typed date: "2025" is 1 January 2025. Nothing for text that is no date; `why` as above.
[[nodiscard]] std::optional<double> first_day_from_text(std::string_view text, std::string* why = nullptr,
                                                        const events::DayBase& base = {});

/// The stretch from the start of `a` to the end of `b`, both as above or ".." for as far as there is data. Nothing
/// where one is no date or where `b` ends before `a` starts; `why`, if given, then gets the reason.
[[nodiscard]] std::optional<TypedWindow> typed_window(std::string_view a, std::string_view b,
                                                      std::string* why = nullptr, const events::DayBase& base = {});

/// Shows that stretch: mode, playhead and length. An open end lies at the first or the last playable day.
[[nodiscard]] Commands commands_for_window(const TypedWindow& window, WindowMode mode, const World& world);

}  // namespace app
