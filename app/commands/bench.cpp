#include "app/commands/bench.h"

#include "app/commands/generated_events.h"
#include "app/commands/opening.h"
#include "app/jobs/load_world.h"
#include "app/panels/panels.h"
#include "app/platform/headless.h"
#include "app/platform/imgui_host.h"
#include "app/scene/map_view.h"
#include "app/state/playback.h"
#include "events/json/bare_pass.h"
#include "render/gl/context.h"
#include "render/gl/target.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <future>
#include <iomanip>
#include <ostream>
#include <vector>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Since the process began, from the kernel's own clock.
double ms_since_process_start() {
    std::ifstream stat{"/proc/self/stat"};
    std::string skipped;
    std::getline(stat, skipped, ')');
    for (int field = 0; field < 19; ++field) {
        stat >> skipped;
    }
    double start_ticks = 0.0;
    double up_s = 0.0;
    stat >> start_ticks;
    std::ifstream{"/proc/uptime"} >> up_s;
    constexpr double ticks_per_s = 100.0;  // USER_HZ, the same on every Linux
    return (up_s - start_ticks / ticks_per_s) * 1000.0;
}

double peak_rss_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

struct Spread {
    double median = 0.0;
    double p95 = 0.0;
};

Spread spread_of(std::vector<double> samples) {
    std::sort(samples.begin(), samples.end());
    const auto at = [&](double part) {
        return samples[static_cast<std::size_t>(part * static_cast<double>(samples.size() - 1))];
    };
    return {at(0.5), at(0.95)};
}

/// The whole picture of the window, map and panels, drawn without one.
class Stage {
public:
    Stage(MapView& view, AppState state) : view_{view}, state_{std::move(state)} {
        const auto px = [&](float points) { return static_cast<int>(std::lround(points * view_.px_per_pt())); };
        target_ = render::gl::Target{render::gl::TexelFormat::Rgba8, px(state_.camera.size.width),
                                     px(state_.camera.size.height)};
    }

    double frame_ms() {
        const auto start = Clock::now();
        view_.draw(state_, panels_.covered(state_, view_.world()), Furniture::Explore, false, target_.framebuffer());
        host_.begin_frame({state_.camera.size, view_.px_per_pt(), 1.0F / 60.0F, {}});
        Commands ignored;
        panels_.draw(state_, view_, ignored);
        host_.end_frame(view_, target_.framebuffer());
        render::gl::finish();
        return ms_since(start);
    }

    void apply(const Command& command) { state_ = reduce(std::move(state_), command, view_.world()); }

    Spread measure(int frames, const std::function<void(int)>& before) {
        std::vector<double> samples;
        for (int i = 0; i < frames; ++i) {
            before(i);
            samples.push_back(frame_ms());
        }
        return spread_of(std::move(samples));
    }

private:
    MapView& view_;
    AppState state_;
    ImGuiHost host_;
    Panels panels_;
    render::gl::Target target_;
};

struct Figure {
    std::string name;
    double value = 0.0;
};

void write(const std::vector<Figure>& figures, const std::string& renderer, bool json, std::ostream& out) {
    out << std::fixed << std::setprecision(2);
    if (json) {
        out << "{\"renderer\":\"" << renderer << '"';
        for (const Figure& figure : figures) {
            out << ",\"" << figure.name << "\":" << figure.value;
        }
        out << "}\n";
        return;
    }
    for (const Figure& figure : figures) {
        out << std::left << std::setw(20) << figure.name << std::right << std::setw(12) << figure.value << '\n';
    }
    out << std::left << std::setw(20) << "renderer"
        << "  " << renderer << '\n';
}

double megabytes_of(const std::vector<std::filesystem::path>& files) {
    double bytes = 0.0;
    for (const auto& path : files) {
        if (std::filesystem::is_directory(path)) {
            for (const auto& entry : std::filesystem::directory_iterator{path}) {
                bytes += static_cast<double>(entry.is_regular_file() ? entry.file_size() : 0);
            }
        } else if (std::filesystem::is_regular_file(path)) {
            bytes += static_cast<double>(std::filesystem::file_size(path));
        }
    }
    return bytes / 1e6;
}

/// How long it takes to read, check and index the events of files in passes of the JSON parser alone over the same
/// bytes on one thread, with nothing else at work. 0 where there is no event in files themselves; folders are not
/// looked at.
double loading_in_bare_passes(const std::vector<std::filesystem::path>& files, const events::Gazetteer& gazetteer) {
    double bare_ms = 0.0;
    double loading_ms = 0.0;
    for (const auto& path : files) {
        events::FileBytes file = events::bytes_by_stream(path);
        auto start = Clock::now();
        const bool is_json = events::json::bare_pass(file.bytes);
        bare_ms += is_json ? ms_since(start) : 0.0;
        start = Clock::now();
        const std::array<std::filesystem::path, 1> one{path};
        const auto loaded =
            events::load_events(one, gazetteer, {0.0, 1.0}, [&](const auto&) { return std::move(file); });
        loading_ms += is_json && loaded.value->size() > 0 ? ms_since(start) : 0.0;
    }
    return bare_ms > 0.0 ? loading_ms / bare_ms : 0.0;
}

}  // namespace

int run_bench(const Options& options, const std::filesystem::path& data_folder, std::ostream& out, std::ostream& err) {
    Options loaded_options = options;
    std::optional<TemporaryFile> generated;
    if (options.bench_events) {
        generated.emplace(generated_events_file(*options.bench_events, options.bench_in_window));
        loaded_options.files = {generated->path()};
    } else if (loaded_options.files.empty()) {
        loaded_options.files = {data_folder / "events"};
    }
    const double before_ms = options.bench_events ? ms_since_process_start() : 0.0;
    auto loading = std::async(std::launch::async, load_world, std::cref(loaded_options), std::cref(data_folder));
    const HeadlessContext context;
    MapView view{static_cast<float>(options.ui_scale)};
    view.renderer().warm_up();
    LoadedWorld loaded = loading.get();
    geodata::write_problems(loaded.world.problems, err);
    const double events_ms = loaded.events_ms;
    const double load_ms = loaded.load_ms;
    const auto world = std::make_shared<const World>(std::move(loaded.world));
    AppState state;
    state.reduced_motion = true;
    state.ground = world->ground;
    state.own_theme = loaded.own_theme;
    state.camera.size = {static_cast<float>(options.width_px) / view.px_per_pt(),
                         static_cast<float>(options.height_px) / view.px_per_pt()};
    auto commands = opening_commands(loaded_options, state, *world);
    if (const auto* unknown = std::get_if<Unknown>(&commands)) {
        err << "caravan: " << unknown->why << '\n';
        return exit_wrong_command_line;
    }
    for (const Command& command : std::get<Commands>(commands)) {
        state = reduce(std::move(state), command, *world);
    }
    view.set_world(world, loaded.map);
    Stage stage{view, state};
    stage.frame_ms();
    const double first_frame_ms = ms_since_process_start() - before_ms;

    view.renderer().base_map().set_margin_px(192);
    constexpr int frames = 120;
    stage.measure(5, [](int) {});
    const auto [first, last] = playable_span(*world->events);
    const double step = (last - first) / frames;
    const Spread scrub = stage.measure(frames, [&](int i) { stage.apply(Seek{first + step * i}); });
    stage.apply(Seek{state.time.playhead - 15.0});
    stage.apply(Play{});
    const Spread play = stage.measure(frames, [&](int) { stage.apply(Tick{1.0 / 60.0}); });
    stage.apply(Pause{});
    const Spread pan = stage.measure(frames, [&](int i) {
        const float angle = static_cast<float>(i) * 0.1F;
        stage.apply(Pan{9.0F * std::cos(angle), 6.0F * std::sin(angle)});
    });
    const Spread zoom = stage.measure(frames / 2, [&](int i) {
        stage.apply(Zoom{{960.0F, 500.0F}, i < frames / 4 ? 1.03 : 1.0 / 1.03});
    });
    const double peak_mb = peak_rss_mb();
    const auto bytes = static_cast<double>(world->events->size());
    write({{"events", bytes},
           {"first_frame_ms", first_frame_ms},
           {"load_ms", load_ms},
           {"load_mb_per_s", events_ms > 0.0 ? megabytes_of(loaded_options.files) / events_ms * 1000.0 : 0.0},
           {"bytes_per_event", bytes > 0.0 ? megabytes_of(loaded_options.files) * 1e6 / bytes : 0.0},
           {"of_bare_pass", loading_in_bare_passes(loaded_options.files, world->gazetteer)},
           {"store_per_event", bytes > 0.0 ? static_cast<double>(world->events->bytes()) / bytes : 0.0},
           {"peak_rss_mb", peak_mb},
           {"scrub_ms", scrub.median},
           {"scrub_ms_p95", scrub.p95},
           {"play_ms", play.median},
           {"play_ms_p95", play.p95},
           {"pan_ms", pan.median},
           {"pan_ms_p95", pan.p95},
           {"zoom_ms", zoom.median},
           {"zoom_ms_p95", zoom.p95},
           {"width_px", static_cast<double>(options.width_px)},
           {"height_px", static_cast<double>(options.height_px)}},
          render::gl::renderer_name(), options.json, out);
    return exit_done;
}

}  // namespace app
