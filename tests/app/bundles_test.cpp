#include "app/scene/bundles.h"

#include "app/panels/bundle_tip_layout.h"
#include "app/scene/bundle_layout.h"
#include "app/scene/pack_bundles.h"
#include "tests/support/an_event.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using app::AppState;
using app::Bundle;
using app::BundledEvents;
using app::BundleMode;
using app::BundleScene;
using app::EndTable;
using app::LinkPair;
using app::World;
using events::EventIndex;
using support::an_event;

namespace {

const std::map<std::string, geodata::LonLat> capitals{
    {"PAK", {73, 33}}, {"CHN", {116, 40}}, {"IND", {77, 28}}, {"BGD", {90, 24}}, {"AFG", {69, 34}}};

events::EventDraft placed(events::EventDraft event) {
    for (events::Party& party : event.parties) {
        party.place.at = capitals.at(party.code);
    }
    return event;
}

struct Fixture {
    World world;
    AppState state = support::state_at("2025-06-01");
    std::vector<EventIndex> all;

    explicit Fixture(std::vector<events::EventDraft> events) {
        for (events::EventDraft& event : events) {
            event = placed(std::move(event));
        }
        world = support::world_of(std::move(events));
        world.projection = std::make_shared<const support::FlatProjection>();
        state.time.mode = app::WindowMode::All;
        state.camera = {{9.0e6, 3.3e6}, 4000.0, {1600.0F, 1000.0F}};
        for (std::uint32_t i = 0; i < world.events->size(); ++i) {
            all.push_back(EventIndex{i});
        }
    }
    [[nodiscard]] BundledEvents bundled() const {
        EndTable table{world};
        return app::bundled(all, table);
    }
    [[nodiscard]] app::Division divided() const {
        EndTable table{world};
        return app::divided(all, state, world, table);
    }
    [[nodiscard]] BundleScene scene() const { return app::layout_bundles(bundled().bundles, world, state.camera); }
    [[nodiscard]] std::string kind(events::KindId id) const { return world.events->kinds()[id].name; }
};

std::vector<events::EventDraft> visits(std::size_t count, const std::string& from = "CHN",
                                       const std::string& to = "PAK") {
    return std::vector<events::EventDraft>(count, an_event("visit", "2025-05-20").from(from).to(to).event());
}

std::vector<events::EventDraft> of_many(std::size_t count) {
    return std::vector<events::EventDraft>(
        count, an_event("meeting", "2025-05-20").with("PAK").with("IND").with("CHN", events::Role::Host).event());
}

template <class T>
std::vector<T> joined(std::vector<T> a, const std::vector<T>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::size_t events_in(const BundledEvents& events) {
    return std::accumulate(events.bundles.begin(), events.bundles.end(), events.hubs.size(),
                           [](std::size_t sum, const Bundle& bundle) { return sum + bundle.count; });
}

}  // namespace

TEST_CASE("a pair is one bundle whichever way its events go, and both directions are counted") {
    const Fixture f{{an_event("visit", "2025-01-01").from("PAK").to("CHN"),
                     an_event("visit", "2025-01-02").from("CHN").to("PAK"),
                     an_event("trade", "2025-01-03").from("CHN").to("PAK"),
                     an_event("agreement", "2025-01-04").with("PAK").with("CHN")}};
    const BundledEvents found = f.bundled();
    REQUIRE(found.bundles.size() == 1);
    const Bundle& bundle = found.bundles.front();
    CHECK(app::pair_of(bundle) == LinkPair{"CHN", "PAK"});
    CHECK(bundle.count == 4);
    CHECK(bundle.from_a == 2);
    CHECK(bundle.from_b == 1);
    REQUIRE(bundle.kinds.size() == 3);
    CHECK(f.kind(bundle.kinds[0].kind) == "visit");
    CHECK(bundle.kinds[0].count == 2);
    CHECK(f.kind(bundle.kinds[1].kind) == "agreement");
    CHECK(f.kind(bundle.kinds[2].kind) == "trade");
}

TEST_CASE("amounts are summed by currency and never across currencies") {
    const Fixture f{{an_event("trade", "2025-01-01").from("PAK").to("CHN").worth(2e9, "USD"),
                     an_event("trade", "2025-01-02").from("CHN").to("PAK").worth(5e8, "CNY"),
                     an_event("trade", "2025-01-03").from("CHN").to("PAK").worth(1e9, "USD"),
                     an_event("trade", "2025-01-04").from("CHN").to("PAK").worth(1200, "", "TEU")}};
    const auto sums = f.bundled().bundles.front().sums;
    REQUIRE(sums.size() == 2);
    CHECK(sums[0].currency == "CNY");
    CHECK(sums[0].amount == doctest::Approx(5e8));
    CHECK(sums[1].currency == "USD");
    CHECK(sums[1].amount == doctest::Approx(3e9));
}

TEST_CASE("what concerns one country alone is gathered at its place, and what is nowhere is nowhere") {
    events::EventDraft nowhere = an_event("statement", "2025-01-03");
    const Fixture f{
        {an_event("milestone", "2025-01-01").with("PAK"), an_event("milestone", "2025-01-02").with("PAK"), nowhere}};
    const BundledEvents found = f.bundled();
    REQUIRE(found.bundles.size() == 1);
    CHECK(found.bundles.front().is_place());
    CHECK(found.bundles.front().count == 2);
    CHECK(found.hubs.empty());
}

TEST_CASE("an event of many is a hub of its own, and of too many each counts where it is held") {
    const Fixture few{of_many(app::most_hubs)};
    CHECK(few.bundled().hubs.size() == app::most_hubs);
    CHECK(few.bundled().bundles.empty());
    const Fixture crowd{of_many(app::most_hubs + 1)};
    const BundledEvents found = crowd.bundled();
    CHECK(found.hubs.empty());
    REQUIRE(found.bundles.size() == 1);
    CHECK(app::pair_of(found.bundles.front()) == LinkPair{"CHN", "CHN"});
    CHECK(found.bundles.front().count == app::most_hubs + 1);
}

TEST_CASE("every event on the map is in one bundle or is one hub, for any made-up events") {
    std::mt19937 random{7};
    const std::vector<std::string> codes{"PAK", "CHN", "IND", "BGD", "AFG"};
    for (int round = 0; round < 20; ++round) {
        std::vector<events::EventDraft> events;
        const std::size_t count = random() % 200;
        for (std::size_t i = 0; i < count; ++i) {
            auto event = an_event("meeting", "2025-01-01");
            for (std::size_t k = random() % 5; k > 0; --k) {
                event.with(codes[random() % codes.size()]);
            }
            events.push_back(event);
        }
        const Fixture f{std::move(events)};
        const BundledEvents found = f.bundled();
        CHECK(events_in(found) + f.world.events->not_on_map() == count);
        CHECK(std::is_sorted(found.bundles.begin(), found.bundles.end(),
                             [](const Bundle& a, const Bundle& b) { return a.count < b.count; }));
        for (const Bundle& bundle : found.bundles) {
            std::uint32_t by_kind = 0;
            for (const app::KindShare& share : bundle.kinds) {
                by_kind += share.count;
            }
            CHECK(by_kind == bundle.count);
            CHECK(bundle.a.code <= bundle.b.code);
        }
    }
}

TEST_CASE("a kind gives a bundle its hue only with more than half of its weight") {
    const Fixture half{
        {an_event("visit", "2025-01-01").from("PAK").to("CHN"), an_event("trade", "2025-01-02").from("CHN").to("PAK")}};
    CHECK_FALSE(half.bundled().bundles.front().leading_kind());
    const auto hue_in = [](const Fixture& f) {
        return app::hue_of(f.bundled().bundles.front(), app::KindColors{f.world.events->kinds(), *f.state.theme},
                           *f.state.theme);
    };
    CHECK(hue_in(half) == half.state.theme->hue(render::LinkHue::Bundle));
    const Fixture most{joined(visits(2), {an_event("trade", "2025-01-02").from("CHN").to("PAK").event()})};
    CHECK(hue_in(most) == most.state.theme->hue(render::LinkHue::Visit));
}

TEST_CASE("pairs are bundled from one link more than can be read, unless somebody says otherwise") {
    Fixture f{visits(app::most_readable_links)};
    CHECK(f.divided().singly.size() == app::most_readable_links);
    CHECK(f.divided().bundles.bundles.empty());
    f.state.bundles = BundleMode::On;
    CHECK(f.divided().singly.empty());
    CHECK(f.divided().bundles.bundles.size() == 1);
    Fixture more{visits(app::most_readable_links + 1)};
    CHECK(more.divided().singly.empty());
    REQUIRE(more.divided().bundles.bundles.size() == 1);
    CHECK(more.divided().bundles.bundles.front().bundle.count == app::most_readable_links + 1);
    more.state.bundles = BundleMode::Off;
    CHECK(more.divided().singly.size() == app::most_readable_links + 1);
    CHECK(more.divided().bundles.bundles.empty());
}

TEST_CASE("near enough that few links are in view these are drawn one by one") {
    Fixture f{joined(visits(app::most_readable_links), visits(3, "BGD", "IND"))};
    CHECK(f.divided().bundles.bundles.size() == 2);
    f.state.camera.center = {90.0e5, 24.0e5};
    f.state.camera.metres_per_pt = 100.0;
    CHECK(f.divided().bundles.bundles.empty());
    CHECK(f.divided().singly.size() == 3);
}

TEST_CASE("the selected pair opens into single links if these can be told apart, the others stay bundled") {
    Fixture f{joined(visits(app::most_readable_links), visits(app::most_opened_links, "BGD", "IND"))};
    f.state.selection.countries = {"IND", "BGD"};
    const app::Division open = f.divided();
    CHECK(open.singly.size() == app::most_opened_links);
    REQUIRE(open.bundles.bundles.size() == 1);
    CHECK(app::pair_of(open.bundles.bundles.front().bundle) == LinkPair{"CHN", "PAK"});
    f.state.selection.countries = {"PAK", "CHN"};
    CHECK(f.divided().singly.empty());
    CHECK(f.divided().bundles.bundles.size() == 2);
    f.state.selection.countries = {"IND"};
    CHECK(f.divided().singly.empty());
}

TEST_CASE("the selected event and those whose organisations are opened stand beside bundles and count in none") {
    Fixture f{joined(visits(app::most_readable_links), visits(3, "BGD", "IND"))};
    const auto in_bundles = [](const app::Division& division) {
        std::size_t sum = 0;
        for (const app::BundleLayout& layout : division.bundles.bundles) {
            sum += layout.bundle.count;
        }
        return sum;
    };
    CHECK(in_bundles(f.divided()) == f.all.size());
    f.state.selection.event = EventIndex{7};
    CHECK(f.divided().singly == std::vector{EventIndex{7}});
    CHECK(in_bundles(f.divided()) == f.all.size() - 1);
    f.state.opened = {EventIndex{121}, EventIndex{3}};
    CHECK(f.divided().singly == std::vector{EventIndex{3}, EventIndex{7}, EventIndex{121}});
    CHECK(in_bundles(f.divided()) == f.all.size() - 3);
    f.state.opened = {EventIndex{7}};
    CHECK(f.divided().singly == std::vector{EventIndex{7}});
    f.all.erase(f.all.begin() + 7);  // not visible
    CHECK(f.divided().singly.empty());
    CHECK(in_bundles(f.divided()) == f.all.size());
}

TEST_CASE("an event whose file has members stand for an organisation is drawn by itself, unless there are very many") {
    const auto expanded = [](std::size_t count) {
        return std::vector<events::EventDraft>(count, an_event("meeting", "2025-05-21")
                                                          .with("PAK")
                                                          .role_name("member of SCO")
                                                          .with("CHN")
                                                          .role_name("member of SCO")
                                                          .event());
    };
    const Fixture few{joined(visits(2), expanded(1))};
    CHECK(few.bundled().hubs == std::vector{EventIndex{2}});
    CHECK(events_in(few.bundled()) == 3);
    const Fixture among_many{joined(of_many(app::most_hubs + 1), expanded(app::most_hubs))};
    CHECK(among_many.bundled().hubs.size() == app::most_hubs);
    CHECK(among_many.bundled().hubs.front() == EventIndex{app::most_hubs + 1});
    CHECK(events_in(among_many.bundled()) == among_many.all.size());
    const Fixture crowd{expanded(app::most_hubs + 1)};
    CHECK(crowd.bundled().hubs.empty());
    REQUIRE(crowd.bundled().bundles.size() == 1);
    CHECK(app::pair_of(crowd.bundled().bundles.front()) == LinkPair{"CHN", "PAK"});
}

TEST_CASE("a bundle's width grows with the root of its share, from 1.5 to 8 points") {
    CHECK(app::bundle_width_pt(0.0F) == doctest::Approx(1.5F));
    CHECK(app::bundle_width_pt(0.25F) == doctest::Approx(4.75F));
    CHECK(app::bundle_width_pt(1.0F) == doctest::Approx(8.0F));
    CHECK(app::bundle_width_pt(7.0F) == doctest::Approx(8.0F));
}

TEST_CASE("the scale's top is a round number that is not below the largest and less than twice as much") {
    CHECK(app::rounded_up(0) == 0);
    CHECK(app::rounded_up(-3.0) == 0);
    CHECK(app::rounded_up(1) == 1);
    CHECK(app::rounded_up(7) == 8);
    CHECK(app::rounded_up(9) == 10);
    CHECK(app::rounded_up(101) == 200);
    CHECK(app::rounded_up(4e9) == 4e9);
    CHECK(app::rounded_up(2.3e12) == 3e12);
    for (std::uint32_t n = 1; n < 5000; ++n) {
        CHECK(app::rounded_up(n) >= n);
        CHECK(app::rounded_up(n) < 2 * n + (n == 1 ? 1 : 0));
    }
}

TEST_CASE("widths are by number of events, or by the sum in one currency, in which other amounts count for nothing") {
    const Fixture f{
        joined(visits(30), {an_event("trade", "2025-01-01").from("BGD").to("IND").worth(3e9, "USD").event(),
                            an_event("trade", "2025-01-02").from("IND").to("BGD").worth(1e9, "USD").event(),
                            an_event("trade", "2025-01-02").from("AFG").to("IND").worth(9e9, "CNY").event(),
                            an_event("trade", "2025-01-03").from("PAK").to("AFG").worth(2e9, "USD").event()})};
    const BundleScene by_count = f.scene();
    CHECK(by_count.most == 30.0);
    CHECK(by_count.pairs == 4);
    CHECK(app::pair_of(by_count.bundles.back().bundle) == LinkPair{"CHN", "PAK"});
    const BundleScene by_value = app::layout_bundles(f.bundled().bundles, f.world, f.state.camera, "USD");
    REQUIRE(by_value.bundles.size() == 4);
    CHECK(by_value.most == 4e9);
    CHECK(by_value.currency == "USD");
    CHECK(app::pair_of(by_value.bundles[3].bundle) == LinkPair{"BGD", "IND"});
    CHECK(by_value.bundles[3].strength == doctest::Approx(1.0F));
    CHECK(app::pair_of(by_value.bundles[2].bundle) == LinkPair{"AFG", "PAK"});
    CHECK(by_value.bundles[2].strength == doctest::Approx(0.5F));
    CHECK(by_value.bundles[0].strength == 0.0F);
    CHECK(by_value.bundles[1].strength == 0.0F);
    const BundleScene by_none = app::layout_bundles(f.bundled().bundles, f.world, f.state.camera, "EUR");
    CHECK(by_none.most == 0.0);
    CHECK(by_none.bundles.back().width_pt == doctest::Approx(1.5F));
}

TEST_CASE("where widths are sums, the strands of a split bundle are as wide as their kinds' sums") {
    const Fixture f{{an_event("visit", "2025-01-01").from("BGD").to("IND"),
                     an_event("visit", "2025-01-02").from("BGD").to("IND").worth(1e9, "USD"),
                     an_event("trade", "2025-01-02").from("IND").to("BGD").worth(9e9, "USD"),
                     an_event("agreement", "2025-01-02").with("IND").with("BGD").worth(5e9, "CNY")}};
    EndTable table{f.world};
    const BundleScene scene =
        app::layout_bundles(app::bundled(f.all, table, "USD").bundles, f.world, f.state.camera, "USD");
    const auto strands = app::strands_of(scene.bundles.front());
    REQUIRE(strands.size() == 3);
    CHECK(f.kind(strands[0].kind) == "visit");
    CHECK(f.kind(strands[1].kind) == "agreement");
    CHECK(f.kind(strands[2].kind) == "trade");
    const std::size_t middle = strands[0].path.points.size() / 2;
    CHECK(strands[0].half_widths[middle] == doctest::Approx(0.85F));
    CHECK(strands[2].half_widths[middle] == doctest::Approx(8.85F));
    CHECK(f.kind(scene.bundles.front().bundle.leading_kind().value()) == "trade");
    CHECK_FALSE(f.bundled().bundles.front().leading_kind());
    const auto by_count = app::strands_of(f.scene().bundles.front());
    CHECK(by_count[0].half_widths[middle] == doctest::Approx(4.85F));
}

TEST_CASE("a bundle leans to where more goes, by number or by value, and not at all where it is balanced") {
    const Fixture f{{an_event("trade", "2025-01-01").from("PAK").to("CHN").worth(9e9, "USD"),
                     an_event("visit", "2025-01-02").from("CHN").to("PAK"),
                     an_event("visit", "2025-01-03").from("CHN").to("PAK"),
                     an_event("agreement", "2025-01-04").with("CHN").with("PAK")}};
    const Bundle bundle = f.bundled().bundles.front();
    CHECK(bundle.lean("") == doctest::Approx(0.25));
    CHECK(bundle.lean("USD") == doctest::Approx(-1.0));
    CHECK(bundle.lean("EUR") == 0.0);
    const Fixture even{joined(visits(2), visits(2, "PAK", "CHN"))};
    CHECK(even.bundled().bundles.front().lean("") == 0.0);
}

TEST_CASE(
    "the shape of a bundle has its head behind the middle, seen from where more comes from, and none if balanced") {
    const Fixture towards_china{visits(4, "PAK", "CHN")};
    const Fixture towards_pakistan{visits(4, "CHN", "PAK")};
    const Fixture even{joined(visits(2), visits(2, "PAK", "CHN"))};
    const auto widest_at = [](const app::BundleShape& shape) {
        const auto widest = std::max_element(shape.half_widths.begin(), shape.half_widths.end());
        return shape.path.lengths[static_cast<std::size_t>(widest - shape.half_widths.begin())] / shape.path.length();
    };
    // Pakistan lies left of China, and paths run to the right.
    const app::BundleShape east = app::shape_of(towards_china.scene().bundles.front());
    CHECK(widest_at(east) == doctest::Approx(0.6F).epsilon(0.02));
    CHECK(east.half_widths.front() < 0.5F * east.half_widths.back());
    const app::BundleShape west = app::shape_of(towards_pakistan.scene().bundles.front());
    CHECK(widest_at(west) == doctest::Approx(0.4F).epsilon(0.02));
    CHECK(west.half_widths.back() < 0.5F * west.half_widths.front());
    for (const app::BundleShape& shape : {east, west}) {
        CHECK(shape.path.points.size() == shape.half_widths.size());
        CHECK(std::adjacent_find(shape.path.lengths.begin(), shape.path.lengths.end(), std::greater_equal<>{}) ==
              shape.path.lengths.end());
    }
    const app::BundleLayout balanced = even.scene().bundles.front();
    const app::BundleShape plain = app::shape_of(balanced);
    CHECK(plain.path.points.size() == balanced.path.points.size());
    CHECK(plain.half_widths.front() == doctest::Approx(plain.half_widths.back()));
}

TEST_CASE("too short a bundle tapers without a head") {
    Fixture f{visits(4)};
    f.state.camera.metres_per_pt = 150000.0;
    const app::BundleLayout layout = f.scene().bundles.front();
    REQUIRE(layout.path.length() < 48.0F);
    CHECK(app::shape_of(layout).path.points.size() == layout.path.points.size());
}

TEST_CASE("the pointer finds a bundle along its whole curve, the one on top first, and nothing off it") {
    const Fixture f{joined(visits(30), visits(4, "BGD", "IND"))};
    const BundleScene scene = f.scene();
    REQUIRE(scene.bundles.size() == 2);
    for (std::size_t i = 0; i < scene.bundles.size(); ++i) {
        const render::Path& path = scene.bundles[i].path;
        for (const float u : {0.1F, 0.3F, 0.5F, 0.7F, 0.9F}) {
            const auto hits = app::bundles_at(scene, render::at(path, path.length() * u).at, 4.0F);
            REQUIRE_FALSE(hits.empty());
            CHECK(std::find(hits.begin(), hits.end(), i) != hits.end());
        }
        const render::ScreenPt middle = scene.bundles[i].at;
        CHECK(app::bundles_at(scene, {middle.x, middle.y - 40.0F}, 4.0F).empty());
    }
    CHECK(app::bundles_at(scene, scene.bundles[1].at, 4.0F).front() == 1);
}

TEST_CASE("bundles bow upwards and those beside the screen are left out") {
    Fixture f{visits(3)};
    const BundleScene scene = f.scene();
    REQUIRE(scene.bundles.size() == 1);
    const render::Path& path = scene.bundles.front().path;
    CHECK(path.points.front().x < path.points.back().x);
    CHECK(scene.bundles.front().at.y < (path.points.front().y + path.points.back().y) / 2.0F);
    CHECK(scene.nodes.size() == 2);
    f.state.camera.center.y -= 2.0e7;
    CHECK(f.scene().bundles.empty());
    CHECK(f.scene().nodes.empty());
}

TEST_CASE("a split bundle shows each kind as a strand as wide as its share, none on another, gathered at the ends") {
    const Fixture f{joined(
        joined(visits(6), std::vector<events::EventDraft>(3, an_event("trade", "2025-01-01").from("CHN").to("PAK"))),
        {an_event("agreement", "2025-01-02").with("CHN").with("PAK").event()})};
    const BundleScene scene = f.scene();
    const auto strands = app::strands_of(scene.bundles.front());
    REQUIRE(strands.size() == 3);
    CHECK(f.kind(strands[0].kind) == "visit");
    const std::size_t middle = strands[0].path.points.size() / 2;
    CHECK(strands[0].half_widths[middle] > 1.8F * strands[1].half_widths[middle]);
    CHECK(strands[0].half_widths[middle] > 2.5F * strands[0].half_widths.front());
    for (std::size_t i = 0; i + 1 < strands.size(); ++i) {
        const auto a = strands[i].path.points[middle];
        const auto b = strands[i + 1].path.points[middle];
        CHECK(std::hypot(a.x - b.x, a.y - b.y) >= strands[i].half_widths[middle] + strands[i + 1].half_widths[middle]);
    }
    // The most frequent kind lies on the outside of the bow.
    CHECK(strands[0].path.points[middle].y < strands[2].path.points[middle].y);
}

TEST_CASE(
    "the bundle under the pointer stands out, else the selected pair, and what has nothing to do with it steps back") {
    Fixture f{joined(visits(3), visits(2, "BGD", "IND"))};
    const auto bundles = f.bundled().bundles;
    REQUIRE(app::pair_of(bundles[0]) == LinkPair{"BGD", "IND"});
    CHECK(app::emphasis_of(f.state, bundles[0]) == app::Emphasis::Normal);
    f.state.selection.countries = {"PAK"};
    CHECK(app::emphasis_of(f.state, bundles[0]) == app::Emphasis::Dimmed);
    CHECK(app::emphasis_of(f.state, bundles[1]) == app::Emphasis::Normal);
    f.state.selection.countries = {"PAK", "CHN"};
    CHECK(app::emphasis_of(f.state, bundles[1]) == app::Emphasis::Strong);
    f.state.selection.countries = {"PAK", "BGD"};
    CHECK(app::emphasis_of(f.state, bundles[1]) == app::Emphasis::Aside);
    f.state.hover.pair = LinkPair{"BGD", "IND"};
    CHECK(app::emphasis_of(f.state, bundles[0]) == app::Emphasis::Strong);
    CHECK(app::emphasis_of(f.state, bundles[1]) == app::Emphasis::Aside);
    f.state.hover = {std::nullopt, EventIndex{0}};
    CHECK(app::emphasis_of(f.state, bundles[0]) == app::Emphasis::Aside);
}

TEST_CASE("a hundred bundles are one run of ribbons, and their nodes lie on top") {
    const Fixture f{joined(visits(3), visits(2, "BGD", "IND"))};
    render::LinkBatch batch;
    app::pack_bundles(f.scene(), f.state, f.world, batch);
    REQUIRE(batch.runs().size() == 2);
    CHECK(batch.runs()[0].pattern == render::Pattern::Ribbon);
    CHECK(batch.runs()[1].pattern == render::Pattern::Mark);
}

TEST_CASE("the tip of a bundle says how many events it has, of which kinds, from where and worth what") {
    const Fixture f{
        joined(visits(20), {an_event("trade", "2025-01-02").from("PAK").to("CHN").worth(2e9, "USD").event()})};
    const app::BundleTip tip = app::bundle_tip(f.bundled().bundles.front(), f.world);
    CHECK(tip.title == "China\u2013Pakistan");
    CHECK(tip.total == "21 events");
    REQUIRE(tip.rows.size() == 2);
    CHECK(tip.rows[0].label == "Visit");
    CHECK(tip.rows[0].count == "20");
    REQUIRE(tip.notes.size() == 2);
    CHECK(tip.notes[0] == "20 from China, 1 from Pakistan");
    CHECK(tip.notes[1] == "USD 2 billion in all");
}

TEST_CASE("the tip of a place names it, and of eight kinds six have a row") {
    std::vector<events::EventDraft> events;
    for (const char* kind :
         {"visit", "meeting", "agreement", "trade", "security", "tension", "statement", "milestone"}) {
        events.push_back(an_event(kind, "2025-01-01").with("PAK"));
    }
    const Fixture f{std::move(events)};
    const app::BundleTip tip = app::bundle_tip(f.bundled().bundles.front(), f.world);
    CHECK(tip.title == "Pakistan");
    CHECK(tip.rows.size() == 6);
    CHECK(tip.notes.front() == "and 2 more kinds");
}
