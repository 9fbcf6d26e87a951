#include "app/platform/imgui_host.h"

#include "render/gl/draw.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace app {

namespace {

void feed(ImGuiIO& io, const PointerMoved& moved) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMousePosEvent(moved.at.x, moved.at.y);
#else
    io.MousePos = {moved.at.x, moved.at.y};
#endif
}

void feed(ImGuiIO& io, const PointerLeft&) {
    feed(io, PointerMoved{{-1e6F, -1e6F}});
}

void feed(ImGuiIO& io, const ButtonChanged& changed) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseButtonEvent(static_cast<int>(changed.button), changed.down);
#else
    io.MouseDown[static_cast<int>(changed.button)] = changed.down;
#endif
}

void feed(ImGuiIO& io, const Scrolled& scrolled) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseWheelEvent(scrolled.x, scrolled.y);
#else
    io.MouseWheelH += scrolled.x;
    io.MouseWheel += scrolled.y;
#endif
}

#if IMGUI_VERSION_NUM < 18700
/// The events up to the second change of any one button, and the rest.
std::pair<InputEvents, InputEvents> one_change_a_button(const InputEvents& events) {
    std::set<MouseButton> changed;
    const auto second = std::find_if(events.begin(), events.end(), [&](const InputEvent& event) {
        const auto* button = std::get_if<ButtonChanged>(&event);
        return button != nullptr && !changed.insert(button->button).second;
    });
    return {InputEvents(events.begin(), second), InputEvents(second, events.end())};
}
#endif

/// Keys are commands (app/input/shortcuts.h) wherever the focus is; ImGui gets none, so that none presses a button.
void feed(ImGuiIO&, const KeyPressed&) {}

}  // namespace

struct ImGuiHost::Impl {
    ImGuiContext* context = nullptr;
    float px_per_pt = 1.0F;
    InputEvents waiting;  ///< for the next frame

    void feed_all(const InputEvents& events);
};

/// ImGui before 1.87 sees only the state at the start of a frame, in which a press and a release that come together
/// cancel out. There the second change of a button, and what follows it, waits for the next frame; later ones queue by
/// themselves.
void ImGuiHost::Impl::feed_all(const InputEvents& events) {
#if IMGUI_VERSION_NUM < 18700
    waiting.insert(waiting.end(), events.begin(), events.end());
    const auto [now, later] = one_change_a_button(waiting);
    waiting = later;
#else
    const InputEvents& now = events;
#endif
    for (const InputEvent& event : now) {
        std::visit([&](const auto& e) { feed(ImGui::GetIO(), e); }, event);
    }
}

ImGuiHost::ImGuiHost() : impl_{std::make_unique<Impl>()} {
    IMGUI_CHECKVERSION();
    impl_->context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0.0F, 0.0F};
    style.WindowBorderSize = 0.0F;
    style.WindowRounding = 0.0F;
    style.ItemSpacing = {0.0F, 0.0F};
    style.ScrollbarSize = 4.0F;
    style.WindowMinSize = {1.0F, 1.0F};
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImGuiHost::~ImGuiHost() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(impl_->context);
}

void ImGuiHost::begin_frame(const FrameInput& input) {
    ImGuiIO& io = ImGui::GetIO();
    impl_->px_per_pt = input.px_per_pt;
    io.DisplaySize = {input.size.width, input.size.height};
    io.DisplayFramebufferScale = {input.px_per_pt, input.px_per_pt};
    io.DeltaTime = std::max(input.dt_s, 1e-4F);
    impl_->feed_all(input.events);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void ImGuiHost::end_frame(MapView& view, std::uint32_t framebuffer) {
    view.renderer().labels().sync_atlas(view.text().atlas());
    ImGui::Render();
    const ImGuiIO& io = ImGui::GetIO();
    render::gl::begin({framebuffer, static_cast<int>(std::lround(io.DisplaySize.x * impl_->px_per_pt)),
                       static_cast<int>(std::lround(io.DisplaySize.y * impl_->px_per_pt)), render::gl::Blend::Off});
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool ImGuiHost::wants_pointer() const {
    return ImGui::GetIO().WantCaptureMouse;
}

}  // namespace app
