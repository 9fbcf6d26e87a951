#include "app/scene/labels.h"

#include "app/panels/panel_places.h"
#include "app/scene/sea_names.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using app::AppState;
using app::LabelCandidate;
using app::LabelMemory;
using app::LinkScene;
using app::PlacedLabel;
using app::World;
using render::RectPt;
using render::ScreenPt;
using support::bundled;

namespace {

/// Six points a byte, whatever the style.
float measure(std::string_view text, const render::text::TextStyle&) {
    return 6.0F * static_cast<float>(text.size());
}

struct Scene {
    AppState state;
    LinkScene links;
    std::vector<LabelCandidate> candidates;
    std::vector<RectPt> covered;
    RectPt screen;

    explicit Scene(AppState of) : state{std::move(of)} {
        const World& world = bundled().world;
        links = app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
        candidates = app::label_candidates(state, world, links, measure);
        const auto size = state.camera.size;
        screen = {4.0F, 4.0F, size.width - 4.0F, size.height - 4.0F};
        const app::PanelPlaces places = app::panel_places(state, world);
        covered = {places.timeline, places.legend, places.toolbar};
        if (app::has_card(state)) {
            covered.push_back(places.card);
        }
    }
    [[nodiscard]] std::vector<PlacedLabel> place(LabelMemory& memory) const {
        return app::place_labels(candidates, screen, covered, links, memory);
    }
    [[nodiscard]] std::vector<PlacedLabel> place() const {
        LabelMemory memory;
        return place(memory);
    }
};

/// Cameras near and far, dates, modes and selections at random: the same for the same number.
AppState some_state(unsigned seed) {
    std::mt19937 dice{seed};
    const auto number = [&](double from, double to) { return std::uniform_real_distribution<double>{from, to}(dice); };
    AppState state = seed % 3 == 0 ? support::bundled_state(1280.0F, 720.0F) : support::bundled_state();
    state.camera.center.x += number(-1.5e6, 1.5e6);
    state.camera.center.y += number(-1.0e6, 1.0e6);
    state.camera.metres_per_pt *= std::exp(number(-2.5, 0.8));
    state.time.playhead += number(-300.0, 200.0);
    state.time.mode = static_cast<app::WindowMode>(seed % 4);
    if (seed % 2 == 0) {
        state.selection.countries = {seed % 4 == 0 ? "PAK" : "CHN"};
    }
    const auto visible = app::visible_events(state, bundled().world);
    if (seed % 5 == 0 && !visible.empty()) {
        state.selection.event = visible[seed % visible.size()];
    }
    return state;
}

LabelCandidate label(std::uint64_t id, ScreenPt anchor, int priority) {
    LabelCandidate result;
    result.id = id;
    result.text = "name";
    result.style.size_pt = 12.0F;
    result.width_pt = 60.0F;
    result.height_pt = 12.0F;
    result.anchor = anchor;
    result.priority = priority;
    result.offsets = {{10.0F, 4.0F}, {-70.0F, 4.0F}};
    return result;
}

const RectPt screen{0.0F, 0.0F, 800.0F, 600.0F};

}  // namespace

TEST_CASE("no two labels of the bundled map overlap, none leaves the screen, none lies under a panel") {
    std::size_t placed_in_all = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Scene scene{some_state(seed)};
        const auto placed = scene.place();
        placed_in_all += placed.size();
        CAPTURE(seed);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const RectPt& box = placed[i].box;
            CAPTURE(placed[i].label->text);
            CHECK(box.left >= scene.screen.left);
            CHECK(box.top >= scene.screen.top);
            CHECK(box.right <= scene.screen.right);
            CHECK(box.bottom <= scene.screen.bottom);
            CHECK(box.contains({placed[i].baseline.x, placed[i].baseline.y - 1.0F}));
            CHECK(box.width() == doctest::Approx(static_cast<double>(placed[i].label->width_pt)).epsilon(1e-3));
            for (const RectPt& panel : scene.covered) {
                CHECK_FALSE(box.intersects(panel));
            }
            for (std::size_t k = i + 1; k < placed.size(); ++k) {
                CHECK_FALSE(box.intersects(placed[k].box));
            }
        }
    }
    CHECK(placed_in_all > 60U * 10U);
}

TEST_CASE("the same map gives the same labels in the same places") {
    for (unsigned seed = 0; seed < 12; ++seed) {
        const Scene once{some_state(seed)};
        const Scene again{some_state(seed)};
        const auto a = once.place();
        const auto b = again.place();
        REQUIRE(a.size() == b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            CHECK(a[i].label->id == b[i].label->id);
            CHECK(a[i].baseline == b[i].baseline);
        }
    }
}

TEST_CASE("labels keep their places when the map moves by a point") {
    std::size_t kept = 0;
    std::size_t all = 0;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Scene before{some_state(seed)};
        AppState moved = before.state;
        moved.camera.center.x += moved.camera.metres_per_pt;
        const Scene after{moved};
        LabelMemory memory;
        std::map<std::uint64_t, ScreenPt> first;
        for (const PlacedLabel& p : before.place(memory)) {
            first[p.label->id] = p.baseline;
        }
        all += first.size();
        for (const PlacedLabel& p : after.place(memory)) {
            const auto found = first.find(p.label->id);
            kept += found != first.end() &&
                            std::hypot(found->second.x - p.baseline.x, found->second.y - p.baseline.y) <= 2.1F
                        ? 1
                        : 0;
        }
    }
    CHECK(all > 300);
    CHECK(static_cast<double>(kept) / static_cast<double>(all) > 0.97);
}

TEST_CASE("nothing has the name tag of something else") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        AppState state = some_state(seed);
        state.camera.metres_per_pt = 800.0;
        state.camera.center = bundled().world.project({72.0, 22.0}).value();
        std::map<std::uint64_t, std::string> names;
        for (const LabelCandidate& candidate : Scene{state}.candidates) {
            CAPTURE(candidate.text);
            CHECK(names.emplace(candidate.id, candidate.text).second);
        }
    }
}

TEST_CASE("a place is lit by links to it and not by links to its namesake in another country") {
    // Hyderabad in India and Hyderabad in Pakistan.
    const auto& places = bundled().world.gazetteer.places.all();
    const auto namesakes =
        std::count_if(places.begin(), places.end(), [](const auto& p) { return p.name == "Hyderabad"; });
    REQUIRE(namesakes == 2);
    AppState state = support::bundled_state();
    events::Event event;
    event.id = "only";
    event.title = "Only";
    event.kind = bundled().world.events->kinds().find("milestone").value();
    event.date = events::edtf_from_text("2025-05-20");
    event.venue = events::EventPlace{"Hyderabad", "IND", geodata::LonLat{78.478, 17.4019}};
    World world = bundled().world;
    world.events = std::make_shared<const events::EventStore>(events::KindTable{}, std::vector{event},
                                                              std::vector<events::Source>{});
    const auto links = app::layout_links(app::visible_events(state, world), world, {}, state.camera);
    std::size_t lit = 0;
    for (const LabelCandidate& candidate : app::label_candidates(state, world, links, measure)) {
        if (candidate.text == "Hyderabad") {
            ++lit;
            const ScreenPt expected = state.camera.screen_from_world(world.project({78.478, 17.4019}).value());
            CHECK(std::hypot(candidate.anchor.x - expected.x, candidate.anchor.y - expected.y) < 1.0F);
        }
    }
    CHECK(lit == 1);
}

TEST_CASE("candidates are countries in capitals, seas, places and links") {
    AppState state = support::bundled_state();
    std::map<std::string, const LabelCandidate*> by_text;
    const Scene scene{state};
    for (const LabelCandidate& candidate : scene.candidates) {
        by_text[candidate.text] = &candidate;
        CHECK(candidate.width_pt > 0.0F);
        CHECK_FALSE(candidate.offsets.empty());
    }
    REQUIRE(by_text.contains("PAKISTAN"));
    REQUIRE(by_text.contains("INDIA"));
    REQUIRE(by_text.contains("Arabian Sea"));
    REQUIRE(by_text.contains("Islamabad"));
    CHECK(by_text["Islamabad"]->dot_radius_pt > 0.0F);
    CHECK(by_text["PAKISTAN"]->dot_radius_pt == 0.0F);
    CHECK_FALSE(by_text.contains(""));
    CHECK(std::any_of(scene.candidates.begin(), scene.candidates.end(),
                      [](const LabelCandidate& c) { return !c.second_line.empty(); }));
}

TEST_CASE("the chosen country goes first and is white") {
    AppState state = support::bundled_state();
    state.selection.countries = {"NPL"};
    const Scene scene{state};
    const auto most = std::max_element(scene.candidates.begin(), scene.candidates.end(),
                                       [](const auto& a, const auto& b) { return a.priority < b.priority; });
    CHECK(most->text == "NEPAL");
    CHECK(most->color == state.theme->label_selected);
}

TEST_CASE("every sea is named at sea") {
    for (const app::SeaName& sea : app::sea_names()) {
        CAPTURE(std::string{sea.name});
        CHECK_FALSE(bundled().world.boundaries->country_at(sea.at));
    }
}

TEST_CASE("the label of greater priority takes the place and the other one steps aside or goes") {
    LabelMemory memory;
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 10), label(2, {402, 301}, 20)};
    auto placed = app::place_labels(labels, screen, {}, {}, memory);
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].label->id == 2);
    CHECK(placed[0].baseline == ScreenPt{412, 305});
    CHECK(placed[1].baseline == ScreenPt{330, 304});
    labels.push_back(label(3, {399, 300}, 5));
    memory.clear();
    CHECK(app::place_labels(labels, screen, {}, {}, memory).size() == 2);
}

TEST_CASE("a label takes the place it had before, as long as that is free") {
    LabelMemory memory{{7, 1}};
    const std::vector<LabelCandidate> labels{label(7, {400, 300}, 1)};
    CHECK(app::place_labels(labels, screen, {}, {}, memory)[0].baseline == ScreenPt{330, 304});
    const std::vector<RectPt> covered{{300, 280, 390, 320}};
    CHECK(app::place_labels(labels, screen, covered, {}, memory)[0].baseline == ScreenPt{410, 304});
    CHECK(memory[7] == 0);
    CHECK(app::place_labels(labels, screen, {}, {}, memory)[0].baseline == ScreenPt{410, 304});
}

TEST_CASE("a label steps off a link, or goes, unless it may stand on one") {
    LinkScene links;
    links.links.resize(1);
    links.links[0].paths = {render::path_from_points({{440, 0}, {440, 600}})};
    LabelMemory memory;
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 1)};
    CHECK(app::place_labels(labels, screen, {}, links, memory)[0].baseline == ScreenPt{330, 304});
    links.links[0].paths.push_back(render::path_from_points({{360, 0}, {360, 600}}));
    memory.clear();
    CHECK(app::place_labels(labels, screen, {}, links, memory).empty());
    labels[0].over_links = true;
    memory.clear();
    CHECK(app::place_labels(labels, screen, {}, links, memory).size() == 1);
}

TEST_CASE("a label does not cover the dot of another place") {
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 9), label(2, {435, 300}, 20)};
    labels[1].dot_radius_pt = 2.0F;
    labels[1].offsets = {{10.0F, 40.0F}};
    LabelMemory memory;
    const auto placed = app::place_labels(labels, screen, {}, {}, memory);
    REQUIRE(placed.size() == 2);
    CHECK(placed[1].baseline == ScreenPt{330, 304});
}

TEST_CASE("labels without a place to go are left out") {
    LabelMemory memory;
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 1)};
    labels[0].offsets.clear();
    CHECK(app::place_labels(labels, screen, {}, {}, memory).empty());
    labels = {label(2, {795, 300}, 1)};
    labels[0].offsets = {{10.0F, 4.0F}};
    CHECK(app::place_labels(labels, screen, {}, {}, memory).empty());
}
