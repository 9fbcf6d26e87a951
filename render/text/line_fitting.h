// Fitting text into a width: eliding and wrapping, given a way to measure.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace render::text {

/// The width of a text in any unit; the limits below are in the same.
using Measure = std::function<float(std::u32string_view)>;

/// The longest beginning of the text (cut between characters with their marks, trailing spaces dropped) that fits with
/// an ellipsis behind it; the whole text where that fits; nothing where not even the ellipsis fits.
[[nodiscard]] std::u32string elided_to_fit(std::u32string_view text, float max_width, const Measure& measure);

/// Breaks the text at spaces into lines that fit; a word wider than max_width stands alone on its line. A run of spaces
/// counts as one. At most max_lines lines, the last one elided where text is left over. No words, no lines.
[[nodiscard]] std::vector<std::u32string> wrapped_to_fit(std::u32string_view text, float max_width, int max_lines,
                                                         const Measure& measure);

}  // namespace render::text
