#include "app/panels/filter_layout.h"

#include "app/input/mode_names.h"
#include "app/panels/event_card_layout.h"
#include "app/panels/filter_chips.h"
#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <cctype>

namespace app {

namespace {

constexpr float margin = 16.0F;
constexpr float gap = 8.0F;
constexpr float panel_width = 304.0F;
constexpr float line_height = 20.0F;
constexpr float row_height = 32.0F;
constexpr float heading_height = 32.0F;
constexpr std::size_t most_of_many = 12;  // organisations and tags
constexpr std::array<double, 2> confidence_steps{0.5, 0.8};

template <class T>
bool is_in(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string capitalised(std::string words) {
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

/// The filter with the value in that list, or without it where it was there.
template <class T>
Command toggled(const AppState& state, std::vector<T> events::EventFilter::*list, const T& value) {
    events::EventFilter filter = state.filter;
    if (std::erase(filter.*list, value) == 0) {
        (filter.*list).push_back(value);
    }
    return SetFilter{std::move(filter)};
}

/// The commonest, and those that are chosen.
std::vector<std::pair<std::string, std::size_t>> listed(const std::map<std::string, std::size_t, std::less<>>& counts,
                                                        const std::vector<std::string>& chosen) {
    std::vector<std::pair<std::string, std::size_t>> all{counts.begin(), counts.end()};
    for (const std::string& name : chosen) {
        if (!counts.contains(name)) {
            all.emplace_back(name, 0);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::size_t place = 0;
    std::erase_if(all, [&](const auto& entry) { return place++ >= most_of_many && !is_in(chosen, entry.first); });
    return all;
}

FilterSection kind_section(const AppState& state, const World& world, const FilterCounts& counts) {
    FilterSection section{"Kind", {}};
    const bool some = !state.hidden_kinds.empty();
    for (const events::KindId kind : world.kinds) {
        const events::Kind& known = world.events->kinds()[kind];
        const bool shown = !is_hidden(state, kind);
        const bool alone = is_alone(state, world, kind);
        section.rows.push_back({"kind " + known.name, known.label,
                                count_words(counts.kinds[static_cast<std::size_t>(kind)]), some && shown, kind,
                                some && !alone ? Command{ToggleKind{kind}} : Command{SoloKind{kind}}});
    }
    return section;
}

FilterSection status_section(const AppState& state, const FilterCounts& counts) {
    FilterSection section{"Status", {}};
    for (const auto& [status, count] : counts.statuses) {
        section.rows.push_back({"status " + status_words(status),
                                capitalised(status_words(status)),
                                count_words(count),
                                is_in(state.filter.statuses, status),
                                {},
                                toggled(state, &events::EventFilter::statuses, status)});
    }
    return section;
}

FilterSection organisation_section(const AppState& state, const World& world, const FilterCounts& counts) {
    FilterSection section{"Organisation", {}};
    for (const auto& [code, count] : listed(counts.organisations, state.filter.organisations)) {
        section.rows.push_back({"organisation " + code,
                                std::string{world.name_of(code)},
                                count_words(count),
                                is_in(state.filter.organisations, code),
                                {},
                                toggled(state, &events::EventFilter::organisations, code)});
    }
    return section;
}

FilterSection role_section(const AppState& state, const World& world, const FilterCounts& counts) {
    const std::string whose = role_of(state);
    FilterSection section{whose.empty() ? "Role" : "Role of " + std::string{world.name_of(whose)}, {}};
    for (const auto& [role, count] : counts.roles) {
        Command command = toggled(state, &events::EventFilter::roles, role);
        events::EventFilter& filter = std::get<SetFilter>(command).filter;
        filter.role_of = filter.roles.empty() ? std::string{} : whose;
        section.rows.push_back({"role " + words_of_role(role),
                                capitalised(words_of_role(role)),
                                count_words(count),
                                is_in(state.filter.roles, role),
                                {},
                                std::move(command)});
    }
    return section;
}

FilterSection confidence_section(const AppState& state, const FilterCounts& counts) {
    FilterSection section{"Confidence", {}};
    for (std::size_t i = 0; i < confidence_steps.size(); ++i) {
        const double step = confidence_steps.at(i);
        const bool chosen = state.filter.confidence == step;
        events::EventFilter filter = state.filter;
        filter.confidence = chosen ? 0.0 : step;
        section.rows.push_back({"confidence " + std::to_string(i),
                                capitalised(words_of_confidence(step)),
                                count_words(counts.confidence.at(i)),
                                chosen,
                                {},
                                SetFilter{std::move(filter)}});
    }
    return section;
}

FilterSection tag_section(const AppState& state, const FilterCounts& counts) {
    FilterSection section{"Tag", {}};
    for (const auto& [tag, count] : listed(counts.tags, state.filter.tags)) {
        section.rows.push_back({"tag " + tag,
                                tag,
                                count_words(count),
                                is_in(state.filter.tags, tag),
                                {},
                                toggled(state, &events::EventFilter::tags, tag)});
    }
    return section;
}

FilterSection source_section(const AppState& state, const FilterCounts& counts) {
    FilterSection section{"Sources", {}};
    for (std::size_t i = 0; i < counts.sources.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        const bool chosen = state.filter.sources == number;
        events::EventFilter filter = state.filter;
        filter.sources = chosen ? 0 : number;
        section.rows.push_back({"sources " + std::to_string(number),
                                "At least " + std::to_string(number),
                                count_words(counts.sources.at(i)),
                                chosen,
                                {},
                                SetFilter{std::move(filter)}});
    }
    return section;
}

void count_event(const events::Event& event, const std::string& whose, const TimeState& time, FilterCounts& counts) {
    ++counts.kinds[static_cast<std::size_t>(event.kind)];
    ++counts.statuses[status_of(event, time)];
    for (const std::string& tag : event.tags) {
        ++counts.tags[tag];
    }
    for (std::size_t i = 0; i < confidence_steps.size(); ++i) {
        counts.confidence.at(i) += event.confidence && *event.confidence >= confidence_steps.at(i) ? 1 : 0;
    }
    for (std::size_t i = 0; i < std::min(event.sources.size(), counts.sources.size()); ++i) {
        ++counts.sources.at(i);
    }
    std::array<bool, role_names.all.size()> roles{};
    std::vector<std::string_view> organisations;  // each once, however often it is a party
    for (const events::Party& party : event.parties) {
        if (whose.empty() || party.code == whose) {
            roles.at(static_cast<std::size_t>(party.role)) = true;
        }
        if (party.is_organisation &&
            std::find(organisations.begin(), organisations.end(), party.code) == organisations.end()) {
            organisations.push_back(party.code);
        }
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles.at(i)) {
            ++counts.roles[static_cast<events::Role>(i)];
        }
    }
    for (const std::string_view code : organisations) {
        ++counts.organisations[std::string{code}];
    }
}

/// Rows that are chosen but that nothing in the window has.
void add_chosen(const events::EventFilter& filter, FilterCounts& counts) {
    for (const events::Status status : filter.statuses) {
        counts.statuses.try_emplace(status);
    }
    for (const events::Role role : filter.roles) {
        counts.roles.try_emplace(role);
    }
}

}  // namespace

std::string role_of(const AppState& state) {
    if (!state.filter.roles.empty()) {
        return state.filter.role_of;
    }
    return state.selection.countries.size() == 1 ? state.selection.countries.front() : std::string{};
}

FilterCounts filter_counts(const AppState& state, const World& world) {
    FilterCounts counts;
    counts.kinds.resize(world.events->kinds().all().size());
    const std::string whose = role_of(state);
    for (const events::EventIndex index : world.events->matching({window_of(state.time), {}, {}})) {
        const events::Event event = (*world.events)[index];
        if (is_in_window(state, world, event)) {
            count_event(event, whose, state.time, counts);
        }
    }
    add_chosen(state.filter, counts);
    counts.where = whereabouts_of_events(state, world, visible_events(state, world).size());
    return counts;
}

std::vector<std::pair<std::string, std::string>> reasons(const Whereabouts& where, std::size_t not_on_map) {
    std::vector<std::pair<std::string, std::string>> lines;
    const auto add = [&](const char* why, std::size_t count) {
        if (count > 0) {
            lines.emplace_back(why, count_words(count));
        }
    };
    add("Outside the window", where.outside);
    add("Left out by filters", where.filtered);
    add("Known only to the year", where.year_only);
    add("Undated", where.undated);
    add("Of all, without a place on the map", not_on_map);
    return lines;
}

FilterPanel filter_panel(const AppState& state, const World& world, const FilterCounts& counts,
                         const render::RectPt& button, float bottom) {
    FilterPanel out;
    const std::size_t all = world.events->size();
    out.showing =
        "Showing " + count_words(counts.where.shown) + " of " + count_words(all) + (all == 1 ? " event" : " events");
    out.hidden = reasons(counts.where, world.events->not_on_map());
    for (FilterSection& section :
         std::array{kind_section(state, world, counts), status_section(state, counts),
                    organisation_section(state, world, counts), role_section(state, world, counts),
                    confidence_section(state, counts), tag_section(state, counts), source_section(state, counts)}) {
        if (!section.rows.empty()) {
            out.sections.push_back(std::move(section));
        }
    }
    float wanted = 0.0F;
    for (const FilterSection& section : out.sections) {
        wanted += heading_height + row_height * static_cast<float>(section.rows.size());
    }
    const float head = gap + line_height * static_cast<float>(1 + out.hidden.size()) + gap;
    const float left = std::max(margin, std::min(button.left, state.camera.size.width - margin - panel_width));
    const float top = button.bottom + 4.0F + gap;
    const float height =
        std::min(head + wanted + gap, std::max(head + row_height + heading_height, bottom - margin - top));
    out.place = {left, top, left + panel_width, top + height};
    out.head = {left + margin, top + gap, out.place.right - margin, top + head};
    out.list = {left, out.head.bottom, out.place.right, out.place.bottom - gap};
    return out;
}

}  // namespace app
