#include "app/scene/shading.h"

#include "app/scene/bundle_layout.h"
#include "app/state/ranking_choice.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

double with_one_digit(double number) {
    const double unit = std::pow(10.0, std::floor(std::log10(number)));
    return std::round(number / unit) * unit;
}

std::int8_t shade_of(double number, const std::vector<double>& bounds) {
    const auto above = std::upper_bound(bounds.begin(), bounds.end(), number);
    return number > 0.0 ? static_cast<std::int8_t>(above - bounds.begin() - 1) : Shading::plain;
}

}  // namespace

std::vector<double> shade_bounds(double largest, bool is_count) {
    const double top = rounded_up(largest);
    std::vector<double> bounds;
    if (top <= 0.0) {
        return bounds;
    }
    for (std::size_t i = 0; i < most_shades; ++i) {
        const auto part = static_cast<double>(i) / static_cast<double>(most_shades);
        double from = i == 0 ? 0.0 : with_one_digit(top * part * part);
        if (is_count) {
            from =
                top <= static_cast<double>(most_shades) ? static_cast<double>(i + 1) : std::max(1.0, std::ceil(from));
        }
        if (from <= top && (bounds.empty() || from > bounds.back())) {
            bounds.push_back(from);
        }
    }
    return bounds;
}

Shading shading(const RankingChoice& choice, const World& world, const TieTable& table, const Tally& tally) {
    Shading result;
    RankingChoice of_countries = choice;
    of_countries.of = Ranked::Countries;
    result.by = effective_rank_by(of_countries, world);
    result.currency = result.by == RankBy::Value ? choice.currency : std::string();
    double largest = 0.0;
    for (std::size_t i = 0; i < tally.members.size(); ++i) {
        largest = std::max(largest, number_of(tally.members[i], result.by));
    }
    result.bounds = shade_bounds(largest, result.by != RankBy::Value);
    result.shades.assign(world.boundaries->countries().size(), Shading::plain);
    for (std::size_t i = 0; i < tally.members.size(); ++i) {
        if (const auto id = world.boundaries->find(table.members()[i].code)) {
            result.shades[static_cast<std::size_t>(*id)] =
                shade_of(number_of(tally.members[i], result.by), result.bounds);
        }
    }
    return result;
}

render::Rgba shade_tone(const render::Theme& theme, std::size_t shade) {
    constexpr float step = 0.036F;
    return render::mix(theme.land_region, theme.text_1, step * static_cast<float>(shade + 1));
}

}  // namespace app
