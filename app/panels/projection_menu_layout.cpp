#include "app/panels/projection_menu_layout.h"

namespace app {

namespace {

std::string sentence(std::string_view words) {
    std::string text{words};
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

}  // namespace

std::vector<ProjectionRow> projection_menu(const GroundChoice& choice) {
    std::vector<ProjectionRow> rows;
    for (const geodata::NamedProjection& named : geodata::named_projections()) {
        rows.push_back({std::string{named.name}, std::string{named.title}, sentence(named.purpose),
                        named.name == choice.projection});
    }
    if (geodata::named_projection(choice.projection) == nullptr) {
        rows.push_back({choice.projection, choice.projection, "As it was asked for", true});
    }
    return rows;
}

float projection_menu_height(const GroundChoice& choice) {
    return 16.0F + projection_row_height * static_cast<float>(projection_menu(choice).size());
}

}  // namespace app
