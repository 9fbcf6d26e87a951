// Text, shaped and ready to draw: every script that the installed fonts cover, kerning, tabular figures, letterspacing.
//
// One atlas serves the map's labels and the panels alike. Lengths are logical points; the atlas is rasterised at
// `px_per_pt`, so that text is as sharp on a wall as on a laptop. Greyscale antialiasing, light hinting.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace render::text {

/// Weight and cut of Inter; other scripts come from Noto by fallback, whatever the style.
enum class Face : std::uint8_t {
    Regular,
    Medium,
    SemiBold,
    Bold,
    Italic,
    DisplaySemiBold,
};

/// A BCP 47 language tag of at most 15 bytes ("ur", "prs", "zh-Hant"); a longer one is cut. Empty: no language in
/// particular. It decides between fonts of one script (Urdu is set in Nastaliq) and between a font's own forms.
class Language {
public:
    constexpr Language() = default;
    constexpr explicit Language(std::string_view tag) {
        std::copy_n(tag.begin(), std::min(tag.size(), tag_.size() - 1), tag_.begin());
    }
    [[nodiscard]] constexpr const char* tag() const { return tag_.data(); }
    [[nodiscard]] constexpr bool empty() const { return tag_.front() == '\0'; }
    friend bool operator==(const Language&, const Language&) = default;

private:
    std::array<char, 16> tag_{};
};

struct TextStyle {
    Face face = Face::Regular;
    float size_pt = 13.0F;
    float spacing_em = 0.0F;  ///< letterspacing, in ems, added after each cluster but the last
    Language language{};
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// One glyph as a quad: positions relative to the text's origin (left end of the baseline; y points down), in points;
/// texture coordinates in 0..1.
struct GlyphQuad {
    float x0, y0, x1, y1;
    float u0, v0, u1, v1;
};

/// The room that a line needs, in points: its advance width, and how far it reaches above and below its baseline. At
/// least what Latin letters of the size need; more where the ink does, as in Nastaliq.
struct TextExtent {
    float width_pt = 0.0F;
    float above_pt = 0.0F;
    float below_pt = 0.0F;
};

/// A line of text, shaped. `halo` holds the same glyphs grown by the halo's radius, empty where none was asked for.
struct ShapedText {
    std::vector<GlyphQuad> fill;
    std::vector<GlyphQuad> halo;
    float width_pt = 0.0F;       ///< advance width
    float ascent_pt = 0.0F;      ///< of the style's face, above the baseline
    float descent_pt = 0.0F;     ///< below it, positive
    float cap_height_pt = 0.0F;  ///< for centring capitals and figures
};

/// One channel of coverage, 0 to 255, row 0 at the top.
struct AtlasImage {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> coverage;
    /// Rows [dirty_top, dirty_bottom) have changed since they were last taken.
    int dirty_top = 0;
    int dirty_bottom = 0;
};

/// Shapes text with Raqm and rasterises its glyphs with FreeType into one atlas. Not thread-safe.
class TextEngine {
public:
    /// Looks for the fonts in the system's usual folders and in `extra_folders` (first). Fonts that are missing are
    /// named in missing_fonts(); text then falls back to what is there. Throws std::runtime_error only when not a
    /// single usable font exists.
    explicit TextEngine(float px_per_pt, const std::vector<std::filesystem::path>& extra_folders = {});
    ~TextEngine();
    TextEngine(const TextEngine&) = delete;
    TextEngine& operator=(const TextEngine&) = delete;
    TextEngine(TextEngine&&) noexcept;
    TextEngine& operator=(TextEngine&&) noexcept;

    [[nodiscard]] const std::vector<std::string>& missing_fonts() const;
    [[nodiscard]] float px_per_pt() const;

    /// Shapes one line of UTF-8 (ill-formed bytes become U+FFFD; line breaks count as spaces). Results are cached; the
    /// reference stays valid until a `begin_frame` that returns true, or one that finds it unused for 600 frames.
    /// halo_radius_pt > 0 asks for halo quads too.
    const ShapedText& shape(std::string_view utf8, const TextStyle& style, float halo_radius_pt = 0.0F);

    /// The advance width alone, in points.
    [[nodiscard]] float width_pt(std::string_view utf8, const TextStyle& style);

    /// The room that the line needs.
    [[nodiscard]] TextExtent extent(std::string_view utf8, const TextStyle& style);

    /// How many of the text's glyphs are empty boxes, because no installed font has their characters.
    [[nodiscard]] std::size_t missing_glyphs(std::string_view utf8, const TextStyle& style);

    /// Longest beginning of the text that fits with an ellipsis behind it, or the whole text where that fits.
    [[nodiscard]] std::string elided(std::string_view utf8, const TextStyle& style, float max_width_pt);

    /// Breaks text at spaces into lines of at most max_width_pt (a longer word stands alone), at most max_lines
    /// (the last one elided).
    [[nodiscard]] std::vector<std::string> wrapped(std::string_view utf8, const TextStyle& style, float max_width_pt,
                                                   int max_lines = 1000);

    /// Drops caches that have grown too large and, after the atlas overflowed, empties it. Call it once before each
    /// frame's first `shape`. Returns true when texture coordinates handed out before are no longer valid.
    bool begin_frame();

    /// The atlas. Texel (0, 0) and its neighbours are full coverage, for drawing plain shapes with the same texture.
    [[nodiscard]] AtlasImage& atlas();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace render::text
