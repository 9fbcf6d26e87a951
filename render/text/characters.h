// What layout needs to know about single characters; a small part of the Unicode Character Database, by ranges.
#pragma once

#include <cstddef>
#include <string_view>

namespace render::text {

/// Spaces at which a line may break, and line breaks, which count as spaces. Not the no-break spaces.
[[nodiscard]] bool is_breaking_space(char32_t codepoint);

/// Invisible characters that steer shaping: joiners, direction marks, variation selectors.
[[nodiscard]] bool is_invisible(char32_t codepoint);

/// Combining marks and invisible characters: they belong to the character before them.
[[nodiscard]] bool attaches_to_previous(char32_t codepoint);

/// Letters of scripts whose letters join or stack (Hebrew to Myanmar, Arabic forms and so on): spacing tears them
/// apart.
[[nodiscard]] bool is_joining_script(char32_t codepoint);

/// A text (UTF-8) that begins with such a letter: it is not spaced out, and turns as a whole instead of bending.
[[nodiscard]] bool is_joined_writing(std::string_view utf8);

/// Spaces, figures and punctuation, which take part in whatever script they stand in.
[[nodiscard]] bool is_scriptless(char32_t codepoint);

/// True where a text may be cut before `index`: not inside a base with its marks, nor inside an Indic conjunct.
[[nodiscard]] bool is_cut_allowed(std::u32string_view codepoints, std::size_t index);

}  // namespace render::text
