// The bytes of a file that a person named: a regular one, or a stream such as a pipe, read to its end.
#pragma once

#include "events/load.h"

#include <cstddef>
#include <filesystem>
#include <functional>

namespace app {

/// Longest stream that is read: what never ends, such as /dev/zero, must not fill the memory.
inline constexpr std::size_t longest_stream_bytes = std::size_t{1} << 30U;

/// Reads all of it. A pipe into which somebody may still write is waited for as long as it takes; a named one that
/// nobody has opened for writing after `patience_ms` is refused. `goes_on` is asked ten times a second while there is
/// nothing to read; where it says no, the rest is not waited for.
[[nodiscard]] events::FileBytes bytes_of_file(const std::filesystem::path& path,
                                              std::size_t longest = longest_stream_bytes, int patience_ms = 2000,
                                              const std::function<bool()>& goes_on = {});

}  // namespace app
