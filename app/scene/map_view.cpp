#include "app/scene/map_view.h"

#include "app/scene/furniture.h"
#include "app/scene/pack_links.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace app {

namespace {

constexpr float link_reach_pt = 8.0F;
constexpr float halo_pt = 1.5F;

using render::text::Face;
using render::text::TextStyle;

}  // namespace

MapView::MapView(float px_per_pt) : px_per_pt_{px_per_pt}, text_{px_per_pt} {}

void MapView::set_world(std::shared_ptr<const World> world, std::shared_ptr<const ProjectedMap> map) {
    const bool same_map = map == map_;
    world_ = std::move(world);
    map_ = std::move(map);
    if (same_map) {
        return;
    }
    crossings_ = border_crossings(*world_);
    if (pending_.valid()) {
        pending_.wait();
        pending_ = {};
    }
    renderer_.base_map().clear();
    label_memory_.clear();
    links_ = {};
    visible_.clear();
}

void MapView::ensure_detail(double metres_per_px, bool wait) {
    render::BaseMap& base = renderer_.base_map();
    const double grid_m = render::BaseMap::suitable_grid_m(metres_per_px);
    if (pending_.valid() && (wait || pending_.wait_for(std::chrono::seconds{0}) == std::future_status::ready)) {
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

render::BaseMapStyle MapView::style_of(const AppState& state) const {
    render::BaseMapStyle style;
    style.theme = state.theme;
    style.px_per_pt = px_per_pt_;
    const render::Theme& theme = *state.theme;
    const auto& chosen = state.selection.countries;
    std::vector<std::string> partners;
    for (const events::EventIndex index : visible_) {
        const events::Event& event = (*world_->events)[index];
        if (std::any_of(chosen.begin(), chosen.end(), [&](const std::string& code) { return event.touches(code); })) {
            for (const events::Party& party : event.parties) {
                partners.push_back(party.code);
            }
        }
    }
    std::sort(partners.begin(), partners.end());
    const auto& countries = world_->boundaries->countries();
    for (std::uint32_t i = 0; i < countries.size(); ++i) {
        const geodata::Country& country = countries[i];
        const bool selected = std::find(chosen.begin(), chosen.end(), country.code) != chosen.end();
        render::Rgba color = country.in_region ? theme.land_region : theme.land_world;
        if (country.code.empty()) {
            color = theme.land_disputed;
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

void MapView::draw(const AppState& state, std::span<const render::RectPt> covered, Furniture furniture,
                   bool wait_for_detail, std::uint32_t framebuffer) {
    if (text_.begin_frame()) {
        label_memory_.clear();
    }
    ensure_detail(state.camera.metres_per_pt / static_cast<double>(px_per_pt_), wait_for_detail);
    visible_ = visible_events(state, *world_);
    links_ = layout_links(visible_, *world_, crossings_, state.camera);
    frame_.camera = state.camera;
    frame_.style = style_of(state);
    frame_.outlined_country.reset();
    if (state.hover.country && !state.hover.event) {
        frame_.outlined_country = static_cast<std::uint32_t>(*state.hover.country);
    }
    frame_.links = pack_links(links_, state, *world_);
    frame_.text.clear();
    write_labels(state, covered, furniture);
    renderer_.draw(frame_, text_.atlas(), !wait_for_detail, framebuffer);
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

void MapView::write_labels(const AppState& state, std::span<const render::RectPt> covered, Furniture furniture) {
    const MeasureText measure = [&](std::string_view text, const TextStyle& style) {
        return text_.width_pt(text, style);
    };
    const auto candidates = label_candidates(state, *world_, links_, measure);
    const render::RectPt screen{4.0F, 4.0F, state.camera.size.width - 4.0F, state.camera.size.height - 4.0F};
    std::vector<render::RectPt> kept_free(covered.begin(), covered.end());
    const auto lines = furniture_lines(state, *world_, visible_, covered, furniture, measure);
    for (const FurnitureLine& line : lines) {
        kept_free.push_back(line.box);
    }
    for (const PlacedLabel& placed : place_labels(candidates, screen, kept_free, links_, label_memory_)) {
        const LabelCandidate& label = *placed.label;
        if (label.dot_radius_pt > 0.0F) {
            frame_.links.add(
                render::Mark{.at = label.anchor, .hue = state.theme->halo, .radius = label.dot_radius_pt + 1.2F});
            frame_.links.add(render::Mark{.at = label.anchor, .hue = label.color, .radius = label.dot_radius_pt});
        }
        write(label.text, label.style, placed.baseline, label.color, halo_pt);
        if (!label.second_line.empty()) {
            write(label.second_line, label.second_style, {placed.baseline.x, placed.baseline.y + 17.0F},
                  label.second_color, halo_pt);
        }
    }
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
    auto country = world_->country_at(state.camera.world_from_screen(at));
    if (country && (*world_->boundaries)[*country].code.empty()) {
        country.reset();  // an area that nobody agrees on is not a country
    }
    return {country, std::nullopt};
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
    return std::nullopt;
}

}  // namespace app
