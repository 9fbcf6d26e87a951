#include "app/commands/theme.h"

#include "app/jobs/theme_file.h"

#include <algorithm>
#include <ostream>

namespace app {

int run_theme(const Options& options, std::ostream& out, std::ostream& err) {
    if (options.theme_file.empty()) {
        out << text_from_theme(*options.theme);
        return exit_done;
    }
    const auto theme = theme_from_file(options.theme_file);
    for (const geodata::Problem& problem : theme.problems) {
        err << geodata::text_from_problem(problem) << '\n';
    }
    if (theme.value) {
        out << text_from_theme(*theme.value);
    }
    const bool errors = std::any_of(theme.problems.begin(), theme.problems.end(), [](const geodata::Problem& problem) {
        return problem.severity == geodata::Severity::Error;
    });
    return errors ? exit_input_has_errors : exit_done;
}

}  // namespace app
