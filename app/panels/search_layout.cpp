#include "app/panels/search_layout.h"

#include "app/panels/panel_places.h"
#include "app/panels/timeline_layout.h"

#include <algorithm>

namespace app {

namespace {

constexpr float margin = 16.0F;
constexpr float gap = 8.0F;
constexpr float above_tab = 56.0F;  // the date tab on the timeline, and the gap to it
constexpr float widest = 512.0F;
constexpr float row_height = 36.0F;
constexpr float tall_row_height = 48.0F;  // with a second line
constexpr float heading_height = 28.0F;
constexpr std::size_t most_events = 8;
constexpr float low_room = 600.0F;  // in which other groups are shorter, so that there is room for events

/// Puts rows below each other as long as there is room for them and for the footer.
class Stack {
public:
    Stack(SearchPanel& panel, const render::RectPt& room) : panel_{panel}, room_{room}, y_{room.top + gap} {}

    /// False where it does not fit.
    bool add(const char* heading, SearchRow row) {
        const bool is_new = heading_ != heading;
        const float height = row.warning.empty() ? row_height : tall_row_height;
        if (y_ + (is_new ? heading_height : 0.0F) + height + row_height + gap > room_.bottom) {
            return false;
        }
        if (is_new && *heading != '\0') {
            panel_.headings.push_back({heading, next(heading_height)});
        }
        heading_ = heading;
        row.place = next(height);
        panel_.rows.push_back(std::move(row));
        return true;
    }
    /// For this there is always room.
    void add_footer(SearchRow row) {
        row.place = next(row_height);
        panel_.rows.push_back(std::move(row));
    }
    render::RectPt next(float height) {
        y_ += height;
        return {room_.left, y_ - height, room_.right, y_};
    }
    [[nodiscard]] float y() const { return y_; }

private:
    SearchPanel& panel_;
    render::RectPt room_;
    float y_;
    const char* heading_ = nullptr;
};

class Finder {
public:
    Finder(const AppState& state, const World& world, const Search& search, const std::string& text, float room)
        : state_{state},
          world_{world},
          search_{search},
          text_{text},
          most_{room < low_room ? std::size_t{2} : std::size_t{3}},
          asked_{folder_.words(text)} {}

    [[nodiscard]] bool has_words() const { return !asked_.empty(); }

    void add_countries(Stack& stack) {
        for (const std::size_t i : search_.names.countries(asked_, most_)) {
            const geodata::CountryName& country = world_.gazetteer.places.countries()[i];
            SearchRow row{SearchRow::What::Country, country.name, matched(country.name)};
            row.commands = {EndTyping{}, SelectCountry{country.code}, Fit{{country.code}}};
            stack.add("Countries", std::move(row));
        }
    }
    void add_places(Stack& stack) {
        for (const std::size_t i : search_.names.places(asked_, most_)) {
            const geodata::Place& place = world_.gazetteer.places.all()[i];
            SearchRow row{SearchRow::What::Place, place.name, matched(place.name)};
            row.note = place.country.empty() ? "" : std::string{world_.name_of(place.country)};
            row.commands = {EndTyping{}, FlyTo{place.at}};
            stack.add("Places", std::move(row));
        }
    }
    void add_people(Stack& stack) {
        std::vector<const events::KnownPerson*> found;
        for (const events::KnownPerson& person : search_.events.people()) {
            if (events::has_words(person.words, asked_)) {
                found.push_back(&person);
            }
        }
        const auto count = std::min(found.size(), most_);
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
                          [](const auto* a, const auto* b) { return a->events > b->events; });
        for (std::size_t i = 0; i < count; ++i) {
            stack.add("People", row_of(*found[i]));
        }
    }
    /// As many as fit.
    void add_events(Stack& stack) {
        found_ = search_.events.find(text_, state_.time.playhead, most_events);
        for (const events::EventIndex index : found_.best) {
            if (!stack.add("Events", row_of(index))) {
                break;
            }
        }
    }
    void add_footer(Stack& stack) {
        if (found_.all == 0) {
            return;
        }
        const std::string count = count_words(found_.all);
        SearchRow row{SearchRow::What::ShowOnly,
                      count + (found_.all == 1 ? " event matches: show only this" : " events match: show only these")};
        row.strong = {{0, count.size()}};
        events::EventFilter filter = state_.filter;
        filter.text = text_;
        row.commands = {EndTyping{}, SetFilter{std::move(filter)}};
        stack.add_footer(std::move(row));
    }

private:
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> matched(std::string_view name) {
        return events::matched_parts(folder_, name, asked_);
    }
    [[nodiscard]] SearchRow row_of(const events::KnownPerson& person) {
        SearchRow row{SearchRow::What::Person, person.name, matched(person.name)};
        row.note = count_words(person.events) + (person.events == 1 ? " event" : " events");
        events::EventFilter filter = state_.filter;
        filter.person = person.name;
        row.commands = {EndTyping{}, SetFilter{std::move(filter)}, GoToEvent{person.latest}};
        return row;
    }
    [[nodiscard]] SearchRow row_of(events::EventIndex index) {
        const events::Event event = (*world_.events)[index];
        SearchRow row{SearchRow::What::Event, std::string{event.title}, matched(event.title)};
        row.note = event.date_words;
        row.kind = event.kind;
        if (!is_in_window(state_, world_, event)) {
            row.warning = event.date ? "not in this window: Enter goes there" : "undated: shown in the mode All";
        } else if (!passes_filters(state_, world_, index)) {
            row.warning = "hidden by a filter";
        }
        row.commands = {EndTyping{}, GoToEvent{index}};
        return row;
    }

    const AppState& state_;
    const World& world_;
    const Search& search_;
    const std::string& text_;
    std::size_t most_;  // rows of the groups before the events
    events::WordFolder folder_;
    std::vector<events::FoldedWord> asked_;
    events::FoundEvents found_;
};

render::RectPt room_below(const AppState& state, const World& world) {
    const PanelPlaces places = panel_places(state, world);
    const float top = places.search.bottom + gap;
    const float right = std::min(places.search.left + widest, state.camera.size.width - margin);
    return {places.search.left, top, std::max(places.search.right, right),
            std::max(top + 3.0F * row_height, places.timeline.top - above_tab)};
}

}  // namespace

SearchPanel search_panel(const AppState& state, const World& world) {
    SearchPanel panel;
    if (!state.typing || state.typing->field != TextField::Search || state.typing->edit.text.empty()) {
        return panel;
    }
    panel.place = room_below(state, world);
    Stack stack{panel, panel.place};
    if (!state.search || state.search->events.store() != world.events) {
        panel.footnote = "Reading...";
    } else {
        Finder finder{state, world, *state.search, state.typing->edit.text, panel.place.height()};
        if (!finder.has_words()) {
            return {};
        }
        finder.add_countries(stack);
        finder.add_places(stack);
        finder.add_people(stack);
        finder.add_events(stack);
        finder.add_footer(stack);
        panel.footnote = panel.rows.empty() ? "Nothing has these words" : "";
    }
    if (!panel.footnote.empty()) {
        panel.footnote_place = stack.next(row_height);
    }
    panel.place.bottom = stack.y() + gap;
    panel.chosen = panel.rows.empty()
                       ? 0
                       : std::min(static_cast<std::size_t>(std::max(0, state.typing->chosen)), panel.rows.size() - 1);
    return panel;
}

}  // namespace app
