#include "app/panels/ranking_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/timeline_layout.h"
#include "app/state/ranking_choice.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace app {

namespace {

double weight_of(const TieShare& share, RankBy by) {
    return by == RankBy::Value ? std::max(0.0, share.value) : static_cast<double>(share.events);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return count_words(count) + ' ' + std::string{count == 1 ? one : many};
}

/// What is ranked: the numbers of those that have a weight, most first.
struct Order {
    std::vector<std::uint32_t> first;  ///< at most most_ranked
    std::size_t all = 0;
};
Order ordered(const std::vector<TieCount>& counts, RankBy by,
              const std::function<bool(std::uint32_t, std::uint32_t)>& comes_first) {
    Order order;
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
        if (number_of(counts[i], by) > 0.0) {
            order.first.push_back(i);
        }
    }
    order.all = order.first.size();
    const std::size_t kept = std::min(order.all, most_ranked);
    std::partial_sort(order.first.begin(), order.first.begin() + static_cast<std::ptrdiff_t>(kept), order.first.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          const double x = number_of(counts[a], by);
                          const double y = number_of(counts[b], by);
                          return x != y ? x > y : comes_first(a, b);
                      });
    order.first.resize(kept);
    return order;
}

std::vector<RankingShare> shares_of(std::span<const TieShare> row, RankBy by) {
    double all = 0.0;
    for (const TieShare& share : row) {
        all += weight_of(share, by);
    }
    std::vector<RankingShare> shares;
    for (std::size_t i = 0; i < row.size() && by != RankBy::Partners; ++i) {
        if (const double weight = weight_of(row[i], by); weight > 0.0) {
            shares.push_back({static_cast<events::KindId>(i), static_cast<float>(weight / all)});
        }
    }
    return shares;
}

std::string number_words(double weight, RankBy by) {
    return by == RankBy::Value ? value_words({weight, {}, {}}) : count_words(static_cast<std::size_t>(weight));
}

bool is_chosen(const Selection& selection, std::string_view code) {
    return std::find(selection.countries.begin(), selection.countries.end(), code) != selection.countries.end();
}

/// Makes rows of one sort; `fill` adds what a row is about.
template <class Fill>
void add_rows(RankingList& list, const Order& order, const std::vector<TieCount>& counts, Fill fill) {
    for (const std::uint32_t number : order.first) {
        const double weight = number_of(counts[number], list.by);
        const double most = number_of(counts[order.first.front()], list.by);
        RankingRow row;
        row.key = static_cast<RowKey>(list.of) << 60U | number;
        row.rank = std::to_string(list.rows.size() + 1);
        row.number = number_words(weight, list.by);
        row.length = static_cast<float>(weight / most);
        fill(row, number);
        list.rows.push_back(std::move(row));
    }
    list.left_out =
        order.all > order.first.size() ? "and " + count_words(order.all - order.first.size()) + " more" : "";
}

void add_pairs(RankingList& list, const AppState& state, const TieTable& table, const Tally& tally) {
    const auto& members = table.members();
    const auto& pairs = table.pairs();
    const Order order = ordered(tally.pairs, list.by, [&](std::uint32_t a, std::uint32_t b) {
        const std::string& first = members[pairs[a].first].name;
        const std::string& second = members[pairs[b].first].name;
        return first != second ? first < second : members[pairs[a].second].name < members[pairs[b].second].name;
    });
    add_rows(list, order, tally.pairs, [&](RankingRow& row, std::uint32_t number) {
        const TieTable::Member& a = members[pairs[number].first];
        const TieTable::Member& b = members[pairs[number].second];
        row.name = a.name + "\u2013" + b.name;
        row.shares = shares_of(tally.shares_of_pair(number), list.by);
        row.countries = {a.code, b.code};
        row.selected = state.selection.countries.size() == 2 && is_chosen(state.selection, a.code) &&
                       is_chosen(state.selection, b.code);
    });
    const std::string pair_words = counted(order.all, "pair", "pairs");
    list.totals = list.by == RankBy::Value
                      ? pair_words + " with sums in " + state.ranking.currency
                      : pair_words + (order.all == 1 ? " shares " : " share ") + counted(tally.tied, "event", "events");
}

void add_countries(RankingList& list, const AppState& state, const TieTable& table, const Tally& tally) {
    const auto& members = table.members();
    const Order order = ordered(tally.members, list.by,
                                [&](std::uint32_t a, std::uint32_t b) { return members[a].name < members[b].name; });
    add_rows(list, order, tally.members, [&](RankingRow& row, std::uint32_t number) {
        row.name = members[number].name;
        row.shares = shares_of(tally.shares_of_member(number), list.by);
        row.countries = {members[number].code};
        row.selected = is_chosen(state.selection, members[number].code);
    });
    const std::string words = counted(order.all, "country", "countries");
    list.totals = list.by == RankBy::Value ? words + " with sums in " + state.ranking.currency
                                           : words + " in " + counted(tally.events, "event", "events");
}

void add_kinds(RankingList& list, const AppState& state, const World& world, const Tally& tally) {
    const events::KindTable& kinds = world.events->kinds();
    const Order order = ordered(tally.of_kind, list.by, [](std::uint32_t a, std::uint32_t b) { return a < b; });
    add_rows(list, order, tally.of_kind, [&](RankingRow& row, std::uint32_t number) {
        const auto kind = static_cast<events::KindId>(number);
        row.name = kinds[kind].label;
        row.shares = {{kind, 1.0F}};
        row.kind = kind;
        row.selected = is_alone(state, world, kind);
    });
    list.totals = counted(order.all, "kind", "kinds") + ", " + counted(tally.events, "event", "events");
}

}  // namespace

RankingList ranking_list(const AppState& state, const World& world, const TieTable& table, const Tally& tally) {
    RankingList list;
    list.of = state.ranking.of;
    list.by = effective_rank_by(state.ranking, world);
    const std::string& currency = state.ranking.currency;
    list.heading = list.by == RankBy::Events     ? "Most events first"
                   : list.by == RankBy::Partners ? "Most partners first"
                                                 : "Largest sums in " + currency + " first";
    if (list.of == Ranked::Countries || !world.values.currencies().empty()) {
        list.choice = list.by == RankBy::Events     ? "by events"
                      : list.by == RankBy::Partners ? "by partners"
                                                    : "by " + currency;
    }
    switch (list.of) {
        case Ranked::Pairs:
            list.title = "Pairs";
            add_pairs(list, state, table, tally);
            break;
        case Ranked::Countries:
            list.title = "Countries";
            add_countries(list, state, table, tally);
            break;
        case Ranked::Kinds:
            list.title = "Kinds";
            add_kinds(list, state, world, tally);
            break;
    }
    list.totals = list.rows.empty() ? "Nothing in this window" : list.totals;
    return list;
}

RankingPlaces ranking_places(const render::RectPt& panel, Ranked of, RankBy by) {
    constexpr float padding = 20.0F;
    constexpr float gap = 8.0F;
    constexpr float rank_width = 28.0F;
    const float left = panel.left + padding;
    const float right = panel.right - padding;
    RankingPlaces places;
    float y = panel.top + 16.0F;
    const auto next = [&](float height) {
        y += height;
        return render::RectPt{left, y - height, right, y};
    };
    places.title = next(28.0F);
    places.close = {right - 24.0F, places.title.top - 2.0F, right + 8.0F, places.title.top + 30.0F};
    places.title.right = places.close.left - gap;
    places.totals = next(20.0F);
    y += 12.0F;
    places.segments = next(32.0F);
    y += gap;
    places.heading = next(28.0F);
    constexpr float choice_width = 116.0F;
    places.choice = {right - choice_width, places.heading.top + 2.0F, right + 8.0F, places.heading.bottom - 2.0F};
    places.heading.right = places.choice.left - gap;
    constexpr float foot_height = 32.0F;
    places.foot = {left, panel.bottom - gap - foot_height, right, panel.bottom - gap};
    const float room = std::max(ranking_row, places.foot.top - gap - y);
    places.list = {panel.left, y, panel.right, y + std::floor(room / ranking_row) * ranking_row};

    const float number = by == RankBy::Value ? 76.0F : 40.0F;
    const float width = right - left;
    const bool long_names = of == Ranked::Pairs && width < 320.0F;
    const float part = by == RankBy::Value ? (long_names ? 0.0F : 0.19F) : (long_names ? 0.18F : 0.28F);
    const float bar = std::floor(width * part);
    places.rank = left;
    places.name = left + rank_width;
    places.number_end = right;
    places.bar_end = right - number - gap;
    places.bar = places.bar_end - bar;
    places.name_end = places.bar - gap;
    return places;
}

}  // namespace app
