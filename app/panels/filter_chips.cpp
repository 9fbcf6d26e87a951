#include "app/panels/filter_chips.h"

#include "app/input/mode_names.h"
#include "app/panels/canvas.h"
#include "app/panels/event_card_layout.h"
#include "app/panels/panel_places.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace app {

namespace {

constexpr float chip_height = 32.0F;
constexpr float gap = 8.0F;
constexpr float margin = 16.0F;
constexpr float widest = 360.0F;
constexpr std::size_t most_named = 3;

std::string lower(std::string_view words) {
    std::string out{words};
    if (out.empty()) {
        return out;
    }
    out.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(out.front())));
    return out;
}

/// "a, b, c and 2 more".
template <class List, class Words>
std::string listed(const List& list, const Words& words_of) {
    std::string out;
    std::size_t named = 0;
    for (const auto& item : list) {
        if (named == most_named) {
            return out + " and " + std::to_string(list.size() - named) + " more";
        }
        out += (named++ == 0 ? "" : ", ") + std::string{words_of(item)};
    }
    return out;
}

/// The chip's filter without one of its parts.
template <class Change>
Commands without(const AppState& state, const Change& change) {
    events::EventFilter filter = state.filter;
    change(filter);
    return {SetFilter{std::move(filter)}};
}

FilterChip kind_chip(const AppState& state, const World& world) {
    std::vector<std::string> hidden;
    std::vector<std::string> shown;
    for (const events::KindId kind : world.kinds) {
        (is_hidden(state, kind) ? hidden : shown).push_back(lower(world.events->kinds()[kind].label));
    }
    const auto same = [](const std::string& words) -> const std::string& { return words; };
    std::string value = shown.size() < hidden.size() ? listed(shown, same) : "not " + listed(hidden, same);
    if (shown.empty() || hidden.empty()) {
        value = shown.empty() ? "none" : "all that occur";
    }
    Commands remove;
    for (const events::KindId kind : state.hidden_kinds) {
        remove.emplace_back(ToggleKind{kind});
    }
    return {"kind", "Kind", std::move(value), std::move(remove), {}};
}

std::string role_words(const AppState& state, const World& world) {
    const std::string roles = listed(state.filter.roles, words_of_role);
    return state.filter.role_of.empty() ? roles : std::string{world.name_of(state.filter.role_of)} + " as " + roles;
}

/// As far right as chips may stand in the first row, and in those below it.
float right_of_row(const PanelPlaces& places, const AppState& state, const World& world, float top) {
    if (top < places.toolbar.bottom) {
        const bool problems = !world.problems.empty();
        return (problems ? places.problems.left : places.toolbar.left) - margin;
    }
    const bool beside_legend = state.legend_shown && top + chip_height + gap > places.legend.top;
    return beside_legend ? places.legend.left - margin : places.toolbar.right;
}

}  // namespace

std::string words_of_confidence(double at_least) {
    constexpr double medium = 0.5;
    constexpr double high = 0.8;
    if (at_least == medium || at_least == high) {
        return at_least == medium ? "medium or better" : "high";
    }
    return std::to_string(std::lround(at_least * 100.0)) + "% or more";
}

std::string words_of_role(events::Role role) {
    return std::string{role_names[role]};
}

std::vector<FilterChip> filter_chips(const AppState& state, const World& world) {
    const events::EventFilter& filter = state.filter;
    const auto name = [&](const std::string& code) { return world.name_of(code); };
    std::vector<FilterChip> chips;
    const auto add = [&](const char* id, const char* label, std::string value, const auto& change) {
        chips.push_back({id, label, std::move(value), without(state, change), {}});
    };
    if (!filter.text.empty()) {
        add("text", "Text", "\"" + filter.text + "\"", [](events::EventFilter& f) { f.text.clear(); });
    }
    if (!filter.person.empty()) {
        add("person", "Person", filter.person, [](events::EventFilter& f) { f.person.clear(); });
    }
    if (!filter.statuses.empty()) {
        add("status", "Status", listed(filter.statuses, status_words),
            [](events::EventFilter& f) { f.statuses.clear(); });
    }
    if (!state.hidden_kinds.empty()) {
        chips.push_back(kind_chip(state, world));
    }
    if (!state.focus.empty()) {
        chips.push_back({"focus", "Only", listed(state.focus, name), {SetFocus{}}, {}});
    }
    if (!filter.organisations.empty()) {
        add("organisation", "With", listed(filter.organisations, [](const std::string& code) { return code; }),
            [](events::EventFilter& f) { f.organisations.clear(); });
    }
    if (!filter.roles.empty()) {
        add("role", "Role", role_words(state, world), [](events::EventFilter& f) {
            f.roles.clear();
            f.role_of.clear();
        });
    }
    if (filter.confidence > 0.0) {
        add("confidence", "Confidence", words_of_confidence(filter.confidence),
            [](events::EventFilter& f) { f.confidence = 0.0; });
    }
    if (!filter.tags.empty()) {
        add("tag", "Tag", listed(filter.tags, [](const std::string& tag) { return tag; }),
            [](events::EventFilter& f) { f.tags.clear(); });
    }
    if (filter.sources > 0) {
        add("sources", "At least", std::to_string(filter.sources) + (filter.sources == 1 ? " source" : " sources"),
            [](events::EventFilter& f) { f.sources = 0; });
    }
    return chips;
}

FilterChips placed_chips(const AppState& state, const World& world, const TextWidth& text_width) {
    constexpr float around = 12.0F + 6.0F + 4.0F + 24.0F + 4.0F;  // edges, the gap between the words, the cross
    const PanelPlaces places = panel_places(state, world);
    FilterChips out{filter_chips(state, world), {}};
    const float left = places.card.right + margin;
    float x = left;
    float y = places.search.top + 4.0F;
    const auto next = [&](float width) {
        while (x > left || y < places.toolbar.bottom) {
            if (x + width <= right_of_row(places, state, world, y)) {
                break;
            }
            x = left;
            y = y < places.toolbar.bottom ? places.toolbar.bottom + gap : y + chip_height + gap;
        }
        const render::RectPt place{x, y, x + width, y + chip_height};
        x += width + gap;
        return place;
    };
    for (FilterChip& chip : out.chips) {
        chip.place = next(std::min(
            widest,
            std::ceil(text_width(chip.label, type::body) + text_width(chip.value, type::body_strong)) + around));
    }
    if (!out.chips.empty()) {
        out.clear_all = next(std::ceil(text_width("Clear all", type::body)) + 24.0F);
    }
    return out;
}

}  // namespace app
