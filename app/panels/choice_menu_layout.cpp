#include "app/panels/choice_menu_layout.h"

#include "app/input/mode_names.h"
#include "geodata/named_projections.h"

#include <algorithm>

namespace app {

namespace {

constexpr float margin = 16.0F;
constexpr float gap = 8.0F;
constexpr float menu_width = 304.0F;
constexpr float title_height = 36.0F;

/// Whether the boundaries have a neutral view: the bundled ones do, and any with views.
bool has_neutral(const World& world) {
    return world.ground.boundaries.empty() || !world.worldviews.empty();
}

std::vector<ChoiceRow> worldview_rows(const AppState& state, const World& world) {
    const std::string& chosen = state.ground.worldview;
    std::vector<ChoiceRow> rows;
    rows.push_back(has_neutral(world) ? ChoiceRow{"neutral", "Neutral", "who holds what; what is disputed is dashed",
                                                  chosen.empty(), SetWorldview{}}
                                      : ChoiceRow{"neutral", "As in the file", "", true, SetWorldview{}});
    for (const geodata::Worldview& view : world.worldviews) {
        rows.push_back(
            {view.id, view.name, "as " + view.name + " draws them", view.id == chosen, SetWorldview{view.id}});
    }
    return rows;
}

std::vector<ChoiceRow> projection_rows(const AppState& state) {
    std::vector<ChoiceRow> rows;
    const std::string& chosen = state.ground.projection;
    for (const geodata::NamedProjection& named : geodata::named_projections()) {
        const std::string name{named.name};
        rows.push_back(
            {name, std::string{named.title}, std::string{named.purpose}, chosen == named.name, SetProjection{name}});
    }
    if (geodata::named_projection(chosen) == nullptr) {
        rows.push_back({"own", "Your own", chosen, true, SetProjection{chosen}});
    }
    return rows;
}

std::vector<ChoiceRow> names_rows(const AppState& state) {
    struct Way {
        LabelMode mode;
        std::string_view title;
        std::string_view note;
    };
    std::vector<ChoiceRow> rows;
    for (const Way& way : {Way{LabelMode::English, "English", "countries and towns as English has them"},
                           {LabelMode::Local, "Local", "each in its own language and script"},
                           {LabelMode::Both, "Both", "English, with the local name below"},
                           {LabelMode::None, "No names", "no names but those of links"}}) {
        rows.push_back({std::string{label_modes[way.mode]}, std::string{way.title}, std::string{way.note},
                        state.labels == way.mode, SetLabels{way.mode}});
    }
    return rows;
}

std::string_view title_of(Menu menu) {
    switch (menu) {
        case Menu::Worldview:
            return "Boundaries";
        case Menu::Projection:
            return "Projection";
        case Menu::Names:
            return "Names on the map";
        case Menu::Filter:
            return "Filter";
    }
    return {};
}

}  // namespace

std::vector<ChoiceRow> choice_rows(Menu menu, const AppState& state, const World& world) {
    switch (menu) {
        case Menu::Worldview:
            return worldview_rows(state, world);
        case Menu::Projection:
            return projection_rows(state);
        case Menu::Names:
            return names_rows(state);
        case Menu::Filter:  // has a panel of its own
            break;
    }
    return {};
}

std::string_view name_of(Menu menu) {
    switch (menu) {
        case Menu::Worldview:
            return "worldviews";
        case Menu::Projection:
            return "projections";
        case Menu::Names:
            return "names";
        case Menu::Filter:
            return "filter";
    }
    return {};
}

std::string chosen_words(Menu menu, const AppState& state, const World& world) {
    const auto rows = choice_rows(menu, state, world);
    const auto chosen = std::find_if(rows.begin(), rows.end(), [](const ChoiceRow& row) { return row.chosen; });
    if (chosen == rows.end()) {
        return {};
    }
    if (menu == Menu::Worldview) {
        return "Boundaries: " + (chosen->id == "neutral" ? has_neutral(world) ? "neutral" : "own file" : chosen->name);
    }
    return chosen->name;
}

ChoiceMenu choice_menu(Menu menu, const AppState& state, const World& world, const render::RectPt& button,
                       float bottom) {
    ChoiceMenu out;
    out.title = title_of(menu);
    out.rows = choice_rows(menu, state, world);
    const float farthest = state.camera.size.width - margin - menu_width;
    const float left = std::max(margin, std::min(button.left, farthest));
    const float top = button.bottom + 4.0F + gap;
    const float wanted = title_height + static_cast<float>(out.rows.size()) * out.row_height + gap;
    const float least = title_height + out.row_height + gap;
    const float height = std::clamp(bottom - margin - top, least, std::max(least, wanted));
    out.place = {left, top, left + menu_width, top + height};
    out.title_place = {left + margin, top, left + menu_width - margin, top + title_height};
    out.list = {left, out.title_place.bottom, out.place.right, out.place.bottom - gap};
    return out;
}

}  // namespace app
