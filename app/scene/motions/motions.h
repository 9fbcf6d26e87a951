// How each motion looks at a moment of its time, one file a motion. The figures are those of the visual design.
#pragma once

#include "app/scene/motions/brush.h"

namespace app::motions {

void draw(const Brush& b);         ///< the link as its motion says
void draw_travel(const Brush& b);  ///< a head with a trail goes from the visitor to the host, then a line remains
void draw_gather(const Brush& b);  ///< spokes from each party to a ring at the venue
void draw_bond(const Brush& b);    ///< grows from every party at once and is sealed
void draw_flow(const Brush& b);    ///< beads from exporter to importer, sized by value
void draw_path(const Brush& b);    ///< a lane, chevrons or rails along waypoints
void draw_strike(const Brush& b);  ///< a zigzag between the parties, or a pulse at the place
/// Two bars across the line between the parties, where it crosses their border; broken while suspended.
void draw_seal(const Brush& b);
void draw_ripple(const Brush& b);  ///< arcs that march from the speaker to those addressed
void draw_mark(const Brush& b);    ///< a pin with a pulse on its day

}  // namespace app::motions
