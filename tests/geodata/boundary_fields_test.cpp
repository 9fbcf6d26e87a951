#include "geodata/boundary_fields.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace geodata;

namespace {

// The code of one feature alone.
FoundCode found(const std::vector<std::string>& names, const std::vector<std::string>& values) {
    std::vector<std::string> row;
    for (const int field : boundary_fields(names).codes) {
        row.push_back(values[static_cast<std::size_t>(field)]);
    }
    return codes_from_rows(std::vector<std::vector<std::string>>{row}).front();
}

std::string code_of(const std::vector<std::string>& names, const std::vector<std::string>& values) {
    return found(names, values).iso;
}

}  // namespace

TEST_CASE("codes are found under the names that datasets use") {
    for (const char* name : {"ADM0_A3", "ISO_A3", "iso_a3_eh", "ADM0_ISO", "ISO3166-1-Alpha-3", "GID_0", "shapeGroup",
                             "iso_3166_1_alpha_3", "iso3", "ISO3", "A3", "id", "code", "ISO3_CODE"}) {
        CAPTURE(name);
        CHECK(code_of({"fid", name, "pop"}, {"1", "pak", "240"}) == "PAK");
    }
}

TEST_CASE("ISO's code goes before Natural Earth's own, and -99 to the next field") {
    CHECK(code_of({"ADM0_A3", "ISO_A3"}, {"IND", "PAK"}) == "PAK");
    CHECK(code_of({"ADM0_A3", "ISO_A3"}, {"FRA", "-99"}) == "FRA");
    CHECK(code_of({"ADM0_A3", "ISO_A3"}, {"FRA", ""}) == "FRA");
    CHECK(code_of({"ADM0_A3", "ISO_A3"}, {"-99", " -99 "}).empty());
}

TEST_CASE("alpha-2 codes and numbers become alpha-3") {
    CHECK(code_of({"ISO_A2"}, {"PK"}) == "PAK");
    CHECK(code_of({"ISO_A2", "ISO_A3"}, {"PK", "-99"}) == "PAK");
    CHECK(code_of({"ISO_A2", "ISO_A3"}, {"IN", "PAK"}) == "PAK");
    CHECK(code_of({"iso_3166_1"}, {"kz"}) == "KAZ");
    CHECK(code_of({"id"}, {"586"}) == "PAK");
    CHECK(code_of({"ISO_N3"}, {"004"}) == "AFG");
    CHECK(code_of({"population"}, {"240"}).empty());
}

TEST_CASE("Natural Earth's own codes become ISO's where ISO has one, and are kept where not") {
    CHECK(code_of({"ADM0_A3", "ISO_A3"}, {"SDS", "-99"}) == "SSD");
    CHECK(code_of({"ADM0_A3", "ISO_A3"}, {"KOS", "-99"}) == "XKX");
    const FoundCode cyprus = found({"ADM0_A3", "ISO_A3"}, {"cyn", "-99"});
    CHECK(cyprus.iso.empty());
    CHECK(cyprus.own == "CYN");
}

TEST_CASE("numbers that count features are not taken for codes") {
    using Rows = std::vector<std::vector<std::string>>;
    Rows counted;
    for (int i = 1; i <= 250; ++i) {
        counted.push_back({std::to_string(i)});
    }
    for (const FoundCode& code : codes_from_rows(counted)) {
        CHECK(code.iso.empty());
    }
    const auto codes = codes_from_rows(Rows{{"004"}, {"586"}, {"-99"}, {"356"}, {"50"}, {"999"}});
    CHECK(codes[0].iso == "AFG");
    CHECK(codes[2].iso.empty());
    CHECK(codes[4].iso == "BGD");
    CHECK(codes[5].iso.empty());
    CHECK(codes_from_rows({}).empty());
}

TEST_CASE("names and label points are found") {
    const std::vector<std::string> names{"NAME_LONG", "ADMIN", "name_en", "LABEL_X", "LABEL_Y"};
    const BoundaryFields fields = boundary_fields(names);
    REQUIRE(fields.names.size() == 3);
    CHECK(fields.names.front() == 2);
    CHECK(fields.country_names == std::vector<int>{1});
    CHECK(fields.label_lon == 3);
    CHECK(fields.label_lat == 4);
    CHECK(fields.in_region == -1);
}

TEST_CASE("what files write for none is none") {
    for (const char* text : {"", "  ", "-99", "-99.0", "-", "N/A", "NULL"}) {
        CHECK(value_or_empty(text).empty());
    }
    CHECK(value_or_empty(" Iran ") == "Iran");
}

TEST_CASE("fields of a point of view end in two letters") {
    const std::vector<std::string> fields{"ADM0_A3",   "ADM0_A3_IN", "adm0_a3_pk", "ADM0_A3_US1",
                                          "ADM0_A3_4", "FCLASS_TLC", "FCLASS_CN",  "ADM0_A3_9X"};
    using Found = std::vector<std::pair<std::string, int>>;
    CHECK(geodata::view_fields(fields, "adm0a3") == Found{{"IN", 1}, {"PK", 2}});
    CHECK(geodata::view_fields(fields, "fclass") == Found{{"CN", 6}});
    CHECK(geodata::view_fields({}, "fclass").empty());
}

TEST_CASE("the field of a disputed area has one name, and an area in square degrees is none") {
    const std::vector<std::string> fields{"AREA", "Disputed_Area"};
    CHECK(geodata::boundary_fields(fields).disputed_area == 1);
    CHECK(geodata::boundary_fields(std::vector<std::string>{"AREA"}).disputed_area == -1);
}
