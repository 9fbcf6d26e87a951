#include "app/commands/check.h"

#include "events/load.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/gdal/read_lines.h"

#include <algorithm>
#include <ostream>

namespace app {

namespace {

using geodata::Problem;

std::size_t errors_in(const std::vector<Problem>& problems) {
    return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.severity == geodata::Severity::Error;
    }));
}

void write(const std::vector<Problem>& problems, std::ostream& out) {
    for (const Problem& problem : problems) {
        out << geodata::text_from_problem(problem) << '\n';
    }
}

std::vector<Problem> problems_of_map(const Options& options, const geodata::Places& places) {
    std::vector<Problem> problems;
    if (!options.boundaries.empty()) {
        problems = geodata::gdal::read_boundaries(geodata::gdal::boundary_source_from_text(options.boundaries),
                                                  {geodata::gdal::code_from_name_in(places), {}})
                       .problems;
    }
    if (!options.lines.empty()) {
        const auto lines = geodata::gdal::read_lines(options.lines);
        problems.insert(problems.end(), lines.problems.begin(), lines.problems.end());
    }
    return problems;
}

}  // namespace

int run_check(const Options& options, const std::filesystem::path& data_folder, std::ostream& out, std::ostream& err) {
    const auto gazetteer = events::load_gazetteer(data_folder);
    write(gazetteer.problems, err);
    if (errors_in(gazetteer.problems) > 0) {
        err << "caravan: the bundled data in " << data_folder.string() << " is damaged: install it again\n";
        return exit_wrong_environment;
    }
    std::vector<Problem> problems = problems_of_map(options, gazetteer.value.places);
    const auto loaded = events::load_events(options.files, gazetteer.value);
    problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
    write(problems, out);

    const std::size_t errors = errors_in(problems);
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
