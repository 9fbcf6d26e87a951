// The map of a world: what a state looks like, and what lies under a point of it. One of these stands behind the
// window, the exports, the golden tests and the benchmark alike.
#pragma once

#include "app/scene/labels.h"
#include "app/scene/link_layout.h"
#include "app/scene/pack_base_map.h"
#include "app/scene/raster_ground.h"
#include "app/scene/sea_courses.h"
#include "app/scene/shading.h"
#include "app/state/app_state.h"
#include "render/layers/fade_layer.h"
#include "render/map_renderer.h"

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace app {

/// What surrounds the map in a picture that has no panels.
enum class Furniture : std::uint8_t {
    Explore,  ///< scale bar and boundary statement; the panels show the rest
    Export,   ///< also the date and the sources of what is shown
};

class MapView {
public:
    /// Needs a current OpenGL context. `px_per_pt` is for all text; a change needs a new MapView.
    explicit MapView(float px_per_pt);
    ~MapView() = default;
    MapView(const MapView&) = delete;  // its base map asks it for what lies under the land
    MapView(MapView&&) = delete;
    MapView& operator=(const MapView&) = delete;
    MapView& operator=(MapView&&) = delete;

    /// Shows another world. `map` is its boundaries in its projection; the same map as before keeps its detail.
    void set_world(std::shared_ptr<const World> world, std::shared_ptr<const ProjectedMap> map);

    /// Draws the state into a framebuffer of camera size times px_per_pt. `covered` are the panels' places, which names
    /// keep out of. With `wait_for_detail`, a level of detail that is missing is made at once; otherwise another stands
    /// in until a worker has made it, and a picture that was kept fades away on top.
    void draw(const AppState& state, std::span<const render::RectPt> covered, Furniture furniture, bool wait_for_detail,
              std::uint32_t framebuffer);

    /// Draws the state as `draw` does, without waiting, and keeps the picture: it lies over what `draw` draws next, as
    /// strongly as the state's fade says.
    void keep_picture(const AppState& state, std::span<const render::RectPt> covered, std::uint32_t framebuffer);

    /// True while a worker makes detail, reads a raster or looks for the courses of ships, or while a zooming map is
    /// shown scaled: look at `has_news` soon. Also while names wait for the map to rest, to look for better places, or
    /// for their turn to move.
    [[nodiscard]] bool waits_for_detail() const {
        return pending_.valid() || renderer_.base_map().lags() || names_lag_ || names_settle_ || sea_job_.valid() ||
               shading_lags_ || (raster_ && raster_->is_reading());
    }
    /// True while a frame drawn now would, or soon may, show more than the last: a worker has finished, a zoomed map is
    /// shown scaled, or names wait. Never without `waits_for_detail`.
    [[nodiscard]] bool has_news() const;
    /// A zooming map is shown scaled: no frame is too many.
    [[nodiscard]] bool hurries() const { return renderer_.base_map().lags(); }
    /// What was found wrong with sea legs and with the raster since the last call.
    [[nodiscard]] std::vector<geodata::Problem> take_problems() { return std::exchange(problems_, {}); }
    /// Something in the last frame moves by the animation clock alone. Of very many links none does.
    [[nodiscard]] bool moves() const { return frame_.links.is_moving() && !links_.is_crowded(); }
    /// Of the last frame drawn.
    [[nodiscard]] const LinkScene& links() const { return links_; }
    [[nodiscard]] const std::vector<events::EventIndex>& visible() const { return visible_; }
    /// The visible events by country, pair and kind, with sums in the currency that the ranking goes by.
    [[nodiscard]] const Tally& tally(const AppState& state);
    [[nodiscard]] const TieTable& ties();
    /// Of the last frame drawn; without shades where the state asks for none.
    [[nodiscard]] const Shading& shading() const { return shading_; }
    /// What lies under a point: a link within 8 points wins over a bundle within 4, that over the country. Clicking
    /// again where an event or a pair is selected goes to the next one.
    [[nodiscard]] Hover hover_at(const AppState& state, render::ScreenPt at, bool next = false) const;

    [[nodiscard]] render::text::TextEngine& text() { return text_; }
    [[nodiscard]] const World& world() const { return *world_; }
    [[nodiscard]] float px_per_pt() const { return px_per_pt_; }
    [[nodiscard]] render::MapRenderer& renderer() { return renderer_; }
    /// Where an event is on screen: on its link or its bundle, or nothing when it is not drawn now.
    [[nodiscard]] std::optional<render::ScreenPt> locate(events::EventIndex event) const;

private:
    [[nodiscard]] int px(float points) const;
    void lay_out_links(const AppState& state);
    [[nodiscard]] std::optional<LinkPair> bundle_at(const AppState& state, render::ScreenPt at, bool next) const;
    void ensure_detail(double metres_per_px, bool wait);
    /// Sees to it that the ships of visible events have their courses: soon, or at once with `wait`.
    void follow_ships(const TimeState& time, bool wait);
    void take_courses(FoundCourses found);
    /// Notes what is wrong with the sea legs of visible events, once for each.
    void tell_of_ships();
    void follow_raster();
    /// Shades follow what is shown, but no more than twice a second, for each time the base map is drawn anew; at once
    /// with `now`.
    void shade_countries(const AppState& state, bool now);
    [[nodiscard]] render::BaseMapStyle style_of(const AppState& state) const;
    /// Names keep their places while the map moves, and may take better ones once it has rested; at once with `now`.
    void survey_names(const AppState& state, std::span<const render::RectPt> covered, bool now);
    void write_mark(const LabelCandidate& label, const render::Theme& theme);
    void write_label(const PlacedLabel& placed);
    /// The numbers of the pair view's rows, on which no name lies.
    void number_links(const AppState& state, std::span<const render::RectPt> covered,
                      std::vector<render::RectPt>& kept_free);
    void mark_small_states(const AppState& state, std::vector<render::RectPt>& kept_free);
    /// A still picture waits for no label, and what it shows is not remembered.
    void write_labels(const AppState& state, std::span<const render::RectPt> covered, Furniture furniture, bool still);
    void write(std::string_view text, const render::text::TextStyle& style, render::ScreenPt at, render::Rgba color,
               float halo_pt);
    void write_box(render::RectPt box, render::Rgba color);

    float px_per_pt_ = 1.0F;
    render::text::TextEngine text_;
    render::MapRenderer renderer_;
    std::shared_ptr<const World> world_;
    std::shared_ptr<const ProjectedMap> map_;
    std::unique_ptr<RasterGround> raster_;
    bool wait_for_raster_ = false;
    BorderCrossings crossings_;
    std::future<render::BaseMapGeometry> pending_;
    SeaCourses courses_;
    std::vector<events::EventIndex> closing_;  ///< events that close straits and canals
    std::shared_ptr<const geodata::WaterMask> water_mask_;
    std::future<FoundCourses> sea_job_;
    std::set<events::EventIndex> told_ships_;
    std::vector<geodata::Problem> problems_;
    std::unique_ptr<EndTable> ends_;
    std::unique_ptr<TieBook> ties_;  // made when it is first asked for
    Shading shading_;
    std::chrono::steady_clock::time_point shaded_at_;
    bool shading_lags_ = false;
    LinkScene links_;
    std::vector<events::EventIndex> visible_;
    LabelMemory label_memory_;
    render::RingSet name_rings_;
    NameGround name_ground_;
    std::optional<WaterPlaces> water_places_;  ///< once the map comes near enough
    WaterNames water_names_;
    /// What the ground was surveyed for, and what was last drawn and since when. Of the panels their area alone, so
    /// that a tab which runs along with the playhead moves no names.
    struct Sight {
        render::Camera camera;
        long covered_pt2 = 0;
        LabelMode labels = LabelMode::English;
        friend bool operator==(const Sight&, const Sight&) = default;
    };
    std::optional<Sight> surveyed_;
    Sight seen_;
    std::chrono::steady_clock::time_point seen_since_;
    bool names_lag_ = false;
    bool names_settle_ = false;
    render::Frame frame_;
    std::optional<render::FadeLayer> before_;  // the picture of another ground
};

}  // namespace app
