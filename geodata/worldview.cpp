#include "geodata/worldview.h"

#include "geodata/edge_hash.h"
#include "geodata/fold.h"
#include "geodata/region.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace geodata {
namespace {

using View = std::optional<std::size_t>;

/// Whose the piece is in the view; empty where the view says nothing.
std::string_view holder_in(const LandPiece& piece, View view) {
    return view && *view < piece.holders.size() ? std::string_view(piece.holders[*view]) : std::string_view();
}

bool is_disputed_in(const LandPiece& piece, View view) {
    return !piece.area.empty() && holder_in(piece, view).empty();
}

/// Pieces to countries, in the order in which they come.
class Joiner {
public:
    /// Land that nobody disputes and no view moves: it names its country.
    void add_own(const LandPiece& piece) {
        Country* whole = known(piece.land.code);
        if (whole == nullptr) {
            start(piece.land);
            return;
        }
        append(whole->polygons, piece.land.polygons);
        whole->label_at = {};  // the parts' own names and label points say nothing of the whole
        if (whole->name != piece.land.name && !piece.country_name.empty()) {
            whole->name = piece.country_name;
        }
    }

    void add_moved(const LandPiece& piece, std::string_view holder) {
        const std::string_view code = holder.empty() ? std::string_view(piece.land.code) : holder;
        if (Country* whole = known(code)) {
            append(whole->polygons, piece.land.polygons);
            return;
        }
        Country country = piece.land;
        if (country.code != code) {
            country.code = code;
            country.in_region = in_region(code);
        }
        start(std::move(country));
    }

    std::vector<Country> take() { return std::move(countries_); }

private:
    Country* known(std::string_view code) {
        const auto found = code.empty() ? by_code_.end() : by_code_.find(std::string(code));
        return found == by_code_.end() ? nullptr : &countries_[found->second];
    }
    void start(Country country) {
        if (!country.code.empty()) {
            by_code_.emplace(country.code, countries_.size());
        }
        countries_.push_back(std::move(country));
    }
    static void append(std::vector<Polygon>& to, const std::vector<Polygon>& from) {
        to.insert(to.end(), from.begin(), from.end());
    }

    std::vector<Country> countries_;
    std::unordered_map<std::string, std::size_t> by_code_;
};

std::vector<Country> countries_in(const BoundaryPieces& pieces, View view) {
    Joiner joiner;
    const auto is_own = [&](const LandPiece& piece) { return piece.area.empty() && holder_in(piece, view).empty(); };
    for (const LandPiece& piece : pieces.land) {
        if (is_own(piece)) {
            joiner.add_own(piece);
        }
    }
    for (const LandPiece& piece : pieces.land) {
        if (!is_own(piece)) {
            joiner.add_moved(piece, holder_in(piece, view));
        }
    }
    return joiner.take();
}

std::vector<DisputedArea> disputed_in(const BoundaryPieces& pieces, View view) {
    std::vector<DisputedArea> areas = pieces.disputed_areas;
    for (const LandPiece& piece : pieces.land) {
        if (!is_disputed_in(piece, view)) {
            continue;
        }
        auto area = std::find_if(areas.begin(), areas.end(),
                                 [&](const DisputedArea& known) { return known.name == piece.area; });
        if (area == areas.end()) {
            area = areas.insert(area, {piece.area, {}, {}});
        }
        area->polygons.insert(area->polygons.end(), piece.land.polygons.begin(), piece.land.polygons.end());
    }
    return areas;
}

/// What lies beside the edges of disputed areas.
struct Beside {
    bool settled = false;   ///< an area that the view gives to somebody
    bool disputed = false;  ///< one that stays disputed
};
using EdgeSides = std::unordered_map<std::uint64_t, Beside>;

EdgeSides sides_of_areas(const BoundaryPieces& pieces, View view) {
    EdgeSides sides;
    for (const LandPiece& piece : pieces.land) {
        if (piece.area.empty()) {
            continue;
        }
        const bool disputed = is_disputed_in(piece, view);
        for (const Polygon& polygon : piece.land.polygons) {
            for (const Ring& ring : polygon.rings) {
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    Beside& beside = sides[edge_hash(ring[i], ring[i + 1])];
                    (disputed ? beside.disputed : beside.settled) = true;
                }
            }
        }
    }
    return sides;
}

/// Adds the stretches of the line that the view leaves.
void add_unsettled(const BoundaryLine& line, const EdgeSides& sides, std::vector<BoundaryLine>& out) {
    bool open = false;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const auto found = sides.find(edge_hash(line.points[i], line.points[i + 1]));
        const bool settled = found != sides.end() && found->second.settled && !found->second.disputed;
        if (!settled && !open) {
            out.push_back({line.line_class, line.name, {line.points[i]}, {}});
        }
        open = !settled;
        if (open) {
            out.back().points.push_back(line.points[i + 1]);
        }
    }
}

std::vector<BoundaryLine> lines_in(const BoundaryPieces& pieces, View view) {
    const EdgeSides sides = view ? sides_of_areas(pieces, view) : EdgeSides();
    std::vector<BoundaryLine> lines;
    for (const LinePiece& piece : pieces.lines) {
        const bool told = view && *view < piece.in_view.size() && piece.in_view[*view];
        const LineInView drawn = told ? *piece.in_view[*view] : LineInView{piece.drawn, piece.line.line_class};
        if (!drawn.drawn) {
            continue;
        }
        if (told || sides.empty() || drawn.line_class == LineClass::International) {
            lines.push_back(piece.line);
            lines.back().line_class = drawn.line_class;
        } else {
            add_unsettled(piece.line, sides, lines);
        }
    }
    return lines;
}

}  // namespace

BoundaryData boundaries_in_view(const BoundaryPieces& pieces, View view) {
    return {countries_in(pieces, view), disputed_in(pieces, view), lines_in(pieces, view), pieces.lakes, pieces.rivers};
}

std::optional<LineInView> line_from_feature_class(std::string_view text) {
    struct Row {
        std::string_view beginning;  // folded
        LineInView line;
    };
    constexpr bool no = false;
    constexpr std::array rows{Row{"internationalboundary", {}},
                              Row{"disputed", {true, LineClass::Disputed}},
                              Row{"lineofcontrol", {true, LineClass::Disputed}},
                              Row{"breakaway", {true, LineClass::Disputed}},
                              Row{"indefinite", {true, LineClass::Indefinite}},
                              Row{"indeterminantfrontier", {true, LineClass::Indefinite}},
                              Row{"elusivefrontier", {true, LineClass::Indefinite}},
                              Row{"claimboundary", {true, LineClass::Claim}},
                              Row{"unrecognized", {no, LineClass::International}},
                              Row{"leaselimit", {no, LineClass::International}},
                              Row{"overlaylimit", {no, LineClass::International}}};
    const std::string name = folded(text);
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return name.starts_with(r.beginning); });
    return row == rows.end() ? std::nullopt : std::optional(row->line);
}

void name_views(std::vector<Worldview>& views, const Places& places) {
    for (Worldview& view : views) {
        const CountryName* state = places.country(view.id);
        state = state != nullptr ? state : places.country_by_other_name(view.id);
        if (state != nullptr) {
            view.id = state->code;
            view.name = view.name.empty() ? state->name : view.name;
        }
        view.name = view.name.empty() ? view.id : view.name;
        view.statement = view.statement.empty() ? "Boundaries: as drawn for " + view.name : view.statement;
    }
}

std::optional<std::size_t> find_view(const std::vector<Worldview>& views, std::string_view text, const Places& places) {
    const CountryName* state = places.country(text);
    state = state != nullptr ? state : places.country_by_other_name(text);
    const std::string wanted = folded(text);
    const auto found = std::find_if(views.begin(), views.end(), [&](const Worldview& view) {
        return (state != nullptr && view.id == state->code) || folded(view.id) == wanted || folded(view.name) == wanted;
    });
    return found == views.end() || wanted.empty() ? std::nullopt
                                                  : std::optional(static_cast<std::size_t>(found - views.begin()));
}

}  // namespace geodata
