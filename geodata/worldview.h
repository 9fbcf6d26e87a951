// Boundaries before a point of view is chosen: land in pieces, and who has which piece in whose eyes. A country is the
// union of its pieces, which share their vertices exactly, so that nothing needs to be dissolved: an edge that one
// country holds twice is a seam that neither outlines() nor country_at() sees.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/places.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geodata {

/// A point of view that a dataset offers beside the neutral one, which draws who holds what and what is disputed.
struct Worldview {
    std::string id;         ///< of the state whose view it is: ISO 3166-1 alpha-3, or alpha-2 before name_views()
    std::string name;       ///< of that state, in English
    std::string statement;  ///< for the picture's corner: "Boundaries: as ... draws them"
    friend bool operator==(const Worldview&, const Worldview&) = default;
};

struct LandPiece {
    Country land;              ///< the piece's own shape, with the code of who holds it
    std::string country_name;  ///< of the country that it is part of, where the piece has another name itself
    std::string area;          ///< the disputed area that it is; empty for land that nobody disputes
    /// Its code in each view of BoundaryPieces::views; one that is empty or missing leaves it as it is.
    std::vector<std::string> holders;
};

/// What one view makes of a line.
struct LineInView {
    bool drawn = true;
    LineClass line_class = LineClass::International;
    friend bool operator==(const LineInView&, const LineInView&) = default;
};

struct LinePiece {
    BoundaryLine line;
    bool drawn = true;  ///< in the neutral view
    /// In each view of BoundaryPieces::views; where it says nothing, the line follows the land (boundaries_in_view).
    std::vector<std::optional<LineInView>> in_view;
};

struct BoundaryPieces {
    std::vector<Worldview> views;
    std::vector<LandPiece> land;
    std::vector<LinePiece> lines;
    std::vector<DisputedArea> disputed_areas;  ///< beside those that are pieces; the same in every view
    std::vector<Lake> lakes;
    std::vector<River> rivers;
};

/// The boundaries as one of the views has them; without a view, the neutral ones.
/// Pieces of one code become one country. Its name, region and label point are those of its undisputed piece; where
/// several undisputed features make a country, the label point is left for BoundarySet to find, and the name is
/// `country_name` where they differ in their own.
/// A disputed area that the view gives to somebody is land like any other. Of lines that are not international, each
/// edge beside such an area goes, unless it also lies beside an area that stays disputed: outlines() then finds a
/// border there, or nothing where both sides are one country.
[[nodiscard]] BoundaryData boundaries_in_view(const BoundaryPieces& pieces, std::optional<std::size_t> view);

/// Natural Earth's classes of lines (FEATURECLA, FCLASS_XX) as ours, with or without their "(please verify)". Limits of
/// leases and of overlays are no borders and, like what is "Unrecognized", not drawn. Nothing for an unknown class.
[[nodiscard]] std::optional<LineInView> line_from_feature_class(std::string_view text);

/// Turns alpha-2 ids into alpha-3, and fills in names and statements that the dataset does not give.
void name_views(std::vector<Worldview>& views, const Places& places);

/// The view that a person names by the alpha-3 or alpha-2 code or the English name of its state, in either case.
[[nodiscard]] std::optional<std::size_t> find_view(const std::vector<Worldview>& views, std::string_view text,
                                                   const Places& places);

}  // namespace geodata
