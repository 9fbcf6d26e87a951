// The fonts text is set in: one face for each style, and a chain of others for what that face lacks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "render/text/font_files.h"
#include "render/text/text.h"

namespace render::text {

struct FaceDone {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FacePtr = std::unique_ptr<FT_FaceRec, FaceDone>;

struct LibraryDone {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
using LibraryPtr = std::unique_ptr<FT_LibraryRec_, LibraryDone>;

/// Index of an open face in its FontSet.
using FontId = std::uint16_t;

/// Heights of a face in ems. Descent is positive.
struct VerticalMetrics {
    float ascent_em = 0.0F;
    float descent_em = 0.0F;
    float cap_height_em = 0.0F;
};

/// Faces open when they are first needed, and stay open.
class FontSet {
public:
    /// Throws std::runtime_error when FreeType does not start or no font at all can be opened.
    explicit FontSet(std::span<const std::filesystem::path> folders);

    /// What is missing, each with the Debian package that has it.
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
    [[nodiscard]] FT_Library library() const { return library_.get(); }

    /// The font of a style: Inter where it is installed, else Noto Sans, DejaVu Sans or whatever there is.
    [[nodiscard]] FontId font_of(Face style);
    /// A font that has the character, one made for the language before others; `primary` where none has.
    [[nodiscard]] FontId font_for(char32_t codepoint, FontId primary, Language language = {});
    [[nodiscard]] bool covers(FontId font, char32_t codepoint) const;

    /// The face, set to a size in 1/64 px, times the font's own factor (Noto's scripts are set 1.1 times as large).
    [[nodiscard]] FT_Face face_at(FontId id, int size_px64);
    [[nodiscard]] const VerticalMetrics& metrics(FontId font) const;

private:
    struct Font {
        FacePtr face;
        float size_factor = 1.0F;
        int size_px64 = 0;
        VerticalMetrics metrics;
    };

    FontId open_style(Face style);
    FontId open_any();
    FontId open_fallback(std::size_t position);
    FontId search_chain(char32_t codepoint, Language language);
    FontId add(FacePtr face, float size_factor);
    void note_missing();

    LibraryPtr library_;
    FontFiles files_;
    std::vector<Font> fonts_;
    std::vector<std::string> missing_;
    std::unordered_map<Face, FontId> font_of_style_;
    std::unordered_map<std::size_t, FontId> font_of_fallback_;
    std::unordered_map<char32_t, FontId> font_of_codepoint_;
    std::unordered_map<std::string, std::unordered_map<char32_t, FontId>> font_of_codepoint_in_;  ///< by language
};

}  // namespace render::text
