#include "app/platform/imgui_host.h"

#include "app/input/one_frame.h"
#include "render/gl/draw.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
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

/// Of the keys, Shift and Ctrl alone reach ImGui, and with a button only: a panel may ask for them where it is clicked.
void feed_mods(ImGuiIO& io, std::uint8_t mods) {
    const bool shift = (mods & mod_shift) != 0;
    const bool ctrl = (mods & mod_ctrl) != 0;
#if IMGUI_VERSION_NUM >= 18900
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
#elif IMGUI_VERSION_NUM >= 18700
    io.AddKeyEvent(ImGuiKey_ModShift, shift);
    io.AddKeyEvent(ImGuiKey_ModCtrl, ctrl);
#else
    io.KeyShift = shift;
    io.KeyCtrl = ctrl;
#endif
}

void feed(ImGuiIO& io, const ButtonChanged& changed) {
    feed_mods(io, changed.mods);
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseButtonEvent(static_cast<int>(changed.button), changed.down);
#else
    io.MouseDown[static_cast<int>(changed.button)] = changed.down;
#endif
}

void feed(ImGuiIO& io, const Scrolled& scrolled) {
    feed_mods(io, 0);  // lists scroll downwards, whatever was held at the last click
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseWheelEvent(scrolled.x, scrolled.y);
#else
    io.MouseWheelH += scrolled.x;
    io.MouseWheel += scrolled.y;
#endif
}

/// Keys are commands (app/input/shortcuts.h) wherever the focus is; ImGui gets none of them, so that none presses a
/// button.
void feed(ImGuiIO&, const KeyPressed&) {}

/// Fields are ours too (app/state/edited_text.h).
void feed(ImGuiIO&, const CharTyped&) {}

}  // namespace

struct ImGuiHost::Impl {
    ImGuiContext* context = nullptr;
    float px_per_pt = 1.0F;
    InputEvents waiting;  ///< for the next frame
    double last_press_s = -10.0;
    ImVec2 last_press_at;
    ImVec2 pointer;
    bool pressed_twice = false;  ///< in this frame

    void feed_all(const InputEvents& events);
    void note_press(const InputEvent& event);
};

/// ImGui before 1.87 sees only the state at the start of a frame, and later ones spread events over frames by rules of
/// their own: so each gets no more than one frame holds, and what is left is known to be left.
void ImGuiHost::Impl::feed_all(const InputEvents& events) {
    waiting.insert(waiting.end(), events.begin(), events.end());
    auto [now, later] = one_frame_of(waiting);
    waiting = std::move(later);
    pressed_twice = false;
    for (const InputEvent& event : now) {
        std::visit([&](const auto& e) { feed(ImGui::GetIO(), e); }, event);
        note_press(event);
    }
}

/// By when it happened: ImGui would go by when a frame was drawn.
void ImGuiHost::Impl::note_press(const InputEvent& event) {
    constexpr double double_click_s = 0.35;
    constexpr float double_click_pt = 6.0F;
    if (const auto* move = std::get_if<PointerMoved>(&event)) {
        pointer = {move->at.x, move->at.y};
    }
    const auto* button = std::get_if<ButtonChanged>(&event);
    if (button == nullptr || button->button != MouseButton::Left || !button->down) {
        return;
    }
    pressed_twice = button->time_s - last_press_s < double_click_s &&
                    std::hypot(pointer.x - last_press_at.x, pointer.y - last_press_at.y) < double_click_pt;
    last_press_s = pressed_twice ? -10.0 : button->time_s;
    last_press_at = pointer;
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
    io.MouseClickedCount[0] = impl_->pressed_twice ? ImU16{2} : std::min(io.MouseClickedCount[0], ImU16{1});
    io.MouseDoubleClicked[0] = impl_->pressed_twice;
}

void ImGuiHost::end_frame(MapView& view, std::uint32_t framebuffer) {
    view.renderer().labels().sync_atlas(view.text().atlas());
    ImGui::Render();
    const ImGuiIO& io = ImGui::GetIO();
    render::gl::begin({framebuffer, static_cast<int>(std::lround(io.DisplaySize.x * impl_->px_per_pt)),
                       static_cast<int>(std::lround(io.DisplaySize.y * impl_->px_per_pt)), render::gl::Blend::Off});
    view.renderer().panels_go_to(framebuffer);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool ImGuiHost::has_more_input() const {
    return !impl_->waiting.empty();
}

}  // namespace app
