// Files that hold something else than text, told apart before anybody looks for JSON in them.
#pragma once

#include <string_view>

namespace events::json {

/// What the bytes are where they are plainly no UTF-8 text, and what to do: compressed files, archives, databases,
/// pictures and documents by their first bytes; UTF-16 and UTF-32 by their mark or their zero bytes; and whatever else
/// is full of control characters and broken UTF-8 near its beginning. Empty for text, also with a few bytes gone bad.
[[nodiscard]] std::string_view why_no_text(std::string_view bytes);

}  // namespace events::json
