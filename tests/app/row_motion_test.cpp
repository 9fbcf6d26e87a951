#include "app/panels/row_motion.h"

#include <doctest/doctest.h>

#include <array>

namespace {

constexpr std::array<app::RowKey, 3> abc{1, 2, 3};
constexpr std::array<app::RowKey, 3> cab{3, 1, 2};

}  // namespace

TEST_CASE("rows that were not there stand in their places at once") {
    app::RowMotion motion;
    CHECK(motion.advanced(abc, 0.016, false) == std::vector<float>{0, 1, 2});
    CHECK_FALSE(motion.moves());
}

TEST_CASE("a row glides to its new place, fast at first, and is there after 240 ms") {
    app::RowMotion motion;
    static_cast<void>(motion.advanced(abc, 0.016, false));
    const std::vector<float> first = motion.advanced(cab, 0.05, false);
    CHECK(motion.moves());
    CHECK(first[0] < 2.0F);
    CHECK(first[0] < 1.0F);  // more than half of the way in the first fifth of the time
    CHECK(first[1] > 0.0F);
    const std::vector<float> second = motion.advanced(cab, 0.05, false);
    CHECK(second[0] < first[0]);
    CHECK(motion.advanced(cab, 0.2, false) == std::vector<float>{0, 1, 2});
    CHECK_FALSE(motion.moves());
}

TEST_CASE("a row that turns back on its way sets off from where it is") {
    app::RowMotion motion;
    static_cast<void>(motion.advanced(abc, 0.0, false));
    const float under_way = motion.advanced(cab, 0.03, false)[0];
    const float back = motion.advanced(abc, 0.0, false)[2];
    CHECK(back == doctest::Approx(under_way));
    CHECK(motion.advanced(abc, 1.0, false) == std::vector<float>{0, 1, 2});
}

TEST_CASE("with reduced motion, and in another list, nothing glides") {
    app::RowMotion motion;
    static_cast<void>(motion.advanced(abc, 0.0, true));
    CHECK(motion.advanced(cab, 0.01, true) == std::vector<float>{0, 1, 2});
    CHECK_FALSE(motion.moves());
    motion.forget();
    CHECK(motion.advanced(abc, 0.01, false) == std::vector<float>{0, 1, 2});
}
