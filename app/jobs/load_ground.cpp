#include "app/jobs/load_ground.h"

#include "app/input/nearest.h"
#include "geodata/gdal/proj_projection.h"
#include "geodata/gdal/read_boundaries.h"

#include <algorithm>
#include <stdexcept>

namespace app {

namespace {

using geodata::BoundarySet;
using geodata::Loaded;
using geodata::Problem;
using geodata::Projection;

void append(std::vector<Problem>& to, const std::vector<Problem>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

Problem error(std::string what) {
    return {.severity = geodata::Severity::Error,
            .what = std::move(what),
            .file = {},
            .line = 0,
            .column = 0,
            .pointer = {}};
}

Loaded<std::shared_ptr<const BoundarySet>> boundaries_from(const std::string& wanted,
                                                           const std::filesystem::path& data_folder) {
    const std::string bundled = (data_folder / "boundaries" / "boundaries.gpkg").string();
    return geodata::gdal::read_boundaries(geodata::gdal::boundary_source_from_text(wanted.empty() ? bundled : wanted));
}

/// Whether any country that Caravan is about (any at all, where the file has none of them) finds a place on the map.
bool shows_region(const BoundarySet& boundaries, const Projection& projection) {
    const auto& countries = boundaries.countries();
    const bool has_region =
        std::any_of(countries.begin(), countries.end(), [](const geodata::Country& c) { return c.in_region; });
    return countries.empty() || std::any_of(countries.begin(), countries.end(), [&](const geodata::Country& country) {
               return (country.in_region || !has_region) && projection.world_from_lonlat(country.label_at);
           });
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

std::string statement_for(const GroundChoice& choice) {
    const std::string wanted = geodata::gdal::boundary_source_from_text(choice.boundaries).path;
    return wanted.empty() ? "Boundaries: neutral; dashed lines are disputed"
                          : "Boundaries: " + std::filesystem::path{wanted}.filename().string();
}

void finish(Ground& ground) {
    ground.statement = statement_for(ground.choice);
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

Ground load_ground(const GroundChoice& choice, const std::filesystem::path& data_folder) {
    Ground ground;
    ground.choice = choice;
    auto boundaries = boundaries_from(choice.boundaries, data_folder);
    append(ground.problems, boundaries.problems);
    if (!boundaries.value && !choice.boundaries.empty()) {
        ground.choice.boundaries.clear();
        boundaries = boundaries_from({}, data_folder);
    }
    ground.boundaries = required(std::move(boundaries));
    auto projection = projection_from(choice.projection, *ground.boundaries);
    append(ground.problems, projection.problems);
    if (!projection.value) {
        ground.choice.projection = geodata::default_projection_name;
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
        ground.boundaries = before.boundaries;
    } else {
        auto boundaries = boundaries_from(choice.boundaries, data_folder);
        append(ground.problems, boundaries.problems);
        ground.boundaries = std::move(boundaries.value);
    }
    if (!ground.boundaries) {
        return {std::nullopt, std::move(ground.problems)};
    }
    auto projection = projection_from(choice.projection, *ground.boundaries);
    append(ground.problems, projection.problems);
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
    world.boundaries = ground.boundaries;
    world.projection = ground.projection;
    world.boundary_statement = ground.statement;
    set_ground_problems(world, ground.problems);
    derive(world);
}

void set_ground_problems(World& world, const std::vector<Problem>& problems) {
    world.problems.resize(world.problems.size() - world.ground_problems);
    append(world.problems, problems);
    world.ground_problems = problems.size();
}

}  // namespace app
