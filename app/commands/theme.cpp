#include "app/commands/theme.h"

#include "app/jobs/theme_file.h"

#include <ostream>

namespace app {

int run_theme(const Options& options, std::ostream& out, std::ostream& err) {
    if (options.theme_file.empty()) {
        out << text_from_theme(*options.theme);
        return exit_done;
    }
    const auto theme = theme_from_file(options.theme_file);
    geodata::write_problems(theme.problems, err);
    if (theme.value) {
        out << text_from_theme(*theme.value);
    }
    return geodata::count_errors(theme.problems) > 0 ? exit_input_has_errors : exit_done;
}

}  // namespace app
