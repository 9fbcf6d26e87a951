// Organisations, where they sit, and who belonged to them when.
#pragma once

#include "events/edtf.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace events {

struct Membership {
    std::string code;  ///< ISO 3166-1 alpha-3
    DaySpan days;      ///< from joining to leaving; infinite ends for who has always belonged or still does
};

struct Organisation {
    std::string code;  ///< "CICA"
    std::string name;
    std::string seat;  ///< a place of the gazetteer: "KAZ:Astana"; may be empty
    std::vector<Membership> members;
    std::string as_of;  ///< date of the list, EDTF
    std::string source;
};

/// The codes of those who were members on a day, in the order of the list; on an infinite day of those who are now.
[[nodiscard]] std::vector<std::string> members_on(const Organisation& organisation, double day);

class Organisations {
public:
    Organisations() = default;
    explicit Organisations(std::vector<Organisation> all) : all_{std::move(all)} {}
    [[nodiscard]] const std::vector<Organisation>& all() const { return all_; }
    /// By code, or else by full name; ASCII case does not matter. Nothing when unknown.
    [[nodiscard]] const Organisation* find(std::string_view code) const;

private:
    std::vector<Organisation> all_;
};

}  // namespace events
