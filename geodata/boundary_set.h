// The shapes of the base map, frozen after loading: countries, disputed areas, boundary lines, lakes and rivers.
//
// Coordinates are WGS 84 degrees, longitude first. Outer rings run counter-clockwise and holes clockwise; a ring is
// closed (its first point stands again at its end). Neighbours share their border vertices exactly, where the data
// does; drawing relies on that to tell a coast (an edge of one country) from a border (an edge of two).
#pragma once

#include "geodata/bounds.h"
#include "geodata/coords.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geodata {

using Ring = std::vector<LonLat>;

/// One outer ring followed by its holes.
struct Polygon {
    std::vector<Ring> rings;
};

/// Index of a country in BoundarySet::countries().
enum class CountryId : std::uint32_t {};

struct Country {
    std::string code;        ///< ISO 3166-1 alpha-3 where there is one; empty for an area that nobody agrees on
    std::string name;        ///< English short name
    bool in_region = false;  ///< one of the countries that Caravan is about: drawn a step lighter
    std::vector<Polygon> polygons;
    LonLatBox bounds;
    LonLat label_at;  ///< a point well inside the largest polygon
    double area_deg2 = 0.0;
};

/// An area that more than one country claims; drawn neutral and hatched.
struct DisputedArea {
    std::string name;
    std::vector<Polygon> polygons;
    LonLatBox bounds;
};

enum class LineClass : std::uint8_t {
    International,  ///< agreed
    Disputed,       ///< disputed, or a line of control
    Indefinite,     ///< undefined frontier
    Claim,          ///< somebody's claim inside another country
    Division,       ///< between parts of one country, such as provinces
};

struct BoundaryLine {
    LineClass line_class = LineClass::International;
    std::string name;
    std::vector<LonLat> points;
    LonLatBox bounds;
};

struct River {
    std::string name;
    int rank = 0;  ///< Natural Earth's scalerank: 0 is the greatest
    std::vector<LonLat> points;
    LonLatBox bounds;
};

struct Lake {
    std::string name;
    std::vector<Polygon> polygons;
    LonLatBox bounds;
};

/// What a boundary file holds, before it is frozen.
struct BoundaryData {
    std::vector<Country> countries;
    std::vector<DisputedArea> disputed_areas;
    std::vector<BoundaryLine> lines;
    std::vector<Lake> lakes;
    std::vector<River> rivers;
};

class BoundarySet {
public:
    BoundarySet() = default;
    /// Takes the data, fills in bounds, and areas (0) and label points (0, 0) where they are missing, and builds the
    /// index behind country_at. Rings are closed and turned the right way round; points that repeat the one before,
    /// rings with fewer than four points and lines with fewer than two are dropped.
    explicit BoundarySet(BoundaryData data);

    [[nodiscard]] const std::vector<Country>& countries() const { return data_.countries; }
    [[nodiscard]] const std::vector<DisputedArea>& disputed_areas() const { return data_.disputed_areas; }
    [[nodiscard]] const std::vector<BoundaryLine>& lines() const { return data_.lines; }
    [[nodiscard]] const std::vector<Lake>& lakes() const { return data_.lakes; }
    [[nodiscard]] const std::vector<River>& rivers() const { return data_.rivers; }

    [[nodiscard]] const Country& operator[](CountryId id) const {
        return data_.countries[static_cast<std::size_t>(id)];
    }
    /// The country with this alpha-3 code, if the set has one.
    [[nodiscard]] std::optional<CountryId> find(std::string_view code) const;
    /// The country at a place, nothing at sea. Even-odd rule; a point on a border belongs to one of the two.
    /// Costs a few microseconds: only rings whose row of a latitude index holds the point are looked at.
    [[nodiscard]] std::optional<CountryId> country_at(LonLat at) const;

private:
    struct Edge {
        LonLat south, north;  // never level
        std::uint32_t country = 0;
    };
    void index_edges();

    BoundaryData data_;
    std::vector<std::pair<std::string, CountryId>> by_code_;  // sorted by code
    std::vector<Edge> edges_;                                 // by latitude band, then by country
    std::vector<std::uint32_t> band_starts_;                  // first edge of each band, one more at the end
};

}  // namespace geodata
