// A source as it is cited.
#pragma once

#include "events/event.h"

#include <string>

namespace app {

/// Author. “Title.” Publication, date in words. Address, without a full stop behind it. What is not known is left out;
/// a source with neither author nor title nor publication is cited by its address or its file's name.
[[nodiscard]] std::string citation(const events::Source& source);

}  // namespace app
