// Organisations and their members. They are parties without a place of their own on the map.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace events {

struct Organisation {
    std::string code;  ///< "CICA"
    std::string name;
    std::vector<std::string> members;  ///< ISO 3166-1 alpha-3
    std::string as_of;                 ///< date of the list, EDTF
    std::string source;
};

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
