// Names of waters, in italics: seas anywhere in them.
#include "app/scene/label_sources.h"
#include "app/scene/sea_names.h"

#include <array>

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
            return scene.country_under({left.x + width * part, left.y}) >= countries;
        };
        return is_wet(0.0F) && is_wet(0.5F) && is_wet(1.0F);
    });
    out.push_back(std::move(label));
}

}  // namespace

void add_water_labels(const LabelScene& scene, LabelCandidates& out) {
    for (const SeaName& sea : sea_names()) {
        add_sea(scene, sea, out);
    }
}

}  // namespace app
