// The base map as plain triangles in the plane of the projection, ready to upload. app/scene/pack_base_map makes it.
#pragma once

#include "geodata/bounds.h"
#include "render/gl/mesh.h"
#include "render/scanline_fill.h"

#include <array>
#include <cstdint>
#include <vector>

namespace render {

/// A corner of a filled area. Metres in the projection.
struct FillVertex {
    float x = 0.0F;
    float y = 0.0F;
};

/// A corner of a line that the shader widens to a ribbon. Corners come in pairs: side -1, then side +1.
///
///      n  ^          side +1   o-----o-----o
///         |                   centre line
///                    side -1   o-----o-----o
struct LineVertex {
    float x = 0.0F;  ///< of the centre line, metres
    float y = 0.0F;
    float nx = 0.0F;  ///< mitre: unit normal stretched so that the ribbon keeps its width at corners, times side
    float ny = 0.0F;
    float s = 0.0F;     ///< length along the line so far, metres; dashes count on it
    float tone = 0.0F;  ///< index into the palette
};

/// A run of triangles with the box that holds it, so that what is off screen is not drawn.
struct Chunk {
    gl::IndexRange range;
    geodata::WorldBox box;
};

struct FillSet {
    std::vector<FillVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<Chunk> chunks;
};

struct LineSet {
    std::vector<LineVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<Chunk> chunks;
};

enum class LineRole : std::uint8_t {
    Graticule,
    Coast,
    Division,
    Border,
    BorderWorld,
    BorderDisputed,
    BorderIndefinite,
    LakeEdge,
    RiverGreat,
    RiverMiddle,
    RiverSmall,
    Rim,  ///< where the map ends
    Count,
};

struct BaseMapGeometry {
    RingSet countries;  ///< values are the countries' numbers
    RingSet extent;     ///< one ring: all that is map and not the space around it; empty: everything
    FillSet disputed;
    FillSet lakes;
    std::array<LineSet, static_cast<std::size_t>(LineRole::Count)> lines;
    double grid_m = 0.0;  ///< vertices were snapped to a grid this wide; 0: not at all
};

/// Appends a polyline as a ribbon. Points closer than a millimetre to the one before are skipped; corners are mitred up
/// to twice the width and bevelled by that limit beyond it.
void append_line(LineSet& set, const std::vector<geodata::WorldXY>& points, float tone = 0.0F);

}  // namespace render
