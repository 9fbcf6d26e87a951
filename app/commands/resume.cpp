#include "app/commands/resume.h"

#include <algorithm>
#include <system_error>

namespace app {

namespace {

bool was_given(const Options& options, std::string_view name) {
    return std::find(options.given.begin(), options.given.end(), name) != options.given.end();
}

void resume_files(Options& options, const KeptState& kept, std::string* why) {
    std::error_code error;
    const auto is_readable_again = [&error](const std::filesystem::path& file) {  // a pipe is not
        return std::filesystem::is_regular_file(file, error) || std::filesystem::is_directory(file, error);
    };
    const auto gone = std::find_if_not(kept.files.begin(), kept.files.end(), is_readable_again);
    if (gone == kept.files.end()) {
        options.files = kept.files;
    } else if (why != nullptr && !std::filesystem::exists(*gone, error)) {
        *why = gone->string() + ", open when Caravan was last closed, is gone; the bundled events are shown";
    }
}

void resume_looks(Options& options, const KeptState& kept) {
    if (!was_given(options, "size")) {
        options.width_px = kept.width_px;
        options.height_px = kept.height_px;
    }
    if (!was_given(options, "theme")) {
        std::error_code error;
        if (const render::Theme* theme = render::theme_from_name(kept.theme)) {
            options.theme = theme;
        } else if (std::filesystem::exists(kept.theme, error)) {
            options.theme_file = kept.theme;
        }
    }
    options.labels = was_given(options, "labels") ? options.labels : kept.labels;
    options.bundles = was_given(options, "bundles") ? options.bundles : kept.bundles;
    options.ui_scale = was_given(options, "ui-scale") ? options.ui_scale : kept.ui_scale;
    if (options.boundaries.empty()) {
        options.worldview = was_given(options, "worldview") ? options.worldview : kept.worldview;
        options.projection = was_given(options, "projection") ? options.projection : kept.projection;
    }
}

}  // namespace

std::vector<std::filesystem::path> absolute_paths(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> out;
    for (const std::filesystem::path& file : files) {
        std::error_code error;
        out.push_back(std::filesystem::absolute(file, error).lexically_normal());
    }
    return out;
}

Options resumed(Options options, const KeptState& kept, std::string* why) {
    if (options.files.empty()) {
        resume_files(options, kept, why);
    }
    resume_looks(options, kept);
    if (absolute_paths(options.files) == kept.files) {
        options.resume = std::make_shared<const KeptState>(kept);
    }
    return options;
}

Commands commands_to_resume_view(const KeptState& kept, const AppState& state, const World& world) {
    const auto center = kept.view ? world.project(kept.view->center) : std::nullopt;
    if (!center) {
        return {};
    }
    render::Camera camera = state.camera;
    camera.center = *center;
    camera.metres_per_pt = kept.view->metres_per_pt;
    return {JumpTo{camera}};
}

Commands commands_to_resume_kinds(const KeptState& kept, const AppState& state, const World& world) {
    Commands commands;
    for (const std::string& name : kept.hidden_kinds) {
        const auto kind = world.events->kinds().find(name);
        if (kind && !is_hidden(state, *kind)) {
            commands.emplace_back(ToggleKind{*kind});
        }
    }
    return commands;
}

}  // namespace app
