#include "app/state/value_scales.h"

#include "app/scene/motions/brush.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using app::round_steps;
using app::ValueScales;
using support::an_event;

namespace {

ValueScales some_scales() {
    return support::world_of({an_event("trade", "2025-01-01").worth(8e9, "USD"),
                              an_event("trade", "2025-01-02").worth(-2e9, "USD"),
                              an_event("trade", "2025-01-03").worth(6e11, "CNY"),
                              an_event("trade", "2025-01-04").worth(4000, "", "TEU"),
                              an_event("trade", "2025-01-05").worth(77, "", ""),
                              an_event("trade", "2025-01-06").worth(0, "EUR"), an_event("visit", "2025-01-07")})
        .values;
}

}  // namespace

TEST_CASE("each currency and each measure has a scale of its own, that of most events first") {
    const ValueScales scales = some_scales();
    REQUIRE(scales.all().size() == 3);
    CHECK(scales.all()[0].unit == "USD");
    CHECK(scales.all()[0].events == 2);
    CHECK(scales.all()[0].largest == 8e9);
    CHECK(scales.all()[1].unit == "CNY");
    CHECK(scales.all()[2].unit == "TEU");
    CHECK_FALSE(scales.all()[2].is_currency);
    CHECK(scales.currencies() == std::vector<std::string_view>{"USD", "CNY"});
}

TEST_CASE("an amount is measured by the largest of its own unit, whatever its sign, and by no other") {
    const ValueScales scales = some_scales();
    CHECK(scales.share({8e9, "USD", {}}) == doctest::Approx(1.0F));
    CHECK(scales.share({-2e9, "USD", {}}) == doctest::Approx(0.25F));
    CHECK(scales.share({6e11, "CNY", {}}) == doctest::Approx(1.0F));
    CHECK(scales.share({1000, {}, "TEU"}) == doctest::Approx(0.25F));
    CHECK(scales.share({1e12, "USD", {}}) == doctest::Approx(1.0F));
    CHECK(scales.share({5, "EUR", {}}) == 0.0F);
    CHECK(scales.share({77, {}, {}}) == 0.0F);
    CHECK(ValueScales{}.share({5, "EUR", {}}) == 0.0F);
}

TEST_CASE("lines grow with the root of the share, from nothing to 1.8 points on either side") {
    CHECK(app::motions::value_extra_pt(0.0F) == 0.0F);
    CHECK(app::motions::value_extra_pt(0.25F) == doctest::Approx(0.9F));
    CHECK(app::motions::value_extra_pt(1.0F) == doctest::Approx(1.8F));
    CHECK(app::motions::value_extra_pt(9.0F) == doctest::Approx(1.8F));
}

TEST_CASE("a scale is explained with three round numbers of which the first is hardly less than the largest") {
    CHECK(round_steps(8e9, 0.0) == std::vector<double>{5e9, 1e9, 2e8});
    CHECK(round_steps(1e9, 0.0) == std::vector<double>{1e9, 2e8, 5e7});
    CHECK(round_steps(200, 1.0) == std::vector<double>{200, 50, 10});
    CHECK(round_steps(20, 1.0) == std::vector<double>{20, 5, 1});
    CHECK(round_steps(3, 1.0) == std::vector<double>{2});
    CHECK(round_steps(1, 1.0) == std::vector<double>{1});
    CHECK(round_steps(0, 0.0).empty());
    CHECK(round_steps(-5, 0.0).empty());
    for (double largest = 0.013; largest < 1e13; largest *= 1.37) {
        const auto steps = round_steps(largest, 0.0);
        REQUIRE(steps.size() == 3);
        CHECK(steps[0] <= largest);
        CHECK(steps[0] * 2.5 > largest);
        CHECK(steps[0] > steps[1]);
        CHECK(steps[1] > steps[2]);
    }
}
