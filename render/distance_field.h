// How far every pixel is from a shape: the coast's glow and waterlines and the selected country's outline come from it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace render {

/// Exact Euclidean distance in pixels from each pixel of a width x height mask to the nearest pixel that is set
/// (> 127); capped at `max_px`, which is also the answer where nothing is set. Uses the machine's cores.
///
/// Two passes: distances along columns, then the lower envelope of parabolas along rows (Felzenszwalb and
/// Huttenlocher, Distance Transforms of Sampled Functions, 2012).
[[nodiscard]] std::vector<float> distance_to_shape(std::span<const std::uint8_t> mask, int width, int height,
                                                   float max_px);

/// The same in steps, `steps_per_px` to a pixel, rounded down and at most 65535: half the memory.
[[nodiscard]] std::vector<std::uint16_t> distance_steps_to_shape(std::span<const std::uint8_t> mask, int width,
                                                                 int height, float max_px, float steps_per_px);

/// Signed distance in pixels to the edge of the mask's shape after closing it by `closing_px` (grown, then shrunk by as
/// much, which fills creeks and joins specks): positive inside. Capped at +-max_px.
[[nodiscard]] std::vector<float> signed_distance_closed(std::span<const std::uint8_t> mask, int width, int height,
                                                        float closing_px, float max_px);

}  // namespace render
