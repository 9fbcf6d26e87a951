#include "app/input/typed_speed.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace app {

namespace {

constexpr double slowest = 0.01;
constexpr double fastest = 10000.0;

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

bool take_end(std::string_view& text, std::string_view end) {
    const bool has_it = text.ends_with(end);
    text.remove_suffix(has_it ? end.size() : 0);
    return has_it;
}

/// Days in a unit, however it is written; a day where there is none.
std::optional<double> days_of_unit(std::string_view unit) {
    for (const std::string_view end : {"per second", "a second", "/second", "/sec", "/s"}) {
        if (take_end(unit, end)) {
            break;
        }
    }
    unit = trimmed(unit);
    if (unit.size() > 2) {
        take_end(unit, "s");
    }
    constexpr std::array<std::pair<std::string_view, double>, 12> units{{{"", 1.0},
                                                                         {"d", 1.0},
                                                                         {"day", 1.0},
                                                                         {"h", 1.0 / 24.0},
                                                                         {"hour", 1.0 / 24.0},
                                                                         {"w", 7.0},
                                                                         {"week", 7.0},
                                                                         {"m", 30.0},
                                                                         {"mo", 30.0},
                                                                         {"month", 30.0},
                                                                         {"y", 365.0},
                                                                         {"year", 365.0}}};
    const auto* const found =
        std::find_if(units.begin(), units.end(), [unit](const auto& known) { return known.first == unit; });
    return found == units.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace

std::optional<double> speed_from_text(std::string_view text, std::string* why) {
    const auto refuse = [&](std::string words) {
        if (why != nullptr) {
            *why = std::move(words);
        }
        return std::nullopt;
    };
    std::string plain{trimmed(text)};
    std::transform(plain.begin(), plain.end(), plain.begin(),
                   [](unsigned char c) { return c == ',' ? '.' : static_cast<char>(std::tolower(c)); });
    double count = 1.0;
    const auto [rest, error] = std::from_chars(plain.data(), plain.data() + plain.size(), count);
    const bool has_count = error == std::errc{};
    const std::size_t used = has_count ? static_cast<std::size_t>(rest - plain.data()) : 0;
    const auto unit = days_of_unit(std::string_view{plain}.substr(used));
    if (plain.empty() || !unit || (!has_count && plain.find_first_of("0123456789") != std::string::npos)) {
        return refuse("'" + std::string{trimmed(text)} + "' is no speed; speeds are like 3, 2 weeks/s or 1 month/s");
    }
    const double speed = count * *unit;
    if (!(speed >= slowest && speed <= fastest)) {
        return refuse("a speed is from 0.01 to 10000 days a second");
    }
    return speed;
}

}  // namespace app
