#include "app/scene/map_view.h"

#include "app/panels/shading_key.h"
#include "app/scene/furniture.h"
#include "app/scene/pack_links.h"
#include "app/scene/pair_numbers.h"
#include "app/scene/small_states.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace app {

namespace {

constexpr float link_reach_pt = 8.0F;
constexpr float bundle_reach_pt = 4.0F;  // they lie close, and countries between them are to be reached too
constexpr float small_state_reach_pt = 8.0F;
constexpr float halo_pt = 1.5F;
constexpr float port_ring_pt = 0.5F;              // half of its stroke
constexpr double waters_below_m_per_pt = 3500.0;  // lakes and rivers are named from here on
constexpr double name_grid_m = 1000.0;            // finer than a cell of the survey at all but the closest scales
constexpr std::chrono::milliseconds names_rest{300};
constexpr std::chrono::milliseconds shading_rest{500};

using render::text::Face;
using render::text::TextStyle;

template <class T>
bool is_ready(const std::future<T>& job) {
    return job.valid() && job.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

/// Codes of all parties of the events that touch a chosen country, sorted.
std::vector<std::string> partners_of(const std::vector<std::string>& chosen,
                                     std::span<const events::EventIndex> visible, const World& world) {
    std::vector<std::string> partners;
    if (chosen.empty()) {
        return partners;
    }
    for (const events::EventIndex index : visible) {
        const events::Event& event = (*world.events)[index];
        if (std::any_of(chosen.begin(), chosen.end(), [&](const std::string& code) { return event.touches(code); })) {
            for (const events::Party& party : event.parties) {
                partners.push_back(party.code);
            }
        }
    }
    std::sort(partners.begin(), partners.end());
    return partners;
}

}  // namespace

MapView::MapView(float px_per_pt) : px_per_pt_{px_per_pt}, text_{px_per_pt} {}

void MapView::set_world(std::shared_ptr<const World> world, std::shared_ptr<const ProjectedMap> map) {
    const bool same_map = map == map_;
    const bool same_land = world_ && world_->pieces == world->pieces;
    if (!same_land) {
        courses_ = {};
        water_mask_.reset();
        told_ships_.clear();
    }
    const bool same_events = world_ && world_->events == world->events;
    if (!same_events) {
        closing_ = closing_events(*world->events);
        told_ships_.clear();
        ends_ = std::make_unique<EndTable>(*world);
        ties_.reset();
    }
    world_ = std::move(world);
    map_ = std::move(map);
    shading_ = {};
    if (!same_map || !same_events) {
        crossings_ = border_crossings(*world_);
    }
    if (same_map) {
        return;
    }
    if (pending_.valid()) {
        pending_.wait();
        pending_ = {};
    }
    renderer_.base_map().clear();
    follow_raster();
    renderer_.base_map().set_underlay(
        raster_ ? [this](const render::PixelGrid& grid,
                         std::span<const std::uint16_t> land) { return raster_->over(grid, land, wait_for_raster_); }
                : render::MakeUnderlay{});
    label_memory_ = {};
    name_rings_ = rings_for_names(*map_, name_grid_m);
    name_ground_ = {};
    water_places_.reset();
    water_names_ = {};
    surveyed_.reset();
    links_ = {};
    visible_.clear();
}

/// What was read of the same raster serves any projection, and a worker that reads it need not be waited for.
void MapView::follow_raster() {
    if (raster_ && raster_->shows(world_->raster)) {
        raster_->set_projection(world_->projection);
    } else {
        raster_ = world_->raster ? std::make_unique<RasterGround>(world_->raster, world_->projection) : nullptr;
    }
}

bool MapView::has_news() const {
    const bool shades_due = shading_lags_ && std::chrono::steady_clock::now() - shaded_at_ >= shading_rest;
    return hurries() || shades_due || names_lag_ || names_settle_ || is_ready(pending_) || is_ready(sea_job_) ||
           (raster_ && raster_->has_finished());
}

void MapView::ensure_detail(double metres_per_px, bool wait) {
    render::BaseMap& base = renderer_.base_map();
    const double grid_m = render::BaseMap::suitable_grid_m(metres_per_px);
    if (is_ready(pending_) || (wait && pending_.valid())) {
        base.upload(pending_.get());
    }
    if (base.has_level(grid_m)) {
        return;
    }
    if (wait || base.empty()) {
        base.upload(pack_base_map(*map_, grid_m));
    } else if (!pending_.valid()) {
        pending_ = std::async(std::launch::async, [map = map_, grid_m] { return pack_base_map(*map, grid_m); });
    }
}

void MapView::take_courses(FoundCourses found) {
    if (found.pieces != world_->pieces) {
        return;  // found for the land before
    }
    water_mask_ = std::move(found.mask);
    courses_.known.merge(found.courses);
}

void MapView::tell_of_ships() {
    std::vector<events::EventIndex> untold;
    for (const events::EventIndex index : visible_) {
        const auto path = world_->events->path_of(index);
        const bool sails = std::any_of(path.begin(), path.end(),
                                       [](const events::RouteLeg& leg) { return leg.mode == events::RouteMode::Sea; });
        if (sails && told_ships_.insert(index).second) {
            untold.push_back(index);
        }
    }
    geodata::append_problems(problems_, course_problems(untold, *world_->events, courses_));
}

void MapView::follow_ships(const TimeState& time, bool wait) {
    courses_.closed = closed_at(time, closing_, *world_->events);
    if (is_ready(sea_job_) || (wait && sea_job_.valid())) {
        take_courses(sea_job_.get());
    }
    // A course may turn out to be closed only when it is known: what is waited for may take two turns.
    for (auto questions = open_questions(visible_, *world_->events, courses_); !questions.empty() && !sea_job_.valid();
         questions = open_questions(visible_, *world_->events, courses_)) {
        if (wait) {
            take_courses(find_courses(questions, *world_, water_mask_));
        } else {
            sea_job_ = std::async(std::launch::async, [questions, world = world_, mask = water_mask_] {
                return find_courses(questions, *world, mask);
            });
        }
    }
    courses_.searching = sea_job_.valid();
    if (!courses_.searching) {
        tell_of_ships();
    }
}

render::BaseMapStyle MapView::style_of(const AppState& state) const {
    render::BaseMapStyle style;
    style.theme = state.theme;
    style.px_per_pt = px_per_pt_;
    const render::Theme& theme = *state.theme;
    const auto& chosen = state.selection.countries;
    const std::vector<std::string> partners = partners_of(chosen, visible_, *world_);
    const auto& countries = world_->boundaries->countries();
    for (std::uint32_t i = 0; i < countries.size(); ++i) {
        const geodata::Country& country = countries[i];
        const bool selected = std::find(chosen.begin(), chosen.end(), country.code) != chosen.end();
        render::Rgba color = country.in_region ? theme.land_region : theme.land_world;
        const std::int8_t shade = i < shading_.shades.size() ? shading_.shades[i] : Shading::plain;
        if (shade != Shading::plain && !selected) {
            color = shade_tone(theme, static_cast<std::size_t>(shade));
        } else if (selected) {
            color = theme.land_selected;
            style.selected.push_back(i);
        } else if (!chosen.empty() && std::binary_search(partners.begin(), partners.end(), country.code)) {
            color = theme.land_partner;
        } else if (!chosen.empty() && country.in_region) {
            color = theme.land_dim;
        }
        style.country_colors.push_back(color);
    }
    return style;
}

const TieTable& MapView::ties() {
    if (!ties_) {
        ties_ = std::make_unique<TieBook>(*world_);
    }
    return ties_->table();
}

const Tally& MapView::tally(const AppState& state) {
    static_cast<void>(ties());
    return ties_->of(visible_, state.ranking.by == RankBy::Value ? std::string_view{state.ranking.currency} : "");
}

void MapView::shade_countries(const AppState& state, bool now) {
    shading_lags_ = false;
    if (!state.ranking.shades_map) {
        shading_ = {};
        return;
    }
    const Tally& counted = tally(state);
    Shading next = app::shading(state.ranking, *world_, ties(), counted);
    if (next == shading_) {
        return;
    }
    const auto time = std::chrono::steady_clock::now();
    const bool others = next.by != shading_.by || next.currency != shading_.currency || shading_.shades.empty();
    if (!now && !others && time - shaded_at_ < shading_rest) {
        shading_lags_ = true;
        return;
    }
    shading_ = std::move(next);
    shaded_at_ = time;
}

void MapView::lay_out_links(const AppState& state) {
    Division division = divided(visible_, state, *world_, *ends_);
    LinkSetting setting;
    setting.opened = opened_parties(state, *world_);
    setting.day = last_joining_day(state.time);
    std::vector<events::EventIndex> filtered;
    if (division.bundles.bundles.empty() && visible_.size() <= most_readable_links) {
        filtered = filtered_events(state, *world_);
    }
    if (visible_.size() + filtered.size() <= most_readable_links) {
        setting.filtered = filtered;
    }
    links_ = layout_links(division.singly, *world_, crossings_, state.camera, courses_, setting);
    links_.bundles = std::move(division.bundles);
}

void MapView::draw(const AppState& state, std::span<const render::RectPt> covered, Furniture furniture,
                   bool wait_for_detail, std::uint32_t framebuffer) {
    static_cast<void>(text_.begin_frame());  // nothing that was shaped before is kept here
    ensure_detail(state.camera.metres_per_pt / static_cast<double>(px_per_pt_), wait_for_detail);
    wait_for_raster_ = wait_for_detail;
    if (raster_ && raster_->take_finished()) {
        renderer_.base_map().underlay_has_changed();
    }
    visible_ = visible_events(state, *world_);
    follow_ships(state.time, wait_for_detail);
    lay_out_links(state);
    shade_countries(state, wait_for_detail);
    frame_.camera = state.camera;
    frame_.style = style_of(state);
    frame_.outlined_country.reset();
    if (state.hover.country && !state.hover.event) {
        frame_.outlined_country = static_cast<std::uint32_t>(*state.hover.country);
    }
    frame_.links = pack_links(links_, state, *world_);
    frame_.text.clear();
    survey_names(state, covered, wait_for_detail);
    write_labels(state, covered, furniture, wait_for_detail);
    renderer_.draw(frame_, text_.atlas(), !wait_for_detail, framebuffer);
    if (auto why_not = raster_ ? raster_->take_problem() : std::nullopt) {
        problems_.push_back({geodata::Severity::Error, std::move(*why_not), world_->ground.raster, 0, 0, {}});
    }
    if (state.fade <= 0.0) {
        before_.reset();
    } else if (before_ && !wait_for_detail) {
        before_->draw(static_cast<float>(state.fade), framebuffer, px(state.camera.size.width),
                      px(state.camera.size.height));
    }
}

void MapView::keep_picture(const AppState& state, std::span<const render::RectPt> covered, std::uint32_t framebuffer) {
    draw(state, covered, Furniture::Explore, false, framebuffer);
    if (!before_) {
        before_.emplace();
    }
    before_->keep(framebuffer, px(state.camera.size.width), px(state.camera.size.height));
}

int MapView::px(float points) const {
    return static_cast<int>(std::lround(points * px_per_pt_));
}

void MapView::write(std::string_view text, const TextStyle& style, render::ScreenPt at, render::Rgba color,
                    float halo) {
    const render::Rgba around = frame_.style.theme->halo;
    frame_.text.add(text_.shape(text, style, halo), at, color, around);
}

void MapView::write_box(render::RectPt box, render::Rgba color) {
    // The atlas' first texels are solid.
    const auto& atlas = text_.atlas();
    const float u = 1.5F / static_cast<float>(atlas.width_px);
    const float v = 1.5F / static_cast<float>(atlas.height_px);
    render::text::ShapedText solid;
    solid.fill.push_back({box.left, box.top, box.right, box.bottom, u, v, u, v});
    frame_.text.add(solid, {0.0F, 0.0F}, color, color);
}

void MapView::survey_names(const AppState& state, std::span<const render::RectPt> covered, bool now) {
    double covered_pt2 = 0.0;
    for (const render::RectPt& rect : covered) {
        covered_pt2 += static_cast<double>(rect.width()) * static_cast<double>(rect.height());
    }
    const Sight sight{state.camera, std::lround(covered_pt2 / 100.0) * 100, state.labels};
    const auto time = std::chrono::steady_clock::now();
    if (sight != seen_) {
        seen_ = sight;
        seen_since_ = time;
    }
    const bool first = !surveyed_;
    const bool other_names = first || surveyed_->labels != sight.labels;
    names_lag_ = surveyed_ != sight;
    if (!names_lag_ || !(now || other_names || time - seen_since_ >= names_rest)) {
        return;
    }
    name_ground_ = NameGround::survey(name_rings_, world_->boundaries->countries().size(), state.camera, covered,
                                      first ? nullptr : &name_ground_);
    water_names_ = {};
    if (state.camera.metres_per_pt < waters_below_m_per_pt) {
        if (!water_places_) {
            water_places_ = water_places(*world_);
        }
        const MeasureExtent extent = [&](std::string_view text, const TextStyle& style) {
            return text_.extent(text, style);
        };
        const auto is_settled = [&](geodata::WorldXY at) {
            return NameGround::bears_names(name_ground_.country_at(at));
        };
        water_names_ = {water_places_->lakes, river_stretches(water_places_->rivers, state.camera, covered,
                                                              state.labels, extent, is_settled)};
    }
    if (other_names || surveyed_->camera != sight.camera) {
        label_memory_.release();
    }
    surveyed_ = sight;
    names_lag_ = false;
}

void MapView::write_mark(const LabelCandidate& label, const render::Theme& theme) {
    const render::Rgba hue = label.lines.front().color;
    if (label.mark == LabelMark::Dot) {
        frame_.links.add(render::Mark{.at = label.anchor, .hue = theme.halo, .radius = label.mark_radius_pt + 1.2F});
        frame_.links.add(render::Mark{.at = label.anchor, .hue = hue, .radius = label.mark_radius_pt});
    } else if (label.mark == LabelMark::PortRing) {
        frame_.links.add(render::Mark{.at = label.anchor, .hue = theme.halo, .radius = label.mark_radius_pt + 1.4F});
        frame_.links.add(
            render::Mark{.at = label.anchor, .hue = hue, .radius = label.mark_radius_pt, .ring = port_ring_pt});
    }
}

void MapView::write_label(const PlacedLabel& placed) {
    const render::Rgba around = frame_.style.theme->halo;
    for (const LabelLine& line : lines_of(placed)) {
        const render::text::ShapedText& shaped = text_.shape(line.text, line.style, halo_pt);
        if (placed.spot.slant == 0.0F && placed.spot.bend == 0.0F) {
            frame_.text.add(shaped, start_of(placed, line), line.color, around);
        } else {
            frame_.text.add_along(shaped, {placed.baseline, placed.spot.slant, placed.spot.bend}, line.color, around);
        }
    }
}

/// A ring with a point in it, which no name may cover.
void MapView::mark_small_states(const AppState& state, std::vector<render::RectPt>& kept_free) {
    const render::Theme& theme = *state.theme;
    for (const SmallState& small : small_states(*world_, state.camera)) {
        const geodata::Country& country = (*world_->boundaries)[small.country];
        const auto& chosen = state.selection.countries;
        const bool strong = std::find(chosen.begin(), chosen.end(), country.code) != chosen.end() ||
                            state.hover.country == small.country;
        const render::Rgba hue = strong              ? theme.label_selected
                                 : country.in_region ? theme.label_country
                                                     : theme.label_world;
        constexpr float ring = 4.2F;
        frame_.links.add(render::Mark{.at = small.at, .hue = theme.halo, .radius = ring + 1.0F});
        frame_.links.add(render::Mark{.at = small.at, .hue = hue, .radius = ring, .ring = strong ? 0.8F : 0.45F});
        frame_.links.add(render::Mark{.at = small.at, .hue = hue, .radius = 1.5F});
        kept_free.push_back({small.at.x - ring, small.at.y - ring, small.at.x + ring, small.at.y + ring});
    }
}

void MapView::number_links(const AppState& state, std::span<const render::RectPt> covered,
                           std::vector<render::RectPt>& kept_free) {
    const render::Theme& theme = *state.theme;
    constexpr TextStyle style{render::text::Face::Medium, 12.0F, 0.0F};
    for (const NumberDisc& disc : pair_numbers(state, *world_, links_, covered)) {
        const float strength = opacity_of(emphasis_of(state, *world_, disc.event));
        frame_.links.add(render::Mark{.at = disc.at, .hue = theme.panel_raised, .radius = number_disc_pt});
        frame_.links.add(render::Mark{.at = disc.at,
                                      .hue = render::with_alpha(theme.text_1, 0.45F * strength),
                                      .radius = number_disc_pt - 0.5F,
                                      .ring = 0.5F});
        const render::text::ShapedText& shaped = text_.shape(std::to_string(disc.number), style);
        frame_.text.add(shaped, {disc.at.x - shaped.width_pt / 2.0F, disc.at.y + shaped.cap_height_pt / 2.0F},
                        render::with_alpha(theme.text_1, strength), theme.panel_raised);
        kept_free.push_back(render::RectPt{disc.at.x, disc.at.y, disc.at.x, disc.at.y}.grown(number_disc_pt));
    }
}

void MapView::write_labels(const AppState& state, std::span<const render::RectPt> covered, Furniture furniture,
                           bool still) {
    const MeasureText measure = [&](std::string_view text, const TextStyle& style) {
        return text_.width_pt(text, style);
    };
    const MeasureExtent extent = [&](std::string_view text, const TextStyle& style) {
        return text_.extent(text, style);
    };
    LabelMemory settled = still ? label_memory_.settled() : LabelMemory{};
    LabelMemory& memory = still ? settled : label_memory_;
    const auto now = std::chrono::duration_cast<LabelTime>(std::chrono::steady_clock::now().time_since_epoch());
    const auto candidates = label_candidates(state, *world_, links_, name_ground_, water_names_, extent, memory);
    const render::RectPt screen{4.0F, 4.0F, state.camera.size.width - 4.0F, state.camera.size.height - 4.0F};
    std::vector<render::RectPt> kept_free(covered.begin(), covered.end());
    const bool no_legend = furniture == Furniture::Export || !state.panels_shown || !state.legend_shown;
    const std::string shades = no_legend ? shading_words(shading_key(shading_)) : std::string();
    const auto lines = furniture_lines(state, *world_, visible_, covered, furniture, measure, shades);
    const auto caption = furniture_obstacles(lines, furniture_edge(state, *world_));
    kept_free.insert(kept_free.end(), caption.begin(), caption.end());
    const auto obstacles = link_obstacles(state, *world_, links_);
    kept_free.insert(kept_free.end(), obstacles.begin(), obstacles.end());
    number_links(state, covered, kept_free);
    mark_small_states(state, kept_free);
    for (const PlacedLabel& placed : place_labels(candidates, screen, kept_free, links_, memory, now)) {
        write_mark(*placed.label, *state.theme);
        write_label(placed);
    }
    names_settle_ = label_memory_.is_settling(now);
    for (const FurnitureLine& line : lines) {
        if (line.text.empty()) {
            write_box(line.box, line.color);
        } else {
            write(line.text, line.style, line.baseline, line.color, halo_pt);
        }
    }
}

Hover MapView::hover_at(const AppState& state, render::ScreenPt at, bool next) const {
    const auto hits = links_at(links_, at, link_reach_pt);
    if (!hits.empty()) {
        const auto current =
            std::find(hits.begin(), hits.end(), state.selection.event.value_or(events::EventIndex{~0U}));
        if (next && current != hits.end()) {
            return {std::nullopt, current + 1 == hits.end() ? hits.front() : *(current + 1)};
        }
        return {std::nullopt, hits.front()};
    }
    if (auto pair = bundle_at(state, at, next)) {
        return {std::nullopt, std::nullopt, std::move(pair)};
    }
    if (const auto small = small_state_at(*world_, state.camera, at, small_state_reach_pt)) {
        return {small, std::nullopt};
    }
    auto country = world_->country_at(state.camera.world_from_screen(at));
    if (country && (*world_->boundaries)[*country].code.empty()) {
        country.reset();  // an area that nobody agrees on is not a country
    }
    return {country, std::nullopt};
}

std::optional<LinkPair> MapView::bundle_at(const AppState& state, render::ScreenPt at, bool next) const {
    const auto& bundles = links_.bundles.bundles;
    const auto hits = bundles_at(links_.bundles, at, bundle_reach_pt);
    if (hits.empty()) {
        return std::nullopt;
    }
    const auto current = std::find_if(
        hits.begin(), hits.end(), [&](std::size_t i) { return is_selected_pair(state.selection, bundles[i].bundle); });
    const bool further = next && current != hits.end() && current + 1 != hits.end();
    return pair_of(bundles[further ? *(current + 1) : hits.front()].bundle);
}

std::optional<render::ScreenPt> MapView::locate(events::EventIndex event) const {
    for (const LinkLayout& link : links_.links) {
        if (link.event != event) {
            continue;
        }
        if (!link.paths.empty()) {
            return render::at(link.paths.front(), link.paths.front().length() / 2.0F).at;
        }
        return link.hub;
    }
    const std::uint32_t pair = links_.bundles.bundles.empty() ? EventEnds::none : ends_->of(event).pair;
    const bool shown = std::find(visible_.begin(), visible_.end(), event) != visible_.end();
    for (const BundleLayout& layout : links_.bundles.bundles) {
        if (shown && layout.bundle.pair == pair) {
            return layout.at;
        }
    }
    return std::nullopt;
}

}  // namespace app
