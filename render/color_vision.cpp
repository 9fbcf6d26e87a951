#include "render/color_vision.h"

#include "render/oklab.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

using Matrix = std::array<Linear, 3>;

// In the order of Vision.
constexpr std::array<Matrix, 4> sight{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

Linear times(const Matrix& m, const Linear& v) {
    Linear out{};
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    }
    return out;
}

Linear seen(Rgba color, Vision vision) {
    Linear light = times(sight[static_cast<std::size_t>(vision)], linear_from_rgba(color));
    for (double& v : light) {
        v = std::clamp(v, 0.0, 1.0);
    }
    return oklab_from_linear(light);
}

}  // namespace

double contrast(Rgba a, Rgba b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Rgba over(Rgba top, Rgba ground) {
    return with_alpha(mix(ground, top, top.a), 1.0F);
}

std::string_view words_from_vision(Vision vision) {
    constexpr std::array<std::string_view, 4> words{"normal vision", "protanopia", "deuteranopia", "tritanopia"};
    return words[static_cast<std::size_t>(vision)];
}

double difference(Rgba a, Rgba b, Vision vision) {
    const Linear p = seen(a, vision);
    const Linear q = seen(b, vision);
    return 100.0 * std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

}  // namespace render
