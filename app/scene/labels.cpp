#include "app/scene/labels.h"

#include "app/scene/label_sources.h"
#include "app/scene/pack_links.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using render::RectPt;
using render::ScreenPt;

std::set<std::string, std::less<>> partners_of(const AppState& state, const World& world, const LinkScene& links) {
    std::set<std::string, std::less<>> out;
    for (const LinkLayout& link : links.links) {
        const events::Event& event = (*world.events)[link.event];
        const bool touched = std::any_of(state.selection.countries.begin(), state.selection.countries.end(),
                                         [&](const std::string& code) { return event.touches(code); });
        for (const events::Party& party : event.parties) {
            if (touched && party.is_country) {
                out.insert(party.code);
            }
        }
    }
    for (const BundleLayout& layout : links.bundles.bundles) {
        for (const std::string& code : state.selection.countries) {
            if (code == layout.bundle.a.code || code == layout.bundle.b.code) {
                out.insert(layout.bundle.a.code);
                out.insert(layout.bundle.b.code);
            }
        }
    }
    return out;
}

}  // namespace

bool LabelScene::is_selected(std::string_view code) const {
    const auto& chosen = state.selection.countries;
    return std::find(chosen.begin(), chosen.end(), code) != chosen.end();
}

std::optional<ScreenPt> LabelScene::on_screen(geodata::WorldXY at) const {
    const ScreenPt p = state.camera.screen_from_world(at);
    const render::SizePt size = state.camera.size;
    const bool near = p.x > -200.0F && p.y > -100.0F && p.x < size.width + 200.0F && p.y < size.height + 100.0F;
    return near ? std::optional{p} : std::nullopt;
}

std::optional<ScreenPt> LabelScene::on_screen(geodata::LonLat at) const {
    const auto there = world.project(at);
    return there ? on_screen(*there) : std::nullopt;
}

std::uint32_t LabelScene::country_under(ScreenPt at) const {
    return ground.country_at(state.camera.world_from_screen(at));
}

std::uint64_t label_id(std::string_view kind, std::string_view name) {
    return std::hash<std::string_view>{}(kind)*31U + std::hash<std::string_view>{}(name);
}

std::vector<Name> names_in(LabelMode mode, std::string_view english, const std::vector<geodata::LocalName>& local) {
    std::vector<Name> names;
    const auto add = [&](std::string_view text, std::string_view language) {
        const bool known = std::any_of(names.begin(), names.end(), [&](const Name& name) { return name.text == text; });
        if (!known && names.size() < 2) {
            names.push_back({std::string{text}, std::string{language}});
        }
    };
    if (mode != LabelMode::Local || local.empty()) {
        add(english, {});
    }
    if (mode == LabelMode::Local) {
        for (const geodata::LocalName& name : local) {
            add(name.name, name.language);
        }
    } else if (mode == LabelMode::Both && !local.empty()) {
        add(local.front().name, local.front().language);
    }
    return names;
}

void stack_lines(LabelCandidate& label, const MeasureExtent& measure, float gap_pt) {
    float down = 0.0F;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        LabelLine& line = label.lines[i];
        line.extent = measure(line.text, line.style);
        down += i == 0 ? 0.0F : label.lines[i - 1].extent.below_pt + gap_pt + line.extent.above_pt;
        line.down_pt = std::round(down);
    }
}

float centred_baseline(const LabelCandidate& label, std::size_t lines) {
    const LabelBlock block = block_of(label, lines);
    // Latin capitals are centred by themselves and not with the room that tails would need.
    const float size = label.lines.front().style.size_pt;
    const bool plain = std::min(lines, label.lines.size()) == 1 && block.above_pt <= size * 0.81F;
    return plain ? size * 0.36F : (block.above_pt - block.below_pt) / 2.0F;
}

std::vector<LabelSpot> spots_around(const LabelCandidate& label, float gap_pt, std::uint16_t first_slot,
                                    std::size_t lines) {
    const LabelBlock block = block_of(label, lines);
    const float width = block.width_pt;
    const float level = centred_baseline(label, lines);
    const float under = gap_pt + block.above_pt;
    const float tails = label.lines.front().style.size_pt * 0.26F;  // may hang into the gap above a mark
    const float over = -gap_pt - (block.below_pt - tails);
    const float lower = std::max(level, under - 2.0F);
    std::vector<LabelSpot> spots{
        {{gap_pt, level}, 0, LabelAlign::Left},           {{-gap_pt - width, level}, 0, LabelAlign::Right},
        {{-width / 2.0F, under}, 0, LabelAlign::Center},  {{-width / 2.0F, over}, 0, LabelAlign::Center},
        {{gap_pt * 0.3F, under}, 0, LabelAlign::Left},    {{gap_pt, lower}, 0, LabelAlign::Left},
        {{-gap_pt - width, lower}, 0, LabelAlign::Right}, {{gap_pt, over}, 0, LabelAlign::Left},
        {{-gap_pt - width, over}, 0, LabelAlign::Right}};
    for (LabelSpot& spot : spots) {
        spot.slot = first_slot++;
    }
    return spots;
}

std::vector<LabelSpot> spots_in_rings(const LabelCandidate& label, const std::array<float, 3>& gaps_pt, ScreenPt off,
                                      std::size_t lines) {
    std::vector<LabelSpot> spots;
    std::uint16_t slot = 0;
    for (const float gap : gaps_pt) {
        for (LabelSpot spot : spots_around(label, gap, slot, lines)) {
            spot.at = {spot.at.x + off.x, spot.at.y + off.y};
            spots.push_back(spot);
        }
        slot = static_cast<std::uint16_t>(slot + slots_of_ring);
    }
    return spots;
}

void add_spots_by_lines(LabelCandidate& label, HadSlot had,
                        const std::function<std::vector<LabelSpot>(std::size_t, HadSlot)>& spots_for) {
    constexpr std::uint16_t single_slots = 1000;
    const auto singles = [&](HadSlot slot) {
        std::vector<LabelSpot> spots = spots_for(1, slot);
        for (LabelSpot& spot : spots) {
            spot.lines = 1;
            spot.slot = static_cast<std::uint16_t>(spot.slot + single_slots);
        }
        return spots;
    };
    const bool had_single = had && *had >= single_slots;
    const HadSlot single = had_single ? HadSlot{static_cast<std::uint16_t>(*had - single_slots)} : HadSlot{};
    if (label.lines.size() == 1) {
        label.spots = had_single ? singles(single) : spots_for(1, had);  // it may have had two lines before
        return;
    }
    label.spots = spots_for(label.lines.size(), had_single ? HadSlot{} : had);
    const auto further = singles(single);
    label.spots.insert(label.spots.end(), further.begin(), further.end());
}

std::vector<LabelSpot> allowed_spots(const std::vector<LabelSpot>& spots, HadSlot had, std::size_t enough,
                                     const std::function<bool(const LabelSpot&)>& allowed) {
    std::vector<LabelSpot> kept;
    for (const LabelSpot& spot : spots) {
        const bool is_had = had == spot.slot;
        if (!is_had && (kept.size() >= enough || !spot.fits)) {
            continue;
        }
        const bool fits = spot.fits && allowed(spot);
        if (fits || is_had) {
            kept.push_back(spot);
            kept.back().fits = fits;
        }
    }
    return kept;
}

void offer(std::vector<LabelSpot>& to, const std::vector<LabelSpot>& spots, bool fit, HadSlot had) {
    for (const LabelSpot& spot : spots) {
        if (fit || had == spot.slot) {
            to.push_back(spot);
            to.back().fits = fit && spot.fits;
        }
    }
}

std::vector<LabelCandidate> label_candidates(const AppState& state, const World& world, const LinkScene& links,
                                             const NameGround& ground, const WaterNames& waters,
                                             const MeasureExtent& measure, const LabelMemory& memory) {
    const LabelScene scene{state,
                           world,
                           links,
                           ground,
                           waters,
                           measure,
                           memory,
                           opened_parties(state, world),
                           partners_of(state, world, links)};
    LabelCandidates out;
    if (state.labels != LabelMode::None) {
        add_country_labels(scene, out);
        add_town_labels(scene, out);
        add_water_labels(scene, out);
    }
    add_link_labels(scene, out);
    return out;
}

std::vector<RectPt> link_obstacles(const AppState& state, const World& world, const LinkScene& links) {
    constexpr float reach = 6.0F;
    std::vector<RectPt> boxes;
    const auto add = [&](ScreenPt at) { boxes.push_back({at.x - reach, at.y - reach, at.x + reach, at.y + reach}); };
    for (const LinkLayout& link : links.links) {
        const events::Event& event = (*world.events)[link.event];
        if (event.date) {
            if (const auto head = head_of(link, phase_of(event, state.time))) {
                add(*head);
            }
        }
        if (link.hub) {
            boxes.push_back(hub_box(link).grown(-4.0F));
        } else if (link.motion == events::Motion::Bond && !link.paths.empty()) {
            add(render::at(link.paths.front(), link.paths.front().length() / 2.0F).at);  // its seal
        }
    }
    return boxes;
}

}  // namespace app
