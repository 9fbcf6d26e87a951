#include "app/jobs/load_world.h"

#include "geodata/gdal/proj_projection.h"
#include "geodata/gdal/read_boundaries.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <stdexcept>

namespace app {

namespace {

using geodata::Loaded;
using geodata::Problem;

void append(std::vector<Problem>& to, const std::vector<Problem>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

struct Ground {
    std::shared_ptr<const geodata::BoundarySet> boundaries;
    std::shared_ptr<const geodata::Projection> projection;
    ProjectedMap map;
    std::vector<Problem> problems;
    std::string statement;
    std::string map_data;
    bool stood_in = false;  // the bundled boundaries, for ones that could not be used
};

/// Takes what was asked for, or what is bundled when it cannot be used.
template <class T, class Load>
std::shared_ptr<const T> or_bundled(const std::string& wanted, const std::string& bundled,
                                    std::vector<Problem>& problems, Load load) {
    if (!wanted.empty()) {
        auto loaded = load(wanted);
        append(problems, loaded.problems);
        if (loaded.value) {
            return loaded.value;
        }
    }
    auto loaded = load(bundled);
    if (!loaded.value) {
        throw std::runtime_error(loaded.problems.empty() ? "the bundled map cannot be read"
                                                         : geodata::text_from_problem(loaded.problems.front()));
    }
    return loaded.value;
}

Ground load_ground(const Options& options, const std::filesystem::path& data_folder) {
    Ground ground;
    const std::string bundled = (data_folder / "boundaries" / "boundaries.gpkg").string();
    ground.boundaries =
        or_bundled<geodata::BoundarySet>(options.boundaries, bundled, ground.problems, [](const std::string& text) {
            return geodata::gdal::read_boundaries(geodata::gdal::boundary_source_from_text(text));
        });
    ground.stood_in = std::any_of(ground.problems.begin(), ground.problems.end(),
                                  [](const Problem& problem) { return problem.severity == geodata::Severity::Error; });
    ground.projection =
        or_bundled<geodata::Projection>(options.projection, geodata::gdal::default_projection, ground.problems,
                                        [](const std::string& text) { return geodata::gdal::make_projection(text); });
    const std::string wanted = geodata::gdal::boundary_source_from_text(options.boundaries).path;
    const bool own = !wanted.empty() && !ground.stood_in;
    ground.map_data = own ? std::filesystem::path{wanted}.filename().string() : "Natural Earth";
    ground.statement = own ? "Boundaries: " + ground.map_data : "Boundaries: neutral; dashed lines are disputed";
    ground.map = project_map(*ground.boundaries, *ground.projection);
    return ground;
}

double ms_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

LoadedWorld load_world(const Options& options, const std::filesystem::path& data_folder) {
    const auto start = std::chrono::steady_clock::now();
    LoadedWorld loaded;
    auto ground_ready = std::async(std::launch::async, load_ground, std::cref(options), std::cref(data_folder));
    auto gazetteer = events::load_gazetteer(data_folder);
    append(loaded.world.problems, gazetteer.problems);
    loaded.world.gazetteer = std::move(gazetteer.value);
    std::vector<std::filesystem::path> files = options.files;
    if (files.empty()) {
        files.push_back(data_folder / "events");
    }
    const auto events_start = std::chrono::steady_clock::now();
    auto events = events::load_events(files, loaded.world.gazetteer);
    loaded.events_ms = ms_since(events_start);
    loaded.world.events = std::move(events.value);
    append(loaded.world.problems, events.problems);

    if (!options.theme_file.empty()) {
        auto theme = theme_from_file(options.theme_file);
        append(loaded.world.problems, theme.problems);
        loaded.own_theme = std::move(theme.value);
    }
    Ground ground = ground_ready.get();
    append(loaded.world.problems, ground.problems);
    loaded.world.boundaries = std::move(ground.boundaries);
    loaded.world.projection = std::move(ground.projection);
    loaded.world.boundary_statement = std::move(ground.statement);
    loaded.world.map_data = std::move(ground.map_data);
    loaded.map = std::move(ground.map);
    derive(loaded.world);
    loaded.load_ms = ms_since(start);
    return loaded;
}

}  // namespace app
