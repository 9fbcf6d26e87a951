#include "app/commands/check.h"

#include "app/jobs/theme_file.h"
#include "events/load.h"
#include "geodata/gdal/open_raster.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/gdal/read_lines.h"

#include <ostream>

namespace app {

namespace {

std::vector<geodata::Problem> problems_of_map(const Options& options, const geodata::Places& places) {
    std::vector<geodata::Problem> problems;
    const auto add = [&](const std::vector<geodata::Problem>& more) {
        problems.insert(problems.end(), more.begin(), more.end());
    };
    if (!options.boundaries.empty()) {
        add(geodata::gdal::read_boundary_pieces(geodata::gdal::boundary_source_from_text(options.boundaries),
                                                geodata::gdal::code_from_name_in(places))
                .problems);
    }
    if (!options.lines.empty()) {
        add(geodata::gdal::read_lines(options.lines).problems);
    }
    if (!options.theme_file.empty()) {
        add(theme_from_file(options.theme_file).problems);
    }
    if (!options.raster.empty()) {
        add(geodata::gdal::open_raster(options.raster).problems);
    }
    return problems;
}

}  // namespace

int run_check(const Options& options, const std::filesystem::path& data_folder, std::ostream& out, std::ostream& err) {
    const auto gazetteer = events::load_gazetteer(data_folder);
    geodata::write_problems(gazetteer.problems, err);
    if (geodata::count_errors(gazetteer.problems) > 0) {
        err << "caravan: the bundled data in " << data_folder.string() << " is damaged: install it again\n";
        return exit_wrong_environment;
    }
    std::vector<geodata::Problem> problems = problems_of_map(options, gazetteer.value.places);
    const auto loaded = events::load_events(options.files, gazetteer.value);
    problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
    geodata::write_problems(problems, out);

    const std::size_t errors = geodata::count_errors(problems);
    const events::EventStore& store = *loaded.value;
    out << store.size() << " events, " << problems.size() - errors << " warnings, " << errors << " errors";
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
