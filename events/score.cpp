#include "events/score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

namespace events {
namespace {

constexpr std::array<ScoreRule, 10> rules{{
    {"visit", "CONSULT", 2.0},
    {"meeting", "CONSULT", 2.0},
    {"agreement", "AGREE", 6.0},
    {"trade", "COOPERATE", 5.0},
    {"route", "COOPERATE", 4.0},
    {"security", "COOPERATE", 6.0},
    {"tension", "COERCE", -7.0},
    {"ceasefire", "CONCEDE", 5.0},
    {"statement", "REQUEST", 0.5},
    {"milestone", "none", 0.0},
}};

/// A stretch of time with a weight.
struct Share {
    double start = 0.0;
    double end = 0.0;
    double weight = 0.0;
    bool fades = true;  ///< behind its end; else another status has taken its place
};

struct EndsLater {
    bool operator()(const Share& a, const Share& b) const { return a.end > b.end; }
};

void add_shares(const EventStore& store, EventIndex index, std::vector<Share>& out) {
    const Event event = store[index];
    if (!event.date) {
        return;
    }
    const Kind& kind = store.kinds()[event.kind];
    const DaySpan span = event.date->strict;
    double start = span.start;
    for (std::size_t i = 1; i < event.history.size(); ++i) {
        const double changed = event.history[i].date.strict.start;
        if (changed > start && changed < span.end) {
            out.push_back({start, changed, score_of(kind, event.history[i - 1].status), false});
            start = changed;
        }
    }
    const double last_day = std::isfinite(span.end) ? span.end - 1e-6 : start;
    const Status status = event.history.empty()     ? event.status
                          : std::isfinite(span.end) ? status_on(event, last_day)
                                                    : event.history.back().status;
    out.push_back({start, span.end, score_of(kind, status), true});
}

}  // namespace

std::span<const ScoreRule> score_rules() {
    return rules;
}

double score_of(const Kind& kind, Status status) {
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const ScoreRule& row) { return row.kind == kind.style; });
    const double weight = rule == rules.end() ? 0.0 : rule->weight;
    if (weight == 0.0 || status == Status::Unknown) {
        return 0.0;
    }
    return status == Status::Cancelled   ? cancelled_score
           : status == Status::Suspended ? -ghost_share * weight
           : is_ghost(status)            ? ghost_share * weight
                                         : weight;
}

std::vector<double> running_scores(const EventStore& store, std::span<const EventIndex> among,
                                   std::span<const double> days) {
    std::vector<Share> shares;
    for (const EventIndex index : among) {
        add_shares(store, index, shares);
    }
    std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.start < b.start; });
    std::priority_queue<Share, std::vector<Share>, EndsLater> lasting;
    double held = 0.0;
    double faded = 0.0;
    double faded_on = 0.0;
    const auto fade_to = [&](double day) {
        faded *= faded == 0.0 ? 0.0 : std::exp2(-(day - faded_on) / half_life_days);
        faded_on = day;
    };
    std::vector<double> sums;
    auto next = shares.begin();
    for (const double day : days) {
        for (; next != shares.end() && next->start <= day; ++next) {
            held += next->weight;
            lasting.push(*next);
        }
        while (!lasting.empty() && lasting.top().end <= day) {
            const Share over = lasting.top();
            lasting.pop();
            held -= over.weight;
            if (over.fades) {
                fade_to(over.end);
                faded += over.weight;
            }
        }
        fade_to(day);
        sums.push_back(held + faded);
    }
    return sums;
}

}  // namespace events
