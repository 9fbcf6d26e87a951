// Links to strokes and marks: how each kind looks at a moment of its time. Pure. The figures are those of the visual
// design; lengths are points.
#pragma once

#include "app/scene/link_layout.h"
#include "app/scene/phase.h"
#include "app/state/app_state.h"
#include "render/layers/link_batch.h"

#include <optional>

namespace app {

/// How an event stands out or steps back.
enum class Emphasis : std::uint8_t { Normal, Strong, Aside, Dimmed };
[[nodiscard]] Emphasis emphasis_of(const AppState& state, const World& world, events::EventIndex event);
[[nodiscard]] float opacity_of(Emphasis emphasis);

/// The head of a visit under way: where a label belongs.
[[nodiscard]] std::optional<render::ScreenPt> head_of(const LinkLayout& link, const Phase& phase);

/// The seconds that a still picture shows of every motion.
inline constexpr double still_clock_s = 0.3;

/// Packs all links, in their order; each link's brightest parts last. Where there are more than can be read
/// (LinkScene::is_crowded), each is in its plain form, without glow and casing, and all of one pattern are drawn
/// together. Links that lie beside the screen are left out. Bundles lie below the links.
[[nodiscard]] render::LinkBatch pack_links(const LinkScene& scene, const AppState& state, const World& world);

}  // namespace app
