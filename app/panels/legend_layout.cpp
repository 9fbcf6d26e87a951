#include "app/panels/legend_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/shading_key.h"
#include "app/panels/timeline_layout.h"
#include "app/scene/motions/brush.h"

#include <algorithm>

namespace app {

namespace {

constexpr float trade_line_pt = 1.0F;  // without a value

std::vector<LegendRow> rows_of(const AppState& state, const World& world, std::span<const events::EventIndex> visible) {
    const events::EventStore& store = *world.events;
    const std::vector<std::size_t> counts = counts_in_window(state, world, visible);
    std::vector<LegendRow> rows;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto kind = static_cast<events::KindId>(i);
        if (store.kinds()[kind].built_in || std::binary_search(world.kinds.begin(), world.kinds.end(), kind)) {
            rows.push_back(
                {kind, store.kinds()[kind].label, counts[i], is_hidden(state, kind), is_alone(state, world, kind)});
        }
    }
    return rows;
}

std::vector<LegendNote> notes_of(const AppState& state, const World& world, const BundleScene& bundles) {
    std::vector<LegendNote> notes{{LegendNote::What::UncertainDate, "Uncertain date", true},
                                  {LegendNote::What::Planned, "Planned, proposed", true},
                                  {LegendNote::What::YearOnly, "Only the year known",
                                   state.year_only_shown || state.time.mode != WindowMode::Moment}};
    if (may_bundle(state, world)) {
        notes.push_back({LegendNote::What::Bundles, "Pairs in one line", !bundles.bundles.empty()});
    }
    if (const std::size_t nowhere = world.events->not_on_map(); nowhere > 0) {
        notes.push_back({LegendNote::What::NotOnMap, count_words(nowhere) + " not on the map", true});
    }
    return notes;
}

/// The scale that most of the visible events have a value in; without any, the one that most of all have.
struct LeadingScale {
    const ValueScale* scale = nullptr;
    bool in_window = false;
};
LeadingScale leading_scale(const World& world, std::span<const events::EventIndex> visible) {
    const std::vector<ValueScale>& scales = world.values.all();
    std::vector<std::size_t> counts(scales.size(), 0);
    for (const events::EventIndex index : visible) {
        const events::Value* value = world.events->value_of(index);
        const ValueScale* scale = value != nullptr ? world.values.of(*value) : nullptr;
        if (scale != nullptr) {
            ++counts[static_cast<std::size_t>(scale - scales.data())];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return most == counts.end() ? LeadingScale{}
                                : LeadingScale{&scales[static_cast<std::size_t>(most - counts.begin())], *most > 0};
}

std::string other_units(const World& world, std::string_view but) {
    std::string list;
    for (const ValueScale& scale : world.values.all()) {
        if (scale.unit != but) {
            list += (list.empty() ? "Scales of their own: " : ", ") + scale.unit;
        }
    }
    return list;
}

LegendWidths widths_of_links(const World& world, std::span<const events::EventIndex> visible) {
    const auto [scale, in_window] = leading_scale(world, visible);
    LegendWidths widths;
    widths.title = "Value";
    widths.unit = scale->unit;
    widths.in_window = in_window;
    widths.also = other_units(world, scale->unit);
    for (const double amount : round_steps(scale->largest, 0.0)) {
        const float extra = motions::value_extra_pt(static_cast<float>(amount / scale->largest));
        widths.samples.push_back({value_words({amount, {}, {}}), trade_line_pt + 2.0F * extra});
    }
    return widths;
}

LegendWidths widths_of_bundles(const BundleScene& bundles, const World& world) {
    const bool by_count = bundles.currency.empty();
    LegendWidths widths;
    widths.of_bundles = true;
    widths.has_choice = !world.values.currencies().empty();
    widths.in_window = bundles.most > 0.0;
    widths.title = by_count ? "Events of a pair" : "Value of a pair";
    widths.unit = by_count ? count_words(bundles.pairs) + (bundles.pairs == 1 ? " pair" : " pairs") : bundles.currency;
    widths.also = by_count ? "" : other_units(world, bundles.currency);
    for (const double weight : round_steps(bundles.most, by_count ? 1.0 : 0.0)) {
        widths.samples.push_back(
            {value_words({weight, {}, {}}), bundle_width_pt(static_cast<float>(weight / bundles.most))});
    }
    return widths;
}

std::optional<LegendWidths> widths_of(const AppState& state, const World& world,
                                      std::span<const events::EventIndex> visible, const BundleScene& bundles) {
    if (!bundles.bundles.empty()) {
        return widths_of_bundles(bundles, world);
    }
    if (!world.values.all().empty()) {
        return widths_of_links(world, visible);
    }
    return has_widths(state, world) ? std::optional{widths_of_bundles(bundles, world)} : std::nullopt;
}

}  // namespace

Legend legend(const AppState& state, const World& world) {
    return legend(state, world, visible_events(state, world));
}

bool has_widths(const AppState& state, const World& world) {
    return !world.values.all().empty() || may_bundle(state, world);
}

bool may_bundle(const AppState& state, const World& world) {
    return world.events->size() > most_readable_links || state.bundles == BundleMode::On;
}

Legend legend(const AppState& state, const World& world, std::span<const events::EventIndex> visible,
              const BundleScene& bundles) {
    return {rows_of(state, world, visible), count_words(visible.size()) + " of " + count_words(world.events->size()),
            notes_of(state, world, bundles), widths_of(state, world, visible, bundles)};
}

float legend_height(const AppState& state, const World& world, bool with_widths) {
    const auto kinds = static_cast<float>(std::max<std::size_t>(10, world.events->kinds().all().size()));
    const float notes =
        3.0F + (world.events->not_on_map() > 0 ? 1.0F : 0.0F) + (may_bundle(state, world) ? 1.0F : 0.0F);
    const float also = world.values.all().size() > 1 ? legend_sample_row : 0.0F;
    const float widths =
        with_widths && has_widths(state, world) ? legend_rule + legend_row + 3.0F * legend_sample_row + also : 0.0F;
    return 12.0F + 28.0F + kinds * legend_row + legend_rule + notes * legend_row + widths +
           shading_section_height(state) + 8.0F;
}

}  // namespace app
