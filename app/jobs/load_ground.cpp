#include "app/jobs/load_ground.h"

#include "app/input/nearest.h"
#include "geodata/domain.h"
#include "geodata/gdal/open_raster.h"
#include "geodata/gdal/proj_projection.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/gdal/read_lines.h"
#include "geodata/region.h"

#include <stdexcept>
#include <string_view>
#include <utility>
#include <variant>

namespace app {

namespace {

using geodata::BoundaryPieces;
using geodata::BoundarySet;
using geodata::Loaded;
using geodata::Problem;
using geodata::Projection;

Problem error(std::string what, std::string file = {}) {
    return {.severity = geodata::Severity::Error,
            .what = std::move(what),
            .file = std::move(file),
            .line = 0,
            .column = 0,
            .pointer = {}};
}

/// The last problem is why something else is drawn: a person has to know, above all whose boundaries they see.
void say_what_stands_in(std::vector<Problem>& problems, std::string_view words) {
    if (!problems.empty()) {
        problems.back().what += " (" + std::string{words} + ")";
    }
}

/// The name of the file that boundaries of one's own come from; empty for the bundled ones.
std::string file_name_of(const std::string& boundaries) {
    return std::filesystem::path{geodata::gdal::boundary_source_from_text(boundaries).path}.filename().string();
}

/// Whose boundaries these are. `view`: null for the neutral ones.
std::string statement_for(const std::string& boundaries, const geodata::Worldview* view) {
    const std::string file = file_name_of(boundaries);
    if (view != nullptr) {
        return view->statement + (file.empty() ? std::string() : " (" + file + ")");
    }
    return file.empty() ? "Boundaries: neutral; dashed lines are disputed" : "Boundaries: " + file;
}

Loaded<std::shared_ptr<const BoundaryPieces>> pieces_from(const std::string& wanted, const geodata::Places& places,
                                                          const std::filesystem::path& data_folder) {
    const std::string bundled = (data_folder / "boundaries" / "boundaries.gpkg").string();
    return geodata::gdal::read_boundary_pieces(
        geodata::gdal::boundary_source_from_text(wanted.empty() ? bundled : wanted),
        geodata::gdal::code_from_name_in(places));
}

/// The lines that are asked for. False where they cannot be had: the map does without then.
bool read_own_lines(Ground& ground) {
    ground.lines.reset();
    if (!ground.choice.lines.empty()) {
        auto lines = geodata::gdal::read_lines(ground.choice.lines);
        geodata::append_problems(ground.problems, lines.problems);
        if (!lines.value.empty()) {
            ground.lines = std::make_shared<const std::vector<geodata::BoundaryLine>>(std::move(lines.value));
        }
    }
    return ground.lines != nullptr || ground.choice.lines.empty();
}

/// The same for the raster.
bool open_own_raster(Ground& ground) {
    ground.raster.reset();
    if (!ground.choice.raster.empty()) {
        auto raster = geodata::gdal::open_raster(ground.choice.raster);
        geodata::append_problems(ground.problems, raster.problems);
        ground.raster = std::move(raster.value);
    }
    return ground.raster != nullptr || ground.choice.raster.empty();
}

void take_pieces(Ground& ground, std::shared_ptr<const BoundaryPieces> pieces, const geodata::Places& places) {
    ground.pieces = std::move(pieces);
    ground.worldviews = ground.pieces->views;
    geodata::name_views(ground.worldviews, places);
}

/// Which of the ground's views was chosen: nothing for the neutral one and, with a problem, for one that it lacks.
Loaded<std::optional<std::size_t>> view_of(const Ground& ground, const geodata::Places& places) {
    const std::string& wanted = ground.choice.worldview;
    const auto found = geodata::find_view(ground.worldviews, wanted, places);
    if (wanted.empty() || found) {
        return {found, {}};
    }
    std::string what = "the boundaries have no worldview '" + wanted + "'; ";
    for (const geodata::Worldview& view : ground.worldviews) {
        what += (&view == &ground.worldviews.front() ? "they have " : ", ") + view.id;
    }
    what += ground.worldviews.empty() ? "they have none" : "";
    return {std::nullopt, {error(std::move(what), ground.choice.boundaries)}};
}

void draw_boundaries(Ground& ground, std::optional<std::size_t> view) {
    geodata::BoundaryData data = geodata::boundaries_in_view(*ground.pieces, view);
    if (ground.lines) {
        data.lines.insert(data.lines.end(), ground.lines->begin(), ground.lines->end());
    }
    geodata::densify(data);
    ground.boundaries = std::make_shared<const BoundarySet>(std::move(data));
    ground.statement = statement_for(ground.choice.boundaries, view ? &ground.worldviews[*view] : nullptr);
}

/// Whether the two sides of the world meet in the middle of the region.
bool tears_region(const geodata::Domain& domain) {
    constexpr double half_region_deg = 30.0;
    constexpr auto heart = geodata::heart_of_region;
    const geodata::LonLatBox across{heart.lon - half_region_deg, heart.lat, heart.lon + half_region_deg, heart.lat};
    return std::holds_alternative<geodata::LonLatWindow>(domain) && !geodata::surely_contains(domain, across);
}

/// Whether most countries that Caravan is about find a place on the map, and not on opposite sides of it. Of a file
/// without any of them, some other country has to.
bool shows_region(const BoundarySet& boundaries, const Projection& projection) {
    const auto& countries = boundaries.countries();
    std::size_t shown = 0;
    std::size_t shown_of_region = 0;
    std::size_t region = 0;
    for (const geodata::Country& country : countries) {
        const std::size_t is_shown = projection.world_from_lonlat(country.label_at) ? 1 : 0;
        shown += is_shown;
        shown_of_region += country.in_region ? is_shown : 0;
        region += country.in_region ? 1 : 0;
    }
    return region == 0 ? shown > 0 || countries.empty()
                       : 2 * shown_of_region > region && !tears_region(projection.domain());
}

Loaded<std::shared_ptr<const Projection>> projection_from(const std::string& wanted, const BoundarySet& boundaries) {
    const auto* named = geodata::named_projection(wanted);
    auto loaded = geodata::gdal::make_projection(named != nullptr ? std::string{named->definition} : wanted);
    if (loaded.value && !shows_region(boundaries, *loaded.value)) {
        return {nullptr,
                {error("'" + wanted + "' cannot show the region; give it a centre in Asia, such as +lon_0=74")}};
    }
    if (!loaded.value && !loaded.problems.empty()) {
        std::vector<std::string_view> names;
        for (const geodata::NamedProjection& projection : geodata::named_projections()) {
            names.push_back(projection.name);
        }
        loaded.problems.front().what += did_you_mean(wanted, names);
    }
    return loaded;
}

void finish(Ground& ground) {
    ground.map = std::make_shared<const ProjectedMap>(project_map(*ground.boundaries, *ground.projection));
}

/// The value, or the reason why there is none, as an exception: without it there is no map at all.
template <class T>
T required(Loaded<T> loaded) {
    if (!loaded.value) {
        throw std::runtime_error(loaded.problems.empty() ? "the bundled map cannot be read"
                                                         : geodata::text_from_problem(loaded.problems.front()));
    }
    return std::move(loaded.value);
}

}  // namespace

Ground load_ground(const GroundChoice& choice, const geodata::Places& places,
                   const std::filesystem::path& data_folder) {
    Ground ground;
    ground.choice = choice;
    auto pieces = pieces_from(choice.boundaries, places, data_folder);
    geodata::append_problems(ground.problems, pieces.problems);
    if (!pieces.value && !choice.boundaries.empty()) {
        ground.choice.boundaries.clear();
        say_what_stands_in(ground.problems, "the bundled boundaries are drawn instead");
        pieces = pieces_from({}, places, data_folder);
    }
    take_pieces(ground, required(std::move(pieces)), places);
    if (!read_own_lines(ground)) {
        ground.choice.lines.clear();
    }
    if (!open_own_raster(ground)) {
        ground.choice.raster.clear();
    }
    const auto view = view_of(ground, places);
    if (places.country(choice.worldview) != nullptr || places.country_by_other_name(choice.worldview) != nullptr) {
        geodata::append_problems(ground.problems, view.problems);
    }
    ground.choice.worldview = view.value ? ground.worldviews[*view.value].id : std::string();
    draw_boundaries(ground, view.value);
    auto projection = projection_from(choice.projection, *ground.boundaries);
    geodata::append_problems(ground.problems, projection.problems);
    if (!projection.value) {
        ground.choice.projection = geodata::default_projection_name;
        say_what_stands_in(ground.problems, "the default projection is used instead");
        projection = geodata::gdal::make_projection(geodata::gdal::default_projection);
    }
    ground.projection = required(std::move(projection));
    finish(ground);
    return ground;
}

Loaded<std::optional<Ground>> changed_ground(const GroundChoice& choice, const World& before,
                                             const std::filesystem::path& data_folder) {
    Ground ground;
    ground.choice = choice;
    if (choice.boundaries == before.ground.boundaries) {
        ground.pieces = before.pieces;
        ground.worldviews = before.worldviews;
    } else {
        auto pieces = pieces_from(choice.boundaries, before.gazetteer.places, data_folder);
        geodata::append_problems(ground.problems, pieces.problems);
        if (!pieces.value) {
            return {std::nullopt, std::move(ground.problems)};
        }
        take_pieces(ground, std::move(pieces.value), before.gazetteer.places);
    }
    ground.lines = before.lines;
    ground.raster = before.raster;
    if ((choice.lines != before.ground.lines && !read_own_lines(ground)) ||
        (choice.raster != before.ground.raster && !open_own_raster(ground))) {
        return {std::nullopt, std::move(ground.problems)};
    }
    if (ground.pieces == before.pieces && ground.lines == before.lines && choice.worldview == before.ground.worldview) {
        ground.boundaries = before.boundaries;
        ground.statement = before.boundary_statement;
    } else {
        auto view = view_of(ground, before.gazetteer.places);
        if (!view.problems.empty()) {
            return {std::nullopt, std::move(view.problems)};
        }
        draw_boundaries(ground, view.value);
    }
    auto projection = projection_from(choice.projection, *ground.boundaries);
    geodata::append_problems(ground.problems, projection.problems);
    if (!projection.value) {
        return {std::nullopt, std::move(ground.problems)};
    }
    ground.projection = std::move(projection.value);
    finish(ground);
    std::vector<Problem> problems = ground.problems;
    return {std::move(ground), std::move(problems)};
}

void set_ground(World& world, const Ground& ground) {
    world.ground = ground.choice;
    world.pieces = ground.pieces;
    world.lines = ground.lines;
    world.raster = ground.raster;
    world.worldviews = ground.worldviews;
    world.boundaries = ground.boundaries;
    world.projection = ground.projection;
    world.boundary_statement = ground.statement;
    world.map_data = ground.choice.boundaries.empty() ? "Natural Earth" : file_name_of(ground.choice.boundaries);
    if (ground.raster) {
        world.map_data += ", " + std::filesystem::path{ground.choice.raster}.filename().string();
    }
    set_ground_problems(world, ground.problems);
    derive(world);
}

void set_ground_problems(World& world, const std::vector<Problem>& problems) {
    world.problems.resize(world.problems.size() - world.ground_problems);
    geodata::append_problems(world.problems, problems);
    world.ground_problems = problems.size();
}

}  // namespace app
