// The names of ways to show time, names and links, for the command line and the control socket.
#pragma once

#include "app/state/app_state.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace app {

/// In the order of the enumeration.
template <class Mode, std::size_t count>
struct ModeNames {
    std::array<std::string_view, count> all;

    /// Nothing for any other text.
    [[nodiscard]] constexpr std::optional<Mode> find(std::string_view name) const {
        const auto found = std::find(all.begin(), all.end(), name);
        return found == all.end() ? std::nullopt : std::optional{static_cast<Mode>(found - all.begin())};
    }
    [[nodiscard]] constexpr std::string_view operator[](Mode mode) const {
        return all.at(static_cast<std::size_t>(mode));
    }
};

inline constexpr ModeNames<WindowMode, 4> window_modes{{"moment", "range", "so-far", "all"}};
inline constexpr ModeNames<TimeStep, 5> time_steps{{"auto", "hour", "day", "month", "year"}};
inline constexpr ModeNames<Known, 2> known_modes{{"then", "now"}};
inline constexpr ModeNames<LabelMode, 4> label_modes{{"en", "local", "both", "none"}};
inline constexpr ModeNames<BundleMode, 3> bundle_modes{{"auto", "on", "off"}};
inline constexpr ModeNames<PairTab, 4> pair_tabs{{"all", "to-second", "to-first", "changed"}};
inline constexpr ModeNames<TextField, 6> text_fields{{"date", "speed", "palette", "pair-from", "pair-until", "search"}};
inline constexpr ModeNames<Ranked, 3> ranked_things{{"pairs", "countries", "kinds"}};
/// In place of "value" the name of a currency is given.
inline constexpr ModeNames<RankBy, 3> rank_measures{{"count", "partners", "value"}};
inline constexpr ModeNames<events::Role, 8> role_names{
    {"party", "from", "to", "host", "transit", "signatory", "depositary", "observer"}};
/// Bundles as wide as their number of events; else a currency is named.
inline constexpr std::string_view width_by_count = "count";

}  // namespace app
