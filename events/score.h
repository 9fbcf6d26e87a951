// How friendly or hostile what happened between countries was, as a running number.
//
// The idea is that of event data in political science: each event has a class, here one of PLOVER's (Political
// Language Ontology for Verifiable Event Records, Open Event Data Alliance), and each class a weight between conflict
// (-10) and cooperation (+10), as in J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of
// Conflict Resolution 36 (1992), 369-385. Which kind is which class, and the weights, are Caravan's own: its kinds are
// coarser than theirs. It tells which way a relation goes, and is no measurement.
#pragma once

#include "events/event_store.h"

#include <span>
#include <string_view>
#include <vector>

namespace events {

struct ScoreRule {
    std::string_view kind;    ///< a built-in one; kinds of files count as the one whose style they borrow
    std::string_view plover;  ///< its class: "CONSULT"
    double weight = 0.0;      ///< -10 to 10
};

/// One for each built-in kind.
[[nodiscard]] std::span<const ScoreRule> score_rules();

/// What counts of a plan, an invitation or a proposal.
inline constexpr double ghost_share = 0.3;
/// What is called off counts so much, whatever it was to be (Goldstein: "cancel or postpone planned event", -2.2).
inline constexpr double cancelled_score = -2.2;
/// What is over has lost half its weight after so many days.
inline constexpr double half_life_days = 365.0;

/// The weight of an event of this kind while it has this status: its rule's weight, a share of it for what is not real
/// yet, the same share against it for what is suspended. 0 for kinds without a rule and an unknown status.
[[nodiscard]] double score_of(const Kind& kind, Status status);

/// The sum of all events' weights on each of some days, in ascending order:
///
///     S(t) = sum of w(t) over what lasts on t  +  sum of w 2^(-(t - end) / half_life) over what is over
///
/// with w(t) after the status that was known on t (status_on). An event without an end lasts; an undated one is left
/// out. Strict bounds; a date without a day is counted from its first day on.
[[nodiscard]] std::vector<double> running_scores(const EventStore& store, std::span<const EventIndex> among,
                                                 std::span<const double> days);

}  // namespace events
