#include "app/jobs/theme_file.h"

#include "app/input/nearest.h"
#include "app/platform/read_file.h"
#include "events/file_problems.h"
#include "events/json/parse_events.h"
#include "events/json/repair_utf8.h"
#include "events/json/why_no_text.h"
#include "render/color_text.h"
#include "render/theme_legibility.h"
#include "render/theme_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace app {

namespace {

using events::RawType;
using events::RawValue;
using geodata::Problem;
using geodata::Severity;

constexpr std::string_view wanted_color = "is written #RRGGBB, #RRGGBBAA, #RRGGBB 86% or none";
constexpr float thickest_outline_pt = 8.0F;
constexpr std::array<std::string_view, 3> bases{"dark", "light", "contrast"};
constexpr std::array<std::string_view, 5> paragraphs{"sea.deep", "hatch", "label.selected", "text.1", "link.visit"};
constexpr std::string_view outline_width = "outline.width";
constexpr std::string_view waterline_opacity = "waterline.opacity";

/// Every name that a member of the file may have.
std::vector<std::string_view> member_names() {
    std::vector<std::string_view> names{"name", "note", "based_on", "glow", outline_width, waterline_opacity};
    for (const render::ColorToken& token : render::color_tokens()) {
        names.push_back(token.name);
    }
    return names;
}

/// Takes the members of one file in whatever order they come; the base is known when all have been read.
class ThemeReader : public events::json::EventSink {
public:
    explicit ThemeReader(const std::string& file) : problems_{file} {}

    void on_member(RawValue member) override {
        const std::string name{member.key()};
        if (!first_time(name, member)) {
            return;
        }
        if (const render::ColorToken* token = render::color_token(name)) {
            read_color(*token, member);
        } else if (name == "name") {
            name_ = std::string{events::text_of(member, problems_)};
        } else if (name == "based_on") {
            read_base(member);
        } else if (name == "glow") {
            read_glow(member);
        } else if (name == outline_width) {
            width_ = events::number_of(member, 0.0, static_cast<double>(thickest_outline_pt), problems_);
            ++known_;
        } else if (name == waterline_opacity) {
            read_waterlines(member);
        } else if (name != "note") {
            const auto names = member_names();
            problems_.warn("there is no colour " + name + did_you_mean(name, names), member.key_line(),
                           member.key_column(), member.pointer());
        }
    }
    void on_event(RawValue) override { is_list_ = true; }

    [[nodiscard]] geodata::Loaded<ThemePtr> finish(const events::json::ParseReport& report, const std::string& stem) {
        const bool broken = !report.broken.empty();
        problems_.add(report.mended);
        problems_.add(report.broken);
        geodata::Loaded<ThemePtr> result;
        if (is_list_ || report.has_list) {
            problems_.error("this is a list and no theme; a theme is an object of named colours");
        } else if (known_ == 0 && !broken) {
            problems_.error("this file names no colour of a theme; 'caravan theme dark' shows all there are");
        } else if (known_ > 0) {
            auto theme = std::make_shared<render::Theme>(made());
            theme->name = name_.empty() ? stem : name_;
            tell_what_is_hard_to_read(*theme);
            result.value = std::move(theme);
        }
        result.problems = problems_.take();
        return result;
    }

private:
    bool first_time(const std::string& name, RawValue member) {
        const bool first = places_.try_emplace(name, member.key_line(), member.key_column()).second;
        if (!first) {
            problems_.warn(name + " is there twice; the first one counts", member.key_line(), member.key_column(),
                           member.pointer());
        }
        return first;
    }

    void read_color(const render::ColorToken& token, RawValue member) {
        ++known_;
        auto color = member.is(RawType::Text) ? render::rgba_from_text(member.text()) : std::nullopt;
        if (!color) {
            problems_.error(member, "a colour " + std::string{wanted_color});
            return;
        }
        if (token.opaque && color->a < 1.0F) {
            problems_.warn(member, std::string{token.name} + " lies under everything else and is opaque");
            color->a = 1.0F;
        }
        colors_.emplace_back(&token, *color);
    }

    void read_base(RawValue member) {
        const std::string_view name = events::text_of(member, problems_);
        if (const render::Theme* base = render::theme_from_name(name)) {
            base_ = base;
            ++known_;
        } else if (member.is(RawType::Text)) {
            problems_.error(member, "based_on is dark, light or contrast" + did_you_mean(name, bases));
        }
    }

    void read_glow(RawValue member) {
        ++known_;
        if (member.is(RawType::Boolean)) {
            glows_ = member.boolean();
        } else {
            problems_.error(member, "glow is true or false");
        }
    }

    void read_waterlines(RawValue member) {
        ++known_;
        std::vector<float> numbers;
        bool good = member.is(RawType::List);
        for (const RawValue number : member) {
            good = good && number.is(RawType::Number) && number.number() >= 0.0 && number.number() <= 1.0;
            numbers.push_back(static_cast<float>(number.number()));
        }
        std::array<float, 4> opacities{};
        if (!good || numbers.size() != opacities.size()) {
            problems_.error(member, std::string{waterline_opacity} + " is a list of four numbers from 0 to 1");
            return;
        }
        std::copy(numbers.begin(), numbers.end(), opacities.begin());
        waterlines_ = opacities;
    }

    [[nodiscard]] render::Theme made() const {
        render::Theme theme = *base_;
        for (const auto& [token, color] : colors_) {
            token->in(theme) = color;
        }
        theme.glows = glows_.value_or(theme.glows);
        theme.outline_width_pt = width_ ? static_cast<float>(*width_) : theme.outline_width_pt;
        theme.waterline_alpha = waterlines_.value_or(theme.waterline_alpha);
        return theme;
    }

    /// Where the file speaks of one of these colours, the first that it names; no place where it names none.
    [[nodiscard]] std::pair<int, int> place_of(std::initializer_list<std::string_view> names) const {
        for (const std::string_view name : names) {
            if (const auto found = places_.find(name); found != places_.end()) {
                return found->second;
            }
        }
        return {0, 0};
    }

    void tell_what_is_hard_to_read(const render::Theme& theme) {
        for (const render::LowContrast& low : render::low_contrasts(theme)) {
            const std::string_view below = low.ground.starts_with("fill.") ? "panel" : "halo";
            std::array<char, 16> ratio{};
            std::snprintf(ratio.data(), ratio.size(), "%.1f:1",
                          std::floor(static_cast<double>(low.ratio) * 10.0) / 10.0);
            const auto [line, column] = place_of({low.text, low.ground, below});
            problems_.warn(std::string{low.text} + " is hard to read on " + std::string{low.ground} + ": " +
                               ratio.data() + " where text needs 4.5:1",
                           line, column);
        }
        for (const render::LookAlike& pair : render::look_alikes(theme)) {
            const std::string_view a = render::name_from_hue(pair.a);
            const std::string_view b = render::name_from_hue(pair.b);
            const auto [line, column] = place_of({a, b});
            problems_.warn(std::string{a} + " and " + std::string{b} + " look alike with " +
                               std::string{render::words_from_vision(pair.vision)},
                           line, column);
        }
    }

    events::FileProblems problems_;
    std::map<std::string, std::pair<int, int>, std::less<>> places_;  // line and column of every name in the file
    std::string name_;
    const render::Theme* base_ = &render::dark_theme();
    std::vector<std::pair<const render::ColorToken*, render::Rgba>> colors_;
    std::optional<bool> glows_;
    std::optional<double> width_;
    std::optional<std::array<float, 4>> waterlines_;
    int known_ = 0;
    bool is_list_ = false;
};

geodata::Loaded<ThemePtr> refused(const std::filesystem::path& path, std::string why) {
    geodata::Loaded<ThemePtr> result;
    result.problems.push_back({Severity::Error, std::move(why), path.string(), 0, 0, {}});
    return result;
}

std::string number_words(float number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

}  // namespace

geodata::Loaded<ThemePtr> theme_from_text(std::string text, const std::string& name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.erase(0, byte_order_mark.size());
    }
    if (const std::string_view why = events::json::why_no_text(text); !why.empty()) {
        return refused(name, std::string{why});
    }
    const events::json::Utf8Repairs repairs = events::json::repair_utf8(text);
    ThemeReader reader{name};
    const auto report = events::json::parse_events(text, repairs.offsets, events::json::Layout::Document, reader);
    return reader.finish(report, std::filesystem::path{name}.stem().string());
}

geodata::Loaded<ThemePtr> theme_from_file(const std::filesystem::path& path) {
    constexpr std::uintmax_t most_bytes = 1U << 20U;
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) {
        return refused(path, "this is a folder; a theme is a file of named colours");
    }
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    if (!failed && size > most_bytes) {
        return refused(path, "this is too large for a theme, which is a small file of named colours");
    }
    events::FileBytes file = bytes_of_file(path, most_bytes);
    return file.why.empty() ? theme_from_text(std::move(file.bytes), path.string())
                            : refused(path, std::move(file.why));
}

std::string text_from_theme(const render::Theme& theme) {
    const bool paper = !theme.glows;
    std::string text = std::string{"{\n  \"based_on\": \""} + (paper ? "light" : "dark") +
                       "\",\n  \"glow\": " + (theme.glows ? "true" : "false") + ",\n  \"" + std::string{outline_width} +
                       "\": " + number_words(theme.outline_width_pt) + ",\n  \"" + std::string{waterline_opacity} +
                       "\": [";
    for (const float opacity : theme.waterline_alpha) {
        text += (text.ends_with('[') ? "" : ", ") + number_words(opacity);
    }
    text += "]";
    for (const render::ColorToken& token : render::color_tokens()) {
        text += std::find(paragraphs.begin(), paragraphs.end(), token.name) != paragraphs.end() ? ",\n\n" : ",\n";
        text += "  \"" + std::string{token.name} + "\": \"" + render::text_from_rgba(token.in(theme)) + '"';
    }
    return text + "\n}\n";
}

}  // namespace app
