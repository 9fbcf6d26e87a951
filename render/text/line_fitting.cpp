#include "render/text/line_fitting.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "render/text/characters.h"

namespace render::text {
namespace {

constexpr char32_t ellipsis = U'\u2026';

/// The greatest count in [0, limit] for which `fits` holds, taking it to hold for 0 and to fail from some count on.
/// Doubles before it halves, so that only texts near the answer's length are measured, however long the whole is.
template <typename Fits>
std::size_t greatest_fitting(std::size_t limit, const Fits& fits) {
    std::size_t good = 0;
    std::size_t bad = limit + 1;
    for (std::size_t step = 8; good + step < bad; step *= 2) {
        if (!fits(good + step)) {
            bad = good + step;
            break;
        }
        good += step;
    }
    while (bad - good > 1) {
        const std::size_t middle = good + (bad - good) / 2;
        (fits(middle) ? good : bad) = middle;
    }
    return good;
}

std::vector<std::size_t> cuts_of(std::u32string_view text) {
    std::vector<std::size_t> cuts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_cut_allowed(text, i)) {
            cuts.push_back(i);
        }
    }
    return cuts;
}

std::u32string with_ellipsis(std::u32string_view beginning) {
    while (!beginning.empty() && is_breaking_space(beginning.back())) {
        beginning.remove_suffix(1);
    }
    return std::u32string(beginning) + ellipsis;
}

std::vector<std::u32string_view> words_of(std::u32string_view text) {
    std::vector<std::u32string_view> words;
    auto end = text.begin();
    while (true) {
        const auto begin = std::find_if_not(end, text.end(), is_breaking_space);
        if (begin == text.end()) {
            return words;
        }
        end = std::find_if(begin, text.end(), is_breaking_space);
        words.emplace_back(begin, end);
    }
}

std::u32string joined(std::span<const std::u32string_view> words) {
    std::u32string line;
    for (const std::u32string_view word : words) {
        line.append(line.empty() ? U"" : U" ").append(word);
    }
    return line;
}

}  // namespace

std::u32string elided_to_fit(std::u32string_view text, float max_width, const Measure& measure) {
    if (measure(text) <= max_width) {
        return std::u32string(text);
    }
    if (measure(with_ellipsis({})) > max_width) {
        return {};
    }
    const std::vector<std::size_t> cuts = cuts_of(text);
    const auto elided_at = [&](std::size_t count) { return with_ellipsis(text.substr(0, cuts[count])); };
    const std::size_t last = cuts.empty() ? 0 : cuts.size() - 1;
    const std::size_t count = greatest_fitting(last, [&](std::size_t n) { return measure(elided_at(n)) <= max_width; });
    return cuts.empty() ? with_ellipsis({}) : elided_at(count);
}

std::vector<std::u32string> wrapped_to_fit(std::u32string_view text, float max_width, int max_lines,
                                           const Measure& measure) {
    const std::vector<std::u32string_view> words = words_of(text);
    std::vector<std::u32string> lines;
    for (std::span<const std::u32string_view> rest(words); !rest.empty() && max_lines > 0; --max_lines) {
        if (max_lines == 1) {
            lines.push_back(elided_to_fit(joined(rest), max_width, measure));
            break;
        }
        const auto fits = [&](std::size_t count) { return measure(joined(rest.first(count))) <= max_width; };
        const std::size_t count = std::max<std::size_t>(1, greatest_fitting(rest.size(), fits));
        lines.push_back(joined(rest.first(count)));
        rest = rest.subspan(count);
    }
    return lines;
}

}  // namespace render::text
