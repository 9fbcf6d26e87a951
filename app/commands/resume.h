// Going on where the last run of the window ended.
#pragma once

#include "app/options.h"
#include "app/state/kept_state.h"

namespace app {

/// The options with what was kept in place of what was not asked for on the command line. Size, theme, labels, bundles
/// and scale always come back; the last files where no file was named and all of them are still there; worldview and
/// projection where the boundaries are the bundled ones. Time, view, filters come back (Options::resume) where the
/// events are those of the last run. Says in `why`, in one line, when files are gone.
[[nodiscard]] Options resumed(Options options, const KeptState& kept, std::string* why = nullptr);

/// The files with their whole paths, as a kept state has them.
[[nodiscard]] std::vector<std::filesystem::path> absolute_paths(const std::vector<std::filesystem::path>& files);

/// Brings back the view of the last run; none: nothing was kept, or it is not on this map.
[[nodiscard]] Commands commands_to_resume_view(const KeptState& kept, const AppState& state, const World& world);
/// Hides the kinds that were hidden, as far as there are such.
[[nodiscard]] Commands commands_to_resume_kinds(const KeptState& kept, const AppState& state, const World& world);

}  // namespace app
