// The names that ship, in the fonts that ./test installs.
#include "render/text/text.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using render::text::Face;
using render::text::Language;
using render::text::TextEngine;
using support::bundled;

namespace {

std::size_t missing_glyphs(TextEngine& engine, const geodata::LocalName& name) {
    return engine.missing_glyphs(name.name, {Face::SemiBold, 13.0F, 0.1F, Language{name.language}});
}

}  // namespace

TEST_CASE("the region's countries and their neighbours have names in their own languages") {
    std::set<std::string> languages;
    for (const auto& country : bundled().world.gazetteer.places.countries()) {
        for (const geodata::LocalName& name : country.local) {
            languages.insert(name.language);
        }
    }
    for (const char* language : {"ur", "prs", "ps", "hi", "bn", "ne", "si", "ta", "dz", "my", "tg",
                                 "kk", "ky",  "uz", "tk", "fa", "dv", "zh", "mn", "ru", "th", "ar"}) {
        CHECK_MESSAGE(languages.contains(language), language);
    }
}

TEST_CASE("every name of a country, place or water has all its glyphs in an installed font") {
    TextEngine engine{1.0F};
    std::size_t names = 0;
    const auto check = [&](const std::string& english, const std::vector<geodata::LocalName>& local) {
        for (const geodata::LocalName& name : local) {
            CAPTURE(english);
            CAPTURE(name.language);
            CHECK(missing_glyphs(engine, name) == 0);
            ++names;
        }
    };
    for (const auto& country : bundled().world.gazetteer.places.countries()) {
        check(country.name, country.local);
    }
    for (const geodata::Place& place : bundled().world.gazetteer.places.all()) {
        check(place.name, place.local);
    }
    for (const auto& [name, local] : bundled().world.gazetteer.waters) {
        check(name, local);
    }
    CHECK(names > 450);
    CHECK(missing_glyphs(engine, {"", "\U000E1234"}) == 1);  // a character that nobody has is noticed
}

TEST_CASE("capitals and greater towns of the region have local names") {
    std::size_t towns = 0;
    for (const geodata::Place& place : bundled().world.gazetteer.places.all()) {
        const auto id = bundled().world.boundaries->find(place.country);
        const bool near = id && (*bundled().world.boundaries)[*id].in_region;
        towns += near && !place.local.empty() ? 1 : 0;
    }
    CHECK(towns >= 150);
    for (const char* code : {"PAK", "AFG", "IND", "BGD", "NPL", "LKA", "BTN", "MDV", "MMR", "IRN"}) {
        const auto* capital = bundled().world.gazetteer.places.capital(code);
        REQUIRE(capital != nullptr);
        CHECK_MESSAGE(!capital->local.empty(), code);
    }
}
