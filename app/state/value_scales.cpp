#include "app/state/value_scales.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace app {

namespace {

const std::string& unit_of(const events::Value& value) {
    return value.currency.empty() ? value.measure : value.currency;
}

}  // namespace

ValueScales::ValueScales(const events::EventStore& store) {
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        const events::Value* value = store.value_of(events::EventIndex{i});
        if (value == nullptr || value->amount == 0.0 || unit_of(*value).empty()) {
            continue;
        }
        const auto [at, is_new] = by_unit_.try_emplace(unit_of(*value), all_.size());
        if (is_new) {
            all_.push_back({at->first, !value->currency.empty(), 0.0, 0});
        }
        ValueScale& scale = all_[at->second];
        scale.largest = std::max(scale.largest, std::abs(value->amount));
        ++scale.events;
    }
    std::sort(all_.begin(), all_.end(), [](const ValueScale& a, const ValueScale& b) {
        return std::tie(b.events, a.unit) < std::tie(a.events, b.unit);
    });
    for (std::size_t i = 0; i < all_.size(); ++i) {
        by_unit_[all_[i].unit] = i;
    }
}

const ValueScale* ValueScales::of(const events::Value& value) const {
    const auto found = by_unit_.find(unit_of(value));
    return found == by_unit_.end() ? nullptr : &all_[found->second];
}

float ValueScales::share(const events::Value& value) const {
    const ValueScale* scale = of(value);
    return scale != nullptr ? static_cast<float>(std::min(1.0, std::abs(value.amount) / scale->largest)) : 0.0F;
}

std::vector<std::string_view> ValueScales::currencies() const {
    std::vector<std::string_view> names;
    for (const ValueScale& scale : all_) {
        if (scale.is_currency) {
            names.push_back(scale.unit);
        }
    }
    return names;
}

std::vector<double> round_steps(double largest, double least) {
    std::vector<double> steps;
    if (!(largest > 0.0) || !std::isfinite(largest)) {
        return steps;
    }
    constexpr std::array<double, 3> digits{1.0, 2.0, 5.0};
    double power = std::pow(10.0, std::floor(std::log10(largest)));
    power = power > largest ? power / 10.0 : power;  // the logarithm is rounded
    std::size_t digit = largest >= 5.0 * power ? 2 : largest >= 2.0 * power ? 1 : 0;
    for (int i = 0; i < 3 && digits.at(digit) * power >= least; ++i) {
        steps.push_back(digits.at(digit) * power);
        power = digit < 2 ? power / 10.0 : power;  // two down
        digit = (digit + 1) % 3;
    }
    return steps;
}

}  // namespace app
