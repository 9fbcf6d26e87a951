#include "app/input/typed_speed.h"

#include <doctest/doctest.h>

using app::speed_from_text;

TEST_CASE("speeds are numbers of days, or of other units, a second") {
    for (const auto& [text, days] : {std::pair{"3", 3.0},
                                     {" 3 days/s ", 3.0},
                                     {"1 day/s", 1.0},
                                     {"0.5 days/s", 0.5},
                                     {"1 month/s", 30.0},
                                     {"2 weeks/s", 14.0},
                                     {"0.5 years/s", 182.5},
                                     {"2 weeks per second", 14.0},
                                     {"week", 7.0},
                                     {"6h", 0.25},
                                     {"12 hours/s", 0.5},
                                     {"1,5", 1.5},
                                     {"2 Years a second", 730.0},
                                     {"1e3", 1000.0},
                                     {"3d/s", 3.0}}) {
        CAPTURE(text);
        REQUIRE(speed_from_text(text).has_value());
        CHECK(*speed_from_text(text) == doctest::Approx(days));
    }
}

TEST_CASE("what is no speed, or none that can be played, is refused with words") {
    for (const char* text : {"", "fast", "3 apples", "days 3", "3 3", "--2", "1e999"}) {
        CAPTURE(text);
        std::string why;
        CHECK_FALSE(speed_from_text(text, &why).has_value());
        CHECK(why.find("is no speed") != std::string::npos);
    }
    for (const char* text : {"0", "-1", "0.001", "100 years", "nan", "inf"}) {
        CAPTURE(text);
        std::string why;
        CHECK_FALSE(speed_from_text(text, &why).has_value());
        CHECK(why == "a speed is from 0.01 to 10000 days a second");
    }
}
