#include "app/scene/ties.h"

#include <algorithm>
#include <utility>

namespace app {

TieTable::TieTable(const World& world) : events_{world.events}, known_(world.events->size()) {
    std::unordered_map<std::string_view, std::uint32_t> by_code;
    for (const events::Party& party : events_->parties()) {
        if (!party.is_country) {
            member_of_party_.push_back(no_member);
            continue;
        }
        const auto [at, is_new] = by_code.emplace(party.code, static_cast<std::uint32_t>(members_.size()));
        if (is_new) {
            members_.push_back({party.code, std::string{world.name_of(party.code)}});
        }
        member_of_party_.push_back(at->second);
    }
}

TieTable::Ties TieTable::of(events::EventIndex event) {
    Known& known = known_[static_cast<std::size_t>(event)];
    if (known.members == unknown) {
        find(event, known);
    }
    const std::size_t count = known.members;
    const std::span<const std::uint32_t> numbers{numbers_};
    const std::size_t pairs = count < 2 ? 0 : count * (count - 1) / 2;
    return {numbers.subspan(known.first, count), numbers.subspan(known.first + count, pairs)};
}

void TieTable::find(events::EventIndex event, Known& known) {
    known.first = static_cast<std::uint32_t>(numbers_.size());
    for (const std::uint32_t party : events_->party_numbers_of(event)) {
        const std::uint32_t member = member_of_party_[party];
        const auto begin = numbers_.begin() + known.first;
        if (member != no_member && std::find(begin, numbers_.end(), member) == numbers_.end()) {
            numbers_.push_back(member);
        }
    }
    known.members = static_cast<std::uint32_t>(numbers_.size()) - known.first;
    for (std::uint32_t i = 0; i < known.members; ++i) {
        for (std::uint32_t k = i + 1; k < known.members; ++k) {
            numbers_.push_back(pair_of(numbers_[known.first + i], numbers_[known.first + k]));
        }
    }
}

std::uint32_t TieTable::pair_of(std::uint32_t a, std::uint32_t b) {
    if (members_[b].name < members_[a].name) {
        std::swap(a, b);
    }
    const std::uint64_t key = (static_cast<std::uint64_t>(a) << 32U) | b;
    const auto [at, is_new] = pair_by_members_.emplace(key, static_cast<std::uint32_t>(pairs_.size()));
    if (is_new) {
        pairs_.push_back({a, b});
    }
    return at->second;
}

namespace {

/// Sums of one currency, found by the store's values, which events share.
double amount_in(const events::Value* value, std::string_view currency) {
    return value != nullptr && !currency.empty() && value->currency == currency ? value->amount : 0.0;
}

void add(TieCount& count, double amount) {
    ++count.events;
    count.value += amount;
}

void add(TieShare& share, double amount) {
    ++share.events;
    share.value += amount;
}

void count_partners(Tally& tally, const std::vector<TieTable::Pair>& pairs) {
    for (std::size_t i = 0; i < tally.pairs.size(); ++i) {
        if (tally.pairs[i].events > 0) {
            ++tally.members[pairs[i].first].partners;
            ++tally.members[pairs[i].second].partners;
        }
    }
}

}  // namespace

double number_of(const TieCount& count, RankBy by) {
    switch (by) {
        case RankBy::Events:
            return count.events;
        case RankBy::Partners:
            return count.partners;
        case RankBy::Value:
            break;
    }
    return std::max(0.0, count.value);
}

Tally tallied(std::span<const events::EventIndex> events, TieTable& table, std::string_view currency) {
    Tally tally;
    const events::EventStore& store = table.events();
    tally.kinds = store.kinds().all().size();
    tally.events = events.size();
    tally.of_kind.resize(tally.kinds);
    tally.members.resize(table.members().size());
    tally.member_shares.resize(tally.members.size() * tally.kinds);
    for (const events::EventIndex event : events) {
        const auto kind = static_cast<std::size_t>(store.kind_of(event));
        const double amount = amount_in(store.value_of(event), currency);
        const TieTable::Ties ties = table.of(event);
        if (tally.pairs.size() < table.pairs().size()) {
            tally.pairs.resize(table.pairs().size());
            tally.pair_shares.resize(tally.pairs.size() * tally.kinds);
        }
        add(tally.of_kind[kind], amount);
        tally.tied += ties.members.size() > 1 ? 1U : 0U;
        for (const std::uint32_t member : ties.members) {
            add(tally.members[member], amount);
            add(tally.member_shares[member * tally.kinds + kind], amount);
        }
        for (const std::uint32_t pair : ties.pairs) {
            add(tally.pairs[pair], amount);
            add(tally.pair_shares[pair * tally.kinds + kind], amount);
        }
    }
    count_partners(tally, table.pairs());
    return tally;
}

const Tally& TieBook::of(std::span<const events::EventIndex> events, std::string_view currency) {
    const bool same =
        tally_ && currency_ == currency && std::equal(events.begin(), events.end(), counted_.begin(), counted_.end());
    if (!same) {
        tally_ = tallied(events, table_, currency);
        counted_.assign(events.begin(), events.end());
        currency_ = currency;
    }
    return *tally_;
}

}  // namespace app
