#include "geodata/places.h"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

Places some_places() {
    return Places({{"Islamabad", "PAK", {73.05, 33.69}, PlaceRank::Capital, {}},
                   {"Karachi", "PAK", {67.01, 24.86}, PlaceRank::City, {"Kurrachee"}},
                   {"Hyderabad", "PAK", {68.37, 25.39}, PlaceRank::Town, {}},
                   {"Hyderabad", "IND", {78.47, 17.38}, PlaceRank::City, {}},
                   {"New Delhi", "IND", {77.21, 28.61}, PlaceRank::Capital, {"Delhi", "नई दिल्ली"}},
                   {"Delhi", "IND", {77.23, 28.65}, PlaceRank::City, {}},
                   {"Chattogram", "BGD", {91.83, 22.33}, PlaceRank::Port, {"Chittagong"}},
                   {"Kurrachee", "PAK", {0, 0}, PlaceRank::City, {}}},
                  {{"PAK", "PK", "Pakistan", {"Islamic Republic of Pakistan"}},
                   {"IND", "IN", "India", {"Bharat"}},
                   {"IRN", "IR", "Iran", {"Iran, Islamic Republic of"}},
                   {"IRL", "IE", "Ireland", {}},
                   {"IRQ", "IQ", "Iraq", {}},
                   {"AFG", "AF", "Afghanistan", {}}});
}

}  // namespace

TEST_CASE("a place is found by country and name, whatever case and punctuation") {
    const Places places = some_places();
    CHECK(places.find("PAK", "Karachi")->at.lon == 67.01);
    CHECK(places.find("pak", " kara-chi ")->at.lon == 67.01);
    CHECK(places.find("IND", "NEW_DELHI")->at.lat == 28.61);
    CHECK(places.find("IND", "नई दिल्ली")->at.lat == 28.61);
}

TEST_CASE("a place is not found in another country") {
    const Places places = some_places();
    CHECK(places.find("IND", "Karachi") == nullptr);
    CHECK(places.find("IND", "Hyderabad")->at.lon == 78.47);
    CHECK(places.find("PAK", "Hyderabad")->at.lon == 68.37);
}

TEST_CASE("without a country the highest rank wins") {
    const Places places = some_places();
    CHECK(places.find("", "Hyderabad")->country == "IND");
    CHECK(places.find("", "Chittagong")->name == "Chattogram");
    CHECK(places.find("", "Delhi")->name == "New Delhi");
}

TEST_CASE("between places of one rank a name goes before an alias") {
    CHECK(some_places().find("PAK", "Kurrachee")->name == "Kurrachee");
}

TEST_CASE("what is not there is not found") {
    const Places places = some_places();
    CHECK(places.find("PAK", "Atlantis") == nullptr);
    CHECK(places.find("PAK", "") == nullptr);
    CHECK(places.find("", " - ") == nullptr);
    CHECK(places.capital("AFG") == nullptr);
    CHECK(places.capital("") == nullptr);
    CHECK(places.country("") == nullptr);
    CHECK(Places().find("", "x") == nullptr);
}

TEST_CASE("a bare code has a capital and a name") {
    const Places places = some_places();
    CHECK(places.capital("pak")->name == "Islamabad");
    CHECK(places.country("Ind")->name == "India");
    CHECK(places.country("XXX") == nullptr);
}

TEST_CASE("a country is found by its alpha-2 code, its name and its aliases") {
    const Places places = some_places();
    CHECK(places.country_by_other_name("pk")->code == "PAK");
    CHECK(places.country_by_other_name("PAKISTAN")->code == "PAK");
    CHECK(places.country_by_other_name("Iran (Islamic Republic of)")->code == "IRN");
    CHECK(places.country_by_other_name("bharat")->code == "IND");
    CHECK(places.country_by_other_name("ZZ") == nullptr);
}

TEST_CASE("a misspelt code is brought to the nearest one") {
    const Places places = some_places();
    CHECK(places.nearest_code("PAK") == "PAK");
    CHECK(places.nearest_code("pak") == "PAK");
    CHECK(places.nearest_code("PKA") == "PAK");   // two neighbours swapped
    CHECK(places.nearest_code("PAX") == "PAK");   // one replaced
    CHECK(places.nearest_code("PK") == "PAK");    // one missing
    CHECK(places.nearest_code("PAKI") == "PAK");  // one too many
    CHECK(places.nearest_code("APK") == "PAK");
    CHECK(places.nearest_code("KAP") == std::nullopt);
    CHECK(places.nearest_code("") == std::nullopt);
}

TEST_CASE("ties between codes go to the region, then to the alphabet") {
    const Places places = some_places();
    CHECK(places.nearest_code("IRX") == "IRN");  // IRL, IRN and IRQ are equally near
    const Places far({}, {{"IRQ", "IQ", "Iraq", {}}, {"IRL", "IE", "Ireland", {}}});
    CHECK(far.nearest_code("IRX") == "IRL");
}

TEST_CASE("a copy of the gazetteer answers with its own places") {
    Places copy;
    {
        const Places original = some_places();
        copy = original;
    }
    const Place* karachi = copy.find("PAK", "Karachi");
    REQUIRE(karachi != nullptr);
    CHECK(karachi >= copy.all().data());
    CHECK(karachi < copy.all().data() + copy.all().size());
}
