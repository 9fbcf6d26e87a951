// Lakes and rivers as places for their names. Lengths are metres in the plane unless they say points.
#pragma once

#include "app/scene/label.h"
#include "app/state/app_state.h"
#include "app/state/world.h"
#include "render/camera.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct LakePlace {
    std::string name;
    std::vector<geodata::LocalName> local;  ///< in the languages of its shores
    geodata::WorldXY middle;
    double across_m = 0.0;
    double high_m = 0.0;
};

struct RiverCourse {
    std::string name;
    std::vector<geodata::LocalName> local;  ///< in the languages along it
    int rank = 0;                           ///< 0 is the greatest
    std::vector<geodata::WorldXY> points;
    geodata::WorldBox box;
};

struct WaterPlaces {
    std::vector<LakePlace> lakes;
    std::vector<RiverCourse> rivers;
};

/// The named waters of a world, projected. Takes some ten milliseconds: once for a world.
[[nodiscard]] WaterPlaces water_places(const World& world);

/// A water's names in the languages of its shores; often none.
[[nodiscard]] std::vector<geodata::LocalName> local_names(const World& world, std::string_view name);

/// The name to write: English where the data gives another language's, or both, or has lost a letter. Empty for what
/// needs no name.
[[nodiscard]] std::string_view river_title(std::string_view name);

/// A stretch of a river that is long and even enough to write along.
struct RiverStretch {
    std::string name;
    std::vector<geodata::LocalName> local;
    int rank = 0;
    geodata::WorldXY middle;
    float angle = 0.0F;       ///< of the line, radians, clockwise on screen
    double bend_per_m = 0.0;  ///< y = bend x^2 about the middle, y down, before it is turned
};

/// The best stretch in sight of each river that is great enough for the scale: its names in 12-point italics fit along
/// it, those that the mode asks for. Where one of them is of joined letters, the stretch is straight. Where there is no
/// room for two names beside each other, the stretch has no local ones. Its middle is where `may_stand` allows it.
[[nodiscard]] std::vector<RiverStretch> river_stretches(std::span<const RiverCourse> rivers,
                                                        const render::Camera& camera,
                                                        std::span<const render::RectPt> covered, LabelMode mode,
                                                        const MeasureExtent& measure,
                                                        const std::function<bool(geodata::WorldXY)>& may_stand);

/// Two names beside each other, as they stand along a river.
[[nodiscard]] std::string river_words(const std::string& english, const std::string& local);

/// The style of rivers' names, in English by default.
[[nodiscard]] render::text::TextStyle river_style(std::string_view language = {});

/// What the names of waters need to know.
struct WaterNames {
    std::vector<LakePlace> lakes;
    std::vector<RiverStretch> rivers;
};

}  // namespace app
