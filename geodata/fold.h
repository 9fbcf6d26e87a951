// How names are compared: `Kuala Lumpur` is `kuala-lumpur`, `ISO_A3` is `iso_a3` and `ISO A3`.
#pragma once

#include <string>
#include <string_view>

namespace geodata {

/// ASCII letters in lower case and digits; all other ASCII is dropped, and bytes from 0x80 on (UTF-8) are kept as they
/// are. Two names are the same when their folded forms are.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace geodata
