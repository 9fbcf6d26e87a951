// What the program asks of the desktop around it.
#pragma once

#include <optional>
#include <string>

namespace app {

/// An address that a browser may be given: http or https, a host, no spaces and no control characters.
[[nodiscard]] bool is_web_address(const std::string& address);

/// Opens an address in the person's browser through xdg-open, without a shell and without waiting for it. What is wrong
/// in one line otherwise: it is no web address, or there is nothing to open it with.
[[nodiscard]] std::optional<std::string> open_address(const std::string& address);

}  // namespace app
