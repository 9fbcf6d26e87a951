#include "events/chokepoints.h"

#include "geodata/fold.h"

#include <algorithm>
#include <array>

namespace events {
namespace {

struct Entry {
    std::string_view key;  // folded
    std::string_view name;
    geodata::LonLat at;
};

constexpr std::array<Entry, 24> entries{{
    {"hormuz", "Strait of Hormuz", {56.5, 26.5}},
    {"straitofhormuz", "Strait of Hormuz", {56.5, 26.5}},
    {"gulfofoman", "Gulf of Oman", {58.5, 24.8}},
    {"babelmandeb", "Bab el-Mandeb", {43.4, 12.5}},
    {"gulfofaden", "Gulf of Aden", {48.0, 12.2}},
    {"suez", "Suez Canal", {32.4, 30.4}},
    {"suezcanal", "Suez Canal", {32.4, 30.4}},
    {"malacca", "Strait of Malacca", {100.4, 3.2}},
    {"straitofmalacca", "Strait of Malacca", {100.4, 3.2}},
    {"singaporestrait", "Singapore Strait", {103.9, 1.2}},
    {"sundastrait", "Sunda Strait", {105.0, -6.3}},
    {"lombokstrait", "Lombok Strait", {115.7, -8.8}},
    {"dondrahead", "Dondra Head", {80.6, 5.6}},
    {"palkstrait", "Palk Strait", {79.8, 9.9}},
    {"eightdegreechannel", "Eight Degree Channel", {73.0, 7.6}},
    {"ninedegreechannel", "Nine Degree Channel", {72.6, 9.1}},
    {"tendegreechannel", "Ten Degree Channel", {92.6, 10.0}},
    {"bosporus", "Bosporus", {29.1, 41.1}},
    {"bosphorus", "Bosporus", {29.1, 41.1}},
    {"dardanelles", "Dardanelles", {26.4, 40.2}},
    {"taiwanstrait", "Taiwan Strait", {119.5, 24.5}},
    {"khunjerabpass", "Khunjerab Pass", {75.4, 36.9}},
    {"khyberpass", "Khyber Pass", {71.1, 34.1}},
    {"salangpass", "Salang Pass", {69.0, 35.3}},
}};

}  // namespace

std::optional<EventPlace> chokepoint(std::string_view name) {
    const std::string key = geodata::folded(name);
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found == entries.end()) {
        return std::nullopt;
    }
    return EventPlace{std::string{found->name}, {}, found->at};
}

}  // namespace events
