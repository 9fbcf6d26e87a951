// The base map: sea with its glow, land, disputed areas, waters, borders, the selected country. Drawn into a picture
// that is larger than the viewport and kept; panning copies from it, and only a new scale, theme, size or selection
// draws again.
#pragma once

#include "render/camera.h"
#include "render/gl/program.h"
#include "render/gl/target.h"
#include "render/layers/base_map_geometry.h"
#include "render/theme.h"
#include "render/underlay.h"

#include <optional>
#include <vector>

namespace render {

/// What the base map is to look like; two equal styles give the same picture.
struct BaseMapStyle {
    const Theme* theme = nullptr;
    std::vector<Rgba> country_colors;     ///< one for each country
    std::vector<std::uint32_t> selected;  ///< countries with band and outline
    float px_per_pt = 1.0F;
    friend bool operator==(const BaseMapStyle&, const BaseMapStyle&) = default;
};

class BaseMap {
public:
    BaseMap();

    /// Draws a little of everything into nowhere, so that the first real picture does not wait for compilers. Useful
    /// while files are read.
    void warm_up();
    /// Adds a level of detail; of more than two the least like it goes. The one drawn is the coarsest whose grid is
    /// finer than half a pixel, or the finest there is.
    void upload(BaseMapGeometry geometry);
    /// Forgets all levels: the projection or the boundaries have changed.
    void clear();
    /// What lies under the land from now on; an empty function takes it away.
    void set_underlay(MakeUnderlay make);
    /// The underlay would be made differently now: the picture is drawn anew.
    void underlay_has_changed() { underlay_changed_ = true; }
    /// The grid that would suit this scale, in metres; levels come in powers of two from 250 m.
    [[nodiscard]] static double suitable_grid_m(double metres_per_px);
    [[nodiscard]] bool has_level(double grid_m) const;
    /// No level was uploaded yet.
    [[nodiscard]] bool empty() const { return levels_.empty(); }

    /// Draws what has changed, then copies the picture of this camera to the framebuffer (0: the window). With
    /// `may_lag`, a camera that zooms gets the last picture scaled, and a sharp one every few frames and as soon as it
    /// rests.
    void draw(const Camera& camera, const BaseMapStyle& style, bool may_lag, std::uint32_t framebuffer);
    /// The last picture was scaled: draw again soon.
    [[nodiscard]] bool lags() const { return lagging_frames_ > 0; }
    /// The outline of a country under the pointer, on top of whatever is there.
    void draw_outline(const Camera& camera, float px_per_pt, std::uint32_t framebuffer, std::uint32_t country,
                      Rgba color, float half_width_pt);
    /// Extra pixels kept on every side for panning.
    void set_margin_px(int margin_px) { margin_px_ = margin_px; }
    /// How often the picture was drawn anew since the start; for tests and the benchmark.
    [[nodiscard]] int redraws() const { return redraws_; }

private:
    struct Level {
        double grid_m = 0.0;
        RingSet countries, extent;
        gl::Mesh disputed, lakes;
        std::vector<Chunk> disputed_chunks, lake_chunks;
        std::array<gl::Mesh, static_cast<std::size_t>(LineRole::Count)> lines;
        std::array<std::vector<Chunk>, static_cast<std::size_t>(LineRole::Count)> line_chunks;
    };
    /// The camera of a pass, as uniforms want it.
    struct View {
        Camera camera;
        float px_per_pt = 1.0F;
        int width_px = 0;
        int height_px = 0;
    };

    [[nodiscard]] static LineSet outline_of(const Level& level, std::uint32_t country, double smallest_m);
    /// The pixels of the map, when not all of the view is: the others lie in the space around it.
    [[nodiscard]] static std::vector<std::uint16_t> extent_of(const View& view, const Level& level);
    [[nodiscard]] static PixelGrid grid_of(const View& view);
    [[nodiscard]] const Level& level_for(double metres_per_px) const;
    void redraw(const View& view, const BaseMapStyle& style);
    [[nodiscard]] bool may_scale(const Camera& camera, const BaseMapStyle& style, int full_width,
                                 int full_height) const;
    void blit_scaled(const Camera& camera, const BaseMapStyle& style, int width, int height,
                     std::uint32_t framebuffer) const;
    /// Land and sea into the picture.
    void draw_ground(const View& view, const Level& level, const BaseMapStyle& style, bool new_view);
    void make_underlay(const View& view);
    /// Where no country may be outlined: disputed areas and their lines.
    void make_disputed_mask(const View& view, const Level& level);
    void make_selection_field(const View& view, const Level& level, const BaseMapStyle& style);
    /// Everything that lies on land and sea, in order.
    void draw_on_ground(const View& view, const Level& level, const BaseMapStyle& style);
    void draw_lines(const View& view, const Level& level, LineRole role, Rgba color, float width_pt,
                    float dash_pt = 0.0F, float gap_pt = 0.0F) const;
    void draw_flat(const View& view, const gl::Mesh& mesh, const std::vector<Chunk>& chunks, Rgba color,
                   float pitch_pt = 0.0F, float half_width_pt = 0.0F) const;
    void draw_selection(const View& view, const BaseMapStyle& style, bool band);
    void use_line_program(const gl::Program& program, const View& view, Rgba color, float half_width_pt) const;
    void set_view(const gl::Program& program, const View& view) const;
    void draw_screen_triangle() const;

    std::vector<Level> levels_;  // coarsest first
    gl::Program flat_, line_, masked_line_, outline_;
    gl::Mesh screen_triangle_, outline_mesh_;
    std::optional<std::uint32_t> outlined_country_;
    double outlined_scale_ = -1.0;  // metres per point
    gl::Texture palette_;
    gl::Target picture_, disputed_mask_;
    gl::Texture land_mask_, selection_field_;
    std::vector<std::uint16_t> land_;    // country of each pixel of the picture, or nothing_filled
    std::vector<std::uint16_t> extent_;  // nothing_filled beside the map; empty when the map fills the picture
    std::vector<std::uint16_t>
        coast_steps_;  // distance to the coast of each pixel of the picture, in eighths of a pixel
    MakeUnderlay make_underlay_;
    Underlay underlay_;  // of the picture's pixels
    bool underlay_changed_ = false;
    std::optional<View> drawn_view_;
    std::optional<View> field_view_;
    std::vector<std::uint32_t> selection_drawn_;
    std::optional<BaseMapStyle> drawn_style_;
    std::optional<Camera> last_camera_;
    int lagging_frames_ = 0;
    int margin_px_ = 0;
    int redraws_ = 0;
    bool levels_changed_ = false;
};

}  // namespace render
