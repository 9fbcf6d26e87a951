// What hands do, apart from any windowing library. Positions are logical points of the window.
#pragma once

#include "app/input/key_names.h"
#include "render/camera.h"

#include <chrono>
#include <variant>
#include <vector>

namespace app {

/// The clock of input: seconds since any moment, always forward.
[[nodiscard]] inline double now_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

enum class MouseButton : std::uint8_t { Left, Right, Middle };

struct PointerMoved {
    render::ScreenPt at;
};
struct PointerLeft {};  ///< the window
struct ButtonChanged {
    MouseButton button = MouseButton::Left;
    bool down = false;
    std::uint8_t mods = 0;
    double time_s = 0.0;  ///< when it happened, by now_s(), and not when somebody came to look at it
};
struct Scrolled {
    float x = 0.0F;
    float y = 0.0F;
    std::uint8_t mods = 0;
};  ///< notches; y > 0 away from the hand, x > 0 to the left
struct KeyPressed {
    Key key;
};  ///< also when it repeats

struct CharTyped {
    char32_t character = 0;
};  ///< comes behind the press of the key that typed it, if that is a key of ours

using InputEvent = std::variant<PointerMoved, PointerLeft, ButtonChanged, Scrolled, KeyPressed, CharTyped>;
using InputEvents = std::vector<InputEvent>;

}  // namespace app
