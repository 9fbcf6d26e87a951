#include "render/color_text.h"

#include <charconv>
#include <cmath>
#include <system_error>

namespace render {

namespace {

template <class Number, class... Format>
std::optional<Number> number_from(std::string_view text, Format... format) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number, format...);
    return !text.empty() && error == std::errc{} && stopped == end ? std::optional{number} : std::nullopt;
}

/// Digits alone: from_chars takes no sign for unsigned numbers, and nothing shorter than `digits` gets here.
std::optional<std::uint32_t> hexadecimal(std::string_view text, std::size_t digits) {
    return text.size() == digits ? number_from<std::uint32_t>(text, 16) : std::nullopt;
}

std::uint32_t byte_from(float component) {
    return static_cast<std::uint32_t>(std::lround(component * 255.0F)) & 255U;
}

void append_hexadecimal(std::string& text, std::uint32_t byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
}

}  // namespace

std::optional<Rgba> rgba_from_text(std::string_view text) {
    if (text == "none") {
        return Rgba{0.0F, 0.0F, 0.0F, 0.0F};
    }
    if (!text.starts_with('#')) {
        return std::nullopt;
    }
    const std::size_t blank = text.find(' ');
    const std::string_view digits = text.substr(1, blank == std::string_view::npos ? blank : blank - 1);
    if (blank != std::string_view::npos) {
        std::string_view per_cent = text.substr(blank + 1);
        if (!per_cent.ends_with('%')) {
            return std::nullopt;
        }
        per_cent.remove_suffix(1);
        const auto opacity = number_from<float>(per_cent, std::chars_format::fixed);
        const auto hue = hexadecimal(digits, 6);
        const bool good = hue && opacity && *opacity >= 0.0F && *opacity <= 100.0F;
        return good ? std::optional{rgb(*hue, *opacity / 100.0F)} : std::nullopt;
    }
    if (const auto hue = hexadecimal(digits, 6)) {
        return rgb(*hue);
    }
    const auto with_opacity = hexadecimal(digits, 8);
    return with_opacity ? std::optional{rgb(*with_opacity >> 8U, static_cast<float>(*with_opacity & 255U) / 255.0F)}
                        : std::nullopt;
}

std::string text_from_rgba(Rgba color) {
    std::string text = "#";
    for (const float component : {color.r, color.g, color.b}) {
        append_hexadecimal(text, byte_from(component));
    }
    const float per_cent = color.a * 100.0F;
    if (color.a >= 1.0F) {
        return text;
    }
    if (std::abs(per_cent - std::round(per_cent)) < 1e-4F) {
        return text + ' ' + std::to_string(std::lround(per_cent)) + '%';
    }
    append_hexadecimal(text, byte_from(color.a));
    return text;
}

}  // namespace render
