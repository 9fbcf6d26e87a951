#include "app/state/ranking_choice.h"

#include <algorithm>

namespace app {

void toggle_ranking(AppState& state) {
    const bool seen = shows_ranking(state);
    state.ranking.shown = !seen;
    state.ranking.behind_card = false;
    if (!seen) {
        state.selection.event.reset();
    }
}

void next_rank_by(RankingChoice& ranking, const World& world) {
    const auto currencies = world.values.currencies();
    const auto now = std::find(currencies.begin(), currencies.end(), ranking.currency);
    auto next = currencies.end();
    if (ranking.by == RankBy::Events && ranking.of == Ranked::Countries) {
        ranking.by = RankBy::Partners;
        return;
    }
    if (ranking.by != RankBy::Value) {
        next = currencies.begin();
    } else if (now != currencies.end()) {
        next = now + 1;
    }
    ranking.by = next == currencies.end() ? RankBy::Events : RankBy::Value;
    ranking.currency = next == currencies.end() ? std::string() : std::string{*next};
}

RankBy effective_rank_by(const RankingChoice& ranking, const World& world) {
    const auto currencies = world.values.currencies();
    const bool has_sums = std::find(currencies.begin(), currencies.end(), ranking.currency) != currencies.end();
    if ((ranking.by == RankBy::Partners && ranking.of != Ranked::Countries) ||
        (ranking.by == RankBy::Value && !has_sums)) {
        return RankBy::Events;
    }
    return ranking.by;
}

}  // namespace app
