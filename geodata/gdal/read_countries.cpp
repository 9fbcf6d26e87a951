#include "geodata/gdal/read_countries.h"

#include "geodata/boundary_fields.h"
#include "geodata/gdal/ogr_shapes.h"
#include "geodata/gdal/read_features.h"
#include "geodata/gdal/to_wgs84.h"
#include "geodata/iso_3166.h"
#include "geodata/overlap.h"
#include "geodata/region.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace geodata::gdal {
namespace {

using Problems = std::vector<Problem>;

std::vector<std::string> field_names(OGRLayer& layer) {
    std::vector<std::string> names;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    names.reserve(static_cast<std::size_t>(definition.GetFieldCount()));
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    return names;
}

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
                  Problems& problems)
        : layer_(layer), source_(source), code_from_name_(code_from_name), prepared_(prepared), problems_(problems) {}

    std::vector<Country> read() {
        std::string why_not;
        ToWgs84 to_wgs84(layer_, why_not);
        if (!why_not.empty()) {
            fail(why_not);
            return {};
        }
        choose_fields();
        layer_.ResetReading();
        for (const auto& feature : layer_) {
            add(*feature, to_wgs84);
        }
        join_parts();
        unite_parts();
        tell(to_wgs84.lost_points());
        return std::move(countries_);
    }

private:
    // A feature whose country is not known yet: that takes the codes of all.
    struct Part {
        Country country;
        std::string country_name;
    };

    void fail(const std::string& what) {
        problems_.push_back({Severity::Error, layer_text() + ' ' + what, source_.path, 0, 0, {}});
    }
    void warn(std::string what) { problems_.push_back({Severity::Warning, std::move(what), source_.path, 0, 0, {}}); }
    [[nodiscard]] std::string layer_text() const { return std::string("layer ") + layer_.GetName(); }

    void choose_fields() {
        const std::vector<std::string> names = field_names(layer_);
        fields_ = boundary_fields(names);
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
        std::vector<std::string> codes;
        for (const int field : fields_.codes) {
            codes.push_back(text_of(feature, field));
        }
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
        parts_.push_back({std::move(country), first_text(feature, fields_.country_names)});
        codes_.push_back(std::move(codes));
    }

    // The country of a part: ISO's code where there is one, by its code or else by its name; then whatever stands in
    // its place, so that the part can at least be pointed at. A prepared dataset leaves codes empty on purpose.
    std::string code_of(const Part& part, const FoundCode& found, const std::vector<std::string>& texts) {
        if (!found.iso.empty() || prepared_) {
            return found.iso.empty() ? found.own : found.iso;
        }
        const std::string by_hand = code_by_hand_ ? value_or_empty(texts.front()) : std::string();
        for (const std::string& name : {by_hand, part.country_name, part.country.name}) {
            if (std::string code = name.empty() || !code_from_name_ ? std::string() : code_from_name_(name);
                !code.empty()) {
                return code;
            }
        }
        if (!found.own.empty()) {
            return found.own;
        }
        const std::string& instead = by_hand.empty() ? part.country.name : by_hand;
        if (!instead.empty()) {
            unmatched_.add(instead);
        }
        return instead;
    }

    void join_parts() {
        const std::vector<FoundCode> found = codes_from_rows(codes_);
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            Part& part = parts_[i];
            part.country.code = code_of(part, found[i], codes_[i]);
            has_codes_ = has_codes_ || is_three_letters(part.country.code);
            if (fields_.in_region < 0) {
                part.country.in_region = in_region(part.country.code);
            }
            keep(std::move(part));
        }
    }

    void keep(Part part) {
        if (!part.country.code.empty()) {
            const auto [known, is_new] = by_code_.emplace(part.country.code, countries_.size());
            if (!is_new) {
                starts_[known->second].push_back(countries_[known->second].polygons.size());
                join(countries_[known->second], std::move(part.country), part.country_name);
                return;
            }
        }
        countries_.push_back(std::move(part.country));
        starts_.push_back({0});
    }

    // A country that is there twice, or whole and in parts, would have holes where it is covered twice.
    void unite_parts() {
        for (std::size_t i = 0; i < countries_.size() && !prepared_; ++i) {
            Country& country = countries_[i];
            if (starts_[i].size() > 1 && parts_overlap(country.polygons, starts_[i])) {
                country.polygons = united(country.polygons);
                overlapping_.add(country.name.empty() ? country.code : country.name);
            }
        }
    }

    // Another part of a country that is there already. The parts' own names and label points say nothing of the whole.
    static void join(Country& whole, Country part, const std::string& country_name) {
        std::ranges::move(part.polygons, std::back_inserter(whole.polygons));
        whole.label_at = {};
        if (whole.name != part.name && !country_name.empty()) {
            whole.name = country_name;
        }
    }

    void tell(std::size_t lost_points) {
        const auto tell_one = [&](const Complaint& complaint, std::string_view what) {
            complaint.tell(what, source_.path, problems_);
        };
        if (countries_.empty()) {
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
            warn(std::to_string(lost_points) + " points of " + layer_text() + " have no place on Earth, left out");
        }
        const std::string by_hand = "; name the field with ,code=FIELD (it has " + joined(field_names(layer_)) + ")";
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
    Problems& problems_;
    BoundaryFields fields_;
    bool code_by_hand_ = false;
    std::vector<Part> parts_;
    std::vector<std::vector<std::string>> codes_;  // the texts of each part's code fields
    std::vector<Country> countries_;
    std::vector<std::vector<std::size_t>> starts_;  // of each country's parts among its polygons
    std::unordered_map<std::string, std::size_t> by_code_;
    bool has_codes_ = false;
    Complaint no_geometry_, not_polygons_, invalid_, nameless_, unmatched_, overlapping_;
};

}  // namespace

std::vector<Country> read_countries(OGRLayer& layer, const BoundarySource& source, const CodeFromName& code_from_name,
                                    bool prepared, Problems& problems) {
    return CountryReader(layer, source, code_from_name, prepared, problems).read();
}

}  // namespace geodata::gdal
