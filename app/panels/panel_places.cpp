#include "app/panels/panel_places.h"

#include "app/panels/legend_layout.h"
#include "app/panels/timeline_layout.h"
#include "app/panels/toolbar_layout.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr float margin = 16.0F;
constexpr float gap = 8.0F;
// Scale, statement, date and sources along the lower edge of a bare map.
constexpr float furniture_height = 72.0F;
constexpr float narrow_furniture_height = 96.0F;  // across most of its width

constexpr float table_part = 0.4F;  // of the window's height
constexpr float tab_height = 48.0F;
constexpr float legend_inset = 8.0F;  // of the columns of glyphs
constexpr float wide_legend = 216.0F;
constexpr float most_columns = 6.0F;
constexpr float least_free_map = 80.0F;

/// With words where there is room for all of them, at the cost of what widths mean; else as many columns of glyphs as
/// it takes.
render::SizePt legend_size(const AppState& state, const World& world, float room, bool small) {
    for (const bool with_widths : {true, false}) {
        const float in_words = legend_height(state, world, with_widths);
        if (!small && in_words <= room) {
            return {wide_legend, in_words};
        }
    }
    const std::size_t glyphs = std::max<std::size_t>(10, world.events->kinds().all().size());
    const auto cells =
        static_cast<float>(glyphs + (has_widths(state, world) ? 1 : 0) + (state.ranking.shades_map ? 1 : 0));
    const float most_rows = std::max(1.0F, std::floor((room - 2.0F * legend_inset) / legend_row));
    const float columns = std::min(most_columns, std::ceil(cells / most_rows));
    const float rows = std::min(most_rows, std::ceil(cells / columns));
    return {2.0F * legend_inset + columns * legend_row, 2.0F * legend_inset + rows * legend_row};
}

/// At the right. The toolbar moves to beside the card where it has room there; else the panel begins below it.
void place_pair(PanelPlaces& places, render::SizePt size) {
    const float width = std::min(is_small_window(size) ? 528.0F : 720.0F, size.width - 2.0F * margin);
    places.pair = {size.width - margin - width, margin, size.width - margin, places.timeline.top - margin};
    const float toolbar_left = places.card.right + (is_small_window(size) ? gap : margin);
    const float toolbar_right = toolbar_left + places.toolbar.width();
    if (toolbar_right + gap <= places.pair.left) {
        places.toolbar.left = toolbar_left;
        places.toolbar.right = toolbar_right;
    } else {
        places.pair.top = places.toolbar.bottom + gap;
    }
}

}  // namespace

bool is_narrow_legend(const render::RectPt& legend) {
    return legend.width() < wide_legend - 1.0F;
}

render::RectPt legend_cell(const render::RectPt& legend, std::size_t index) {
    const auto rows = static_cast<std::size_t>(
        std::max(1.0F, std::floor((legend.height() - 2.0F * legend_inset) / legend_row + 0.01F)));
    const float left = legend.left + legend_inset + static_cast<float>(index / rows) * legend_row;
    const float top = legend.top + legend_inset + static_cast<float>(index % rows) * legend_row;
    return {left, top, left + legend_row, top + legend_row};
}

bool is_small_window(render::SizePt size) {
    return size.width < 1500.0F || size.height < 900.0F;
}

bool has_card(const AppState& state) {
    return state.selection.event.has_value() || shows_ranking(state) ||
           (!state.selection.countries.empty() && !has_pair(state));
}

bool has_legend(const AppState& state) {
    return state.legend_shown && !has_pair(state);
}

render::RectPt date_tab_at(float x, const render::RectPt& timeline) {
    constexpr render::SizePt tab{216.0F, tab_height};
    const float most = std::max(timeline.right - margin - tab.width, timeline.left + margin);
    const float left = std::round(std::clamp(x - tab.width / 2.0F, timeline.left + margin, most));
    return {left, timeline.top - tab.height, left + tab.width, timeline.top};
}

PanelPlaces panel_places(const AppState& state, const World& world, std::optional<float> tab_x) {
    const render::SizePt size = state.camera.size;
    const bool small = is_small_window(size);
    const float timeline = std::min(timeline_rows(size, world.events->size()).height, size.height * 0.6F);
    PanelPlaces places;
    places.timeline = {0.0F, size.height - timeline, size.width, size.height};
    const float card_width = small ? 320.0F : 384.0F;
    const float card_bottom = std::min(places.timeline.top - margin, margin + 960.0F);
    places.toolbar = {size.width - margin - toolbar_width(small), margin, size.width - margin, margin + 40.0F};
    const bool searches = state.typing && state.typing->field == TextField::Search;
    const float search_right =
        searches ? margin + card_width : std::min(margin + card_width, places.toolbar.left - gap);
    places.search = {margin, margin, std::max(search_right, margin + 40.0F), margin + 40.0F};
    places.card = {margin, places.search.bottom + gap, margin + card_width, card_bottom};
    if (has_pair(state)) {
        place_pair(places, size);
    }
    constexpr float problems_width = 232.0F;
    places.problems = {places.toolbar.left - gap - problems_width, margin, places.toolbar.left - gap, margin + 40.0F};
    if (places.problems.left < places.search.right + gap) {
        const float top = places.toolbar.bottom + gap;
        const float left = has_pair(state) ? places.toolbar.left : has_card(state) ? places.card.right + gap : margin;
        places.problems = {left, top, left + problems_width, top + 40.0F};
    }
    if (state.table) {
        const float left = has_card(state) ? places.card.right + gap : margin;
        const float right = has_pair(state) ? places.pair.left - gap : size.width - margin;
        const float bottom = places.timeline.top - tab_height - gap;
        const float top = std::max(places.toolbar.bottom + gap, bottom - size.height * table_part);
        places.table = {left, top, right, std::max(top, bottom)};
    }
    // The date tab may come to stand below it at any time, and the legend does not change its shape for that.
    const float lowest = state.table ? places.table.top - gap : places.timeline.top - margin;
    const float room = (state.table ? lowest : places.timeline.top - tab_height - gap) - places.toolbar.bottom - gap;
    const render::SizePt legend = legend_size(state, world, room, small);
    const float legend_top = std::max(places.toolbar.bottom + gap, lowest - legend.height);
    places.legend = {size.width - margin - legend.width, legend_top, size.width - margin, lowest};
    if (tab_x) {
        const render::RectPt tab = date_tab_at(*tab_x, places.timeline).grown(gap);
        for (render::RectPt* panel : {&places.card, &places.legend, &places.pair}) {
            panel->bottom =
                panel->left < tab.right && tab.left < panel->right ? std::min(panel->bottom, tab.top) : panel->bottom;
        }
        places.legend.top = std::max(places.toolbar.bottom + gap, places.legend.bottom - legend.height);
    }
    return places;
}

render::RectPt free_map(const AppState& state, const World& world) {
    render::RectPt free{0.0F, 0.0F, state.camera.size.width, state.camera.size.height};
    free.bottom -= is_narrow_picture(state.camera.size) ? std::min(narrow_furniture_height, free.bottom / 2.0F)
                                                        : std::min(furniture_height, free.bottom / 4.0F);
    if (state.panels_shown) {
        const PanelPlaces places = panel_places(state, world);
        free.bottom = state.table ? places.table.top - gap : places.timeline.top;
        free.right = has_pair(state)     ? places.pair.left - gap
                     : has_legend(state) ? places.legend.left - gap
                                         : free.right;
        free.top = free.right > places.toolbar.left ? places.toolbar.bottom + gap : margin;
        free.left = has_card(state) ? places.card.right + gap : 0.0F;
        free.right = std::max(free.right, free.left + least_free_map);  // narrow windows have more panels than room
    }
    return free;
}

render::RectPt fit_area(const AppState& state, const World& world) {
    constexpr float spare = 48.0F;
    constexpr float part = 0.08F;  // of a picture's height, where that is less
    render::RectPt area = free_map(state, world).grown(-std::min(spare, state.camera.size.height * part));
    area.bottom -= state.panels_shown ? tab_height : 0.0F;
    return area;
}

bool is_narrow_picture(render::SizePt size) {
    return size.width < 500.0F;
}

}  // namespace app
