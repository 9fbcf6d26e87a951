// What hands do, apart from any windowing library. Positions are logical points of the window.
#pragma once

#include "app/input/key_names.h"
#include "render/camera.h"

#include <variant>
#include <vector>

namespace app {

enum class MouseButton : std::uint8_t { Left, Right, Middle };

struct PointerMoved {
    render::ScreenPt at;
};
struct PointerLeft {};  ///< the window
struct ButtonChanged {
    MouseButton button = MouseButton::Left;
    bool down = false;
    std::uint8_t mods = 0;
};
struct Scrolled {
    float x = 0.0F;
    float y = 0.0F;
};  ///< notches; y > 0 away from the hand
struct KeyPressed {
    Key key;
};  ///< also when it repeats

using InputEvent = std::variant<PointerMoved, PointerLeft, ButtonChanged, Scrolled, KeyPressed>;
using InputEvents = std::vector<InputEvent>;

}  // namespace app
