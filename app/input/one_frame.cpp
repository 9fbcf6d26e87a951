#include "app/input/one_frame.h"

#include <algorithm>
#include <set>

namespace app {

std::pair<InputEvents, InputEvents> one_frame_of(const InputEvents& events) {
    std::set<MouseButton> changed;
    const auto rest = std::find_if(events.begin(), events.end(), [&](const InputEvent& event) {
        if (const auto* button = std::get_if<ButtonChanged>(&event)) {
            return !changed.insert(button->button).second;
        }
        return !changed.empty() && !std::holds_alternative<KeyPressed>(event) &&
               !std::holds_alternative<CharTyped>(event);
    });
    return {InputEvents(events.begin(), rest), InputEvents(rest, events.end())};
}

}  // namespace app
