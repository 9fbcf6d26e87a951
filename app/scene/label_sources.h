// What the four sources of names (countries, towns, waters, links) share. For app/scene/labels.cpp and its parts.
#pragma once

#include "app/scene/label.h"
#include "app/scene/label_memory.h"
#include "app/scene/link_layout.h"
#include "app/scene/name_ground.h"
#include "app/scene/water_places.h"
#include "app/state/app_state.h"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct LabelScene {
    const AppState& state;
    const World& world;
    const LinkScene& links;
    const NameGround& ground;
    const WaterNames& waters;
    const MeasureExtent& measure;
    const LabelMemory& memory;
    OpenedParties opened;
    std::set<std::string, std::less<>> partners;  ///< countries that share a visible event with the selection

    [[nodiscard]] const render::Theme& theme() const { return *state.theme; }
    [[nodiscard]] bool is_selected(std::string_view code) const;
    /// On screen or a little beside it.
    [[nodiscard]] std::optional<render::ScreenPt> on_screen(geodata::WorldXY at) const;
    [[nodiscard]] std::optional<render::ScreenPt> on_screen(geodata::LonLat at) const;
    [[nodiscard]] std::uint32_t country_under(render::ScreenPt at) const;
};

using LabelCandidates = std::vector<LabelCandidate>;

void add_country_labels(const LabelScene& scene, LabelCandidates& out);
void add_town_labels(const LabelScene& scene, LabelCandidates& out);
void add_water_labels(const LabelScene& scene, LabelCandidates& out);
void add_link_labels(const LabelScene& scene, LabelCandidates& out);

/// The same for the same kind and name.
[[nodiscard]] std::uint64_t label_id(std::string_view kind, std::string_view name);

/// A name and its language, which is empty for English.
struct Name {
    std::string text;
    std::string language;
};
/// One or two names, the foremost first, as the mode (not None) asks for. What has no local name stands in English.
[[nodiscard]] std::vector<Name> names_in(LabelMode mode, std::string_view english,
                                         const std::vector<geodata::LocalName>& local);

/// Measures the lines and stacks them, `gap_pt` apart.
void stack_lines(LabelCandidate& label, const MeasureExtent& measure, float gap_pt);

/// How far below an anchor the first baseline lies when the lines are centred on it.
[[nodiscard]] float centred_baseline(const LabelCandidate& label, std::size_t lines = 0xFF);

/// Places at a distance from a mark: right, left, below, above, and the corners. Slots count from `first_slot`.
[[nodiscard]] std::vector<LabelSpot> spots_around(const LabelCandidate& label, float gap_pt,
                                                  std::uint16_t first_slot = 0, std::size_t lines = 0xFF);

/// Further and further away from the anchor moved by `off`, up to the distance at which a label stands better on a link
/// than alone. Slots count from 0, `slots_of_ring` for each ring.
[[nodiscard]] std::vector<LabelSpot> spots_in_rings(const LabelCandidate& label, const std::array<float, 3>& gaps_pt,
                                                    render::ScreenPt off = {}, std::size_t lines = 0xFF);
inline constexpr std::uint16_t slots_of_ring = 20;

/// The place that a label has, as a slot.
using HadSlot = std::optional<std::uint16_t>;

/// Finds places for all lines and, where there are more than one, further ones for the first line alone. `spots_for`
/// gets the number of lines, and the place that the label has if it shows so many.
void add_spots_by_lines(LabelCandidate& label, HadSlot had,
                        const std::function<std::vector<LabelSpot>(std::size_t, HadSlot)>& spots_for);

/// The first `enough` places that are allowed, since each test has a price. The one that the label has stays among
/// them, marked as unfit where it is not allowed any more.
[[nodiscard]] std::vector<LabelSpot> allowed_spots(const std::vector<LabelSpot>& spots, HadSlot had, std::size_t enough,
                                                   const std::function<bool(const LabelSpot&)>& allowed);

/// Adds places that fit, or of others the one that the label has, as unfit.
void offer(std::vector<LabelSpot>& to, const std::vector<LabelSpot>& spots, bool fit, HadSlot had);

}  // namespace app
