// Names of seas, gulfs and bays: the international names of the United Nations' and the IHO's usage.
#pragma once

#include "geodata/coords.h"

#include <span>
#include <string_view>

namespace app {

struct SeaName {
    std::string_view name;
    geodata::LonLat at;
    bool great = false;  ///< named from far away
};

[[nodiscard]] std::span<const SeaName> sea_names();

}  // namespace app
