// `caravan theme`: all colours of a theme as a file, to be changed by a person.
#pragma once

#include "app/options.h"

#include <iosfwd>

namespace app {

/// Writes the theme that the options name, or the one of their file with what it is based on. Problems of a file go to
/// `err`; with errors the status is 1, and nothing is written where the file is no theme.
int run_theme(const Options& options, std::ostream& out, std::ostream& err);

}  // namespace app
