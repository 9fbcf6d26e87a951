// What the map is drawn on: boundaries read, a projection made, and the one taken through the other. At the start, and
// again whenever a person chooses another one.
#pragma once

#include "app/scene/pack_base_map.h"
#include "app/state/world.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace app {

struct Ground {
    GroundChoice choice;  ///< what it is: where something else stood in, not what was asked for
    std::shared_ptr<const geodata::BoundaryPieces> pieces;
    std::shared_ptr<const std::vector<geodata::BoundaryLine>> lines;  ///< as in World
    std::shared_ptr<const geodata::Raster> raster;                    ///< as in World
    std::vector<geodata::Worldview> worldviews;                       ///< as in World
    std::shared_ptr<const geodata::BoundarySet> boundaries;  ///< the pieces as the worldview of `choice` has them
    std::shared_ptr<const geodata::Projection> projection;
    std::shared_ptr<const ProjectedMap> map;
    std::vector<geodata::Problem> problems;
    std::string statement;  ///< whose boundaries these are
};

/// What a world without a ground begins with. Boundaries or a projection that cannot be used are a problem, and the
/// bundled ones stand in. A worldview may be any text that geodata::find_view knows and comes out as its id. One that
/// the boundaries do not offer is a problem, and the neutral one stands in; nothing is said of a text that names no
/// country at all. Throws std::runtime_error when the bundled files are unusable.
[[nodiscard]] Ground load_ground(const GroundChoice& choice, const geodata::Places& places,
                                 const std::filesystem::path& data_folder);

/// The ground that `choice` asks for, to be shown in place of that of `before`; nothing, and the reason, when it cannot
/// be had. Boundaries, lines and a raster that `before` has already are not read again. Does not use the projection of
/// `before`, so that another thread may.
[[nodiscard]] geodata::Loaded<std::optional<Ground>> changed_ground(const GroundChoice& choice, const World& before,
                                                                    const std::filesystem::path& data_folder);

/// Puts a ground under a world, with its problems in place of those of the ground before, and derives what depends on
/// it.
void set_ground(World& world, const Ground& ground);
/// Replaces what is known to be wrong with the ground.
void set_ground_problems(World& world, const std::vector<geodata::Problem>& problems);

}  // namespace app
