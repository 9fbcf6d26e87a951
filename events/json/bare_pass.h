// The least that reading JSON can take: what loading is measured against.
#pragma once

#include <string_view>

namespace events::json {

/// Runs nlohmann's SAX parser over a text once, on one thread, and does nothing with what it finds. Whether it is JSON.
[[nodiscard]] bool bare_pass(std::string_view text);

}  // namespace events::json
