// What the map is drawn on, as a person chose it: whose boundaries, in which projection.
#pragma once

#include "geodata/named_projections.h"

#include <string>

namespace app {

struct GroundChoice {
    std::string boundaries;  ///< PATH[,layer=...][,code=...][,name=...]; empty: the bundled ones
    std::string worldview;   ///< the point of view from which boundaries are drawn; empty: neutral
    std::string projection{geodata::default_projection_name};  ///< a name, a PROJ string or an EPSG code
    std::string lines;   ///< PATH[,layer=...]: drawn thin under the borders; empty: none
    std::string raster;  ///< drawn under the land; empty: none
    friend bool operator==(const GroundChoice&, const GroundChoice&) = default;
};

}  // namespace app
