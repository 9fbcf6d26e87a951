// Names of waters, in italics: seas anywhere in them, lakes in or beside them, rivers along their course.
#include "app/scene/label_sources.h"
#include "app/scene/sea_names.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

using render::ScreenPt;
using render::text::Face;
using render::text::Language;
using render::text::TextStyle;

/// Around its point, so far that a great sea may be named wherever it is free, and not so far that it is another one.
std::vector<LabelSpot> sea_spots(float width_pt, bool great, double metres_per_pt) {
    const float reach_pt = static_cast<float>((great ? 450e3 : 200e3) / metres_per_pt);
    constexpr float down_pt = 5.0F;
    std::uint16_t slot = 0;
    std::vector<LabelSpot> spots{{{-width_pt / 2.0F, down_pt}, slot++}};
    constexpr std::array<ScreenPt, 8> ways{{{0.0F, 1.0F},
                                            {0.0F, -1.0F},
                                            {1.0F, 0.0F},
                                            {-1.0F, 0.0F},
                                            {0.7F, 0.7F},
                                            {-0.7F, 0.7F},
                                            {0.7F, -0.7F},
                                            {-0.7F, -0.7F}}};
    for (const float step : {40.0F, 80.0F, 130.0F}) {
        for (const ScreenPt way : ways) {
            const float far = step * (great ? 1.0F : 0.4F);
            spots.push_back({{way.x * far - width_pt / 2.0F, down_pt + way.y * far}, slot++});
            spots.back().fits = far <= reach_pt;
        }
    }
    return spots;
}

/// One or two lines in italics.
void add_lines(const LabelScene& scene, std::string_view english, const std::vector<geodata::LocalName>& local,
               const TextStyle& style, LabelCandidate& label) {
    for (const Name& name : names_in(scene.state.labels, english, local)) {
        LabelLine line{name.text, style, scene.theme().label_sea};
        line.style.language = Language{name.language};
        line.style.size_pt = label.lines.empty() ? style.size_pt : 12.0F;
        label.lines.push_back(std::move(line));
    }
    constexpr float gap_pt = 1.0F;
    stack_lines(label, scene.measure, gap_pt);
}

void add_sea(const LabelScene& scene, const SeaName& sea, LabelCandidates& out) {
    const auto at = scene.on_screen(sea.at);
    const double widest = sea.great ? 14000.0 : 6000.0;
    if (!at || scene.state.camera.metres_per_pt > widest) {
        return;
    }
    LabelCandidate label;
    label.id = label_id("sea", sea.name);
    label.anchor = *at;
    add_lines(scene, sea.name, local_names(scene.world, sea.name), {Face::Italic, sea.great ? 14.0F : 12.0F, 0.06F},
              label);
    label.priority = sea.great ? 520 : 260;
    const std::size_t countries = scene.world.boundaries->countries().size();
    add_spots_by_lines(label, scene.memory.slot_of(label.id), [&](std::size_t lines, HadSlot had) {
        const float width = block_of(label, lines).width_pt;
        const auto spots = sea_spots(width, sea.great, scene.state.camera.metres_per_pt);
        return allowed_spots(spots, had, spots.size(), [&](const LabelSpot& spot) {
            const ScreenPt left{at->x + spot.at.x, at->y + spot.at.y - 5.0F};
            const auto is_wet = [&](float part) {
                const std::uint32_t there = scene.country_under({left.x + width * part, left.y});
                return there >= countries && NameGround::bears_names(there);
            };
            return is_wet(0.0F) && is_wet(0.5F) && is_wet(1.0F);
        });
    });
    out.push_back(std::move(label));
}

/// In the lake where it is large enough, else beside it: right, left, below, above, by half of its breadth or height.
std::vector<LabelSpot> lake_spots(const LabelScene& scene, const LabelCandidate& label, render::SizePt lake,
                                  std::size_t lines, HadSlot had) {
    const LabelBlock block = block_of(label, lines);
    constexpr std::uint16_t inside_slot = 100;
    std::vector<LabelSpot> spots;
    const bool fits = block.width_pt < lake.width * 0.9F && lake.height > block.above_pt + block.below_pt + 5.0F;
    offer(spots, {{{-block.width_pt / 2.0F, centred_baseline(label, lines)}, inside_slot}}, fits, had);
    constexpr float gap_pt = 4.0F;
    constexpr std::array<ScreenPt, 4> ways{{{0.5F, 0.0F}, {-0.5F, 0.0F}, {0.0F, 0.5F}, {0.0F, -0.5F}}};
    for (LabelSpot spot : spots_around(label, gap_pt, 0, lines)) {
        if (spot.slot < ways.size()) {
            spot.at.x += ways.at(spot.slot).x * lake.width;
            spot.at.y += ways.at(spot.slot).y * lake.height;
            const ScreenPt middle{label.anchor.x + spot.at.x + block.width_pt / 2.0F, label.anchor.y + spot.at.y};
            // A lake's name at sea would be the sea's.
            offer(spots, {spot}, scene.country_under(middle) != NameGround::water, had);
        }
    }
    return spots;
}

void add_lake(const LabelScene& scene, const LakePlace& lake, LabelCandidates& out) {
    constexpr float least_pt = 22.0F;  // across
    const auto at = scene.on_screen(lake.middle);
    const render::SizePt size{static_cast<float>(lake.across_m / scene.state.camera.metres_per_pt),
                              static_cast<float>(lake.high_m / scene.state.camera.metres_per_pt)};
    if (!at || std::max(size.width, size.height) < least_pt) {
        return;
    }
    LabelCandidate label;
    label.id = label_id("lake", lake.name);
    label.anchor = *at;
    add_lines(scene, lake.name, lake.local, {Face::Italic, 12.0F, 0.04F}, label);
    label.priority = 255;
    add_spots_by_lines(label, scene.memory.slot_of(label.id),
                       [&](std::size_t lines, HadSlot had) { return lake_spots(scene, label, size, lines, had); });
    if (!label.spots.empty()) {
        out.push_back(std::move(label));
    }
}

/// Of a river's local names the one in a language of the country that it flows through there, else the foremost.
const geodata::LocalName& name_there(const LabelScene& scene, const RiverStretch& river, ScreenPt at) {
    const auto& countries = scene.world.boundaries->countries();
    const std::uint32_t there = scene.country_under(at);
    const auto* country =
        there < countries.size() ? scene.world.gazetteer.places.country(countries[there].code) : nullptr;
    if (country != nullptr) {
        for (const geodata::LocalName& own : country->local) {
            const auto found =
                std::find_if(river.local.begin(), river.local.end(),
                             [&](const geodata::LocalName& name) { return name.language == own.language; });
            if (found != river.local.end()) {
                return *found;
            }
        }
    }
    return river.local.front();
}

/// Above the river or below it, along its course; two names beside each other.
void add_river(const LabelScene& scene, const RiverStretch& river, LabelCandidates& out) {
    const auto at = scene.on_screen(river.middle);
    if (!at) {
        return;
    }
    std::vector<geodata::LocalName> local;
    if (!river.local.empty()) {
        local.push_back(name_there(scene, river, *at));
    }
    const auto names = names_in(scene.state.labels, river.name, local);
    LabelCandidate label;
    label.id = label_id("river", river.name);
    label.anchor = *at;
    label.lines.push_back({names.size() > 1 ? river_words(names.front().text, names.back().text) : names.front().text,
                           river_style(names.back().language), scene.theme().label_sea});
    label.priority = 240 - river.rank;
    stack_lines(label, scene.measure, 0.0F);
    const LabelBlock block = block_of(label);
    constexpr float gap_pt = 2.8F;
    constexpr float rise_pt = 2.4F;  // of the room above letters that is empty over most of them
    std::uint16_t slot = 0;
    for (const float off : {-block.below_pt - gap_pt, block.above_pt + gap_pt + rise_pt}) {
        LabelSpot spot;
        spot.at = {-std::sin(river.angle) * off, std::cos(river.angle) * off};
        spot.slot = slot++;
        spot.slant = river.angle;
        spot.bend = static_cast<float>(river.bend_per_m * scene.state.camera.metres_per_pt);
        label.spots.push_back(spot);
    }
    out.push_back(std::move(label));
}

}  // namespace

void add_water_labels(const LabelScene& scene, LabelCandidates& out) {
    for (const SeaName& sea : sea_names()) {
        add_sea(scene, sea, out);
    }
    for (const LakePlace& lake : scene.waters.lakes) {
        add_lake(scene, lake, out);
    }
    for (const RiverStretch& river : scene.waters.rivers) {
        add_river(scene, river, out);
    }
}

}  // namespace app
