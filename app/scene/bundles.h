// Events gathered by pair: what is drawn when there are too many links to read one by one. Pure, but for the ends of
// events, which are remembered.
#pragma once

#include "app/state/app_state.h"
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

/// More links than this in view cannot be told apart, so that pairs are bundled (BundleMode::Auto): a hundred links of
/// 400 points length cover a window of 1920 x 1080 once, with 20 points between them.
inline constexpr std::size_t most_readable_links = 120;
/// A selected pair with at most so many events opens into single links: a fan's curves lie five points apart then.
inline constexpr std::size_t most_opened_links = 60;
/// More meetings of many than this are not drawn with their spokes beside bundles; nor, counted by themselves, more
/// events whose files have the members of an organisation stand for it.
inline constexpr std::size_t most_hubs = 30;

/// Where bundles end: a country, at its capital; or a place or the seat of an organisation that is in none.
struct BundleEnd {
    std::string code;  ///< alpha-3, an organisation's code, or the place's name
    geodata::LonLat at;
};

enum class BundleSide : std::uint8_t { Neither, FromFirst, FromSecond };

/// An event as bundles see it.
struct EventEnds {
    static constexpr std::uint32_t none = ~0U;
    std::uint32_t pair = none;  ///< index of its pair, of three ends and more that of its hub; `none`: not on the map
    bool many = false;          ///< it has three ends or more
    bool expanded = false;      ///< members stand for an organisation
    events::KindId kind{};
    BundleSide side = BundleSide::Neither;
    std::uint8_t currency = 0;  ///< 1 + the index of its value's currency; 0: it has no value in money
    double amount = 0.0;
};

/// The ends of a store's events, each found when it is first asked for and then remembered, 24 bytes an event. What
/// it answers depends on the events alone, and not on the order of asking, but for the numbers of pairs.
class EndTable {
public:
    explicit EndTable(const World& world);

    /// Indices of ends(); the first one's code comes first in the alphabet.
    struct Pair {
        std::uint32_t first = 0;
        std::uint32_t second = 0;  ///< the same as `first`: one place
    };
    [[nodiscard]] const EventEnds& of(events::EventIndex event);
    [[nodiscard]] const std::vector<BundleEnd>& ends() const { return ends_; }
    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
    [[nodiscard]] const std::vector<std::string>& currencies() const { return currencies_; }

private:
    [[nodiscard]] EventEnds found(const events::Event& event);
    [[nodiscard]] std::uint32_t hub_of(const events::Event& event, std::uint32_t otherwise);
    [[nodiscard]] std::uint32_t end_of(const events::EventPlace& place, std::string_view code, bool is_country);
    [[nodiscard]] std::uint32_t pair_of(std::uint32_t a, std::uint32_t b);
    [[nodiscard]] std::uint8_t currency_of(const events::Event& event);

    std::shared_ptr<const events::EventStore> events_;
    std::unordered_map<std::string, geodata::LonLat> capitals_;
    std::vector<BundleEnd> ends_;
    std::unordered_map<std::string, std::uint32_t> end_by_code_;
    std::vector<Pair> pairs_;
    std::unordered_map<std::uint64_t, std::uint32_t> pair_by_ends_;
    std::vector<std::string> currencies_;
    std::vector<EventEnds> known_;
    std::vector<bool> is_known_;
};

struct KindShare {
    events::KindId kind{};
    std::uint32_t count = 0;  ///< > 0
    double weight = 0.0;      ///< its part of the bundle's weight: count, or its sum in the currency asked for
};
struct CurrencySum {
    std::string currency;
    double amount = 0.0;
    double from_a = 0.0;  ///< how much of it goes from a to b
    double from_b = 0.0;  ///< and from b to a
};

/// All events of one pair in the window; with both ends the same, all that concern one place alone.
struct Bundle {
    BundleEnd a;
    BundleEnd b;  ///< its code comes behind that of `a` in the alphabet
    std::uint32_t count = 0;
    std::uint32_t from_a = 0;         ///< how many of them go from a to b
    std::uint32_t from_b = 0;         ///< and from b to a; the others have no direction
    std::vector<KindShare> kinds{};   ///< most first; of equal ones in the order of the kinds
    std::vector<CurrencySum> sums{};  ///< by name; never added up
    std::uint32_t pair = 0;           ///< its number in the table
    [[nodiscard]] bool is_place() const { return a.code == b.code; }
    /// By what its width is measured: its sum in a currency, 0 for none; with an empty name the number of its events.
    [[nodiscard]] double weight(std::string_view currency) const;
    /// By how much more of that weight goes from a to b than back, as a share of it: -1 to 1.
    [[nodiscard]] double lean(std::string_view currency) const;
    /// The kind that has more than half of the weight; else no kind speaks for all.
    [[nodiscard]] std::optional<events::KindId> leading_kind() const;
};

/// The visible events, each once: in a bundle, or among those that no pair can stand for.
struct BundledEvents {
    std::vector<Bundle> bundles;  ///< fewest events first, of equal ones by codes
    /// With three ends or more, or with members that stand for an organisation: one event is one hub. In the order of
    /// `visible`. With more than `most_hubs` of them those with members alone are here, and with more than that of
    /// those none: each counts where its hub is, the venue or the host, as an event of that place, or in its pair.
    std::vector<events::EventIndex> hubs;
};
/// With a `currency` the kinds' weights are sums in it.
[[nodiscard]] BundledEvents bundled(std::span<const events::EventIndex> visible, EndTable& table,
                                    std::string_view currency = {});

/// Is this the pair that the selection names?
[[nodiscard]] bool is_selected_pair(const Selection& selection, const Bundle& bundle);
[[nodiscard]] LinkPair pair_of(const Bundle& bundle);

}  // namespace app
