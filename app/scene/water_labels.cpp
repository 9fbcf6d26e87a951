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

/// Around its point, so far that a great sea may be named wherever it is free.
std::vector<LabelSpot> sea_spots(float width_pt, bool great) {
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
        }
    }
    return spots;
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
    label.lines.push_back(
        {std::string{sea.name}, {Face::Italic, sea.great ? 14.0F : 12.0F, 0.06F}, scene.theme().label_sea});
    label.priority = sea.great ? 520 : 260;
    stack_lines(label, scene.measure, 0.0F);
    const float width = block_of(label).width_pt;
    const std::size_t countries = scene.world.boundaries->countries().size();
    label.spots = allowed_spots(sea_spots(width, sea.great), [&](const LabelSpot& spot) {
        const ScreenPt left{at->x + spot.at.x, at->y + spot.at.y - 5.0F};
        const auto is_wet = [&](float part) {
            const std::uint32_t there = scene.country_under({left.x + width * part, left.y});
            return there >= countries && there != NameGround::disputed;
        };
        return is_wet(0.0F) && is_wet(0.5F) && is_wet(1.0F);
    });
    out.push_back(std::move(label));
}

void add_lake(const LabelScene& scene, const LakePlace& lake, LabelCandidates& out) {
    constexpr float least_pt = 22.0F;  // across
    const auto at = scene.on_screen(lake.middle);
    const auto across = static_cast<float>(lake.across_m / scene.state.camera.metres_per_pt);
    const auto high = static_cast<float>(lake.high_m / scene.state.camera.metres_per_pt);
    if (!at || std::max(across, high) < least_pt) {
        return;
    }
    LabelCandidate label;
    label.id = label_id("lake", lake.name);
    label.anchor = *at;
    label.lines.push_back({lake.name, {Face::Italic, 12.0F, 0.04F}, scene.theme().label_sea});
    label.priority = 255;
    stack_lines(label, scene.measure, 0.0F);
    const float width = block_of(label).width_pt;
    constexpr std::uint16_t inside_slot = 100;
    if (width < across * 0.9F && high > 20.0F) {
        label.spots.push_back({{-width / 2.0F, centred_baseline(label)}, inside_slot});
    }
    // Beside it: to its right and left by half its breadth, above and below by half its height.
    constexpr float gap_pt = 4.0F;
    for (LabelSpot spot : spots_around(label, gap_pt)) {
        constexpr std::array<ScreenPt, 4> ways{{{0.5F, 0.0F}, {-0.5F, 0.0F}, {0.0F, 0.5F}, {0.0F, -0.5F}}};
        if (spot.slot < ways.size()) {
            spot.at.x += ways.at(spot.slot).x * across;
            spot.at.y += ways.at(spot.slot).y * high;
            const ScreenPt middle{at->x + spot.at.x + width / 2.0F, at->y + spot.at.y};
            if (scene.country_under(middle) != NameGround::water) {  // a lake's name at sea would be the sea's
                label.spots.push_back(spot);
            }
        }
    }
    if (!label.spots.empty()) {
        out.push_back(std::move(label));
    }
}

void add_river(const LabelScene& scene, const RiverStretch& river, LabelCandidates& out) {
    const auto at = scene.on_screen(river.middle);
    if (!at) {
        return;
    }
    LabelCandidate label;
    label.id = label_id("river", river.name);
    label.anchor = *at;
    label.lines.push_back({river.name, river_style(), scene.theme().label_sea});
    label.priority = 240 - river.rank;
    stack_lines(label, scene.measure, 0.0F);
    constexpr float above_pt = -6.0F;
    constexpr float below_pt = 15.0F;
    std::uint16_t slot = 0;
    for (const float off : {above_pt, below_pt}) {
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
