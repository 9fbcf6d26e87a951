#include "app/scene/bundles.h"

#include "events/members.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace app {

namespace {

using events::Event;
using events::Party;
using events::Role;

/// More currencies than this in one store have no sums of their own.
constexpr std::size_t most_currencies = std::numeric_limits<std::uint8_t>::max();

/// The distinct ends of an event, the first of them where it begins.
struct Ends {
    std::vector<std::uint32_t> all;
    bool begins = false;  ///< the first one is where the event comes from, the second where it goes

    void add(std::uint32_t end) {
        if (std::find(all.begin(), all.end(), end) == all.end()) {
            all.push_back(end);
        }
    }
};

/// Kinds by count, from a row with one entry for each kind.
std::vector<KindShare> shares_of(std::vector<KindShare> row) {
    std::erase_if(row, [](const KindShare& share) { return share.count == 0; });
    std::stable_sort(row.begin(), row.end(), [](const KindShare& a, const KindShare& b) { return a.count > b.count; });
    return row;
}

void add_sum(std::vector<CurrencySum>& sums, const std::string& currency, const EventEnds& ends) {
    auto at = std::lower_bound(sums.begin(), sums.end(), currency,
                               [](const CurrencySum& sum, const std::string& name) { return sum.currency < name; });
    if (at == sums.end() || at->currency != currency) {
        at = sums.insert(at, {currency, 0.0, 0.0, 0.0});
    }
    at->amount += ends.amount;
    at->from_a += ends.side == BundleSide::FromFirst ? ends.amount : 0.0;
    at->from_b += ends.side == BundleSide::FromSecond ? ends.amount : 0.0;
}

const CurrencySum* sum_in(const Bundle& bundle, std::string_view currency) {
    const auto found = std::find_if(bundle.sums.begin(), bundle.sums.end(),
                                    [&](const CurrencySum& sum) { return sum.currency == currency; });
    return found == bundle.sums.end() ? nullptr : &*found;
}

void add_kind(std::vector<KindShare>& row, events::KindId kind, double weight) {
    for (std::size_t i = row.size(); i <= static_cast<std::size_t>(kind); ++i) {
        row.push_back({static_cast<events::KindId>(i), 0, 0.0});
    }
    KindShare& share = row[static_cast<std::size_t>(kind)];
    ++share.count;
    share.weight += weight;
}

/// What an event adds to a bundle's weight.
double weight_of(const EventEnds& ends, const EndTable& table, std::string_view currency) {
    if (currency.empty()) {
        return 1.0;
    }
    return ends.currency > 0 && table.currencies()[ends.currency - std::size_t{1}] == currency ? ends.amount : 0.0;
}

void add(Bundle& bundle, const EventEnds& ends, const std::vector<std::string>& currencies) {
    ++bundle.count;
    bundle.from_a += ends.side == BundleSide::FromFirst ? 1U : 0U;
    bundle.from_b += ends.side == BundleSide::FromSecond ? 1U : 0U;
    if (ends.currency > 0) {
        add_sum(bundle.sums, currencies[ends.currency - std::size_t{1}], ends);
    }
}

}  // namespace

EndTable::EndTable(const World& world)
    : events_{world.events}, known_(world.events->size()), is_known_(world.events->size(), false) {
    for (const geodata::Place& place : world.gazetteer.places.all()) {
        if (place.rank == geodata::PlaceRank::Capital) {
            capitals_.emplace(place.country, place.at);
        }
    }
}

const EventEnds& EndTable::of(events::EventIndex event) {
    const auto i = static_cast<std::size_t>(event);
    if (!is_known_[i]) {
        known_[i] = found((*events_)[event]);
        is_known_[i] = true;
    }
    return known_[i];
}

EventEnds EndTable::found(const Event& event) {
    Ends ends;
    for (const bool beginning : {true, false}) {  // what it comes from first
        for (const Party& party : event.parties) {
            if ((party.role == Role::From) == beginning && party.role != Role::Transit && party.place.at) {
                ends.add(end_of(party.place, party.code, party.is_country));
                ends.begins = ends.begins || beginning;
            }
        }
    }
    if (ends.all.empty() && event.venue && event.venue->at) {
        ends.add(end_of(*event.venue, event.venue->country, !event.venue->country.empty()));
    }
    EventEnds result;
    result.kind = event.kind;
    if (ends.all.empty()) {
        return result;
    }
    result.many = ends.all.size() > 2;
    result.expanded = std::any_of(event.parties.begin(), event.parties.end(), events::stands_for_organisation);
    const std::uint32_t hub = result.many ? hub_of(event, ends.all.front()) : 0;
    result.pair = result.many ? pair_of(hub, hub) : pair_of(ends.all.front(), ends.all.back());
    if (ends.begins && ends.all.size() == 2) {
        const bool forwards = pairs_[result.pair].first == ends.all.front();
        result.side = forwards ? BundleSide::FromFirst : BundleSide::FromSecond;
    }
    result.currency = currency_of(event);
    result.amount = result.currency > 0 ? event.value->amount : 0.0;
    return result;
}

std::uint32_t EndTable::hub_of(const Event& event, std::uint32_t otherwise) {
    if (event.venue && event.venue->at) {
        return end_of(*event.venue, event.venue->country, !event.venue->country.empty());
    }
    const auto host = std::find_if(event.parties.begin(), event.parties.end(), [](const Party& party) {
        return (party.role == Role::Host || party.role == Role::To) && party.place.at;
    });
    return host != event.parties.end() ? end_of(host->place, host->code, host->is_country) : otherwise;
}

std::uint32_t EndTable::end_of(const events::EventPlace& place, std::string_view code, bool is_country) {
    const std::string key{is_country || !code.empty() ? code : std::string_view{place.name}};
    if (const auto had = end_by_code_.find(key); had != end_by_code_.end()) {
        return had->second;
    }
    const auto capital = is_country ? capitals_.find(key) : capitals_.end();
    const auto number = static_cast<std::uint32_t>(ends_.size());
    ends_.push_back({key, capital != capitals_.end() ? capital->second : *place.at});
    end_by_code_.emplace(key, number);
    return number;
}

std::uint32_t EndTable::pair_of(std::uint32_t a, std::uint32_t b) {
    if (ends_[b].code < ends_[a].code) {
        std::swap(a, b);
    }
    const std::uint64_t key = (static_cast<std::uint64_t>(a) << 32U) | b;
    const auto [at, is_new] = pair_by_ends_.emplace(key, static_cast<std::uint32_t>(pairs_.size()));
    if (is_new) {
        pairs_.push_back({a, b});
    }
    return at->second;
}

std::uint8_t EndTable::currency_of(const Event& event) {
    if (!event.value || event.value->currency.empty()) {
        return 0;
    }
    const auto found = std::find(currencies_.begin(), currencies_.end(), event.value->currency);
    if (found == currencies_.end()) {
        if (currencies_.size() == most_currencies) {
            return 0;
        }
        currencies_.push_back(event.value->currency);
        return static_cast<std::uint8_t>(currencies_.size());
    }
    return static_cast<std::uint8_t>(found - currencies_.begin() + 1);
}

double Bundle::weight(std::string_view currency) const {
    if (currency.empty()) {
        return count;
    }
    const CurrencySum* sum = sum_in(*this, currency);
    return sum != nullptr ? std::max(0.0, sum->amount) : 0.0;
}

double Bundle::lean(std::string_view currency) const {
    const double all = weight(currency);
    if (all <= 0.0) {
        return 0.0;
    }
    const CurrencySum* sum = currency.empty() ? nullptr : sum_in(*this, currency);
    const double net = sum != nullptr ? sum->from_a - sum->from_b : static_cast<double>(from_a) - from_b;
    return std::clamp(net / all, -1.0, 1.0);
}

std::optional<events::KindId> Bundle::leading_kind() const {
    double all = 0.0;
    const KindShare* most = nullptr;
    for (const KindShare& share : kinds) {
        all += std::max(0.0, share.weight);
        most = most == nullptr || share.weight > most->weight ? &share : most;
    }
    return most != nullptr && 2.0 * most->weight > all ? std::optional{most->kind} : std::nullopt;
}

BundledEvents bundled(std::span<const events::EventIndex> visible, EndTable& table, std::string_view currency) {
    BundledEvents result;
    std::vector<std::uint32_t> slot_of_pair;  // 1 + the bundle's index
    std::vector<std::vector<KindShare>> kinds;
    const auto slot_for = [&](std::uint32_t pair) {
        slot_of_pair.resize(std::max<std::size_t>(slot_of_pair.size(), pair + std::size_t{1}), 0);
        if (slot_of_pair[pair] == 0) {
            const auto [first, second] = table.pairs()[pair];
            result.bundles.push_back({.a = table.ends()[first], .b = table.ends()[second], .pair = pair});
            kinds.emplace_back();
            slot_of_pair[pair] = static_cast<std::uint32_t>(result.bundles.size());
        }
        return slot_of_pair[pair] - 1;
    };
    const auto gather = [&](const EventEnds& ends) {
        const std::uint32_t slot = slot_for(ends.pair);
        add_kind(kinds[slot], ends.kind, weight_of(ends, table, currency));
        add(result.bundles[slot], ends, table.currencies());
    };
    std::size_t expanded = 0;
    for (const events::EventIndex event : visible) {
        const EventEnds& ends = table.of(event);
        if (ends.many || (ends.expanded && ends.pair != EventEnds::none)) {
            result.hubs.push_back(event);
            expanded += ends.expanded ? 1U : 0U;
        } else if (ends.pair != EventEnds::none) {
            gather(ends);
        }
    }
    if (result.hubs.size() > most_hubs) {
        for (const events::EventIndex hub : std::exchange(result.hubs, {})) {
            const EventEnds& ends = table.of(hub);
            if (ends.expanded && expanded <= most_hubs) {
                result.hubs.push_back(hub);
            } else {
                gather(ends);
            }
        }
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        result.bundles[i].kinds = shares_of(std::move(kinds[i]));
    }
    std::sort(result.bundles.begin(), result.bundles.end(), [](const Bundle& x, const Bundle& y) {
        return std::tie(x.count, x.a.code, x.b.code) < std::tie(y.count, y.a.code, y.b.code);
    });
    return result;
}

bool is_selected_pair(const Selection& selection, const Bundle& bundle) {
    const auto chosen = [&](const std::string& code) {
        return std::find(selection.countries.begin(), selection.countries.end(), code) != selection.countries.end();
    };
    return !bundle.is_place() && chosen(bundle.a.code) && chosen(bundle.b.code);
}

LinkPair pair_of(const Bundle& bundle) {
    return {bundle.a.code, bundle.b.code};
}

}  // namespace app
