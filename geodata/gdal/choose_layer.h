// Which layer of somebody's data holds what is wanted.
#pragma once

#include "geodata/problem.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <string>
#include <vector>

namespace geodata::gdal {

/// The layers that mean something else in the bundled file and its kin.
inline constexpr const char* disputed_areas_layer = "disputed_areas";
inline constexpr const char* boundary_lines_layer = "boundary_lines";
inline constexpr const char* lakes_layer = "lakes";
inline constexpr const char* rivers_layer = "rivers";

/// How much a layer's name sounds like countries: 4 `countries`, 3 ends in countries, admin_0 or the like, 2 has that
/// somewhere, 1 might be anything, 0 is something else (lakes, provinces).
[[nodiscard]] int likeness_to_countries(const std::string& layer_name);

/// How much a layer's name sounds like divisions of countries: 2 admin_1, states, provinces or the like, 1 anything, 0
/// something else.
[[nodiscard]] int likeness_to_divisions(const std::string& layer_name);

enum class LayerWish {
    Countries,  ///< polygons
    Divisions,  ///< lines or polygons
};

struct ChosenLayer {
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;  ///< of the dataset
    std::string name;           ///< as `,layer=` would have it
    std::string others;         ///< what else came into question, `a, b, c`; empty where the choice needs no words
};

/// Opens a path and takes the layer called `named`, or with an empty `named` the one that looks most like what is
/// wished for: by its name, then by its type, its fields and the number of its features. On failure the layer is null
/// and the problems say why.
[[nodiscard]] ChosenLayer choose_layer(const std::string& path, const std::string& named, LayerWish wish,
                                       std::vector<Problem>& problems);

}  // namespace geodata::gdal
