// Names on the map: which, where and how large. Placement is pure: the same candidates give the same places, and a
// label keeps the place it had where it can.
#pragma once

#include "app/scene/link_layout.h"
#include "app/state/app_state.h"
#include "render/text/text.h"

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace app {

/// One line or two, with the places it would like, best first.
struct LabelCandidate {
    std::uint64_t id = 0;  ///< the same thing has the same id in every frame
    std::string text;
    std::string second_line;
    render::text::TextStyle style;
    render::text::TextStyle second_style;
    render::Rgba color;
    render::Rgba second_color;
    int priority = 0;  ///< greater first
    render::ScreenPt anchor;
    float dot_radius_pt = 0.0F;  ///< 0: no dot
    bool over_links = false;     ///< may stand on a link when nothing else is free
    bool must = false;           ///< is placed in its first place whatever is there
    /// Left ends of the first baseline, relative to the anchor, best first.
    std::vector<render::ScreenPt> offsets;
    float width_pt = 0.0F;
    float height_pt = 0.0F;
};

struct PlacedLabel {
    const LabelCandidate* label = nullptr;
    render::ScreenPt baseline;  ///< left end
    render::RectPt box;
};

/// Remembers which of its places each label had.
using LabelMemory = std::unordered_map<std::uint64_t, std::size_t>;

/// Places labels by priority: none overlaps another, none lies under `covered`, all lie inside `screen`. A label that
/// crosses a link moves to a free place or, where it may not stand on links, goes.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const LabelCandidate> candidates,
                                                    const render::RectPt& screen,
                                                    std::span<const render::RectPt> covered, const LinkScene& links,
                                                    LabelMemory& memory);

/// Width of a text in points.
using MeasureText = std::function<float(std::string_view, const render::text::TextStyle&)>;

/// Everything that would like a name now: countries, cities, seas, links.
[[nodiscard]] std::vector<LabelCandidate> label_candidates(const AppState& state, const World& world,
                                                           const LinkScene& links, const MeasureText& measure);

}  // namespace app
