// Where on screen countries have room for their names: the land as seen by a camera, in coarse cells.
//
// A name is several times as wide as it is high, and so are the cells. The largest square of cells that fits into the
// visible part of a country is then the largest box of a name's proportions, and its middle the place to write in.
#pragma once

#include "app/scene/pack_base_map.h"
#include "render/camera.h"
#include "render/scanline_fill.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// The middle of a long country that lies aslant: a gently bent line to write along.
struct SlantedRoom {
    geodata::WorldXY middle;
    float angle = 0.0F;       ///< radians, clockwise on screen, at most 25 degrees either way
    double bend_per_m = 0.0;  ///< y = bend x^2 about the middle, y down, before it is turned
    double length_m = 0.0;
    double thickness_m = 0.0;
};

/// The visible part of a country. Lengths are metres in the plane.
struct NameRoom {
    geodata::WorldXY middle;
    double half_width_m = 0.0;  ///< of the largest box of a name's proportions, about the middle
    double half_height_m = 0.0;
    double across_m = 0.0;  ///< of all that is visible
    double high_m = 0.0;
    std::optional<SlantedRoom> slant;
};

/// The rings of the map's rim, of countries and of disputed areas for `NameGround::survey`, snapped to `grid_m`.
[[nodiscard]] render::RingSet rings_for_names(const ProjectedMap& map, double grid_m);

class NameGround {
public:
    NameGround() = default;

    /// Looks at the map: what is disputed, lies under `covered` or outside of the window is no room. Countries keep the
    /// middle that they had in `before` while it is nearly as good as the best. Costs about two milliseconds.
    [[nodiscard]] static NameGround survey(const render::RingSet& rings, std::size_t country_count,
                                           const render::Camera& camera, std::span<const render::RectPt> covered,
                                           const NameGround* before = nullptr);

    /// The room of a country by its number; nothing where none of it is in sight.
    [[nodiscard]] const NameRoom* room_of(std::size_t country) const;
    /// The country at a place. Known for the window and a margin around it; `outside` elsewhere, `water` at sea,
    /// `disputed` where nobody's name may stand, `space` beyond the end of the map.
    [[nodiscard]] std::uint32_t country_at(geodata::WorldXY at) const;
    /// Whether a name may stand on what country_at() says.
    [[nodiscard]] static bool bears_names(std::uint32_t there) { return there != disputed && there != space; }
    static constexpr std::uint32_t water = 0xFFFFU;
    static constexpr std::uint32_t disputed = 0xFFFEU;
    static constexpr std::uint32_t space = 0xFFFDU;
    static constexpr std::uint32_t outside = 0xFFFFFFFFU;

private:
    struct Cells {
        int columns = 0;
        int rows = 0;  // row 0 is the lowest
        double left_m = 0.0;
        double bottom_m = 0.0;
        double width_m = 1.0;  // of a cell
        double height_m = 1.0;
        [[nodiscard]] geodata::WorldXY center(int column, int row) const;
        [[nodiscard]] std::size_t index(int column, int row) const;
        [[nodiscard]] std::optional<std::size_t> find(geodata::WorldXY at) const;
    };
    [[nodiscard]] std::vector<std::uint16_t> depths(const render::Camera& camera,
                                                    std::span<const render::RectPt> covered) const;
    void find_rooms(const std::vector<std::uint16_t>& depth, std::size_t country_count, const NameGround* before);
    [[nodiscard]] std::optional<SlantedRoom> slanted_room(std::size_t seed, const std::vector<std::uint16_t>& depth,
                                                          std::vector<bool>& seen) const;

    Cells cells_;
    std::vector<std::uint16_t> land_;
    std::vector<std::optional<NameRoom>> rooms_;
};

}  // namespace app
