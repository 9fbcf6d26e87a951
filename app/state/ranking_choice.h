// What the ranking is and what it goes by: the rules behind its commands.
#pragma once

#include "app/state/app_state.h"
#include "app/state/world.h"

namespace app {

/// On top of the left column, or away if it stood there. An event's card makes room for it.
void toggle_ranking(AppState& state);

/// Events, partners of countries, the sum in each currency of the world, and round again. What is chosen and is no
/// more (another world): events.
void next_rank_by(RankingChoice& ranking, const World& world);

/// What it really goes by: only countries have partners, and only a currency of the world has sums.
[[nodiscard]] RankBy effective_rank_by(const RankingChoice& ranking, const World& world);

}  // namespace app
