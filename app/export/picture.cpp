#include "app/export/picture.h"

#include <algorithm>

namespace app {

render::Image image_of(const render::gl::Target& target) {
    render::Image image{target.width_px(), target.height_px(), {}};
    const std::vector<std::uint8_t> rows = target.read();
    const std::size_t stride = static_cast<std::size_t>(image.width_px) * 4;
    image.rgba.resize(rows.size());
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height_px); ++y) {
        const auto from =
            rows.begin() + static_cast<std::ptrdiff_t>((static_cast<std::size_t>(image.height_px) - 1 - y) * stride);
        std::copy_n(from, stride, image.rgba.begin() + static_cast<std::ptrdiff_t>(y * stride));
    }
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
        image.rgba[i] = 255;
    }
    return image;
}

}  // namespace app
