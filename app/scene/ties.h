// Who is tied to whom, in numbers: events counted by country, by pair and by kind. Pure, but for what is remembered of
// events.
#pragma once

#include "app/state/ranking_choice.h"
#include "app/state/world.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app {

/// The countries that take part in a store's events, as numbers. An event of three countries or more ties each of them
/// to each other, as the cards of countries count it. Organisations tie nobody, but their members where these stand for
/// them. What it answers for an event is found when it is first asked for and then
/// remembered, some 20 bytes an event of two.
class TieTable {
public:
    explicit TieTable(const World& world);

    struct Member {
        std::string code;  ///< alpha-3
        std::string name;  ///< English
    };
    struct Pair {
        std::uint32_t first = 0;  ///< indices of members(), by name
        std::uint32_t second = 0;
    };
    struct Ties {
        std::span<const std::uint32_t> members;  ///< each once
        std::span<const std::uint32_t> pairs;    ///< each two of them
    };
    /// Holds until the next call.
    [[nodiscard]] Ties of(events::EventIndex event);
    [[nodiscard]] const std::vector<Member>& members() const { return members_; }
    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
    [[nodiscard]] const events::EventStore& events() const { return *events_; }

private:
    struct Known {
        std::uint32_t first = 0;  // in numbers_: members, then pairs
        std::uint32_t members = unknown;
    };
    static constexpr std::uint32_t unknown = ~0U;
    static constexpr std::uint32_t no_member = ~0U;
    void find(events::EventIndex event, Known& known);
    [[nodiscard]] std::uint32_t pair_of(std::uint32_t a, std::uint32_t b);

    std::shared_ptr<const events::EventStore> events_;
    std::vector<Member> members_;
    std::vector<std::uint32_t> member_of_party_;  // by the parties' numbers in the store
    std::vector<Pair> pairs_;
    std::unordered_map<std::uint64_t, std::uint32_t> pair_by_members_;
    std::vector<Known> known_;
    std::vector<std::uint32_t> numbers_;
};

/// What of one kind is counted.
struct TieShare {
    std::uint32_t events = 0;
    double value = 0.0;  ///< their sum in the currency asked for
};

/// Of one country, pair or kind.
struct TieCount {
    std::uint32_t events = 0;
    std::uint32_t partners = 0;  ///< of a country
    double value = 0.0;
};

/// What it is ranked and shaded by. Sums below 0 count as 0.
[[nodiscard]] double number_of(const TieCount& count, RankBy by);

/// All events of a window, counted.
struct Tally {
    std::size_t kinds = 0;                ///< how many the store has
    std::size_t events = 0;               ///< counted, each once
    std::size_t tied = 0;                 ///< of them with two members or more
    std::vector<TieCount> members;        ///< in the order of TieTable::members()
    std::vector<TieCount> pairs;          ///< in the order of TieTable::pairs()
    std::vector<TieCount> of_kind;        ///< in the order of the kinds; partners 0
    std::vector<TieShare> member_shares;  ///< `kinds` for each member, behind each other
    std::vector<TieShare> pair_shares;    ///< the same of pairs

    [[nodiscard]] std::span<const TieShare> shares_of_member(std::size_t member) const {
        return std::span{member_shares}.subspan(member * kinds, kinds);
    }
    [[nodiscard]] std::span<const TieShare> shares_of_pair(std::size_t pair) const {
        return std::span{pair_shares}.subspan(pair * kinds, kinds);
    }
};

/// One pass over the events. Amounts count where they are in `currency`, and are never added up with others; with an
/// empty one none does.
[[nodiscard]] Tally tallied(std::span<const events::EventIndex> events, TieTable& table,
                            std::string_view currency = {});

/// Counts a window once, and again only when its events or the currency are others.
class TieBook {
public:
    explicit TieBook(const World& world) : table_{world} {}
    /// Holds until the next call.
    [[nodiscard]] const Tally& of(std::span<const events::EventIndex> events, std::string_view currency);
    [[nodiscard]] const TieTable& table() const { return table_; }

private:
    TieTable table_;
    std::vector<events::EventIndex> counted_;
    std::string currency_;
    std::optional<Tally> tally_;
};

}  // namespace app
