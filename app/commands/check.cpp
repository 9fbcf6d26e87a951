#include "app/commands/check.h"

#include "app/commands/unmatched.h"
#include "app/jobs/load_ground.h"
#include "app/jobs/theme_file.h"
#include "app/platform/read_file.h"
#include "app/scene/sea_courses.h"
#include "events/counted.h"
#include "events/load.h"
#include "geodata/gdal/open_raster.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/gdal/read_lines.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

using geodata::Problem;

/// Also reads it once, all of it coarsely: whether its pixels can be had shows only then.
std::vector<Problem> problems_of_raster(const std::string& path) {
    auto opened = geodata::gdal::open_raster(path);
    if (opened.value) {
        constexpr int most_px = 512;
        const int width = opened.value->width_px();
        const int height = opened.value->height_px();
        auto pixels = opened.value->read({0, 0, width, height}, std::min(width, most_px), std::min(height, most_px));
        if (!pixels.why_not.empty()) {
            opened.problems.push_back({geodata::Severity::Error, std::move(pixels.why_not), path, 0, 0, {}});
        }
    }
    return std::move(opened.problems);
}

/// What is wrong with the lines, the raster and the theme that were named.
std::vector<Problem> problems_of_extras(const Options& options) {
    std::vector<Problem> problems;
    if (!options.lines.empty()) {
        geodata::append_problems(problems, geodata::gdal::read_lines(options.lines).problems);
    }
    if (!options.raster.empty()) {
        geodata::append_problems(problems, problems_of_raster(options.raster));
    }
    if (!options.theme_file.empty()) {
        geodata::append_problems(problems, theme_from_file(options.theme_file).problems);
    }
    return problems;
}

/// Ports without a sea. Land is that of the boundaries that were named, else of the bundled ones.
std::vector<Problem> problems_of_ships(const std::shared_ptr<const events::EventStore>& store,
                                       const events::Gazetteer& gazetteer, const Options& options,
                                       const std::filesystem::path& data_folder) {
    if (!has_sea_legs(*store)) {
        return {};
    }
    World world;
    world.gazetteer = gazetteer;
    set_events(world, store);
    GroundChoice choice;
    choice.boundaries = options.boundaries;
    set_ground(world, load_ground(choice, gazetteer.places, data_folder));
    return all_course_problems(world);
}

}  // namespace

int run_check(const Options& options, const std::filesystem::path& data_folder, std::ostream& out, std::ostream& err) {
    const auto gazetteer = events::load_gazetteer(data_folder);
    geodata::write_problems(gazetteer.problems, err);
    if (geodata::count_errors(gazetteer.problems) > 0) {
        err << "caravan: the bundled data in " << data_folder.string() << " is damaged: install it again\n";
        return exit_wrong_environment;
    }
    std::vector<Problem> problems;
    const geodata::Places& places = gazetteer.value.places;
    const auto source = geodata::gdal::boundary_source_from_text(options.boundaries);
    std::shared_ptr<const geodata::BoundarySet> boundaries;
    if (!options.boundaries.empty()) {
        auto read = geodata::gdal::read_boundaries(source, geodata::gdal::code_from_name_in(places));
        boundaries = std::move(read.value);
        geodata::append_problems(problems, std::move(read.problems));
    }
    geodata::append_problems(problems, problems_of_extras(options));
    const auto read_file = [](const std::filesystem::path& path) { return bytes_of_file(path); };
    const auto loaded = events::load_events(options.files, gazetteer.value, {0.0, 1.0}, read_file);
    if (boundaries) {
        geodata::append_problems(problems, unmatched_codes(*loaded.value, *boundaries, places, source.path));
    }
    geodata::append_problems(problems, loaded.problems);
    geodata::append_problems(problems, problems_of_ships(loaded.value, gazetteer.value, options, data_folder));
    geodata::write_problems(problems, out);

    const std::size_t errors = geodata::count_errors(problems);
    const events::EventStore& store = *loaded.value;
    out << events::counted(store.size(), "event") << ", " << events::counted(problems.size() - errors, "warning")
        << ", " << events::counted(errors, "error");
    if (store.not_on_map() > 0) {
        out << ", " << store.not_on_map() << " not on the map";
    }
    if (store.undated() > 0) {
        out << ", " << store.undated() << " undated";
    }
    out << '\n';
    return errors > 0 ? exit_input_has_errors : exit_done;
}

}  // namespace app
