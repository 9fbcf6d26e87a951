#include "app/state/timeline_index.h"

#include "app/state/app_state.h"

#include <cmath>
#include <map>
#include <utility>

namespace app {

bool lasts(const events::EdtfDate& date) {
    constexpr double lasting_days = 20.0;
    return (date.interval || date.set == events::DateSet::AllOf) &&
           !(date.strict.end - date.strict.start <= lasting_days);
}

bool lasts(const events::Event& event) {
    return event.date && lasts(*event.date);
}

TimelineIndex timeline_index(const events::EventStore& store, const std::function<bool(events::EventIndex)>& counts) {
    TimelineIndex found;
    found.collapsed = axis_stretches(store, true);
    found.plain = axis_stretches(store, false);
    std::vector<events::EventIndex> standing;
    standing.reserve(store.size());
    std::map<std::pair<int, events::KindId>, int> years;
    for (std::size_t i = 0; i < store.size(); ++i) {
        const auto index = static_cast<events::EventIndex>(i);
        const events::EdtfDate* date = store.date_of(index);
        if (date == nullptr || (counts && !counts(index))) {
            continue;
        }
        if (!is_year_only(*date)) {
            standing.push_back(index);
            if (lasts(*date)) {
                found.lasting.push_back(index);
            }
        } else if (date->precision == events::DatePrecision::Year && std::isfinite(date->strict.start)) {
            ++years[{events::civil_from_days(date->strict.start).year, store.kind_of(index)}];
        }
    }
    for (const auto& [key, count] : years) {
        found.year_only.push_back({key.first, key.second, count});
    }
    found.density = EventDensity{store, standing};
    return found;
}

}  // namespace app
