#include "render/layers/base_map.h"

#include "generated/render/shaders/sources.h"
#include "geodata/parallel.h"
#include "render/distance_field.h"
#include "render/gl/context.h"
#include "render/gl/draw.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace render {

namespace {

constexpr int palette_width = 256;
constexpr float coast_reach_pt = 420.0F;  // where the widest part of the glow has faded
constexpr float outline_reach_pt = 16.0F;
constexpr float outline_closing_pt = 3.2F;
constexpr float smallest_ring_pt = 26.0F;

const std::array<gl::Attribute, 1> fill_layout{{{2, gl::AttributeType::Float, offsetof(FillVertex, x)}}};
const std::array<gl::Attribute, 4> line_layout{{
    {2, gl::AttributeType::Float, offsetof(LineVertex, x)},
    {2, gl::AttributeType::Float, offsetof(LineVertex, nx)},
    {1, gl::AttributeType::Float, offsetof(LineVertex, s)},
    {1, gl::AttributeType::Float, offsetof(LineVertex, tone)},
}};

gl::Mesh fill_mesh(const FillSet& set) {
    gl::Mesh mesh{sizeof(FillVertex), fill_layout};
    mesh.upload(std::as_bytes(std::span{set.vertices}), set.indices);
    return mesh;
}

gl::Mesh line_mesh(const LineSet& set) {
    gl::Mesh mesh{sizeof(LineVertex), line_layout};
    mesh.upload(std::as_bytes(std::span{set.vertices}), set.indices);
    return mesh;
}

/// The ranges of the chunks that the view sees; neighbours in memory are joined.
std::vector<gl::IndexRange> visible_ranges(const std::vector<Chunk>& chunks, const geodata::WorldBox& box) {
    std::vector<gl::IndexRange> ranges;
    for (const Chunk& chunk : chunks) {
        if (chunk.range.count == 0 || !chunk.box.intersects(box)) {
            continue;
        }
        if (!ranges.empty() && ranges.back().first + ranges.back().count == chunk.range.first) {
            ranges.back().count += chunk.range.count;
        } else {
            ranges.push_back(chunk.range);
        }
    }
    return ranges;
}

/// The ranges again, in bundles of a bounded number of triangles. Between bundles the driver is waited for: one without
/// a graphics card keeps a few hundred bytes for each triangle that it has not drawn yet.
std::vector<std::vector<gl::IndexRange>> batches(const std::vector<gl::IndexRange>& ranges) {
    constexpr std::uint32_t most_indices = 3 * 24'000;
    std::vector<std::vector<gl::IndexRange>> out;
    std::uint32_t room = 0;
    for (gl::IndexRange range : ranges) {
        while (range.count > 0) {
            if (room == 0) {
                out.emplace_back();
                room = most_indices;
            }
            const std::uint32_t count = std::min(room, range.count);
            out.back().push_back({range.first, count});
            range = {range.first + count, range.count - count};
            room -= count;
        }
    }
    return out;
}

double across_m(const geodata::WorldBox& box) {
    return std::hypot(box.max_x - box.min_x, box.max_y - box.min_y);
}

std::size_t index_of(LineRole role) {
    return static_cast<std::size_t>(role);
}

/// Distances as 16-bit texels: low..high to 0..65535.
std::vector<std::uint16_t> texels_from(const std::vector<float>& values, float low, float high) {
    std::vector<std::uint16_t> texels(values.size());
    std::transform(values.begin(), values.end(), texels.begin(), [&](float v) {
        return static_cast<std::uint16_t>(std::clamp((v - low) / (high - low), 0.0F, 1.0F) * 65535.0F);
    });
    return texels;
}

std::uint32_t packed(Rgba c) {
    const auto byte = [](float v) {
        return static_cast<std::uint32_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255.0F));
    };
    return byte(c.r) | byte(c.g) << 8U | byte(c.b) << 16U | 255U << 24U;
}

/// The colour of the sea at a distance from the coast: a shelf that fades into the deep, three waterlines, and a breath
/// at the shore.
Rgba sea_color(const Theme& theme, float d_pt) {
    constexpr std::array<float, 3> lines_pt{5.0F, 11.0F, 19.0F};
    const float shelf = 0.86F * std::exp(-d_pt / 34.0F) + 0.14F * std::exp(-d_pt / 150.0F);
    float line = theme.waterline_alpha[3] * std::clamp(1.0F - d_pt / 3.0F, 0.0F, 1.0F);
    for (std::size_t i = 0; i < lines_pt.size(); ++i) {
        line += theme.waterline_alpha[i] * std::clamp(0.9F - std::abs(d_pt - lines_pt[i]), 0.0F, 1.0F);
    }
    return mix(mix(theme.sea_deep, theme.sea_shelf, shelf), theme.waterline, line);
}

/// Sea colours by distance in steps of an eighth of a pixel.
constexpr float steps_per_px = 8.0F;
std::vector<std::uint32_t> sea_colors(const Theme& theme, float px_per_pt) {
    std::vector<std::uint32_t> colors(static_cast<std::size_t>(coast_reach_pt * px_per_pt * steps_per_px) + 2);
    for (std::size_t i = 0; i < colors.size(); ++i) {
        colors[i] = packed(sea_color(theme, static_cast<float>(i) / steps_per_px / px_per_pt));
    }
    return colors;
}

void ensure(gl::Texture& texture, int width, int height) {
    if (texture.width_px() != width || texture.height_px() != height) {
        texture = gl::Texture{gl::TexelFormat::R16, width, height, gl::Filter::Nearest};
    }
}

void ensure(gl::Target& target, gl::TexelFormat format, int width, int height) {
    if (!target || target.width_px() != width || target.height_px() != height) {
        target = gl::Target{format, width, height};
    }
}

}  // namespace

BaseMap::BaseMap()
    : flat_{"hatch", shaders::hatch_vert, shaders::hatch_frag},
      line_{"line", shaders::line_vert, shaders::line_frag},
      masked_line_{"masked line", shaders::line_vert, shaders::line_frag, "#define MASKED\n"},
      outline_{"outline", shaders::screen_vert, shaders::outline_frag},
      screen_triangle_{1, {}},
      palette_{gl::TexelFormat::Rgba32F, palette_width, 4, gl::Filter::Nearest} {
    const std::array<std::uint32_t, 3> corners{0, 1, 2};
    screen_triangle_.upload({}, corners);
}

void BaseMap::warm_up() {
    // Drivers finish compiling a program when it first draws; an empty square of sea is enough for that.
    BaseMapGeometry geometry;
    const std::vector<geodata::WorldXY> line{{-1.0, 0.0}, {1.0, 0.0}};
    for (LineSet& set : geometry.lines) {
        append_line(set, line);
    }
    geometry.disputed.vertices = {{-1.0F, -1.0F}, {1.0F, -1.0F}, {0.0F, 1.0F}};
    geometry.disputed.indices = {0, 1, 2};
    geodata::WorldBox box;
    box.extend(geodata::WorldXY{-1.0, -1.0});
    box.extend(geodata::WorldXY{1.0, 1.0});
    geometry.disputed.chunks.push_back({{0, 3}, box});
    upload(std::move(geometry));
    const gl::Target target{gl::TexelFormat::Rgba8, 8, 8};
    Camera camera;
    camera.size = {8.0F, 8.0F};
    draw(camera, {&dark_theme(), {}, {}, 1.0F}, false, target.framebuffer());
    clear();
    drawn_view_.reset();
    drawn_style_.reset();
    field_view_.reset();
}

void BaseMap::upload(BaseMapGeometry geometry) {
    constexpr std::size_t most_levels = 2;
    if (levels_.size() >= most_levels) {
        // The one whose detail is least like what is wanted now goes.
        const auto unlike = [&](const Level& other) {
            return std::abs(std::log2(other.grid_m + 100.0) - std::log2(geometry.grid_m + 100.0));
        };
        levels_.erase(std::max_element(levels_.begin(), levels_.end(),
                                       [&](const Level& a, const Level& b) { return unlike(a) < unlike(b); }));
    }
    Level level;
    level.grid_m = geometry.grid_m;
    level.countries = std::move(geometry.countries);
    level.extent = std::move(geometry.extent);
    level.disputed = fill_mesh(geometry.disputed);
    level.disputed_chunks = geometry.disputed.chunks;
    level.lakes = fill_mesh(geometry.lakes);
    level.lake_chunks = geometry.lakes.chunks;
    for (std::size_t i = 0; i < geometry.lines.size(); ++i) {
        level.lines[i] = line_mesh(geometry.lines[i]);
        level.line_chunks[i] = std::move(geometry.lines[i].chunks);
        geometry.lines[i] = {};  // not twice in memory
    }
    levels_.push_back(std::move(level));
    outlined_country_.reset();  // its outline may have come from another level
    std::sort(levels_.begin(), levels_.end(), [](const Level& a, const Level& b) { return a.grid_m > b.grid_m; });
    levels_changed_ = true;
}

void BaseMap::set_underlay(MakeUnderlay make) {
    make_underlay_ = std::move(make);
    underlay_changed_ = true;
}

void BaseMap::clear() {
    levels_.clear();
    levels_changed_ = true;
    outlined_country_.reset();
}

double BaseMap::suitable_grid_m(double metres_per_px) {
    constexpr double finest_m = 250.0;
    const double widest_m = metres_per_px * 0.75;  // moves a vertex by three eighths of a pixel at most
    return widest_m < finest_m ? 0.0 : finest_m * std::exp2(std::floor(std::log2(widest_m / finest_m)));
}

bool BaseMap::has_level(double grid_m) const {
    return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) { return level.grid_m == grid_m; });
}

const BaseMap::Level& BaseMap::level_for(double metres_per_px) const {
    const double grid_m = suitable_grid_m(metres_per_px);
    for (const Level& level : levels_) {
        if (level.grid_m <= grid_m) {
            return level;
        }
    }
    return levels_.back();
}

void BaseMap::set_view(const gl::Program& program, const View& view) const {
    const double px_per_m = static_cast<double>(view.px_per_pt) / view.camera.metres_per_pt;
    const double scale_x = 2.0 * px_per_m / view.width_px;
    const double scale_y = 2.0 * px_per_m / view.height_px;
    program.set("world_to_clip", static_cast<float>(scale_x), static_cast<float>(scale_y),
                static_cast<float>(-view.camera.center.x * scale_x),
                static_cast<float>(-view.camera.center.y * scale_y));
}

void BaseMap::draw_screen_triangle() const {
    screen_triangle_.draw();
}

bool BaseMap::may_scale(const Camera& camera, const BaseMapStyle& style, int full_width, int full_height) const {
    constexpr int most_lagging_frames = 5;
    if (!drawn_view_ || drawn_style_ != style || levels_changed_ || drawn_view_->width_px != full_width ||
        drawn_view_->height_px != full_height || lagging_frames_ >= most_lagging_frames || last_camera_ == camera) {
        return false;
    }
    const double scale = drawn_view_->camera.metres_per_pt / camera.metres_per_pt;
    return scale != 1.0 && scale > 0.67 && scale < 1.5;
}

void BaseMap::blit_scaled(const Camera& camera, const BaseMapStyle& style, int width, int height,
                          std::uint32_t framebuffer) const {
    gl::begin({framebuffer, width, height, gl::Blend::Off});
    gl::clear(extent_.empty() ? style.theme->sea_deep : style.theme->space);
    // The part of the old picture that the camera sees, and where it lands.
    const double old_px_per_m = static_cast<double>(style.px_per_pt) / drawn_view_->camera.metres_per_pt;
    const double scale = drawn_view_->camera.metres_per_pt / camera.metres_per_pt;
    const double middle_x =
        drawn_view_->width_px / 2.0 + (camera.center.x - drawn_view_->camera.center.x) * old_px_per_m;
    const double middle_y =
        drawn_view_->height_px / 2.0 + (camera.center.y - drawn_view_->camera.center.y) * old_px_per_m;
    const double left = std::max(0.0, middle_x - width / 2.0 / scale);
    const double right = std::min(static_cast<double>(drawn_view_->width_px), middle_x + width / 2.0 / scale);
    const double low = std::max(0.0, middle_y - height / 2.0 / scale);
    const double high = std::min(static_cast<double>(drawn_view_->height_px), middle_y + height / 2.0 / scale);
    if (left >= right || low >= high) {
        return;
    }
    const auto px = [](double v) { return static_cast<int>(std::lround(v)); };
    const gl::BlitRect from{px(left), px(low), px(right - left), px(high - low)};
    const gl::BlitRect to{px((left - middle_x) * scale + width / 2.0), px((low - middle_y) * scale + height / 2.0),
                          px((right - left) * scale), px((high - low) * scale)};
    gl::blit(picture_.framebuffer(), from, framebuffer, to);
}

void BaseMap::draw(const Camera& camera, const BaseMapStyle& style, bool may_lag, std::uint32_t framebuffer) {
    const auto px = [&](float points) { return static_cast<int>(std::lround(points * style.px_per_pt)); };
    const int width = px(camera.size.width);
    const int height = px(camera.size.height);
    if (levels_.empty()) {
        gl::begin({framebuffer, width, height, gl::Blend::Off});
        gl::clear(style.theme->sea_deep);
        return;
    }
    const int full_width = width + 2 * margin_px_;
    const int full_height = height + 2 * margin_px_;
    const bool scaled = may_lag && may_scale(camera, style, full_width, full_height);
    lagging_frames_ = scaled ? lagging_frames_ + 1 : 0;
    last_camera_ = camera;
    if (scaled) {
        blit_scaled(camera, style, width, height, framebuffer);
        return;
    }
    int shift_x = 0;
    int shift_y = 0;
    bool usable = drawn_view_ && drawn_style_ == style && !levels_changed_ && !underlay_changed_ &&
                  drawn_view_->camera.metres_per_pt == camera.metres_per_pt && drawn_view_->width_px == full_width &&
                  drawn_view_->height_px == full_height;
    if (usable) {
        const double px_per_m = static_cast<double>(style.px_per_pt) / camera.metres_per_pt;
        const double dx = (camera.center.x - drawn_view_->camera.center.x) * px_per_m;
        const double dy = (camera.center.y - drawn_view_->camera.center.y) * px_per_m;
        usable = std::abs(dx) <= margin_px_ && std::abs(dy) <= margin_px_;
        shift_x = usable ? static_cast<int>(std::lround(dx)) : 0;
        shift_y = usable ? static_cast<int>(std::lround(dy)) : 0;
    }
    if (!usable) {
        Camera full = camera;
        full.size = {static_cast<float>(full_width) / style.px_per_pt,
                     static_cast<float>(full_height) / style.px_per_pt};
        redraw({full, style.px_per_pt, full_width, full_height}, style);
        levels_changed_ = false;
    }
    gl::blit(picture_.framebuffer(), {margin_px_ + shift_x, margin_px_ + shift_y, width, height}, framebuffer,
             {0, 0, width, height});
}

void BaseMap::redraw(const View& view, const BaseMapStyle& style) {
    ++redraws_;
    const Level& level = level_for(view.camera.metres_per_pt / view.px_per_pt);
    std::vector<Rgba> colors = style.country_colors;
    colors.resize(std::max<std::size_t>(colors.size(), 1));
    const std::size_t rows = (colors.size() + palette_width - 1) / palette_width;
    colors.resize(rows * palette_width);
    if (palette_.height_px() < static_cast<int>(rows)) {
        palette_ = gl::Texture{gl::TexelFormat::Rgba32F, palette_width, static_cast<int>(rows), gl::Filter::Nearest};
    }
    palette_.upload(0, static_cast<int>(rows), colors.data());

    const bool same_view = field_view_ && !levels_changed_ && field_view_->camera == view.camera &&
                           field_view_->width_px == view.width_px && field_view_->height_px == view.height_px &&
                           field_view_->px_per_pt == view.px_per_pt;
    ensure(picture_, gl::TexelFormat::Rgba8, view.width_px, view.height_px);
    draw_ground(view, level, style, !same_view);
    field_view_ = view;
    if (!same_view) {
        make_disputed_mask(view, level);
    }
    if (!style.selected.empty() && (!same_view || selection_drawn_ != style.selected)) {
        make_selection_field(view, level, style);
    }
    selection_drawn_ = style.selected;

    draw_on_ground(view, level, style);
    drawn_view_ = view;
    drawn_style_ = style;
}

PixelGrid BaseMap::grid_of(const View& view) {
    const double px_per_m = static_cast<double>(view.px_per_pt) / view.camera.metres_per_pt;
    return {view.width_px, view.height_px, view.camera.center.x - view.width_px / 2.0 / px_per_m,
            view.camera.center.y - view.height_px / 2.0 / px_per_m, px_per_m};
}

std::vector<std::uint16_t> BaseMap::extent_of(const View& view, const Level& level) {
    const geodata::WorldBox seen = view.camera.visible();
    const auto& points = level.extent.points;
    bool rim_in_view = false;
    bool inside = points.empty();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const geodata::WorldXY a{static_cast<double>(points[i].x), static_cast<double>(points[i].y)};
        const RingPoint next = points[i + 1 < points.size() ? i + 1 : 0];
        const geodata::WorldXY b{static_cast<double>(next.x), static_cast<double>(next.y)};
        geodata::WorldBox box;
        box.extend(a);
        box.extend(b);
        rim_in_view = rim_in_view || box.intersects(seen);
        const geodata::WorldXY at = view.camera.center;
        const bool across = (a.y > at.y) != (b.y > at.y);
        inside = across && at.x < a.x + (at.y - a.y) * (b.x - a.x) / (b.y - a.y) ? !inside : inside;
    }
    return inside && !rim_in_view ? std::vector<std::uint16_t>{}
                                  : fill_rings(level.extent.rings, points, grid_of(view));
}

void BaseMap::draw_ground(const View& view, const Level& level, const BaseMapStyle& style, bool new_view) {
    if (new_view) {
        extent_ = extent_of(view, level);
        land_ = fill_rings(level.countries.rings, level.countries.points, grid_of(view));
        std::vector<std::uint8_t> mask(land_.size());
        std::transform(land_.begin(), land_.end(), mask.begin(), [](std::uint16_t value) {
            return static_cast<std::uint8_t>(value != nothing_filled ? 255 : 0);
        });
        if (land_mask_.width_px() != view.width_px || land_mask_.height_px() != view.height_px) {
            land_mask_ = gl::Texture{gl::TexelFormat::R8, view.width_px, view.height_px, gl::Filter::Nearest};
        }
        land_mask_.upload(0, view.height_px, mask.data());
        const float reach_px = coast_reach_pt * view.px_per_pt;
        coast_steps_ = distance_steps_to_shape(mask, view.width_px, view.height_px, reach_px, steps_per_px);
    }
    if (new_view || underlay_changed_) {
        make_underlay(view);
    }
    std::vector<std::uint32_t> land_colors;
    for (const Rgba& color : style.country_colors) {
        land_colors.push_back(packed(color));
    }
    const std::vector<std::uint32_t> sea = sea_colors(*style.theme, view.px_per_pt);
    const std::uint32_t space = packed(style.theme->space);
    const bool dark = has_dark_land(*style.theme);
    const bool has_underlay = underlay_.pixels.size() == land_.size();
    const auto color_at = [&](std::size_t i) {
        if (!extent_.empty() && extent_[i] == nothing_filled) {
            return space;
        }
        if (land_[i] == nothing_filled) {
            return sea[std::min<std::size_t>(coast_steps_[i], sea.size() - 1)];
        }
        const std::uint32_t tone = land_colors[land_[i]];
        return has_underlay ? land_over(tone, underlay_.pixels[i], underlay_.is_grey, dark) : tone;
    };
    // In bands: nobody needs the whole picture in memory once more.
    constexpr int band_px = 128;
    const auto width = static_cast<std::size_t>(view.width_px);
    std::vector<std::uint32_t> pixels(width * band_px);
    for (int top = 0; top < view.height_px; top += band_px) {
        const int rows = std::min(band_px, view.height_px - top);
        const std::size_t first = static_cast<std::size_t>(top) * width;
        geodata::in_parallel(rows, [&](int from, int to) {
            for (std::size_t i = static_cast<std::size_t>(from) * width; i < static_cast<std::size_t>(to) * width;
                 ++i) {
                pixels[i] = color_at(first + i);
            }
        });
        picture_.write(top, rows, pixels);
    }
}

void BaseMap::make_underlay(const View& view) {
    underlay_ = {};
    underlay_changed_ = false;
    if (make_underlay_) {
        underlay_ = make_underlay_(grid_of(view), land_);
    }
}

void BaseMap::make_disputed_mask(const View& view, const Level& level) {
    ensure(disputed_mask_, gl::TexelFormat::R8, view.width_px, view.height_px);
    gl::begin({disputed_mask_.framebuffer(), view.width_px, view.height_px, gl::Blend::Off});
    gl::clear({0.0F, 0.0F, 0.0F, 1.0F});
    draw_flat(view, level.disputed, level.disputed_chunks, rgb(0xFFFFFF));
    draw_lines(view, level, LineRole::BorderDisputed, rgb(0xFFFFFF), 5.0F);
}

void BaseMap::make_selection_field(const View& view, const Level& level, const BaseMapStyle& style) {
    const double smallest_m = smallest_ring_pt * view.camera.metres_per_pt;
    std::vector<FillRing> rings;
    for (const FillRing& ring : level.countries.rings) {
        const bool chosen = std::find(style.selected.begin(), style.selected.end(), ring.value) != style.selected.end();
        if (chosen && across_m(ring.box) >= smallest_m) {
            rings.push_back(ring);
        }
    }
    const auto filled = fill_rings(rings, level.countries.points, grid_of(view));
    std::vector<std::uint8_t> mask(filled.size());
    std::transform(filled.begin(), filled.end(), mask.begin(),
                   [](std::uint16_t value) { return static_cast<std::uint8_t>(value != nothing_filled ? 255 : 0); });
    const float reach = outline_reach_pt * view.px_per_pt;
    const auto field =
        signed_distance_closed(mask, view.width_px, view.height_px, outline_closing_pt * view.px_per_pt, reach);
    ensure(selection_field_, view.width_px, view.height_px);
    selection_field_.upload(0, view.height_px, texels_from(field, -reach, reach).data());
}

void BaseMap::draw_on_ground(const View& view, const Level& level, const BaseMapStyle& style) {
    const Theme& theme = *style.theme;
    gl::begin({picture_.framebuffer(), view.width_px, view.height_px, gl::Blend::Premultiplied});
    draw_lines(view, level, LineRole::Graticule, theme.graticule, 1.0F);
    // Ribbons in the land's own tones give its edge the antialiasing that triangles lack.
    draw_lines(view, level, LineRole::Coast, {0.0F, 0.0F, 0.0F, -1.0F}, 1.0F);

    // An underlay shows through a disputed area's tone: its hatching is what tells it apart.
    constexpr float over_underlay = 0.25F;
    draw_flat(view, level.disputed, level.disputed_chunks,
              with_alpha(theme.land_disputed, underlay_.pixels.empty() ? 1.0F : over_underlay));
    if (!style.selected.empty()) {
        draw_selection(view, style, true);
    }
    draw_flat(view, level.disputed, level.disputed_chunks, theme.hatch, 8.0F, 0.55F);

    draw_lines(view, level, LineRole::RiverGreat, theme.river, 1.3F);
    draw_lines(view, level, LineRole::RiverMiddle, theme.river, 1.05F);
    draw_lines(view, level, LineRole::RiverSmall, theme.river, 0.75F);
    draw_flat(view, level.lakes, level.lake_chunks, theme.lake);
    draw_lines(view, level, LineRole::LakeEdge, theme.lake_edge, 0.7F);
    constexpr float beside_borders = 0.45F;
    draw_lines(view, level, LineRole::Division, with_alpha(theme.border, beside_borders), 0.6F);
    draw_lines(view, level, LineRole::Coast, theme.coast, 0.8F);
    draw_lines(view, level, LineRole::Rim, theme.coast, 1.0F);
    draw_lines(view, level, LineRole::BorderWorld, theme.border_world, 0.8F);
    draw_lines(view, level, LineRole::Border, theme.border, 1.0F);
    draw_lines(view, level, LineRole::BorderDisputed, with_alpha(theme.land_disputed, 1.0F), 2.4F);
    draw_lines(view, level, LineRole::BorderDisputed, theme.border_disputed, 1.15F, 5.0F, 3.5F);
    draw_lines(view, level, LineRole::BorderIndefinite, theme.border_disputed, 1.1F, 1.5F, 3.0F);
    if (!style.selected.empty()) {
        draw_selection(view, style, false);
    }
}

void BaseMap::draw_selection(const View& view, const BaseMapStyle& style, bool band) {
    const Theme& theme = *style.theme;
    outline_.use();
    selection_field_.bind(0);
    disputed_mask_.color().bind(1);
    outline_.set("field", 0);
    outline_.set("disputed", 1);
    outline_.set("range_px", outline_reach_pt * view.px_per_pt);
    outline_.set("px_per_pt", view.px_per_pt);
    outline_.set("color", band ? theme.band : theme.outline);
    outline_.set("half_width_pt", band ? 0.0F : theme.outline_width_pt / 2.0F);
    outline_.set("rim", !band && theme.glows ? 0.16F : 0.0F);
    draw_screen_triangle();
}

void BaseMap::draw_flat(const View& view, const gl::Mesh& mesh, const std::vector<Chunk>& chunks, Rgba color,
                        float pitch_pt, float half_width_pt) const {
    flat_.use();
    set_view(flat_, view);
    flat_.set("color", color);
    flat_.set("pitch_px", pitch_pt * view.px_per_pt);
    flat_.set("half_width_px", half_width_pt * view.px_per_pt);
    const double px_per_m = static_cast<double>(view.px_per_pt) / view.camera.metres_per_pt;
    const double pitch_px = std::max(1.0, static_cast<double>(pitch_pt * view.px_per_pt));
    flat_.set("origin_px", static_cast<float>(std::fmod(-view.camera.center.x * px_per_m, pitch_px)),
              static_cast<float>(std::fmod(-view.camera.center.y * px_per_m, pitch_px)));
    mesh.draw(visible_ranges(chunks, view.camera.visible()));
}

void BaseMap::use_line_program(const gl::Program& program, const View& view, Rgba color, float half_width_pt) const {
    program.use();
    set_view(program, view);
    palette_.bind(0);
    program.set("palette", 0);
    program.set("clip_per_px", 2.0F / static_cast<float>(view.width_px), 2.0F / static_cast<float>(view.height_px));
    program.set("px_per_m", view.px_per_pt / static_cast<float>(view.camera.metres_per_pt));
    program.set("half_width_px", half_width_pt * view.px_per_pt);
    program.set("line_color", color);
}

void BaseMap::draw_lines(const View& view, const Level& level, LineRole role, Rgba color, float width_pt, float dash_pt,
                         float gap_pt) const {
    const auto ranges = visible_ranges(level.line_chunks[index_of(role)], view.camera.visible());
    if (ranges.empty()) {
        return;
    }
    const gl::Program& program = role == LineRole::Graticule ? masked_line_ : line_;
    use_line_program(program, view, color, width_pt / 2.0F);
    program.set("dash_px", dash_pt * view.px_per_pt, gap_pt * view.px_per_pt);
    if (role == LineRole::Graticule) {
        land_mask_.bind(1);
        program.set("mask", 1);
        program.set("mask_shift_px", 0.0F, 0.0F);
    }
    for (const std::vector<gl::IndexRange>& batch : batches(ranges)) {
        level.lines[index_of(role)].draw(batch);
        gl::finish();
    }
}

LineSet BaseMap::outline_of(const Level& level, std::uint32_t country, double smallest_m) {
    LineSet lines;
    for (const FillRing& ring : level.countries.rings) {
        if (ring.value == country && across_m(ring.box) >= smallest_m) {
            std::vector<geodata::WorldXY> points;
            for (std::uint32_t i = 0; i <= ring.count; ++i) {
                const RingPoint p = level.countries.points[ring.first + i % ring.count];
                points.push_back({static_cast<double>(p.x), static_cast<double>(p.y)});
            }
            append_line(lines, points);
        }
    }
    return lines;
}

void BaseMap::draw_outline(const Camera& camera, float px_per_pt, std::uint32_t framebuffer, std::uint32_t country,
                           Rgba color, float half_width_pt) {
    if (levels_.empty() || !drawn_view_) {
        return;
    }
    const Level& level = level_for(camera.metres_per_pt / px_per_pt);
    const View view{camera, px_per_pt, static_cast<int>(std::lround(camera.size.width * px_per_pt)),
                    static_cast<int>(std::lround(camera.size.height * px_per_pt))};
    if (outlined_country_ != country || outlined_scale_ != camera.metres_per_pt) {
        outlined_country_ = country;
        outlined_scale_ = camera.metres_per_pt;
        outline_mesh_ = line_mesh(outline_of(level, country, smallest_ring_pt * camera.metres_per_pt));
    }
    gl::begin({framebuffer, view.width_px, view.height_px, gl::Blend::Premultiplied});
    // Nothing is outlined through a disputed area. The mask belongs to the picture, which may stand a little aside.
    const double px_per_m = static_cast<double>(px_per_pt) / camera.metres_per_pt;
    use_line_program(masked_line_, view, color, half_width_pt);
    disputed_mask_.color().bind(1);
    masked_line_.set("mask", 1);
    masked_line_.set(
        "mask_shift_px",
        static_cast<float>(margin_px_ + std::round((camera.center.x - drawn_view_->camera.center.x) * px_per_m)),
        static_cast<float>(margin_px_ + std::round((camera.center.y - drawn_view_->camera.center.y) * px_per_m)));
    masked_line_.set("dash_px", 0.0F, 0.0F);
    outline_mesh_.draw();
}

}  // namespace render
