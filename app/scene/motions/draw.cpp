#include "app/scene/motions/motions.h"

namespace app::motions {

void draw(const Brush& b) {
    switch (b.link.motion) {
        case events::Motion::Travel:
            return draw_travel(b);
        case events::Motion::Gather:
            return draw_gather(b);
        case events::Motion::Bond:
            return draw_bond(b);
        case events::Motion::Flow:
            return draw_flow(b);
        case events::Motion::Path:
            return draw_path(b);
        case events::Motion::Strike:
            return draw_strike(b);
        case events::Motion::Seal:
            return draw_seal(b);
        case events::Motion::Ripple:
            return draw_ripple(b);
        case events::Motion::Mark:
            return draw_mark(b);
    }
}

}  // namespace app::motions
