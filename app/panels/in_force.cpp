#include "app/panels/in_force.h"

#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

bool can_bind(const events::Kind& kind) {
    constexpr std::array<std::string_view, 4> binding{"agreement", "route", "security", "ceasefire"};
    return std::find(binding.begin(), binding.end(), kind.built_in ? kind.name : kind.style) != binding.end();
}

}  // namespace

std::string short_beginning(const events::EdtfDate& date) {
    if (!std::isfinite(date.strict.start)) {
        return "long ago";
    }
    const events::CivilDate start = events::civil_from_days(date.strict.start);
    std::string words = start.year > 0 ? std::to_string(start.year) : std::to_string(1 - start.year) + " BC";
    if (date.precision < events::DatePrecision::Year) {
        words = std::string{events::month_name(start.month, false)} + ' ' + words;
    }
    if (date.precision < events::DatePrecision::Month) {
        words = std::to_string(start.day) + ' ' + words;
    }
    return (date.approximate ? "about " : "") + words + (date.uncertain ? ", uncertain" : "");
}

bool is_in_force(const events::Event& event, const events::KindTable& kinds, const TimeState& time) {
    using events::Status;
    if (!event.date || !can_bind(kinds[event.kind]) || event.date->strict.start > time.playhead) {
        return false;
    }
    const Status status = status_of(event, time);
    if (events::is_ghost(status) || status == Status::Cancelled || status == Status::Suspended ||
        status == Status::Ended) {
        return false;
    }
    const bool goes_on = lasts(event) && time.playhead < event.date->strict.end;
    return goes_on || (status == Status::InForce && !event.date->interval);
}

}  // namespace app
