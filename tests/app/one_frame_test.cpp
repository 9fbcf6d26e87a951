#include "app/input/one_frame.h"

#include <doctest/doctest.h>

using namespace app;

namespace {

constexpr ButtonChanged down{MouseButton::Left, true, 0, 0.0};
constexpr ButtonChanged up{MouseButton::Left, false, 0, 0.0};
constexpr PointerMoved here{{10.0F, 10.0F}};
constexpr PointerMoved there{{90.0F, 10.0F}};

/// How many events each frame gets until none is left.
std::vector<std::size_t> frames_of(InputEvents events) {
    std::vector<std::size_t> sizes;
    while (!events.empty()) {
        auto [now, later] = one_frame_of(events);
        sizes.push_back(now.size());
        events = later;
    }
    return sizes;
}

}  // namespace

TEST_CASE("a press is seen where it happened, and so is letting go") {
    CHECK(frames_of({here, down, there, up}) == std::vector<std::size_t>{2, 2});
    CHECK(frames_of({down, there, here, there, up}) == std::vector<std::size_t>{1, 4});
}

TEST_CASE("a click that comes at once takes two frames, a double click four") {
    CHECK(frames_of({here, down, up}) == std::vector<std::size_t>{2, 1});
    CHECK(frames_of({down, up, down, up}) == std::vector<std::size_t>{1, 1, 1, 1});
}

TEST_CASE("what does not disturb each other shares a frame") {
    CHECK(frames_of({}).empty());
    CHECK(frames_of({here, there, Scrolled{0.0F, 1.0F}, PointerLeft{}}) == std::vector<std::size_t>{4});
    CHECK(frames_of({down, ButtonChanged{MouseButton::Right, true, 0, 0.0}, KeyPressed{{0, KeyCode::Space}}}) ==
          std::vector<std::size_t>{3});
}

TEST_CASE("the wheel turned behind a press waits for the next frame") {
    CHECK(frames_of({down, Scrolled{0.0F, 1.0F}, PointerLeft{}}) == std::vector<std::size_t>{1, 2});
}
