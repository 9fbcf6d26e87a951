#include "geodata/passages.h"

#include <doctest/doctest.h>

using geodata::LonLat;
using geodata::Passage;
using geodata::PassageId;
using geodata::Passages;

namespace {

Passage gate(const char* id, std::vector<LonLat> line) {
    return {id, id, {}, line.front(), {}, std::move(line), true};
}

}  // namespace

TEST_CASE("a passage is found by id, name and alias in any case, and not by nothing") {
    const Passages passages{{{"bab_el_mandeb", "Bab el-Mandeb", {"Gate of Tears"}, {43.4, 12.5}, {}, {}, true}}};
    CHECK(passages.find("bab el mandeb") == PassageId{0});
    CHECK(passages.find("BAB_EL_MANDEB") == PassageId{0});
    CHECK(passages.find("gate-of-tears") == PassageId{0});
    CHECK_FALSE(passages.find("bab").has_value());
    CHECK_FALSE(passages.find("").has_value());
    CHECK_FALSE(Passages{}.find("suez").has_value());
}

TEST_CASE("a line crosses the gates that stand in its way, in order and each once") {
    const Passages passages{{gate("b", {{20, -1}, {20, 1}}),
                             gate("a", {{10, -1}, {10, 1}}),
                             gate("c", {{30, 5}, {30, 9}}),
                             {"d", "D", {}, {15, 0}, {}, {}, true}}};
    const std::vector<LonLat> there_and_back{{0, 0}, {25, 0}, {0, 0.5}};
    CHECK(passages.crossed_by(there_and_back) == std::vector<PassageId>{PassageId{0}, PassageId{1}});
    CHECK(passages.crossed_by(std::vector<LonLat>{{0, 0}, {15, 0}, {25, 0}}) ==
          std::vector<PassageId>{PassageId{1}, PassageId{0}});
    CHECK(passages.crossed_by(std::vector<LonLat>{{0, 3}, {40, 3}}).empty());
    CHECK(passages.crossed_by(std::vector<LonLat>{}).empty());
}

TEST_CASE("a line crosses a gate beyond the antimeridian the short way round") {
    const Passages passages{{gate("a", {{-175, -1}, {-175, 1}}), gate("b", {{0, -1}, {0, 1}})}};
    CHECK(passages.crossed_by(std::vector<LonLat>{{170, 0}, {-170, 0}}) == std::vector<PassageId>{PassageId{0}});
    CHECK(passages.crossed_by(std::vector<LonLat>{{-170, 0}, {170, 0}}) == std::vector<PassageId>{PassageId{0}});
}
