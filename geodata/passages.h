// Narrow waters and passes that routes go through, by name: straits, canals, capes, channels between islands.
//
// Some of them decide where ships can go. A channel is the fairway through a water that a map of the world shows too
// narrow, or not at all (Suez); a gate is the line across a strait that is shut while the strait is closed:
//
//            land   \ gate
//     ~ ~ ~ ~ ~ ~ ~ ~\~ ~ channel ~ ~ ~
//            land     \   land
#pragma once

#include "geodata/coords.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geodata {

/// Index of a passage in Passages::all().
enum class PassageId : std::uint32_t {};

struct Passage {
    std::string id;    ///< "bab_el_mandeb"; unique
    std::string name;  ///< "Bab el-Mandeb"
    std::vector<std::string> aliases;
    LonLat at;                    ///< in the fairway, or on the pass
    std::vector<LonLat> channel;  ///< opened for ships along this line; empty where the sea is wide enough
    std::vector<LonLat> gate;     ///< from land to land; empty where nothing can be closed
    bool navigable = true;        ///< false: ships never pass the gate (Palk Strait)
};

/// Frozen; look-ups fold ASCII case and ignore everything but letters and digits.
class Passages {
public:
    Passages() = default;
    explicit Passages(std::vector<Passage> all);

    [[nodiscard]] const std::vector<Passage>& all() const { return all_; }
    [[nodiscard]] const Passage& operator[](PassageId id) const { return all_[static_cast<std::size_t>(id)]; }
    /// The passages whose gates a line of positions crosses, in their order along it, each once.
    [[nodiscard]] std::vector<PassageId> crossed_by(std::span<const LonLat> line) const;
    /// By id, name or alias; of equals the first. Nothing when unknown.
    [[nodiscard]] std::optional<PassageId> find(std::string_view text) const;

private:
    std::vector<Passage> all_;
    std::vector<std::pair<std::string, PassageId>> by_name_;  // folded, sorted
};

}  // namespace geodata
