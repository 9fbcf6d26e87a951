// What the ranking says: who is tied to whom, or which countries or kinds there is most of, in the window; and where
// its parts stand. Pure. Lengths are points.
#pragma once

#include "app/panels/row_motion.h"
#include "app/scene/ties.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// Those with less are left out, and counted.
inline constexpr std::size_t most_ranked = 200;

struct RankingShare {
    events::KindId kind{};
    float part = 0.0F;  ///< of the row's bar, > 0; all parts of a row are 1
};

struct RankingRow {
    RowKey key = 0;
    std::string rank;                    ///< "1"
    std::string name;                    ///< "China–Pakistan", "China", "Visit"
    std::string number;                  ///< "259", "1.2 billion"
    float length = 0.0F;                 ///< of its bar, in parts of the longest: 0 to 1
    std::vector<RankingShare> shares;    ///< in the order of the kinds; none of numbers of partners
    std::vector<std::string> countries;  ///< what a click selects: one or two, in a ranking of these
    std::optional<events::KindId> kind;  ///< what a click shows alone, in a ranking of kinds
    bool selected = false;
};

struct RankingList {
    Ranked of = Ranked::Pairs;
    RankBy by = RankBy::Events;    ///< what it really goes by
    std::string title;             ///< "Pairs"
    std::string totals;            ///< "163 pairs share 6 412 events"
    std::string heading;           ///< "Most events first", "Largest sums in USD first"
    std::string choice;            ///< "by events", "by partners", "by USD"; empty where there is nothing to choose
    std::vector<RankingRow> rows;  ///< most first, then by name; at most `most_ranked`
    std::string left_out;          ///< "and 963 more"; empty without any
};

/// Events count for each pair of the countries in them; pairs, countries and kinds without any are left out.
[[nodiscard]] RankingList ranking_list(const AppState& state, const World& world, const TieTable& table,
                                       const Tally& tally);

inline constexpr float ranking_row = 32.0F;

struct RankingPlaces {
    render::RectPt title, close, totals, segments, heading, choice;
    render::RectPt list;  ///< whole rows, from edge to edge
    render::RectPt foot;  ///< of the switch, below a rule
    // Within a row, from left to right. In a narrow panel pairs, whose names are long, have shorter bars, and none
    // beside sums: `bar` is `bar_end` then.
    float rank = 0.0F, name = 0.0F, name_end = 0.0F, bar = 0.0F, bar_end = 0.0F, number_end = 0.0F;
};
[[nodiscard]] RankingPlaces ranking_places(const render::RectPt& panel, Ranked of, RankBy by);

}  // namespace app
