#include "events/organisations.h"

#include <algorithm>
#include <cmath>

namespace events {
namespace {

bool same_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::vector<std::string> members_on(const Organisation& organisation, double day) {
    std::vector<std::string> codes;
    for (const Membership& member : organisation.members) {
        if (member.days.start <= day && (day < member.days.end || std::isinf(member.days.end))) {
            codes.push_back(member.code);
        }
    }
    return codes;
}

const Organisation* Organisations::find(std::string_view code) const {
    for (const Organisation& organisation : all_) {
        if (same_ignoring_case(organisation.code, code)) {
            return &organisation;
        }
    }
    for (const Organisation& organisation : all_) {
        if (same_ignoring_case(organisation.name, code)) {
            return &organisation;
        }
    }
    return nullptr;
}

}  // namespace events
