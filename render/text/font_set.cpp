#include "render/text/font_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string_view>

#include FT_TRUETYPE_TABLES_H

namespace render::text {
namespace {

namespace fs = std::filesystem;

constexpr FontId no_font = std::numeric_limits<FontId>::max();

/// A file to try for a style. Collections and variable fonts hold many styles; `style` names the one meant.
struct Candidate {
    std::string_view file;
    std::string_view style;
};

std::vector<Candidate> candidates_for(Face style) {
    const auto of = [](std::string_view inter, std::string_view name, std::string_view noto, std::string_view dejavu) {
        return std::vector<Candidate>{
            {inter, ""}, {"Inter", name}, {"InterVariable", name}, {"InterVariable-Italic", name},
            {noto, ""},  {dejavu, ""}};
    };
    switch (style) {
        case Face::Regular:
            return of("Inter-Regular", "Regular", "NotoSans-Regular", "DejaVuSans");
        case Face::Medium:
            return of("Inter-Medium", "Medium", "NotoSans-Medium", "DejaVuSans");
        case Face::SemiBold:
            return of("Inter-SemiBold", "SemiBold", "NotoSans-Bold", "DejaVuSans-Bold");
        case Face::Bold:
            return of("Inter-Bold", "Bold", "NotoSans-Bold", "DejaVuSans-Bold");
        case Face::Italic:
            return of("Inter-Italic", "Italic", "NotoSans-Italic", "DejaVuSans-Oblique");
        case Face::DisplaySemiBold:
            return of("InterDisplay-SemiBold", "Display SemiBold", "NotoSans-Bold", "DejaVuSans-Bold");
    }
    return {};
}

/// One link of the chain. A script's font is asked only for characters of its range, a general one (range of zero
/// length) for everything, so that a rare symbol does not open twenty files.
struct Fallback {
    std::string_view file;
    std::string_view name;  ///< in missing_fonts(); empty for a font nobody misses
    char32_t first = 0;
    char32_t last = 0;
    float size_factor = 1.1F;
    std::string_view languages{};  ///< asked for text in these alone, each between commas; empty: for all
};

constexpr auto fallbacks = std::to_array<Fallback>({
    // The hanging style of Urdu and its neighbours is small for its size and needs much room below.
    {"NotoNastaliqUrdu-Regular", "Nastaliq", 0x0600, 0x08FF, 1.35F, ",ur,pnb,skr,ks,"},
    {"NotoNastaliqUrdu-Regular", "", 0xFB50, 0xFEFC, 1.35F, ",ur,pnb,skr,ks,"},
    {"NotoNaskhArabic-Regular", "Arabic", 0x0600, 0x08FF},
    {"NotoNaskhArabic-Regular", "", 0xFB50, 0xFEFC},
    {"NotoSansArabic-Regular", "", 0x0600, 0x08FF},
    {"NotoSansArabic-Regular", "", 0xFB50, 0xFEFC},
    {"NotoSansBengali-Regular", "Bengali", 0x0980, 0x09FF},
    {"NotoSansDevanagari-Regular", "Devanagari", 0x0900, 0x097F},
    {"NotoSansDevanagari-Regular", "", 0x1CD0, 0x1CFF},
    {"NotoSansDevanagari-Regular", "", 0xA8E0, 0xA8FF},
    {"NotoSansSinhala-Regular", "Sinhala", 0x0D80, 0x0DFF},
    {"NotoSansTamil-Regular", "Tamil", 0x0B80, 0x0BFF},
    {"NotoSerifTibetan-Regular", "Tibetan", 0x0F00, 0x0FFF},
    {"NotoSansMyanmar-Regular", "Myanmar", 0x1000, 0x109F},
    {"NotoSansMyanmar-Regular", "", 0xA9E0, 0xAA7F},
    {"NotoSansThaana-Regular", "Thaana", 0x0780, 0x07BF},
    {"NotoSansGeorgian-Regular", "Georgian", 0x10A0, 0x10FF},
    {"NotoSansGeorgian-Regular", "", 0x1C90, 0x1CBF},
    {"NotoSansGeorgian-Regular", "", 0x2D00, 0x2D2F},
    {"NotoSansArmenian-Regular", "Armenian", 0x0530, 0x058F},
    {"NotoSansGurmukhi-Regular", "Gurmukhi", 0x0A00, 0x0A7F},
    {"NotoSansGujarati-Regular", "Gujarati", 0x0A80, 0x0AFF},
    {"NotoSansOriya-Regular", "Odia", 0x0B00, 0x0B7F},
    {"NotoSansTelugu-Regular", "Telugu", 0x0C00, 0x0C7F},
    {"NotoSansKannada-Regular", "Kannada", 0x0C80, 0x0CFF},
    {"NotoSansMalayalam-Regular", "Malayalam", 0x0D00, 0x0D7F},
    {"NotoSansHebrew-Regular", "", 0x0590, 0x05FF},
    {"NotoSansSyriac-Regular", "", 0x0700, 0x074F},
    {"NotoSansThai-Regular", "", 0x0E00, 0x0E7F},
    {"NotoSansLao-Regular", "", 0x0E80, 0x0EFF},
    {"NotoSansEthiopic-Regular", "", 0x1200, 0x139F},
    {"NotoSansKhmer-Regular", "", 0x1780, 0x17FF},
    {"NotoSansMongolian-Regular", "", 0x1800, 0x18AF},
    {"NotoSansOlChiki-Regular", "", 0x1C50, 0x1C7F},
    {"NotoSansMeeteiMayek-Regular", "", 0xABC0, 0xABFF},
    // Latin, Greek and Cyrillic that Inter lacks: in the midst of Inter they keep its size.
    {"NotoSans-Regular", "", 0, 0, 1.0F},
    {"NotoSansSymbols2-Regular", "", 0, 0},
    {"NotoSansCJK-Regular", "", 0, 0},
    {"wqy-microhei", "", 0, 0},
    {"DejaVuSans", "", 0, 0, 1.0F},
});

bool is_asked(const Fallback& fallback, char32_t codepoint, Language language) {
    const bool speaks = fallback.languages.empty() ||
                        (!language.empty() &&
                         fallback.languages.find(',' + std::string(language.tag()) + ',') != std::string_view::npos);
    return speaks && (fallback.last == 0 || (fallback.first <= codepoint && codepoint <= fallback.last));
}

LibraryPtr started_library() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        throw std::runtime_error("FreeType does not start");
    }
    return LibraryPtr(library);
}

/// A scalable face with a Unicode character map, or null.
FacePtr opened(FT_Library library, const fs::path& path, FT_Long index) {
    FT_Face raw = nullptr;
    if (FT_New_Face(library, path.c_str(), index, &raw) != 0) {
        return nullptr;
    }
    FacePtr face(raw);
    const bool is_usable =
        FT_IS_SCALABLE(raw) && raw->units_per_EM > 0 && FT_Select_Charmap(raw, FT_ENCODING_UNICODE) == 0;
    return is_usable ? std::move(face) : nullptr;
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// "Display SemiBold" is the style SemiBold of the family Inter Display in a collection, and a style of its own name in
/// a variable font; both are the same once family and style are strung together.
bool is_named(const FT_FaceRec& face, std::string_view style) {
    const std::string family = face.family_name == nullptr ? "" : face.family_name;
    const std::string name = without_spaces(family + (face.style_name == nullptr ? "" : face.style_name));
    return name == without_spaces(std::string("Inter").append(style)) ||
           name == without_spaces(std::string("InterVariable").append(style));
}

/// The face of a collection, or the named instance of a variable font, that has this style.
FacePtr opened_style(FT_Library library, const fs::path& path, std::string_view style) {
    const FacePtr collection = opened(library, path, 0);
    const FT_Long faces = collection == nullptr ? 0 : collection->num_faces;
    for (FT_Long index = 0; index < faces; ++index) {
        const FacePtr face = opened(library, path, index);
        // The bits above 16 count a variable font's instances; see FT_Face_Rec::style_flags.
        const FT_Long instances = face == nullptr ? -1 : face->style_flags >> 16;
        for (FT_Long instance = 0; instance <= instances; ++instance) {
            FacePtr candidate = opened(library, path, index + (instance << 16));
            if (candidate != nullptr && is_named(*candidate, style)) {
                return candidate;
            }
        }
    }
    return nullptr;
}

/// Inter has its capital height in OS/2; elsewhere the letter H is measured.
FT_Pos cap_height_units(FT_Face face) {
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    if (os2 != nullptr && os2->version >= 2 && os2->version != 0xFFFF && os2->sCapHeight > 0) {
        return os2->sCapHeight;
    }
    const FT_UInt glyph = FT_Get_Char_Index(face, 'H');
    const bool is_loaded = glyph != 0 && FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) == 0;
    return is_loaded ? face->glyph->metrics.horiBearingY : face->units_per_EM * 7 / 10;
}

VerticalMetrics metrics_of(FT_Face face, float size_factor) {
    const auto ems = [=](FT_Pos units) {
        return size_factor * static_cast<float>(units) / static_cast<float>(face->units_per_EM);
    };
    return {.ascent_em = ems(face->ascender),
            .descent_em = ems(-face->descender),
            .cap_height_em = ems(cap_height_units(face))};
}

}  // namespace

FontSet::FontSet(std::span<const fs::path> folders) : library_(started_library()), files_(folders) {
    if (font_of(Face::Regular) == no_font) {
        throw std::runtime_error("no usable font found; install the Debian package fonts-inter");
    }
    note_missing();
}

void FontSet::note_missing() {
    const char* family = fonts_.at(font_of(Face::Regular)).face->family_name;
    if (family == nullptr || !std::string_view(family).starts_with("Inter")) {
        missing_.emplace_back("Inter (Debian package fonts-inter)");
    }
    std::string scripts;
    for (const Fallback& fallback : fallbacks) {
        if (!fallback.name.empty() && !files_.find_any_extension(fallback.file)) {
            scripts.append(scripts.empty() ? "" : ", ").append(fallback.name);
        }
    }
    if (!scripts.empty()) {
        missing_.push_back("Noto for " + scripts + " (Debian package fonts-noto-core)");
    }
    if (!files_.find_any_extension("NotoSansCJK-Regular") && !files_.find_any_extension("wqy-microhei")) {
        missing_.emplace_back("WenQuanYi Micro Hei for Chinese (Debian package fonts-wqy-microhei)");
    }
}

FontId FontSet::add(FacePtr face, float size_factor) {
    const VerticalMetrics metrics = metrics_of(face.get(), size_factor);
    fonts_.push_back({.face = std::move(face), .size_factor = size_factor, .size_px64 = 0, .metrics = metrics});
    return static_cast<FontId>(fonts_.size() - 1);
}

FontId FontSet::font_of(Face style) {
    const auto known = font_of_style_.find(style);
    if (known != font_of_style_.end()) {
        return known->second;
    }
    FontId font = open_style(style);
    if (font == no_font) {
        const Face next = style == Face::DisplaySemiBold ? Face::SemiBold : Face::Regular;
        font = style == Face::Regular ? open_any() : font_of(next);
    }
    font_of_style_.emplace(style, font);
    return font;
}

FontId FontSet::open_style(Face style) {
    for (const Candidate& candidate : candidates_for(style)) {
        if (const auto path = files_.find_any_extension(candidate.file)) {
            const bool is_single = candidate.style.empty();
            FacePtr face =
                is_single ? opened(library_.get(), *path, 0) : opened_style(library_.get(), *path, candidate.style);
            if (face != nullptr) {
                return add(std::move(face), 1.0F);
            }
        }
    }
    return no_font;
}

FontId FontSet::open_any() {
    for (const fs::path& path : files_.all()) {
        FacePtr face = opened(library_.get(), path, 0);
        if (face != nullptr && FT_Get_Char_Index(face.get(), 'H') != 0) {
            return add(std::move(face), 1.0F);
        }
    }
    return no_font;
}

FontId FontSet::font_for(char32_t codepoint, FontId primary, Language language) {
    if (covers(primary, codepoint)) {
        return primary;
    }
    auto& fonts = language.empty() ? font_of_codepoint_ : font_of_codepoint_in_[language.tag()];
    auto known = fonts.find(codepoint);
    if (known == fonts.end()) {
        known = fonts.emplace(codepoint, search_chain(codepoint, language)).first;
    }
    return known->second == no_font ? primary : known->second;
}

FontId FontSet::search_chain(char32_t codepoint, Language language) {
    for (std::size_t position = 0; position < fallbacks.size(); ++position) {
        if (is_asked(fallbacks.at(position), codepoint, language)) {
            const FontId font = open_fallback(position);
            if (font != no_font && covers(font, codepoint)) {
                return font;
            }
        }
    }
    return no_font;
}

/// Links that name the same file share one open face.
FontId FontSet::open_fallback(std::size_t position) {
    const auto is_same_file = [&](const Fallback& other) { return other.file == fallbacks.at(position).file; };
    const auto* first = std::find_if(fallbacks.begin(), fallbacks.end(), is_same_file);
    const auto key = static_cast<std::size_t>(first - fallbacks.begin());
    if (const auto known = font_of_fallback_.find(key); known != font_of_fallback_.end()) {
        return known->second;
    }
    const auto path = files_.find_any_extension(first->file);
    FacePtr face = path ? opened(library_.get(), *path, 0) : nullptr;
    const FontId font = face == nullptr ? no_font : add(std::move(face), first->size_factor);
    font_of_fallback_.emplace(key, font);
    return font;
}

bool FontSet::covers(FontId font, char32_t codepoint) const {
    return FT_Get_Char_Index(fonts_.at(font).face.get(), codepoint) != 0;
}

FT_Face FontSet::face_at(FontId id, int size_px64) {
    Font& font = fonts_.at(id);
    const int wanted_px64 = static_cast<int>(std::lround(font.size_factor * static_cast<float>(size_px64)));
    if (wanted_px64 != font.size_px64) {
        FT_Set_Char_Size(font.face.get(), wanted_px64, 0, 72, 72);  // at 72 dpi a point is a pixel
        font.size_px64 = wanted_px64;
    }
    return font.face.get();
}

const VerticalMetrics& FontSet::metrics(FontId font) const {
    return fonts_.at(font).metrics;
}

}  // namespace render::text
