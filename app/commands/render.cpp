#include "app/commands/render.h"

#include "app/commands/opening.h"
#include "app/export/picture.h"
#include "app/export/png.h"
#include "app/input/press.h"
#include "app/jobs/load_world.h"
#include "app/panels/panels.h"
#include "app/platform/headless.h"
#include "app/platform/imgui_host.h"
#include "app/scene/map_view.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <ostream>

namespace app {

namespace {

/// The panels take two frames: ImGui lays out what it has not seen before in the first.
constexpr int panel_frames = 2;

render::Image drawn(MapView& view, const AppState& state, bool panels) {
    const auto px = [&](float points) { return static_cast<int>(std::lround(points * view.px_per_pt())); };
    render::gl::Target target{render::gl::TexelFormat::Rgba8, px(state.camera.size.width),
                              px(state.camera.size.height)};
    if (!panels) {
        view.draw(state, {}, Furniture::Export, true, target.framebuffer());
        return image_of(target);
    }
    ImGuiHost host;
    Panels shown;
    for (int frame = 0; frame < panel_frames; ++frame) {
        const auto covered = shown.covered(state, view.world());
        view.draw(state, covered, Furniture::Explore, true, target.framebuffer());
        Commands ignored;
        host.begin_frame({state.camera.size, view.px_per_pt(), 1.0F / 60.0F, {}});
        shown.draw(state, view, ignored);
        host.end_frame(view, target.framebuffer());
    }
    return image_of(target);
}

}  // namespace

int run_render(const Options& options, const std::filesystem::path& data_folder, std::ostream& err) {
    // The context and the files take about as long as each other.
    auto loading = std::async(std::launch::async, load_world, std::cref(options), std::cref(data_folder));
    const HeadlessContext context;
    MapView view{static_cast<float>(options.ui_scale)};
    view.renderer().warm_up();
    LoadedWorld loaded = loading.get();
    geodata::write_problems(loaded.world.problems, err);
    for (const std::string& font : view.text().missing_fonts()) {
        err << "caravan: warning: the font " << font << " is missing; another one stands in\n";
    }
    const auto world = std::make_shared<const World>(std::move(loaded.world));
    AppState state;
    state.panels_shown = options.panels;
    state.ground = world->ground;
    state.own_theme = loaded.own_theme;
    state.reduced_motion = true;
    state.camera.size = {static_cast<float>(options.width_px) / view.px_per_pt(),
                         static_cast<float>(options.height_px) / view.px_per_pt()};
    auto commands = opening_commands(options, state, *world);
    if (const auto* unknown = std::get_if<Unknown>(&commands)) {
        err << "caravan: " << unknown->why << '\n';
        return exit_wrong_command_line;
    }
    for (const Command& command : std::get<Commands>(commands)) {
        state = reduce(std::move(state), command, *world);
    }
    if (const std::string warning = warning_about_time(options, state.time, *world); !warning.empty()) {
        err << "caravan: warning: " << warning << '\n';
    }
    state = after_keys(std::move(state), options.keys, *world);
    state.reduced_motion = options.reduced_motion;
    state.clock_s = options.clock_s;
    view.set_world(world, loaded.map);
    const render::Image picture = drawn(view, state, options.panels);
    const auto found_while_drawing = view.take_problems();
    geodata::write_problems(found_while_drawing, err);
    if (const auto failed = write_png(picture, options.output)) {
        err << "caravan: " << *failed << '\n';
        return exit_wrong_environment;
    }
    const auto errors = geodata::count_errors(world->problems) + geodata::count_errors(found_while_drawing);
    return errors > 0 ? exit_input_has_errors : exit_done;
}

}  // namespace app
