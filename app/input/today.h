// What day it is.
#pragma once

namespace app {

/// Midnight of the day that it is here, in the machine's own time zone, in days since 1970-01-01.
[[nodiscard]] double today();

}  // namespace app
