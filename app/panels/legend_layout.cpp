#include "app/panels/legend_layout.h"

#include "app/panels/timeline_layout.h"

#include <algorithm>

namespace app {

Legend legend(const AppState& state, const World& world) {
    return legend(state, world, visible_events(state, world));
}

bool may_bundle(const World& world) {
    return world.events->size() > most_readable_links;
}

Legend legend(const AppState& state, const World& world, std::span<const events::EventIndex> visible,
              const BundleScene& bundles) {
    const events::EventStore& store = *world.events;
    const std::vector<events::Kind>& kinds = store.kinds().all();
    std::vector<std::size_t> shown(kinds.size(), 0);
    std::vector<bool> occurs(kinds.size(), false);
    for (const events::EventIndex index : visible) {
        ++shown[static_cast<std::size_t>(store[index].kind)];
    }
    for (const events::Event& event : store.all()) {
        occurs[static_cast<std::size_t>(event.kind)] = true;
    }
    Legend legend;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto kind = static_cast<events::KindId>(i);
        if (kinds[i].built_in || occurs[i]) {
            const bool hidden =
                std::find(state.hidden_kinds.begin(), state.hidden_kinds.end(), kind) != state.hidden_kinds.end();
            legend.rows.push_back({kind, kinds[i].label, shown[i], hidden});
        }
    }
    legend.total = count_words(visible.size()) + " of " + count_words(store.size());
    legend.notes = {{LegendNote::What::UncertainDate, "Uncertain date", true},
                    {LegendNote::What::Planned, "Planned, proposed", true},
                    {LegendNote::What::YearOnly, "Only the year known",
                     state.year_only_shown || state.time.mode != WindowMode::Moment}};
    if (may_bundle(world)) {
        const bool drawn = !bundles.bundles.empty();
        legend.notes.push_back({LegendNote::What::Bundles,
                                drawn ? "A pair, up to " + count_words(bundles.most) + " events" : "Pairs in one line",
                                drawn});
    }
    if (store.not_on_map() > 0) {
        legend.notes.push_back({LegendNote::What::NotOnMap, count_words(store.not_on_map()) + " not on the map", true});
    }
    return legend;
}

}  // namespace app
