// What kind of thing an event is, and how it moves on the map: one table, which an event file may extend.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events {

/// How a link of this kind looks and moves.
enum class Motion : std::uint8_t {
    Travel,  ///< a head with a tail goes from the visitor to the host
    Gather,  ///< spokes converge on the venue
    Bond,    ///< the line grows from every party and meets in a seal
    Flow,    ///< beads run from exporter to importer
    Path,    ///< a lane along waypoints
    Strike,  ///< a jagged curve, or a pulse at one place
    Seal,    ///< two bars across the line between the parties
    Ripple,  ///< fronts run from the speaker to the addressed
    Mark,    ///< a pin
};

/// Index into KindTable.
enum class KindId : std::uint16_t {};

struct Kind {
    std::string name;   ///< as files write it: "visit"
    std::string label;  ///< as people read it: "Visit"
    Motion motion = Motion::Mark;
    std::string style;  ///< the colour and glyph it borrows: a built-in kind's name, or "neutral"
    bool built_in = false;
    std::string colour;   ///< "#rrggbb" if the file asks for one, else empty: the style's own
    std::string glyph{};  ///< a built-in kind's name or "neutral" if the file asks for one, else empty: the style's own
};

/// The kinds in their order of display: the ten built-in ones first, then those that files add. `trade_route` is found
/// as route and `treaty` as agreement, unless a file has kinds of these names.
class KindTable {
public:
    KindTable();

    [[nodiscard]] const std::vector<Kind>& all() const { return kinds_; }
    [[nodiscard]] const Kind& operator[](KindId id) const { return kinds_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] std::optional<KindId> find(std::string_view name) const;
    /// Adds a kind, or returns the one that has this name already.
    KindId add(Kind kind);
    /// Gives a kind that is not built in another label, motion or style; its name stays.
    void redefine(KindId id, Kind kind);

private:
    std::vector<Kind> kinds_;
};

/// A motion by its name in files ("travel", "gather", ...).
[[nodiscard]] std::optional<Motion> motion_from_name(std::string_view name);

}  // namespace events
