// "Did you mean ...?": the word of a list that is nearest to a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace events {

/// Letters to insert, remove, replace or swap with their neighbour (optimal string alignment distance), ignoring ASCII
/// case; `limit + 1` as soon as it is more than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The nearest word with at most two edits, and fewer than half its letters; the first of equals. Empty without one.
[[nodiscard]] std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words);

/// Looking through thousands of words for each of a million mistakes would take hours: after so many, no more.
class SearchLimit {
public:
    [[nodiscard]] bool take() { return left_ > 0 && left_-- > 0; }

private:
    int left_ = 500;
};

/// "; did you mean X?", or nothing when there is no such word.
[[nodiscard]] std::string did_you_mean(std::string_view suggestion);

}  // namespace events
