// Tests that need OpenGL without a display.
#pragma once

namespace support {

/// Such tests are skipped under AddressSanitizer: what it would report is what the driver never frees.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool without_gl = true;
#else
inline constexpr bool without_gl = false;
#endif

}  // namespace support
