#include "render/layers/link_layer.h"

#include "generated/render/shaders/sources.h"
#include "render/gl/draw.h"
#include "render/gl/target.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace render {

namespace {

constexpr int style_texels = 6;
constexpr std::size_t styles_in_row = 64;  // as in link.vert
const std::array<gl::Attribute, 3> layout{{
    {2, gl::AttributeType::Float, offsetof(LinkVertex, x)},
    {2, gl::AttributeType::Float, offsetof(LinkVertex, along)},
    {1, gl::AttributeType::Float, offsetof(LinkVertex, style)},
}};

const std::array<gl::Attribute, 3> ribbon_layout{{
    {2, gl::AttributeType::Float, offsetof(RibbonVertex, x)},
    {2, gl::AttributeType::Float, offsetof(RibbonVertex, across)},
    {4, gl::AttributeType::UnsignedByteNormalised, offsetof(RibbonVertex, rgba)},
}};

}  // namespace

LinkLayer::LinkLayer() : mesh_{sizeof(LinkVertex), layout}, ribbons_{sizeof(RibbonVertex), ribbon_layout} {}

void LinkLayer::upload(const LinkBatch& batch) {
    mesh_.upload(std::as_bytes(std::span{batch.vertices()}), batch.indices());
    ribbons_.upload(std::as_bytes(std::span{batch.ribbon_vertices()}), batch.ribbon_indices());
    runs_ = batch.runs();
    // A texture of one row for each style would be too high for the driver with many links.
    std::vector<StyleRow> styles = batch.styles();
    styles.resize((styles.size() + styles_in_row - 1) / styles_in_row * styles_in_row);
    const int rows = static_cast<int>(styles.size() / styles_in_row);
    if (styles_.height_px() < rows) {
        styles_ = gl::Texture{gl::TexelFormat::Rgba32F, style_texels * static_cast<int>(styles_in_row),
                              std::max(4, rows + rows / 2), gl::Filter::Nearest};
    }
    if (rows > 0) {
        styles_.upload(0, rows, styles.data());
    }
}

void LinkLayer::warm_up() {
    LinkBatch batch;
    const Path path = path_from_points({{1.0F, 1.0F}, {6.0F, 6.0F}});
    for (const Pattern pattern :
         {Pattern::Solid, Pattern::Dashes, Pattern::Dots, Pattern::Beads, Pattern::Zigzag, Pattern::Ripple}) {
        batch.add(path, {.hue = rgb(0xFFFFFF), .pattern = pattern});
    }
    batch.add(Mark{.at = {4.0F, 4.0F}, .hue = rgb(0xFFFFFF)});
    batch.add_ribbon(path, std::vector<RibbonPoint>(path.points.size(), {1.0F, rgb(0xFFFFFF)}));
    const gl::Target target{gl::TexelFormat::Rgba8, 8, 8};
    upload(batch);
    draw({8.0F, 8.0F}, 1.0F, rgb(0xFFFFFF), target.framebuffer());
    upload({});
}

const gl::Program& LinkLayer::program_for(Pattern pattern) {
    gl::Program& program = programs_[static_cast<std::size_t>(pattern)];
    if (program) {
        return program;
    }
    if (pattern == Pattern::Ribbon) {
        program = gl::Program{"ribbon", shaders::ribbon_vert, shaders::ribbon_frag};
    } else if (pattern == Pattern::Mark) {
        program = gl::Program{"mark", shaders::link_vert, shaders::mark_frag};
    } else {
        const std::string define = "#define PATTERN " + std::to_string(static_cast<int>(pattern)) + "\n";
        program = gl::Program{"stroke", shaders::link_vert, shaders::stroke_frag, define};
    }
    return program;
}

void LinkLayer::draw(SizePt size, float px_per_pt, Rgba white_hot, std::uint32_t framebuffer,
                     const std::optional<RectPt>& clip) {
    if (runs_.empty()) {
        return;
    }
    const auto px = [px_per_pt](float points) { return static_cast<int>(std::lround(points * px_per_pt)); };
    gl::Pass pass{framebuffer, px(size.width), px(size.height), gl::Blend::Premultiplied};
    if (clip) {
        pass.only =
            gl::PixelRect{px(clip->left), px(size.height) - px(clip->bottom),
                          std::max(0, px(clip->right) - px(clip->left)), std::max(0, px(clip->bottom) - px(clip->top))};
    }
    gl::begin(pass);
    styles_.bind(0);
    for (const LinkBatch::Run& run : runs_) {
        const gl::Program& program = program_for(run.pattern);
        program.use();
        program.set("size_pt", size.width, size.height);
        program.set("px_per_pt", px_per_pt);
        if (run.pattern == Pattern::Ribbon) {
            ribbons_.draw(run.range);
            continue;
        }
        program.set("styles", 0);
        program.set("white_hot", white_hot.r, white_hot.g, white_hot.b);
        mesh_.draw(run.range);
    }
}

}  // namespace render
