#include "app/scene/sea_names.h"

#include <array>

namespace app {

std::span<const SeaName> sea_names() {
    static constexpr std::array<SeaName, 20> names{{
        {"Arabian Sea", {63.5, 15.5}, true},       {"Bay of Bengal", {88.0, 14.5}, true},
        {"Indian Ocean", {76.0, -4.0}, true},      {"South China Sea", {114.5, 14.5}, true},
        {"East China Sea", {125.3, 28.8}, true},   {"Philippine Sea", {131.0, 18.0}, true},
        {"Caspian Sea", {50.6, 42.3}, false},      {"Persian Gulf", {51.4, 27.2}, false},
        {"Gulf of Oman", {59.0, 24.7}, false},     {"Gulf of Aden", {48.0, 12.4}, false},
        {"Red Sea", {38.3, 20.2}, false},          {"Black Sea", {34.5, 43.2}, false},
        {"Mediterranean Sea", {26.0, 34.0}, true}, {"Andaman Sea", {96.0, 10.6}, false},
        {"Gulf of Thailand", {101.4, 9.9}, false}, {"Laccadive Sea", {75.2, 8.0}, false},
        {"Yellow Sea", {123.4, 35.8}, false},      {"Sea of Japan", {134.8, 40.0}, true},
        {"Java Sea", {110.5, -5.0}, false},        {"Gulf of Tonkin", {107.9, 19.6}, false},
    }};
    return names;
}

}  // namespace app
