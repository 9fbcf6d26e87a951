// A link as a rung between the rails of a ladder: the pair view's picture of an event. Drawn by the motions that draw
// it on the map, straight, at rest, as it stands once it is over. Pure.
#pragma once

#include "app/scene/palette.h"
#include "app/state/app_state.h"
#include "render/layers/link_batch.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace app {

/// Which way a rung runs, in numbers of the countries.
struct Rung {
    enum class Form : std::uint8_t {
        Link,    ///< from one rail to another
        Spokes,  ///< from all rails that it touches to a hub
        Place,   ///< a thin line with a mark on it: what happened at one place
    };
    Form form = Form::Link;
    std::size_t from = 0;
    std::size_t to = 0;
    bool directed = false;  ///< it goes from `from` to `to`; else these are the first and the last that it touches
    float hub = 0.5F;       ///< of Spokes and Place: 0 at the first rail that it touches, 1 at the last
    std::vector<std::size_t> touched;  ///< rails, ascending
    friend bool operator==(const Rung&, const Rung&) = default;
};

/// Shaped as on the map (layout_links): what has a venue of its own stands there, nearer to the rail whose country is
/// nearer; a visit of both to a third is a mark half way. `event` touches at least two of the countries.
[[nodiscard]] Rung rung_of(const events::Event& event, const events::KindTable& kinds,
                           std::span<const std::string> countries);

/// Adds its strokes and marks. `rails_x` are the rails' places, one for each country, and `y` the rung's; `opacity`
/// from 0 to 1.
void pack_rung(const Rung& rung, events::EventIndex index, std::span<const float> rails_x, float y, float opacity,
               const AppState& state, const World& world, const KindColors& colors, render::LinkBatch& out);

}  // namespace app
