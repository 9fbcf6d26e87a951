// `caravan bench`: what drawing costs on this machine.
#pragma once

#include "app/options.h"

#include <filesystem>
#include <iosfwd>

namespace app {

/// Draws without a window, each frame finished (glFinish), and reports first_frame_ms, load_ms, load_mb_per_s,
/// bytes_per_event, of_bare_pass (loading of the event files once more, by itself, in passes of the JSON parser over
/// the same bytes on one thread), store_per_event (the store's bytes an event beside its texts), peak_rss_mb, median
/// and 95th percentile of scrub_ms, play_ms and pan_ms, and the name of OpenGL's renderer. Generates events (seeded)
/// when options.bench_events is set, else takes the files, else the bundled ones. Gives the status of the program.
[[nodiscard]] int run_bench(const Options& options, const std::filesystem::path& data_folder, std::ostream& out,
                            std::ostream& err);

}  // namespace app
