// What a row says that stands for one event in a card.
#pragma once

#include "app/state/app_state.h"
#include "app/state/world.h"

#include <string>

namespace app {

struct CardEvent {
    events::EventIndex index{};
    events::KindId kind{};
    std::string title;
    std::string date_words;
    std::string tag;     ///< "planned"; empty for what has occurred
    std::string source;  ///< "Source 3", "Sources 3, 5"; empty without any
    bool in_window = true;
    bool selected = false;
};

[[nodiscard]] CardEvent card_event(events::EventIndex index, const AppState& state, const World& world, bool in_window);

}  // namespace app
