// How large the values of events are: what the widths of links with a value are measured by. Pure.
#pragma once

#include "events/event_store.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app {

/// All amounts of one currency, or of one measure.
struct ValueScale {
    std::string unit;  ///< "USD", "TEU"
    bool is_currency = false;
    double largest = 0.0;    ///< amount without its sign; > 0
    std::size_t events = 0;  ///< that have a value in it
};

/// One scale for each currency and each measure of a store, over all of its events, so that widths rest while time
/// runs. Amounts of different ones are neither added up nor compared; those without a unit, and nothing, have no scale.
class ValueScales {
public:
    ValueScales() = default;
    explicit ValueScales(const events::EventStore& store);

    /// Those of most events first; of equal ones by name.
    [[nodiscard]] const std::vector<ValueScale>& all() const { return all_; }
    /// Null where the value has none.
    [[nodiscard]] const ValueScale* of(const events::Value& value) const;
    /// Of the largest amount in the same unit, 0 to 1; 0 for what has no scale.
    [[nodiscard]] float share(const events::Value& value) const;
    /// The currencies among them, in the same order.
    [[nodiscard]] std::vector<std::string_view> currencies() const;

private:
    std::vector<ValueScale> all_;
    std::unordered_map<std::string, std::size_t> by_unit_;
};

/// Round numbers to explain a scale with, three of 1, 2, 5, 10, 20, ... (or 0.5, 0.2, ...): the greatest that is no
/// more than `largest`, and twice the last but one before, as far as they are no less than `least`. None for a
/// `largest` of 0.
[[nodiscard]] std::vector<double> round_steps(double largest, double least);

}  // namespace app
