// The program's door: command line in, one of its jobs, a status out. Exceptions end here, each as one line.
#include "app/application.h"
#include "app/commands/bench.h"
#include "app/commands/check.h"
#include "app/commands/render.h"
#include "app/commands/resume.h"
#include "app/commands/theme.h"
#include "app/data_folder.h"
#include "app/input/today.h"
#include "app/options.h"
#include "app/platform/kept_state_file.h"

#include <malloc.h>

#include <cerrno>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <system_error>

namespace {

/// What was written must have arrived: a full disk is not success.
int status_after_writing(int status) {
    if (!std::cout.flush()) {
        std::cerr << "caravan: cannot write to standard output: " << std::generic_category().message(errno) << '\n';
        return app::exit_wrong_environment;
    }
    return status;
}

app::Options with_kept_state(const app::Options& options) {
    std::string message;
    const auto kept = app::read_kept_state(app::kept_state_path(), &message);
    const app::Options out = kept ? app::resumed(options, *kept, &message) : options;
    if (!message.empty()) {
        std::cerr << "caravan: warning: " << message << '\n';
    }
    return out;
}

int run(const app::Options& options) {
    if (options.job == app::Job::Theme) {
        return app::run_theme(options, std::cout, std::cerr);
    }
    const std::filesystem::path data = app::find_data_folder();
    switch (options.job) {
        case app::Job::Render:
            return app::run_render(options, data, std::cerr);
        case app::Job::Check:
            return app::run_check(options, data, std::cout, std::cerr);
        case app::Job::Bench:
            return app::run_bench(options, data, std::cout, std::cerr);
        case app::Job::Theme:
        case app::Job::Window:
            break;
    }
    if (!app::Window::has_display()) {
        std::cerr << "caravan: there is no display; set DISPLAY or WAYLAND_DISPLAY, or draw without one: caravan "
                     "render -o OUT.png\n";
        return app::exit_wrong_environment;
    }
    return app::Application{options.fresh ? options : with_kept_state(options), data}.run();
}

/// The large buffers of loading and of redrawing the map come and go. glibc would keep each freed one for later, in
/// every thread's own heap; this hands them back to the system. A hint: where it is refused, memory is all it costs.
/// What drawing takes in every frame is smaller than that: handing it back each time costs a fifth of the frame.
void hand_back_large_blocks() {
    constexpr int large_bytes = 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, large_bytes);
    mallopt(M_TRIM_THRESHOLD, 4 * large_bytes);
}

}  // namespace

int main(int argc, char** argv) {
    hand_back_large_blocks();
    const auto parsed = app::parse_options(argc, argv, app::today());
    if (const auto* done = std::get_if<app::ExitNow>(&parsed)) {
        std::cout << done->out;
        std::cerr << done->err;
        return status_after_writing(done->status);
    }
    try {
        return status_after_writing(run(std::get<app::Options>(parsed)));
    } catch (const std::invalid_argument& wrong) {
        std::cerr << "caravan: " << wrong.what() << '\n';
        return app::exit_wrong_command_line;
    } catch (const std::exception& wrong) {
        std::cerr << "caravan: " << wrong.what() << '\n';
        return app::exit_wrong_environment;
    }
}
