#include "app/state/event_density.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

using app::EventDensity;
using support::an_event;

namespace {

constexpr double forever = std::numeric_limits<double>::infinity();

events::EventStore store_of(int count, unsigned seed) {
    std::mt19937 random{seed};
    const auto part = [&] { return std::uniform_real_distribution{0.0, 1.0}(random); };
    const char* const kinds[] = {"visit", "meeting", "trade"};
    std::vector<events::EventDraft> list;
    for (int i = 0; i < count; ++i) {
        events::EventDraft event = an_event(kinds[random() % 3], "2000-01-01");
        const double start = part() < 0.5 ? 1000.0 * part() : 400.0 + 20.0 * part();  // a dense stretch among others
        const double length = random() % 5 == 0 ? 0.0 : random() % 20 == 0 ? 300.0 * part() : 3.0 * part();
        const double shoulder = random() % 2 == 0 ? 0.0 : 4.0 * part();
        event.date->strict = {start, random() % 30 == 0 ? forever : start + length};
        event.date->fuzzy = {start - shoulder, event.date->strict.end + shoulder};
        list.push_back(std::move(event));
    }
    return {events::KindTable{}, list, {}};
}

std::vector<events::EventIndex> all_of(const events::EventStore& store) {
    std::vector<events::EventIndex> all;
    for (std::size_t i = 0; i < store.size(); ++i) {
        all.push_back(static_cast<events::EventIndex>(i));
    }
    return all;
}

/// What `shares` is to give, event by event.
std::vector<double> shares_one_by_one(const events::EventStore& store, const std::vector<double>& edges) {
    const std::size_t kinds = store.kinds().all().size();
    std::vector<double> shares((edges.size() - 1) * kinds, 0.0);
    for (const events::EventIndex index : all_of(store)) {
        const auto weight = app::weight_of(*store.date_of(index)).value();
        const auto before = [&](double day) {
            return weight.area() > 0.0 ? weight.area_before(day) / weight.area() : day > weight.from ? 1.0 : 0.0;
        };
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            shares[i * kinds + static_cast<std::size_t>(store.kind_of(index))] +=
                before(edges[i + 1]) - before(edges[i]);
        }
    }
    return shares;
}

}  // namespace

TEST_CASE("of few events shares are exact, at any zoom") {
    const events::EventStore store = store_of(300, 1);
    const EventDensity density{store, all_of(store)};
    for (const auto& edges : {std::vector<double>{-forever, 100.0, 410.0, 411.0, 700.0, forever},
                              std::vector<double>{405.0, 405.25, 405.5, 406.0}}) {
        const std::vector<float> shares = density.shares(edges);
        const std::vector<double> wanted = shares_one_by_one(store, edges);
        REQUIRE(shares.size() == wanted.size());
        for (std::size_t i = 0; i < shares.size(); ++i) {
            CHECK(static_cast<double>(shares[i]) == doctest::Approx(wanted[i]).epsilon(1e-4));
        }
    }
}

TEST_CASE("of many events shares come from sums, and differ by no more than a few events at their edges") {
    const events::EventStore store = store_of(30000, 2);
    const EventDensity density{store, all_of(store)};
    for (const auto& [from, to] : {std::pair{-10.0, 1300.0}, {350.0, 480.0}, {401.0, 404.0}}) {
        std::vector<double> edges;
        for (int i = 0; i <= 100; ++i) {
            edges.push_back(from + (to - from) * i / 100.0);
        }
        const std::vector<float> shares = density.shares(edges);
        const std::vector<double> wanted = shares_one_by_one(store, edges);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            CHECK(shares[i] >= 0.0F);
            CHECK(std::abs(static_cast<double>(shares[i]) - wanted[i]) < 1.5 + 0.02 * wanted[i]);
        }
    }
}

TEST_CASE("everything is counted once, whatever the edges") {
    for (const int count : {0, 1, 4096, 5000, 20000}) {
        const events::EventStore store = store_of(count, 3);
        const EventDensity density{store, all_of(store)};
        std::size_t counted = 0;
        for (const std::size_t of_kind : density.counted()) {
            counted += of_kind;
        }
        CHECK(counted == static_cast<std::size_t>(count));
        for (const auto& edges : {std::vector<double>{-forever, forever}, {-forever, 1.0, 2.0, 400.0, forever}}) {
            double sum = 0.0;
            for (const float share : density.shares(edges)) {
                sum += static_cast<double>(share);
            }
            CHECK(sum == doctest::Approx(static_cast<double>(count)).epsilon(1e-4));
        }
    }
}

TEST_CASE("without events or edges there are no shares") {
    CHECK(EventDensity{}.shares(std::vector<double>{0.0, 1.0}).empty());
    const events::EventStore store = store_of(3, 4);
    CHECK(EventDensity{store, all_of(store)}.shares(std::vector<double>{1.0}).empty());
}

TEST_CASE("a moment belongs to the stretch that begins with it") {
    events::EventDraft moment = an_event("visit", "2000-01-01");
    moment.date->strict = moment.date->fuzzy = {5.0, 5.0};
    const events::EventStore store{events::KindTable{}, std::vector{moment}, {}};
    const EventDensity density{store, all_of(store)};
    const std::vector<float> shares = density.shares(std::vector<double>{4.0, 5.0, 6.0});
    CHECK(std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2), 0.0F) ==
          0.0F);
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0F) == 1.0F);
}
