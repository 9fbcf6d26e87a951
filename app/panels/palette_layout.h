// The command palette: everything that can be done, found by typing a part of its name. Pure. Lengths are points.
#pragma once

#include "app/input/key_names.h"
#include "app/panels/icons.h"
#include "app/panels/time_axis.h"
#include "app/state/command.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

struct PaletteRow {
    std::string words;  ///< "Show only visits"
    std::string group;  ///< a heading: "Time", "Map", "Kinds", ...
    std::optional<Key> key;
    Commands does;
    std::optional<events::KindId> kind{};                        ///< whose glyph stands before the words
    std::vector<std::pair<std::size_t, std::size_t>> matched{};  ///< from and to, bytes of `words`: what was typed
};

/// Everything that can be done now: the table of keys first (app/input/shortcuts.h), then what has no key of its own,
/// such as each projection, worldview, kind and country.
[[nodiscard]] std::vector<PaletteRow> all_palette_rows(const AppState& state, const World& world);

/// The rows in which each word of the query begins a word, capitals or not; first those that begin with the whole
/// query, then those in which the words come in order, else as in the table. An empty query leaves all but the
/// countries, which are many.
[[nodiscard]] std::vector<PaletteRow> matching_rows(std::vector<PaletteRow> rows, std::string_view query);

/// The rows that the palette lists for what has been typed into it.
[[nodiscard]] std::vector<PaletteRow> palette_rows(const AppState& state, const World& world);

/// The row that Enter takes: the chosen one, the last where it lies behind all. Nothing without rows.
[[nodiscard]] std::optional<std::size_t> chosen_row(const AppState& state, std::size_t count);

struct PaletteLayout {
    render::RectPt place;
    render::RectPt icon, field, escape;  ///< the first line
    render::RectPt list;                 ///< rows; what does not fit is scrolled
    render::RectPt foot;                 ///< "12 commands"
    std::vector<PaletteRow> rows;
    std::vector<float> tops;                              ///< of each row, from the top of the list
    std::vector<std::pair<std::string, float>> headings;  ///< of groups, and where; none while something is typed
    float content_height = 0.0F;
    float row_height = 36.0F;
};

/// 512 wide at the left of the free map and no further down than `bottom`.
[[nodiscard]] PaletteLayout palette_layout(const AppState& state, const World& world, float left, float bottom);

}  // namespace app
