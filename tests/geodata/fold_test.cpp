#include "geodata/fold.h"

#include <doctest/doctest.h>

using namespace geodata;

TEST_CASE("folding keeps letters, digits and what is not ASCII") {
    CHECK(folded("ISO3166-1-Alpha-3") == "iso31661alpha3");
    CHECK(folded(" Kuala  Lumpur ") == "kualalumpur");
    CHECK(folded("کراچی") == "کراچی");
    CHECK(folded("-_ ").empty());
}
