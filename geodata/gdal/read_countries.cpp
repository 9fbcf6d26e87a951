#include "geodata/gdal/read_countries.h"

#include "geodata/boundary_fields.h"
#include "geodata/fold.h"
#include "geodata/gdal/ogr_shapes.h"
#include "geodata/gdal/read_features.h"
#include "geodata/gdal/to_wgs84.h"
#include "geodata/iso_3166.h"
#include "geodata/overlap.h"
#include "geodata/region.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace geodata::gdal {
namespace {

using Problems = std::vector<Problem>;

constexpr std::string_view own_code_field = "adm0a3";  // folded; in the views, ADM0_A3_XX

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

class CountryReader {
public:
    CountryReader(OGRLayer& layer, const BoundarySource& source, const CodeFromName& code_from_name, bool prepared,
                  BoundaryPieces& pieces, Problems& problems)
        : layer_(layer),
          source_(source),
          code_from_name_(code_from_name),
          prepared_(prepared),
          pieces_(pieces),
          problems_(problems) {}

    void read() {
        std::string why_not;
        ToWgs84 to_wgs84(layer_, why_not);
        if (!why_not.empty()) {
            fail(why_not);
            return;
        }
        choose_fields();
        layer_.ResetReading();
        for (const auto& feature : layer_) {
            add(*feature, to_wgs84);
        }
        settle_codes();
        settle_holders();
        unite_parts();
        tell(to_wgs84.lost_points());
    }

private:
    void fail(const std::string& what) {
        problems_.push_back({Severity::Error, layer_text() + ' ' + what, source_.path, 0, 0, {}});
    }
    void warn(std::string what) { problems_.push_back({Severity::Warning, std::move(what), source_.path, 0, 0, {}}); }
    [[nodiscard]] std::string layer_text() const { return std::string("layer ") + layer_.GetName(); }

    void choose_fields() {
        const std::vector<std::string> names = field_names(layer_);
        fields_ = boundary_fields(names);
        views_ = view_fields(names, own_code_field);
        const auto own = std::find_if(names.begin(), names.end(),
                                      [](const std::string& name) { return folded(name) == own_code_field; });
        own_code_ = own == names.end() ? -1 : static_cast<int>(own - names.begin());
        const auto use_named = [&](const std::string& wanted, std::vector<int>& list) {
            const int field = wanted.empty() ? -1 : layer_.GetLayerDefn()->GetFieldIndex(wanted.c_str());
            if (field >= 0) {
                list = {field};
            } else if (!wanted.empty()) {
                warn(layer_text() + " has no field '" + wanted + "', so the usual ones are looked for; it has " +
                     joined(names));
            }
            return field >= 0;
        };
        code_by_hand_ = use_named(source_.code_field, fields_.codes);
        if (use_named(source_.name_field, fields_.names)) {
            fields_.country_names.clear();
        }
    }

    static std::string first_text(const OGRFeature& feature, const std::vector<int>& fields) {
        for (const int field : fields) {
            if (std::string text = value_or_empty(text_of(feature, field)); !text.empty()) {
                return text;
            }
        }
        return {};
    }

    std::vector<Polygon> polygons_of(const OGRGeometry& geometry, const std::string& name, ToWgs84& to_wgs84) {
        std::string why;
        if (!prepared_ && is_invalid(geometry, to_wgs84, why)) {
            invalid_.add(name + (why.empty() ? "" : " (" + why + ")"));
            return repaired_polygons_from_ogr(geometry, to_wgs84);
        }
        return polygons_from_ogr(geometry, to_wgs84);
    }

    void add(const OGRFeature& feature, ToWgs84& to_wgs84) {
        Country country;
        country.name = first_text(feature, fields_.names);
        const std::string label = country.name.empty() ? first_text(feature, fields_.codes) : country.name;
        const OGRGeometry* geometry = feature.GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0) {
            no_geometry_.add(label);
            return;
        }
        country.polygons = polygons_of(*geometry, label, to_wgs84);
        if (country.polygons.empty()) {
            not_polygons_.add(label);
            return;
        }
        if (label.empty()) {
            nameless_.add("number " + std::to_string(feature.GetFID()));
        }
        if (fields_.in_region >= 0) {
            country.in_region = feature.GetFieldAsInteger(fields_.in_region) != 0;
        }
        if (fields_.label_lon >= 0 && fields_.label_lat >= 0 && feature.IsFieldSetAndNotNull(fields_.label_lon) &&
            feature.IsFieldSetAndNotNull(fields_.label_lat)) {
            country.label_at = {feature.GetFieldAsDouble(fields_.label_lon),
                                feature.GetFieldAsDouble(fields_.label_lat)};
        }
        std::vector<std::string> codes;
        for (const int field : fields_.codes) {
            codes.push_back(text_of(feature, field));
        }
        codes_.push_back(std::move(codes));
        own_codes_.push_back(value_or_empty(text_of(feature, own_code_)));
        pieces_.land.push_back({std::move(country), first_text(feature, fields_.country_names),
                                value_or_empty(text_of(feature, fields_.disputed_area)), holders_of(feature)});
    }

    std::vector<std::string> holders_of(const OGRFeature& feature) {
        std::vector<std::string> holders;
        for (const auto& [id, field] : views_) {
            if (std::string holder = value_or_empty(text_of(feature, field)); !holder.empty()) {
                const std::size_t view = view_position(pieces_.views, id);
                holders.resize(std::max(holders.size(), view + 1));
                holders[view] = std::move(holder);
            }
        }
        return holders;
    }

    // The country of a piece: ISO's code where there is one, by its code or else by its name; then whatever stands in
    // its place, so that the piece can at least be pointed at. A prepared dataset leaves codes empty on purpose.
    std::string code_of(const LandPiece& piece, const FoundCode& found, const std::vector<std::string>& texts) {
        if (!found.iso.empty() || prepared_) {
            return found.iso.empty() ? found.own : found.iso;
        }
        const std::string by_hand = code_by_hand_ ? value_or_empty(texts.front()) : std::string();
        for (const std::string& name : {by_hand, piece.country_name, piece.land.name}) {
            if (std::string code = name.empty() || !code_from_name_ ? std::string() : code_from_name_(name);
                !code.empty()) {
                return code;
            }
        }
        if (!found.own.empty()) {
            return found.own;
        }
        const std::string& instead = by_hand.empty() ? piece.land.name : by_hand;
        if (!instead.empty()) {
            unmatched_.add(instead);
        }
        return instead;
    }

    // It takes the codes of all features to know one.
    void settle_codes() {
        const std::vector<FoundCode> found = codes_from_rows(codes_);
        for (std::size_t i = 0; i < pieces_.land.size(); ++i) {
            LandPiece& piece = pieces_.land[i];
            piece.land.code = code_of(piece, found[i], codes_[i]);
            has_codes_ = has_codes_ || is_three_letters(piece.land.code);
            if (fields_.in_region < 0) {
                piece.land.in_region = in_region(piece.land.code);
            }
            if (!own_codes_[i].empty()) {
                by_own_code_.emplace(own_codes_[i], piece.land.code);
            }
        }
    }

    // The views speak in the file's own codes, which are not always those that were found (SDS is SSD). Where a view
    // says the same as the neutral one, it says nothing.
    void settle_holders() {
        for (LandPiece& piece : pieces_.land) {
            for (std::string& holder : piece.holders) {
                const auto known = by_own_code_.find(holder);
                holder = known == by_own_code_.end() ? holder : known->second;
                holder = holder == piece.land.code ? std::string() : holder;
            }
        }
    }

    // A country that is there twice, or whole and in parts, would have holes where it is covered twice.
    void unite_parts() {
        if (prepared_) {
            return;
        }
        std::map<std::string, std::vector<std::size_t>> parts;
        for (std::size_t i = 0; i < pieces_.land.size(); ++i) {
            const LandPiece& piece = pieces_.land[i];
            const bool moves = std::any_of(piece.holders.begin(), piece.holders.end(),
                                           [](const std::string& holder) { return !holder.empty(); });
            if (piece.area.empty() && !piece.land.code.empty() && !moves) {
                parts[piece.land.code].push_back(i);
            }
        }
        for (const auto& [code, positions] : parts) {
            unite(positions);
        }
        std::erase_if(pieces_.land, [](const LandPiece& piece) { return piece.land.polygons.empty(); });
    }

    // Where the pieces lie on each other, the first becomes all of them; the others lose their polygons.
    void unite(const std::vector<std::size_t>& positions) {
        std::vector<Polygon> polygons;
        std::vector<std::size_t> starts;
        for (const std::size_t i : positions) {
            const std::vector<Polygon>& part = pieces_.land[i].land.polygons;
            starts.push_back(polygons.size());
            polygons.insert(polygons.end(), part.begin(), part.end());
        }
        if (starts.size() < 2 || !parts_overlap(polygons, starts)) {
            return;
        }
        LandPiece& whole = pieces_.land[positions.front()];
        for (const std::size_t i : positions) {
            LandPiece& part = pieces_.land[i];
            if (whole.land.name != part.land.name && !part.country_name.empty()) {
                whole.land.name = part.country_name;
            }
            part.land.polygons.clear();
        }
        whole.land.polygons = united(polygons);
        whole.land.label_at = {};
        overlapping_.add(whole.land.name.empty() ? whole.land.code : whole.land.name);
    }

    void tell(std::size_t lost_points) {
        const auto tell_one = [&](const Complaint& complaint, std::string_view what) {
            complaint.tell(what, source_.path, problems_);
        };
        if (pieces_.land.empty()) {
            fail("has no polygons; name another layer with ,layer=NAME");
            return;
        }
        tell_one(no_geometry_, " without a shape, left out");
        tell_one(not_polygons_, " with a shape that is no polygon, left out");
        tell_one(invalid_, " with rings that cross, repaired");
        tell_one(nameless_, " with neither code nor name");
        if (overlapping_.count > 0) {
            warn("the parts of " + overlapping_.listed("country", "countries") + " lie on each other, united");
        }
        if (lost_points > 0) {
            warn(std::to_string(lost_points) + (lost_points == 1 ? " point of " : " points of ") + layer_text() +
                 (lost_points == 1 ? " has" : " have") + " no place on Earth, left out");
        }
        const std::string fields = joined(field_names(layer_));
        const std::string by_hand = fields.empty() ? std::string("; it has no fields")
                                                   : "; name the field with ,code=FIELD (it has " + fields + ")";
        if (!has_codes_) {
            warn("no country codes were found in " + layer_text() + by_hand);
        } else if (unmatched_.count > 0) {
            warn(unmatched_.listed("feature", "features") + " of " + layer_text() +
                 " could not be matched with a country" + by_hand);
        }
    }

    OGRLayer& layer_;
    const BoundarySource& source_;
    const CodeFromName& code_from_name_;
    bool prepared_;
    BoundaryPieces& pieces_;
    Problems& problems_;
    BoundaryFields fields_;
    std::vector<std::pair<std::string, int>> views_;  // alpha-2 code of each and its field
    int own_code_ = -1;
    bool code_by_hand_ = false;
    std::vector<std::vector<std::string>> codes_;  // the texts of each piece's code fields
    std::vector<std::string> own_codes_;           // of each piece
    std::unordered_map<std::string, std::string> by_own_code_;
    bool has_codes_ = false;
    Complaint no_geometry_, not_polygons_, invalid_, nameless_, unmatched_, overlapping_;
};

}  // namespace

void read_land(OGRLayer& layer, const BoundarySource& source, const CodeFromName& code_from_name, bool prepared,
               BoundaryPieces& pieces, Problems& problems) {
    CountryReader(layer, source, code_from_name, prepared, pieces, problems).read();
}

std::size_t view_position(std::vector<Worldview>& views, const std::string& id) {
    const auto found = std::find_if(views.begin(), views.end(), [&](const Worldview& view) { return view.id == id; });
    const auto position = static_cast<std::size_t>(found - views.begin());
    if (found == views.end()) {
        views.push_back({id, {}, {}});
    }
    return position;
}

}  // namespace geodata::gdal
