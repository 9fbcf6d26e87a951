#include "app/panels/event_row_layout.h"

#include "app/panels/event_card_layout.h"

namespace app {

namespace {

constexpr std::size_t most_source_numbers = 3;

std::string source_words(const events::Event& event, const events::EventStore& store) {
    std::string numbers;
    std::size_t count = 0;
    for (const std::uint32_t index : event.sources) {
        if (index >= store.sources().size()) {
            continue;
        }
        if (++count > most_source_numbers) {
            numbers += " ...";
            break;
        }
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(store.sources()[index].number);
    }
    return count == 0 ? "" : (count == 1 ? "Source " : "Sources ") + numbers;
}

}  // namespace

CardEvent card_event(events::EventIndex index, const AppState& state, const World& world, bool in_window) {
    const events::Event event = (*world.events)[index];
    return {index,
            event.kind,
            std::string{event.title},
            std::string{event.date_words},
            status_tag(status_of(event, state.time)),
            source_words(event, *world.events),
            in_window,
            state.selection.event == index};
}

}  // namespace app
