#include "app/jobs/load_world.h"

#include "geodata/gdal/proj_projection.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/gdal/read_lines.h"

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

using GazetteerReady = std::shared_future<const events::Gazetteer*>;

Ground load_ground(const Options& options, const std::filesystem::path& data_folder, const GazetteerReady& gazetteer) {
    Ground ground;
    geodata::gdal::BoundaryExtras extras;
    // Only a file without codes has to wait for the gazetteer.
    extras.code_from_name = [&](std::string_view name) {
        return geodata::gdal::code_from_name_in(gazetteer.get()->places)(name);
    };
    if (!options.lines.empty()) {
        auto lines = geodata::gdal::read_lines(options.lines);
        append(ground.problems, lines.problems);
        extras.lines = std::move(lines.value);
    }
    const std::string bundled = (data_folder / "boundaries" / "boundaries.gpkg").string();
    ground.boundaries =
        or_bundled<geodata::BoundarySet>(options.boundaries, bundled, ground.problems, [&](const std::string& text) {
            return geodata::gdal::read_boundaries(geodata::gdal::boundary_source_from_text(text), extras);
        });
    ground.stood_in = std::any_of(ground.problems.begin(), ground.problems.end(),
                                  [](const Problem& problem) { return problem.severity == geodata::Severity::Error; });
    ground.projection =
        or_bundled<geodata::Projection>(options.projection, geodata::gdal::default_projection, ground.problems,
                                        [](const std::string& text) { return geodata::gdal::make_projection(text); });
    const std::string wanted = geodata::gdal::boundary_source_from_text(options.boundaries).path;
    ground.statement = wanted.empty() || ground.stood_in
                           ? "Boundaries: neutral; dashed lines are disputed"
                           : "Boundaries: " + std::filesystem::path{wanted}.filename().string();
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
    std::future<Ground> ground_ready;
    std::promise<const events::Gazetteer*> gazetteer_ready;  // goes first, so that nobody waits for one that failed
    ground_ready = std::async(std::launch::async, load_ground, std::cref(options), std::cref(data_folder),
                              gazetteer_ready.get_future().share());
    auto gazetteer = events::load_gazetteer(data_folder);
    append(loaded.world.problems, gazetteer.problems);
    loaded.world.gazetteer = std::move(gazetteer.value);
    gazetteer_ready.set_value(&loaded.world.gazetteer);
    std::vector<std::filesystem::path> files = options.files;
    if (files.empty()) {
        files.push_back(data_folder / "events");
    }
    const auto events_start = std::chrono::steady_clock::now();
    auto events = events::load_events(files, loaded.world.gazetteer);
    loaded.events_ms = ms_since(events_start);
    loaded.world.events = std::move(events.value);
    append(loaded.world.problems, events.problems);

    Ground ground = ground_ready.get();
    append(loaded.world.problems, ground.problems);
    loaded.world.boundaries = std::move(ground.boundaries);
    loaded.world.projection = std::move(ground.projection);
    loaded.world.boundary_statement = std::move(ground.statement);
    loaded.map = std::move(ground.map);
    derive(loaded.world);
    loaded.load_ms = ms_since(start);
    return loaded;
}

}  // namespace app
