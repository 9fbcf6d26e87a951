#include "geodata/parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

TEST_CASE("work in parallel reaches every part once") {
    for (const int count : {0, 1, 7, 1000}) {
        std::vector<int> done(static_cast<std::size_t>(count), 0);
        geodata::in_parallel(count, [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                ++done[static_cast<std::size_t>(i)];
            }
        });
        CHECK(std::all_of(done.begin(), done.end(), [](int times) { return times == 1; }));
    }
}

TEST_CASE("what goes wrong on another core is told to the caller") {
    CHECK_THROWS_AS(geodata::in_parallel(1000,
                                         [](int, int to) {
                                             if (to == 1000) {
                                                 throw std::runtime_error("the last part");
                                             }
                                         }),
                    std::runtime_error);
}
