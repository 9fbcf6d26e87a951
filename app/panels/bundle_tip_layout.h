// What stands beside the pointer when it rests on a bundle.
#pragma once

#include "app/scene/bundles.h"

#include <string>
#include <vector>

namespace app {

struct BundleTipRow {
    events::KindId kind{};
    std::string label;  ///< "Visit"
    std::string count;  ///< "79"
};

struct BundleTip {
    std::string title;               ///< "China\u2013Pakistan"; of what concerns one place alone, its name
    std::string total;               ///< "259 events"
    std::vector<BundleTipRow> rows;  ///< by kind, most first, six at most
    std::vector<std::string> notes;  ///< "and 2 more kinds", "79 from China, 48 from Pakistan", "USD 1.2 billion in
                                     ///< all" for each currency
};

[[nodiscard]] BundleTip bundle_tip(const Bundle& bundle, const World& world);

}  // namespace app
