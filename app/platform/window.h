// The window and its OpenGL context. The only place that knows GLFW.
#pragma once

#include "app/platform/input.h"
#include "render/camera.h"

#include <memory>
#include <string>
#include <utility>

namespace app {

class Window {
public:
    /// Opens a window of that size in pixels with an OpenGL 3.3 core context. Throws std::runtime_error, in one line,
    /// when there is no display or no OpenGL 3.3.
    Window(const std::string& title, int width_px, int height_px);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Whether there is a display to open a window on.
    [[nodiscard]] static bool has_display();

    [[nodiscard]] bool should_close() const;
    /// Size of the framebuffer.
    [[nodiscard]] int width_px() const;
    [[nodiscard]] int height_px() const;
    /// How many pixels the desktop wants for a point (1 on most, 2 on dense screens).
    [[nodiscard]] float desktop_scale() const;

    /// What has happened since the last call. Waits up to `wait_s` for something (0: not at all; below 0: as long as it
    /// takes). Pointer positions are divided by `px_per_pt`.
    InputEvents take_input(double wait_s, float px_per_pt);
    /// Ends a wait from another thread.
    static void wake();
    /// It has the focus or fills a screen, so that somebody is likely to look at it.
    [[nodiscard]] bool is_watched() const;
    /// True once after the window was uncovered or resized.
    [[nodiscard]] bool take_damage();
    void swap();
    void set_fullscreen(bool on);
    /// Width and height of the framebuffer, or, in fullscreen, of what the window goes back to.
    [[nodiscard]] std::pair<int, int> restored_size_px() const;
    /// Text on the clipboard; empty when there is none.
    [[nodiscard]] std::string clipboard() const;
    void set_clipboard(const std::string& text);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace app
