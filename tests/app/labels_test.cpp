#include "app/scene/labels.h"

#include "app/panels/panel_places.h"
#include "app/scene/label_sources.h"
#include "app/scene/sea_names.h"
#include "geodata/ring.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using app::AppState;
using app::LabelCandidate;
using app::LabelMemory;
using app::LabelMode;
using app::LabelTime;
using app::LinkScene;
using app::NameGround;
using app::PlacedLabel;
using app::World;
using render::RectPt;
using render::ScreenPt;
using support::bundled;

namespace {

/// Six points a byte and as high as Inter, whatever the style.
render::text::TextExtent measure(std::string_view text, const render::text::TextStyle& style) {
    return {6.0F * static_cast<float>(text.size()), style.size_pt * 0.8F, style.size_pt * 0.26F};
}

const render::RingSet& rings() {
    static const render::RingSet set = app::rings_for_names(bundled().map, 1000.0);
    return set;
}

struct Scene {
    AppState state;
    LinkScene links;
    std::vector<RectPt> covered;  ///< by panels
    NameGround ground;
    app::WaterNames waters;
    std::vector<LabelCandidate> candidates;
    std::vector<RectPt> kept_free;  ///< the panels, what matters of links, marks
    RectPt screen;

    /// With `rested`, the map is on the move and names stand where they stood for that scene.
    explicit Scene(AppState of, const Scene* rested = nullptr, const LabelMemory& memory = {}) : state{std::move(of)} {
        const World& world = bundled().world;
        links = app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
        const app::PanelPlaces places = app::panel_places(state, world);
        covered = {places.timeline, places.legend, places.toolbar};
        if (app::has_card(state)) {
            covered.push_back(places.card);
        }
        ground = rested != nullptr
                     ? rested->ground
                     : NameGround::survey(rings(), world.boundaries->countries().size(), state.camera, covered);
        static const app::WaterPlaces places_of_waters = app::water_places(world);
        waters = {places_of_waters.lakes,
                  app::river_stretches(
                      places_of_waters.rivers, state.camera, covered, state.labels, measure,
                      [this](geodata::WorldXY at) { return NameGround::bears_names(ground.country_at(at)); })};
        if (rested != nullptr) {
            waters = rested->waters;
        }
        candidates = app::label_candidates(state, world, links, ground, waters, measure, memory);
        const auto size = state.camera.size;
        screen = {4.0F, 4.0F, size.width - 4.0F, size.height - 4.0F};
        kept_free = app::link_obstacles(state, world, links);
        kept_free.insert(kept_free.end(), covered.begin(), covered.end());
    }
    [[nodiscard]] std::vector<PlacedLabel> place(LabelMemory& memory, LabelTime now) const {
        return app::place_labels(candidates, screen, kept_free, links, memory, now);
    }
    [[nodiscard]] std::vector<PlacedLabel> place() const {
        LabelMemory memory;
        return place(memory, {});
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
    state.labels = static_cast<LabelMode>(seed / 3 % 4);
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
    result.lines = {{"name", {render::text::Face::Regular, 12.0F, 0.0F}, {}, {60.0F, 9.6F, 3.1F}}};
    result.anchor = anchor;
    result.priority = priority;
    result.spots = {{{10.0F, 4.0F}, 0}, {{-70.0F, 4.0F}, 1}};
    return result;
}

/// The text of the first line.
const std::string& words(const LabelCandidate& candidate) {
    return candidate.lines.front().text;
}

bool is_country(const LabelCandidate& candidate) {
    const auto& countries = bundled().world.boundaries->countries();
    return std::any_of(countries.begin(), countries.end(), [&](const geodata::Country& country) {
        return app::label_id("country", country.code) == candidate.id;
    });
}

/// Whether a label that moved could have stayed in a place that it had: on screen, off the links, and free of whatever
/// goes before it.
bool could_stay(const Scene& scene, const PlacedLabel& label, std::uint16_t slot,
                const std::vector<PlacedLabel>& placed) {
    const auto& spots = label.label->spots;
    const auto old =
        std::find_if(spots.begin(), spots.end(), [slot](const app::LabelSpot& spot) { return spot.slot == slot; });
    if (old == spots.end()) {
        return false;
    }
    std::vector<RectPt> taken = scene.kept_free;
    for (const PlacedLabel& other : placed) {
        if (other.label->id != label.label->id && other.label->priority >= label.label->priority) {
            for (const RectPt& piece : other.pieces) {
                // Names keep further from each other sideways, and less far apart in height, than from panels.
                taken.push_back({piece.left - 3.0F, piece.top + 1.0F, piece.right + 3.0F, piece.bottom - 1.0F});
            }
            if (other.label->mark != app::LabelMark::None) {
                const ScreenPt at = other.label->anchor;
                taken.push_back({at.x - 3.0F, at.y - 3.0F, at.x + 3.0F, at.y + 3.0F});
            }
        }
    }
    const ScreenPt mark = label.label->anchor;
    const RectPt marked = RectPt{mark.x, mark.y, mark.x, mark.y}.grown(3.0F);
    for (const PlacedLabel& other : placed) {
        const bool covers = other.label->id != label.label->id && other.label->priority >= label.label->priority &&
                            std::any_of(other.pieces.begin(), other.pieces.end(),
                                        [&](const RectPt& piece) { return piece.intersects(marked); });
        if (covers && label.label->mark != app::LabelMark::None) {
            return false;
        }
    }
    std::vector<LabelCandidate> alone{*label.label};
    alone.front().spots = {*old};
    alone.front().over_links = false;
    LabelMemory fresh;
    return !app::place_labels(alone, scene.screen, taken, scene.links, fresh, {}).empty();
}

const RectPt screen{0.0F, 0.0F, 800.0F, 600.0F};

}  // namespace

TEST_CASE("no two labels of the bundled map overlap, none leaves the screen, none lies under a panel or on a head") {
    std::size_t placed_in_all = 0;
    std::size_t slanted = 0;
    for (unsigned seed = 0; seed < 120; ++seed) {
        const Scene scene{some_state(seed)};
        const auto placed = scene.place();
        placed_in_all += placed.size();
        CAPTURE(seed);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            CAPTURE(words(*placed[i].label));
            slanted += placed[i].spot.slant != 0.0F ? 1 : 0;
            for (const RectPt& box : placed[i].pieces) {
                CHECK(box.left >= scene.screen.left);
                CHECK(box.top >= scene.screen.top);
                CHECK(box.right <= scene.screen.right);
                CHECK(box.bottom <= scene.screen.bottom);
                for (const RectPt& panel : scene.kept_free) {
                    CHECK_FALSE(box.intersects(panel));
                }
                for (std::size_t k = i + 1; k < placed.size(); ++k) {
                    for (const RectPt& other : placed[k].pieces) {
                        CHECK_FALSE(box.intersects(other));
                    }
                }
            }
        }
    }
    CHECK(placed_in_all > 120U * 10U);
    CHECK(slanted > 3);
}

TEST_CASE("every line of a label lies in its box, and short lines keep to their side") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Scene scene{some_state(seed)};
        for (const PlacedLabel& placed : scene.place()) {
            if (placed.spot.slant != 0.0F || placed.spot.bend != 0.0F) {
                continue;
            }
            CHECK(placed.box.width() ==
                  doctest::Approx(static_cast<double>(app::block_of(*placed.label, placed.spot.lines).width_pt))
                      .epsilon(1e-3));
            for (const app::LabelLine& line : app::lines_of(placed)) {
                CAPTURE(line.text);
                const ScreenPt start = app::start_of(placed, line);
                CHECK(start.x >= placed.box.left);
                CHECK(start.x + line.extent.width_pt <= placed.box.right + 0.6F);
                CHECK(start.y - line.extent.above_pt >= placed.box.top - 0.01F);
                CHECK(start.y + line.extent.below_pt <= placed.box.bottom + 0.01F);
            }
        }
    }
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

/// Follows labels from frame to frame and checks that none jumps or flickers.
class Watch {
public:
    explicit Watch(const Scene& start) : start_{start} { look(start, start.place(memory_, now_)); }

    /// The next frame, 16 ms later.
    void step(const AppState& state) {
        now_ += LabelTime{16};
        const Scene scene{state, &start_, memory_};
        look(scene, scene.place(memory_, now_));
    }
    std::size_t kept = 0;
    std::size_t moved = 0;

private:
    struct Seen {
        std::uint16_t slot = 0;
        std::optional<LabelTime> in_the_way_since;
        std::optional<LabelTime> gone_since;
    };

    void look(const Scene& scene, const std::vector<PlacedLabel>& placed) {
        std::map<std::uint64_t, const PlacedLabel*> now;
        for (const PlacedLabel& label : placed) {
            now[label.label->id] = &label;
        }
        std::map<std::uint64_t, std::string> wanted;
        for (const LabelCandidate& candidate : scene.candidates) {
            wanted[candidate.id] = words(candidate);
        }
        for (auto& [id, seen] : seen_) {
            const auto found = now.find(id);
            CAPTURE(now_.count());
            if (found == now.end()) {
                // It went because something was in its way long enough, or because it is no longer wanted.
                const bool waited = seen.in_the_way_since && now_ - *seen.in_the_way_since >= app::label_patience;
                const auto still = wanted.find(id);
                CAPTURE((still != wanted.end() ? still->second : std::string{}));
                CHECK((seen.gone_since || waited || still == wanted.end()));
                seen.gone_since = seen.gone_since.value_or(now_);
                seen.in_the_way_since.reset();
                continue;
            }
            const PlacedLabel& label = *found->second;
            CAPTURE(words(*label.label));
            if (seen.gone_since) {
                CHECK(now_ - *seen.gone_since >= app::label_patience);
            } else if (seen.slot == label.spot.slot) {
                ++kept;
            } else {
                ++moved;
                REQUIRE(seen.in_the_way_since);
                CHECK(now_ - *seen.in_the_way_since >= app::label_patience);
            }
            if (seen.slot != label.spot.slot || seen.gone_since) {
                seen = {label.spot.slot, {}, {}};
            }
            if (could_stay(scene, label, label.spot.slot, with_waiting(scene, placed))) {
                seen.in_the_way_since.reset();
            } else if (!seen.in_the_way_since) {
                seen.in_the_way_since = now_;
            }
        }
        for (const auto& [id, label] : now) {
            seen_.try_emplace(id, Seen{label->spot.slot, {}, {}});
        }
    }

    /// Also those that wait for their room to clear, and push others away.
    std::vector<PlacedLabel> with_waiting(const Scene& scene, std::vector<PlacedLabel> labels) const {
        for (const LabelCandidate& candidate : scene.candidates) {
            const app::LabelEntry* const entry = memory_.find(candidate.id);
            const auto spot =
                std::find_if(candidate.spots.begin(), candidate.spots.end(),
                             [&](const app::LabelSpot& any) { return entry != nullptr && entry->slot == any.slot; });
            if (spot != candidate.spots.end() && entry->is == app::LabelEntry::Is::Waiting) {
                labels.push_back(app::placed_at(candidate, *spot));
            }
        }
        return labels;
    }

    const Scene& start_;
    LabelMemory memory_;
    LabelTime now_{1000};
    std::map<std::uint64_t, Seen> seen_;
};

TEST_CASE("while the map is dragged and zoomed no label jumps, and none flickers") {
    std::size_t kept = 0;
    std::size_t moved = 0;
    for (unsigned seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        AppState state = some_state(seed);
        const Scene start{state};
        Watch watch{start};
        std::mt19937 dice{seed};
        const auto number = [&](double most) { return std::uniform_real_distribution<double>{-most, most}(dice); };
        const double right = number(12.0);
        const double down = number(12.0);
        const double zoom = seed % 2 == 0 ? 0.0 : number(0.02);
        for (int frame = 0; frame < 50; ++frame) {
            state.camera.center.x += state.camera.metres_per_pt * (right + number(2.0));
            state.camera.center.y += state.camera.metres_per_pt * (down + number(2.0));
            state.camera.metres_per_pt *= std::exp(zoom);
            watch.step(state);
        }
        kept += watch.kept;
        moved += watch.moved;
    }
    CHECK(kept > 20000);
    CHECK(moved > 10);
}

TEST_CASE("while time runs no label jumps, and none flickers, and those of visits go with them") {
    std::size_t kept = 0;
    for (unsigned seed = 0; seed < 8; ++seed) {
        CAPTURE(seed);
        AppState state = support::bundled_state();
        state.time.mode = app::WindowMode::Moment;
        state.time.playhead += 25.0 * seed - 100.0;
        const Scene start{state};
        Watch watch{start};
        for (int frame = 0; frame < 120; ++frame) {
            state.time.playhead += 0.16;  // ten days a second
            watch.step(state);
        }
        kept += watch.kept;
    }
    CHECK(kept > 10000);
}

TEST_CASE("nothing has the name tag of something else") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        AppState state = some_state(seed);
        state.labels = LabelMode::Both;
        state.camera.metres_per_pt = 800.0;
        state.camera.center = bundled().world.project({72.0, 22.0}).value();
        std::map<std::uint64_t, std::string> names;
        for (const LabelCandidate& candidate : Scene{state}.candidates) {
            CAPTURE(words(candidate));
            CHECK(names.emplace(candidate.id, words(candidate)).second);
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
    events::EventDraft event;
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
    for (const LabelCandidate& candidate : app::label_candidates(state, world, links, {}, {}, measure, {})) {
        if (words(candidate) == "Hyderabad") {
            ++lit;
            const ScreenPt expected = state.camera.screen_from_world(world.project({78.478, 17.4019}).value());
            CHECK(std::hypot(candidate.anchor.x - expected.x, candidate.anchor.y - expected.y) < 1.0F);
        }
    }
    CHECK(lit == 1);
}

TEST_CASE("a name at the end of a link stands on another side than the link") {
    const World& bundled_world = bundled().world;
    const std::vector<std::string> codes{"PAK", "CHN", "IND", "KAZ", "IRN", "NPL", "LKA", "UZB", "TUR", "MMR"};
    for (const std::string& a : codes) {
        for (const std::string& b : codes) {
            if (a == b) {
                continue;
            }
            events::EventDraft event = support::an_event("agreement", "2025-05-20").with(a).with(b);
            for (events::Party& party : event.parties) {
                const geodata::Place* capital = bundled_world.gazetteer.places.capital(party.code);
                REQUIRE(capital != nullptr);
                party.place = {capital->name, party.code, capital->at};
            }
            World world = bundled_world;
            world.events = std::make_shared<const events::EventStore>(events::KindTable{}, std::vector{event},
                                                                      std::vector<events::Source>{});
            const AppState state = support::bundled_state();
            const auto links =
                app::layout_links(std::vector<events::EventIndex>{events::EventIndex{0}}, world, {}, state.camera);
            const auto candidates = app::label_candidates(state, world, links, {}, {}, measure, {});
            LabelMemory memory;
            const RectPt screen{0.0F, 0.0F, state.camera.size.width, state.camera.size.height};
            const render::Path& path = links.links.at(0).paths.at(0);
            std::size_t seen = 0;
            for (const PlacedLabel& placed : app::place_labels(candidates, screen, {}, links, memory, LabelTime{})) {
                const bool end = words(*placed.label) == event.parties[0].place.name ||
                                 words(*placed.label) == event.parties[1].place.name;
                if (!end) {
                    continue;
                }
                ++seen;
                CAPTURE(words(*placed.label));
                CAPTURE(a);
                CAPTURE(b);
                const bool first = words(*placed.label) == event.parties[0].place.name;
                const ScreenPt at = placed.label->anchor;
                const ScreenPt on = render::at(path, first ? 40.0F : path.length() - 40.0F).at;
                const ScreenPt name = placed.box.center();
                const float between = std::atan2(on.y - at.y, on.x - at.x) - std::atan2(name.y - at.y, name.x - at.x);
                CHECK(std::abs(std::remainder(between, 6.2831853F)) > 0.69F);
                for (float s = 0.0F; s < path.length(); s += 2.0F) {
                    CHECK_FALSE(placed.box.contains(render::at(path, s).at));
                }
            }
            CHECK(seen == 2);
        }
    }
}

TEST_CASE("candidates are countries in capitals, seas, places and links") {
    AppState state = support::bundled_state();
    std::map<std::string, const LabelCandidate*> by_text;
    const Scene scene{state};
    for (const LabelCandidate& candidate : scene.candidates) {
        by_text[words(candidate)] = &candidate;
        CHECK(app::block_of(candidate).width_pt > 0.0F);
        CHECK_FALSE(candidate.spots.empty());
    }
    REQUIRE(by_text.contains("PAKISTAN"));
    REQUIRE(by_text.contains("INDIA"));
    REQUIRE(by_text.contains("Arabian Sea"));
    REQUIRE(by_text.contains("Islamabad"));
    CHECK(by_text["Islamabad"]->mark == app::LabelMark::Dot);
    CHECK(by_text["PAKISTAN"]->mark == app::LabelMark::None);
    CHECK_FALSE(by_text.contains(""));
    CHECK(std::any_of(scene.candidates.begin(), scene.candidates.end(),
                      [](const LabelCandidate& c) { return c.lines.size() == 2; }));
}

TEST_CASE("a long title ends at its first comma, and a short one keeps what is behind it") {
    CHECK(app::short_title("Ishaq Dar to Beijing, invited by Wang Yi") == "Ishaq Dar to Beijing");
    CHECK(app::short_title("India, Pakistan exchange prisoners") == "India, Pakistan exchange prisoners");
    CHECK(app::short_title("Ministers did not meet, says Kabul") == "Ministers did not meet, says Kabul");
    CHECK(app::short_title("India, Pakistan and Bangladesh agree on a railway") ==
          "India, Pakistan and Bangladesh agree on a railway");
    CHECK(app::short_title("A title without any comma that is rather long") ==
          "A title without any comma that is rather long");
    CHECK(app::short_title("").empty());
}

TEST_CASE("the chosen country goes first and is white") {
    AppState state = support::bundled_state();
    state.selection.countries = {"NPL"};
    const Scene scene{state};
    const auto most = std::max_element(scene.candidates.begin(), scene.candidates.end(),
                                       [](const auto& a, const auto& b) { return a.priority < b.priority; });
    CHECK(words(*most) == "NEPAL");
    CHECK(most->lines.front().color == state.theme->label_selected);
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
    auto placed = app::place_labels(labels, screen, {}, {}, memory, {});
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].label->id == 2);
    CHECK(placed[0].baseline == ScreenPt{412, 305});
    CHECK(placed[1].baseline == ScreenPt{330, 304});
    labels.push_back(label(3, {399, 300}, 5));
    memory = {};
    CHECK(app::place_labels(labels, screen, {}, {}, memory, {}).size() == 2);
}

namespace {

LabelMemory shown_at(std::uint64_t id, std::uint16_t slot) {
    LabelMemory memory;
    memory.put(id, {app::LabelEntry::Is::Shown, slot, {}});
    return memory;
}

/// Baselines of a label, frame by frame.
struct Film {
    LabelMemory memory{};
    LabelTime now{0};

    std::vector<PlacedLabel> frame(const std::vector<LabelCandidate>& labels, const std::vector<RectPt>& covered = {},
                                   LabelTime after = LabelTime{100}) {
        now += after;
        return app::place_labels(labels, screen, covered, {}, memory, now);
    }
};

}  // namespace

TEST_CASE("a label keeps its place until something has been in the way for 300 ms") {
    Film film{shown_at(7, 1)};
    const std::vector<LabelCandidate> labels{label(7, {400, 300}, 1)};
    CHECK(film.frame(labels)[0].baseline == ScreenPt{330, 304});
    CHECK_FALSE(film.memory.is_settling(film.now));
    const std::vector<RectPt> covered{{300, 280, 390, 320}};
    CHECK(film.frame(labels, covered)[0].baseline == ScreenPt{330, 304});
    CHECK(film.memory.is_settling(film.now));
    CHECK(film.frame(labels)[0].baseline == ScreenPt{330, 304});  // it has gone by
    for (int i = 0; i < 3; ++i) {
        CHECK(film.frame(labels, covered)[0].baseline == ScreenPt{330, 304});
    }
    CHECK(film.frame(labels, covered)[0].baseline == ScreenPt{410, 304});
    CHECK(film.memory.slot_of(7) == std::uint16_t{0});
    CHECK(film.frame(labels)[0].baseline == ScreenPt{410, 304});
    CHECK_FALSE(film.memory.is_settling(film.now));
}

TEST_CASE("a label that has gone stays away for 300 ms, whatever it went for") {
    Film film{shown_at(7, 1)};
    const std::vector<LabelCandidate> labels{label(7, {400, 300}, 1)};
    const std::vector<RectPt> covered{{300, 280, 500, 320}};
    for (int i = 0; i < 3; ++i) {
        CHECK(film.frame(labels, covered).size() == 1);
    }
    CHECK(film.frame(labels, covered).empty());
    CHECK(film.frame(labels).empty());
    CHECK(film.memory.is_settling(film.now));
    CHECK(film.frame(labels).empty());
    CHECK(film.frame(labels).size() == 1);
    CHECK(film.frame({}).empty());  // no longer wanted
    CHECK(film.frame(labels).empty());
    CHECK(film.frame(labels, {}, LabelTime{200}).size() == 1);
}

TEST_CASE("a new label waits, unseen, until what stands in its room has moved") {
    Film film{shown_at(1, 0)};
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 1)};
    CHECK(film.frame(labels).size() == 1);
    labels.push_back(label(2, {400, 300}, 9));
    labels[1].spots = {{{20.0F, 4.0F}, 5}};
    for (int i = 0; i < 3; ++i) {
        const auto placed = film.frame(labels);
        REQUIRE(placed.size() == 1);
        CHECK(placed[0].label->id == 1);
        CHECK(placed[0].spot.slot == 0);
        CHECK(film.memory.is_settling(film.now));
    }
    const auto placed = film.frame(labels);
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].label->id == 2);
    CHECK(placed[1].spot.slot == 1);
    labels[1].spots.push_back({{-90.0F, 60.0F}, 6});
    Film other{shown_at(1, 0)};
    CHECK(other.frame(labels)[0].spot.slot == 6);  // it goes where nothing stands, if it can
}

TEST_CASE("a place that no longer suits a label is kept a moment and never newly taken") {
    Film film{shown_at(7, 1)};
    std::vector<LabelCandidate> labels{label(7, {400, 300}, 1)};
    labels[0].spots[1].fits = false;
    for (int i = 0; i < 3; ++i) {
        CHECK(film.frame(labels)[0].spot.slot == 1);
    }
    CHECK(film.frame(labels)[0].spot.slot == 0);
    labels[0].spots = {labels[0].spots[1]};
    Film other{};
    CHECK(other.frame(labels).empty());
}

TEST_CASE("once the map rests labels take their best places, and a still picture waits for nothing") {
    const std::vector<LabelCandidate> labels{label(7, {400, 300}, 1)};
    Film film{shown_at(7, 1)};
    film.memory.release();
    CHECK(film.frame(labels)[0].spot.slot == 0);
    const std::vector<RectPt> covered{{410, 280, 500, 320}};
    CHECK(film.frame(labels, covered)[0].spot.slot == 0);
    Film still{film.memory.settled(), film.now};
    CHECK(still.frame(labels, covered)[0].spot.slot == 1);
    // What has gone lately does not come back as the map comes to rest.
    static_cast<void>(film.frame({}));
    film.memory.release();
    CHECK(film.frame(labels).empty());
}

TEST_CASE("the place that a label has is offered even where it is no good any more") {
    const std::vector<app::LabelSpot> spots{{{0, 0}, 1}, {{0, 0}, 2}, {{0, 0}, 3}};
    const auto not_two = [](const app::LabelSpot& spot) { return spot.slot != 2; };
    const auto slots = [](const std::vector<app::LabelSpot>& all) {
        std::vector<std::pair<int, bool>> out;
        for (const app::LabelSpot& spot : all) {
            out.emplace_back(spot.slot, spot.fits);
        }
        return out;
    };
    using Slots = std::vector<std::pair<int, bool>>;
    CHECK(slots(app::allowed_spots(spots, {}, 6, not_two)) == Slots{{1, true}, {3, true}});
    CHECK(slots(app::allowed_spots(spots, std::uint16_t{2}, 6, not_two)) == Slots{{1, true}, {2, false}, {3, true}});
    std::vector<app::LabelSpot> offered;
    app::offer(offered, spots, false, std::uint16_t{3});
    CHECK(slots(offered) == Slots{{3, false}});
    app::offer(offered, spots, false, {});
    CHECK(offered.size() == 1);
    app::offer(offered, spots, true, {});
    CHECK(offered.size() == 4);
}

TEST_CASE("a label steps off a link, or goes, unless it may stand on one") {
    LinkScene links;
    links.links.resize(1);
    links.links[0].paths = {render::path_from_points({{440, 0}, {440, 600}})};
    LabelMemory memory;
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 1)};
    CHECK(app::place_labels(labels, screen, {}, links, memory, {})[0].baseline == ScreenPt{330, 304});
    links.links[0].paths.push_back(render::path_from_points({{360, 0}, {360, 600}}));
    memory = {};
    CHECK(app::place_labels(labels, screen, {}, links, memory, {}).empty());
    labels[0].over_links = true;
    memory = {};
    CHECK(app::place_labels(labels, screen, {}, links, memory, {}).size() == 1);
}

TEST_CASE("a label does not cover the dot of another place") {
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 9), label(2, {435, 300}, 20)};
    labels[1].mark = app::LabelMark::Dot;
    labels[1].spots = {{{10.0F, 40.0F}, 0}};
    LabelMemory memory;
    const auto placed = app::place_labels(labels, screen, {}, {}, memory, {});
    REQUIRE(placed.size() == 2);
    CHECK(placed[1].baseline == ScreenPt{330, 304});
}

TEST_CASE("names stand in the languages that are asked for") {
    const auto lines_of = [](LabelMode mode, const std::string& id) {
        AppState state = support::bundled_state();
        state.labels = mode;
        std::vector<std::string> texts;
        for (const LabelCandidate& candidate : Scene{state}.candidates) {
            if (words(candidate) == id || (candidate.lines.size() > 1 && candidate.lines[1].text == id)) {
                for (const app::LabelLine& line : candidate.lines) {
                    texts.push_back(line.text + '/' + line.style.language.tag());
                }
            }
        }
        return texts;
    };
    using Texts = std::vector<std::string>;
    CHECK(lines_of(LabelMode::English, "PAKISTAN") == Texts{"PAKISTAN/"});
    CHECK(lines_of(LabelMode::Local, "پاکستان") == Texts{"پاکستان/ur"});
    CHECK(lines_of(LabelMode::Both, "PAKISTAN") == Texts{"PAKISTAN/", "پاکستان/ur"});
    CHECK(lines_of(LabelMode::Local, "ҚАЗАҚСТАН") == Texts{"ҚАЗАҚСТАН/kk"});
    CHECK(lines_of(LabelMode::Local, "Arabian Sea") == Texts{"Arabian Sea/"});  // has no local name
    CHECK(lines_of(LabelMode::Local, "বঙ্গোপসাগর") == Texts{"বঙ্গোপসাগর/bn"});
    CHECK(lines_of(LabelMode::Both, "Bay of Bengal") == Texts{"Bay of Bengal/", "বঙ্গোপসাগর/bn"});
    CHECK(lines_of(LabelMode::Local, "اسلام آباد") == Texts{"اسلام آباد/ur"});
}

TEST_CASE("two languages of a country give two lines, the same spelling in both gives one") {
    const auto names = [](LabelMode mode, const std::vector<geodata::LocalName>& local) {
        std::vector<std::string> texts;
        for (const app::Name& name : app::names_in(mode, "Land", local)) {
            texts.push_back(name.text + '/' + name.language);
        }
        return texts;
    };
    using Texts = std::vector<std::string>;
    const std::vector<geodata::LocalName> two{{"si", "a"}, {"ta", "b"}};
    CHECK(names(LabelMode::English, two) == Texts{"Land/"});
    CHECK(names(LabelMode::Local, two) == Texts{"a/si", "b/ta"});
    CHECK(names(LabelMode::Both, two) == Texts{"Land/", "a/si"});
    CHECK(names(LabelMode::Local, {{"prs", "a"}, {"ps", "a"}}) == Texts{"a/prs"});
    CHECK(names(LabelMode::Local, {{"aa", "a"}, {"bb", "b"}, {"cc", "c"}}) == Texts{"a/aa", "b/bb"});
    CHECK(names(LabelMode::Local, {}) == Texts{"Land/"});
    CHECK(names(LabelMode::Both, {}) == Texts{"Land/"});
    CHECK(names(LabelMode::Both, {{"de", "Land"}}) == Texts{"Land/"});
}

TEST_CASE("near enough, towns have a second line too, which goes first where room is short") {
    AppState state = support::bundled_state();
    state.labels = LabelMode::Both;
    state.camera.metres_per_pt = 1500.0;
    state.camera.center = bundled().world.project({73.0, 32.5}).value();
    const Scene scene{state};
    const auto lahore = std::find_if(scene.candidates.begin(), scene.candidates.end(),
                                     [](const LabelCandidate& candidate) { return words(candidate) == "Lahore"; });
    REQUIRE(lahore != scene.candidates.end());
    REQUIRE(lahore->lines.size() == 2);
    CHECK(lahore->lines[1].text == "لاہور");
    const std::vector<LabelCandidate> alone{*lahore};
    const ScreenPt at = lahore->anchor;
    LabelMemory memory;
    const auto free = app::place_labels(alone, scene.screen, {}, {}, memory, {});
    REQUIRE(free.size() == 1);
    CHECK(app::lines_of(free.front()).size() == 2);
    // A band of so little height that only one line has room in it.
    const std::vector<RectPt> band{{0.0F, 0.0F, 4000.0F, at.y - 13.0F}, {0.0F, at.y + 13.0F, 4000.0F, 4000.0F}};
    memory = {};
    const auto squeezed = app::place_labels(alone, scene.screen, band, {}, memory, {});
    REQUIRE(squeezed.size() == 1);
    CHECK(app::lines_of(squeezed.front()).size() == 1);
}

TEST_CASE("without names only links are named") {
    AppState state = support::bundled_state();
    state.labels = LabelMode::None;
    const Scene scene{state};
    CHECK_FALSE(scene.candidates.empty());
    for (const LabelCandidate& candidate : scene.candidates) {
        CHECK(candidate.lines.front().style.face == render::text::Face::SemiBold);
        CHECK(candidate.lines.size() == 2);
    }
}

TEST_CASE("ports have a ring and other towns a dot") {
    AppState state = support::bundled_state();
    state.camera.metres_per_pt = 1200.0;
    state.camera.center = bundled().world.project({66.5, 25.5}).value();
    std::map<std::string, app::LabelMark> marks;
    for (const LabelCandidate& candidate : Scene{state}.candidates) {
        marks[words(candidate)] = candidate.mark;
    }
    CHECK(marks.at("Karachi") == app::LabelMark::PortRing);
    CHECK(marks.at("Hyderabad") == app::LabelMark::Dot);
}

TEST_CASE("a country is named in the middle of what is seen of it") {
    AppState state = support::bundled_state();
    state.camera.metres_per_pt = 1500.0;
    state.camera.center =
        bundled().world.project({74.0, 26.5}).value();  // Rajasthan; Lahore is in sight, Quetta is not
    const Scene scene{state};
    const auto middle_of = [&](const std::string& name) {
        for (const PlacedLabel& placed : scene.place()) {
            if (words(*placed.label) == name) {
                const auto at =
                    bundled().world.projection->lonlat_from_world(state.camera.world_from_screen(placed.box.center()));
                const auto id = at ? bundled().world.boundaries->country_at(*at) : std::nullopt;
                return id ? (*bundled().world.boundaries)[*id].name : std::string{"nowhere"};
            }
        }
        return std::string{"not placed"};
    };
    CHECK(middle_of("INDIA") == "India");
    CHECK(middle_of("PAKISTAN") == "Pakistan");
}

TEST_CASE("no name of a country stands where the land is disputed") {
    std::size_t names = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        AppState state = some_state(seed);
        state.labels = seed % 2 == 0 ? LabelMode::English : LabelMode::Both;
        state.camera.center =
            bundled().world.project({seed % 3 == 0 ? 94.0 : 76.0, seed % 3 == 0 ? 28.0 : 35.0}).value();
        state.camera.metres_per_pt = 700.0 + 60.0 * seed;
        const Scene scene{state};
        for (const PlacedLabel& placed : scene.place()) {
            if (placed.label->mark != app::LabelMark::None || !is_country(*placed.label)) {
                continue;
            }
            ++names;
            CAPTURE(seed);
            CAPTURE(words(*placed.label));
            const ScreenPt middle = placed.pieces[placed.pieces.size() / 2].center();
            const auto is_disputed = [&](const geodata::Polygon& polygon, float right) {
                const auto at = bundled().world.projection->lonlat_from_world(
                    state.camera.world_from_screen({middle.x + right, middle.y}));
                return at && geodata::ring_contains(polygon.rings.front(), *at);
            };
            for (const geodata::DisputedArea& area : bundled().world.boundaries->disputed_areas()) {
                for (const geodata::Polygon& polygon : area.polygons) {
                    // The survey has cells of 16 points and cannot see a tip that is narrower, such as the northern one
                    // of Zaporizhzhia from afar.
                    CHECK_FALSE(
                        (is_disputed(polygon, -8.0F) && is_disputed(polygon, 0.0F) && is_disputed(polygon, 8.0F)));
                }
            }
        }
    }
    CHECK(names > 100);
}

TEST_CASE("no name of a country hangs over the end of the map") {
    std::size_t names = 0;
    std::size_t in_space = 0;
    for (unsigned seed = 0; seed < 24; ++seed) {
        AppState state = some_state(seed);
        state.labels = seed % 2 == 0 ? LabelMode::English : LabelMode::Both;
        state.selection = {};
        state.camera.metres_per_pt = 9000.0 + 400.0 * seed;
        const Scene scene{state};
        for (const PlacedLabel& placed : scene.place()) {
            if (placed.label->mark != app::LabelMark::None || !is_country(*placed.label)) {
                continue;
            }
            ++names;
            for (const RectPt& piece : placed.pieces) {
                for (const float x : {piece.left + 16.0F, piece.center().x, piece.right - 16.0F}) {
                    const auto at = state.camera.world_from_screen({x, piece.center().y});
                    in_space += scene.ground.country_at(at) == NameGround::space ? 1 : 0;
                }
            }
        }
    }
    CHECK(names > 200);
    CHECK(in_space == 0);
}

TEST_CASE("lakes and rivers are named when the map is near, rivers along their course") {
    AppState state = support::bundled_state();
    state.time.playhead = -1e5;
    state.camera.metres_per_pt = 900.0;
    state.camera.center = bundled().world.project({76.5, 43.5}).value();  // Issyk-Kul, Balkhash, Kapchagay
    std::set<std::string> near;
    const Scene mountains{state};
    for (const PlacedLabel& placed : mountains.place()) {
        near.insert(words(*placed.label));
    }
    CHECK(near.contains("Issyk-Kul"));
    CHECK(near.contains("Lake Balkhash"));
    state.camera.center = bundled().world.project({83.0, 26.0}).value();
    const Scene plain{state};
    bool ganges = false;
    for (const PlacedLabel& placed : plain.place()) {
        if (words(*placed.label) == "Ganges") {
            ganges = true;
            CHECK(std::abs(placed.spot.slant) <= 66.0F * 3.1416F / 180.0F);
        }
    }
    CHECK(ganges);
    state.camera.metres_per_pt = 5000.0;
    for (const LabelCandidate& candidate : Scene{state}.candidates) {
        CHECK(words(candidate) != "Ganges");
    }
}

TEST_CASE("a slanted label is covered by boxes along its line") {
    LabelCandidate slanted = label(1, {400, 300}, 1);
    const app::LabelSpot spot{{0.0F, 0.0F}, 0, app::LabelAlign::Center, 0.5F, 0.001F};
    const PlacedLabel placed = app::placed_at(slanted, spot);
    REQUIRE(placed.pieces.size() == 5);
    for (std::size_t i = 0; i + 1 < placed.pieces.size(); ++i) {
        CHECK(placed.pieces[i].intersects(placed.pieces[i + 1].grown(0.1F)));
        CHECK(placed.pieces[i].center().y < placed.pieces[i + 1].center().y);  // it falls to the right
    }
    const ScreenPt end{400.0F + 29.0F * std::cos(0.5F), 300.0F + 29.0F * std::sin(0.5F)};
    CHECK(placed.pieces.back().grown(1.0F).contains(end));
    CHECK(placed.box.width() < 75.0F);
    CHECK(placed.box.height() > 28.0F);
}

TEST_CASE("heads of visits and hubs push labels away even where they may stand on links") {
    AppState state = support::bundled_state();
    const World& world = bundled().world;
    const auto links = app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
    const auto boxes = app::link_obstacles(state, world, links);
    std::size_t hubs = 0;
    for (const app::LinkLayout& link : links.links) {
        if (link.hub) {
            ++hubs;
            CHECK(std::any_of(boxes.begin(), boxes.end(), [&](const RectPt& box) { return box.contains(*link.hub); }));
        }
    }
    CHECK(hubs > 0);
}

TEST_CASE("a place whose mark lies under another name is not named") {
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 20), label(2, {430, 302}, 9)};
    labels[1].mark = app::LabelMark::Dot;
    LabelMemory memory;
    CHECK(app::place_labels(labels, screen, {}, {}, memory, {}).size() == 1);
    labels[1].anchor = {430, 340};
    CHECK(app::place_labels(labels, screen, {}, {}, memory, {}).size() == 2);
}

TEST_CASE("labels without a place to go are left out") {
    LabelMemory memory;
    std::vector<LabelCandidate> labels{label(1, {400, 300}, 1)};
    labels[0].spots.clear();
    CHECK(app::place_labels(labels, screen, {}, {}, memory, {}).empty());
    labels = {label(2, {795, 300}, 1)};
    labels[0].spots = {{{10.0F, 4.0F}, 0}};
    CHECK(app::place_labels(labels, screen, {}, {}, memory, {}).empty());
}
