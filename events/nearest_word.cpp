#include "events/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace events {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit) {
        return limit + 1;
    }
    std::vector<std::size_t> two_above(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
                row[j] = std::min(row[j], two_above[j - 2] + 1);
            }
        }
        if (*std::min_element(row.begin(), row.end()) > limit + 1) {
            return limit + 1;
        }
        std::swap(two_above, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], limit + 1);
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words) {
    constexpr std::size_t most_edits = 2;
    std::string_view best;
    std::size_t best_distance = most_edits + 1;
    for (const std::string_view candidate : words) {
        const std::size_t distance = edit_distance(word, candidate, most_edits);
        if (distance < best_distance && distance * 2 < candidate.size()) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view suggestion) {
    return suggestion.empty() ? std::string{} : "; did you mean " + std::string{suggestion} + "?";
}

}  // namespace events
