#include "app/panels/bundle_tip_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/timeline_layout.h"

namespace app {

namespace {

constexpr std::size_t most_rows = 6;
constexpr std::size_t most_sums = 3;

std::string directions(const Bundle& bundle, const World& world) {
    std::string words;
    for (const auto& [count, end] : {std::pair{bundle.from_a, &bundle.a}, {bundle.from_b, &bundle.b}}) {
        if (count > 0) {
            words +=
                (words.empty() ? "" : ", ") + count_words(count) + " from " + std::string{world.name_of(end->code)};
        }
    }
    return words;
}

}  // namespace

BundleTip bundle_tip(const Bundle& bundle, const World& world) {
    BundleTip tip;
    tip.title = world.name_of(bundle.a.code);
    if (!bundle.is_place()) {
        tip.title += "\u2013" + std::string{world.name_of(bundle.b.code)};
    }
    tip.total = count_words(bundle.count) + (bundle.count == 1 ? " event" : " events");
    for (const KindShare& share : bundle.kinds) {
        if (tip.rows.size() < most_rows) {
            tip.rows.push_back({share.kind, world.events->kinds()[share.kind].label, count_words(share.count)});
        }
    }
    if (const std::size_t more = bundle.kinds.size() - tip.rows.size(); more > 0) {
        tip.notes.push_back("and " + std::to_string(more) + (more == 1 ? " more kind" : " more kinds"));
    }
    if (std::string words = directions(bundle, world); !words.empty()) {
        tip.notes.push_back(std::move(words));
    }
    for (std::size_t i = 0; i < bundle.sums.size() && i < most_sums; ++i) {
        tip.notes.push_back(value_words({bundle.sums[i].amount, bundle.sums[i].currency, {}}) + " in all");
    }
    return tip;
}

}  // namespace app
