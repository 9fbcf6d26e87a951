#include "app/platform/window.h"

#include "app/platform/arrival_times.h"
#include "render/gl/context.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <utility>

namespace app {

namespace {

std::string last_error() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "no reason given";
}

std::uint8_t mods_from_glfw(int mods) {
    return static_cast<std::uint8_t>(((mods & GLFW_MOD_SHIFT) != 0 ? mod_shift : 0) |
                                     ((mods & GLFW_MOD_CONTROL) != 0 ? mod_ctrl : 0) |
                                     ((mods & GLFW_MOD_ALT) != 0 ? mod_alt : 0));
}

struct NamedKey {
    int glfw;
    KeyCode code;
};

constexpr NamedKey named_keys[] = {
    {GLFW_KEY_SPACE, KeyCode::Space},
    {GLFW_KEY_LEFT, KeyCode::Left},
    {GLFW_KEY_RIGHT, KeyCode::Right},
    {GLFW_KEY_UP, KeyCode::Up},
    {GLFW_KEY_DOWN, KeyCode::Down},
    {GLFW_KEY_HOME, KeyCode::Home},
    {GLFW_KEY_END, KeyCode::End},
    {GLFW_KEY_PAGE_UP, KeyCode::PageUp},
    {GLFW_KEY_PAGE_DOWN, KeyCode::PageDown},
    {GLFW_KEY_ESCAPE, KeyCode::Escape},
    {GLFW_KEY_ENTER, KeyCode::Enter},
    {GLFW_KEY_TAB, KeyCode::Tab},
    {GLFW_KEY_KP_ENTER, KeyCode::Enter},
    {GLFW_KEY_BACKSPACE, KeyCode::Backspace},
    {GLFW_KEY_DELETE, KeyCode::Delete},
};

KeyCode offset(KeyCode first, int by) {
    return static_cast<KeyCode>(static_cast<int>(first) + by);
}

/// Keys by their place or name; characters that sit elsewhere on each keyboard are known by what they type.
std::optional<KeyCode> code_from_glfw(int key, int scancode) {
    for (const NamedKey& named : named_keys) {
        if (named.glfw == key) {
            return named.code;
        }
    }
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) {
        return offset(KeyCode::F1, key - GLFW_KEY_F1);
    }
    const char* name = glfwGetKeyName(key, scancode);
    if (name != nullptr && name[0] >= 'a' && name[0] <= 'z' && name[1] == '\0') {
        return offset(KeyCode::A, name[0] - 'a');
    }
    if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) {
        return offset(KeyCode::A, key - GLFW_KEY_A);
    }
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) {
        return offset(KeyCode::Digit0, key - GLFW_KEY_0);
    }
    return std::nullopt;
}

/// With Ctrl or Alt held no character comes, so that these two are known by what the key is labelled with.
std::optional<KeyCode> code_without_character(int key, int scancode) {
    const char* name = glfwGetKeyName(key, scancode);
    const char label = name != nullptr ? name[0] : '\0';
    return label == '=' || label == '+' ? std::optional{KeyCode::Plus}
           : label == '-'               ? std::optional{KeyCode::Minus}
                                        : std::nullopt;
}

/// GLFW is started once and ended with the last window.
struct Library {
    Library() {
        if (glfwInit() == GLFW_FALSE) {
            throw std::runtime_error("cannot open a window: " + last_error() +
                                     "; set DISPLAY or WAYLAND_DISPLAY, or use 'caravan render' to draw without one");
        }
    }
    ~Library() { glfwTerminate(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

}  // namespace

struct Window::Impl {
    Library library;
    GLFWwindow* window = nullptr;
    InputEvents events;
    ArrivalTimes arrivals;
    float px_per_pt = 1.0F;
    bool damaged = true;
    bool fullscreen = false;
    int restore_x = 0, restore_y = 0, restore_width = 1280, restore_height = 720;

    ~Impl() {
        if (window != nullptr) {
            glfwDestroyWindow(window);
        }
    }

    static Impl& of(GLFWwindow* handle) { return *static_cast<Impl*>(glfwGetWindowUserPointer(handle)); }

    [[nodiscard]] render::ScreenPt points(double x, double y) const {
        // Cursor positions are in screen coordinates, which need not be pixels.
        int window_width = 1;
        int framebuffer_width = 1;
        glfwGetWindowSize(window, &window_width, nullptr);
        glfwGetFramebufferSize(window, &framebuffer_width, nullptr);
        const double scale = static_cast<double>(framebuffer_width) / (window_width * static_cast<double>(px_per_pt));
        return {static_cast<float>(x * scale), static_cast<float>(y * scale)};
    }

    void listen() {
        glfwSetWindowUserPointer(window, this);
        glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
            of(w).events.emplace_back(PointerMoved{of(w).points(x, y)});
        });
        glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
            if (entered == GLFW_FALSE) {
                of(w).events.emplace_back(PointerLeft{});
            }
        });
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
            if (button <= GLFW_MOUSE_BUTTON_MIDDLE) {
                of(w).events.emplace_back(ButtonChanged{static_cast<MouseButton>(button), action == GLFW_PRESS,
                                                        mods_from_glfw(mods), of(w).arrivals.time_of_event(now_s())});
            }
        });
        glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
            of(w).events.emplace_back(Scrolled{static_cast<float>(x), static_cast<float>(y)});
        });
        glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
            auto code = action != GLFW_RELEASE ? code_from_glfw(key, scancode) : std::nullopt;
            if (!code && action != GLFW_RELEASE && (mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) != 0) {
                code = code_without_character(key, scancode);
            }
            if (code) {
                of(w).events.emplace_back(KeyPressed{{mods_from_glfw(mods), *code}});
            }
        });
        glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int character) {
            of(w).events.emplace_back(CharTyped{static_cast<char32_t>(character)});
        });
        glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).damaged = true; });
        glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).damaged = true; });
    }
};

bool Window::has_display() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

Window::Window(const std::string& title, int width_px, int height_px) : impl_{std::make_unique<Impl>()} {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "caravan");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "caravan");
    impl_->window = glfwCreateWindow(width_px, height_px, title.c_str(), nullptr, nullptr);
    if (impl_->window == nullptr) {
        throw std::runtime_error("cannot open a window with OpenGL 3.3: " + last_error() +
                                 "; install Mesa's drivers (libgl1-mesa-dri) or update the graphics driver");
    }
    glfwMakeContextCurrent(impl_->window);
    glfwSwapInterval(1);
    render::gl::load_functions(glfwGetProcAddress);
    glfwSetWindowSizeLimits(impl_->window, 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
    impl_->listen();
}

Window::~Window() = default;

bool Window::should_close() const {
    return glfwWindowShouldClose(impl_->window) == GLFW_TRUE;
}

int Window::width_px() const {
    int width = 0;
    glfwGetFramebufferSize(impl_->window, &width, nullptr);
    return width;
}

int Window::height_px() const {
    int height = 0;
    glfwGetFramebufferSize(impl_->window, nullptr, &height);
    return height;
}

float Window::desktop_scale() const {
    float x = 1.0F;
    float y = 1.0F;
    glfwGetWindowContentScale(impl_->window, &x, &y);
    return x > 0.0F ? x : 1.0F;
}

InputEvents Window::take_input(double wait_s, float px_per_pt) {
    impl_->px_per_pt = px_per_pt;
    impl_->arrivals.begin_to_empty_queue(now_s());
    // One look only: a wake or a request to close that an earlier one took out would not end the wait.
    if (wait_s < 0.0) {
        glfwWaitEvents();
    } else if (wait_s > 0.0) {
        glfwWaitEventsTimeout(wait_s);
    } else {
        glfwPollEvents();
    }
    impl_->arrivals.queue_is_empty(now_s());
    return std::exchange(impl_->events, {});
}

void Window::wake() {
    glfwPostEmptyEvent();
}

bool Window::take_damage() {
    return std::exchange(impl_->damaged, false);
}

void Window::swap() {
    glfwSwapBuffers(impl_->window);
}

bool Window::is_watched() const {
    return glfwGetWindowAttrib(impl_->window, GLFW_ICONIFIED) == GLFW_FALSE &&
           (impl_->fullscreen || glfwGetWindowAttrib(impl_->window, GLFW_FOCUSED) == GLFW_TRUE);
}

std::pair<int, int> Window::restored_size_px() const {
    return impl_->fullscreen ? std::pair{impl_->restore_width, impl_->restore_height}
                             : std::pair{width_px(), height_px()};
}

std::string Window::clipboard() const {
    const char* text = glfwGetClipboardString(impl_->window);
    return text != nullptr ? text : "";
}

void Window::set_clipboard(const std::string& text) {
    glfwSetClipboardString(impl_->window, text.c_str());
}

void Window::set_fullscreen(bool on) {
    if (on == impl_->fullscreen) {
        return;
    }
    impl_->fullscreen = on;
    if (on) {
        glfwGetWindowPos(impl_->window, &impl_->restore_x, &impl_->restore_y);
        glfwGetWindowSize(impl_->window, &impl_->restore_width, &impl_->restore_height);
        GLFWmonitor* monitor = glfwGetPrimaryMonitor();
        const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
        if (mode == nullptr) {
            return;  // no screen is connected; the window stays as it is
        }
        glfwSetWindowMonitor(impl_->window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    } else {
        glfwSetWindowMonitor(impl_->window, nullptr, impl_->restore_x, impl_->restore_y, impl_->restore_width,
                             impl_->restore_height, GLFW_DONT_CARE);
    }
}

}  // namespace app
