#include "events/organisations.h"

#include <algorithm>

namespace events {
namespace {

bool same_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

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
