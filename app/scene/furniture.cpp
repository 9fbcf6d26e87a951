#include "app/scene/furniture.h"

#include "app/panels/panel_places.h"
#include "app/scene/ground_scale.h"
#include "events/counted.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace app {

namespace {

using render::RectPt;
using render::text::Face;
using render::text::TextStyle;

constexpr TextStyle small{Face::Regular, 12.0F, 0.0F};
constexpr TextStyle large_date_style{Face::DisplaySemiBold, 26.0F, -0.015F};
constexpr TextStyle small_date_style{Face::DisplaySemiBold, 20.0F, -0.015F};
constexpr float margin_pt = 16.0F;
constexpr float widest_bar_pt = 160.0F;

class Writer {
public:
    Writer(const MeasureText& measure) : measure_{measure} {}
    float text(std::string text, const TextStyle& style, float x, float baseline, render::Rgba color) {
        const float width = measure_(text, style);
        lines.push_back({std::move(text),
                         style,
                         {x, baseline},
                         {x, baseline - style.size_pt, x + width, baseline + style.size_pt * 0.3F},
                         color});
        return width;
    }
    void box(RectPt rect, render::Rgba color) { lines.push_back({{}, {}, {}, rect, color}); }

    [[nodiscard]] float width(const std::string& text, const TextStyle& style) const { return measure_(text, style); }

    std::vector<FurnitureLine> lines;

private:
    const MeasureText& measure_;
};

/// "1  Title, date", shortened at a space until it is at most that wide.
std::string source_words(const events::Source& source, float width, const MeasureText& measure) {
    const std::string number = std::to_string(source.number) + "  ";
    std::string words = source.title + (source.date_words.empty() ? "" : ", " + source.date_words);
    bool cut = false;
    while (measure(number + words + (cut ? "\u2026" : ""), small) > width && words.find(' ') != std::string::npos) {
        words.erase(words.find_last_of(' '));
        cut = true;
    }
    return number + words + (cut ? "\u2026" : "");
}

/// "Sources   1  Title, date    3  Title, date    and 2 more": as many of the numbered sources of what is shown as fit,
/// the first one shortened if need be.
std::string sources_line(const World& world, std::span<const events::EventIndex> visible, float width,
                         const MeasureText& measure) {
    std::set<std::pair<int, std::uint32_t>> numbered;
    for (const events::EventIndex index : visible) {
        for (const std::uint32_t source : (*world.events)[index].sources) {
            numbered.insert({world.events->sources()[source].number, source});
        }
    }
    const std::string heading = "Sources   ";
    const float room = width - measure(heading + "    and 999 more", small);
    std::string line;
    std::size_t left = numbered.size();
    for (const auto& [number, index] : numbered) {
        const events::Source& source = world.events->sources()[index];
        const bool first = line.empty();
        const std::string next =
            first ? source_words(source, room, measure) : line + "    " + source_words(source, width, measure);
        if (!first && measure(next, small) > room) {
            break;
        }
        line = next;
        --left;
    }
    const std::string more = left > 0 ? "    and " + std::to_string(left) + " more" : "";
    return line.empty() ? line : heading + line + more;
}

/// A scale bar from `at` on, with its words. Gives where these end.
float write_bar(Writer& writer, const ScaleBar& bar, render::ScreenPt at, const render::Theme& theme) {
    writer.box({at.x, at.y - 0.5F, at.x + bar.width_pt, at.y + 0.5F}, theme.text_2);
    writer.box({at.x, at.y - 7.0F, at.x + 1.0F, at.y}, theme.text_2);
    writer.box({at.x + bar.width_pt - 1.0F, at.y - 7.0F, at.x + bar.width_pt, at.y}, theme.text_2);
    const float label_x = at.x + bar.width_pt + 8.0F;
    return label_x + writer.text(bar.label, small, label_x, at.y, theme.text_2);
}

/// What time a picture shows, in its largest type: a window that all is alike in by its two ends.
std::string date_words(const TimeState& time) {
    const events::DaySpan window = window_of(time);
    switch (time.mode) {
        case WindowMode::All:
            return "All events";
        case WindowMode::SoFar:
            return "Until " + events::words_from_days(time.playhead);
        case WindowMode::Range:
            return events::words_from_days(window.start, time.playhead);
        case WindowMode::Moment:
            break;
    }
    return events::words_from_days(time.playhead);
}

/// The date, in two lines where one is too long, and beside it the count, or above it where that has no room there.
void write_date(Writer& writer, const std::string& date, const std::string& count, render::ScreenPt last_baseline,
                float width, bool narrow, const render::Theme& theme) {
    const TextStyle count_style{Face::Regular, narrow ? 12.0F : 13.0F, 0.0F};
    const TextStyle date_style = narrow ? small_date_style : large_date_style;
    const float line_pt = narrow ? 26.0F : 34.0F;
    constexpr float gap_pt = 12.0F;
    constexpr std::string_view between = " to ";
    const std::size_t cut = writer.width(date, date_style) > width ? date.find(between) : std::string::npos;
    const bool two_lines = cut != std::string::npos;
    const float date_width = writer.text(two_lines ? date.substr(cut + between.size()) : date, date_style,
                                         last_baseline.x, last_baseline.y, theme.text_1);
    if (two_lines) {
        writer.text(date.substr(0, cut + between.size() - 1), date_style, last_baseline.x, last_baseline.y - line_pt,
                    theme.text_1);
    }
    const bool beside = date_width + gap_pt + writer.width(count, count_style) <= width;
    writer.text(count, count_style, last_baseline.x + (beside ? date_width + gap_pt : 0.0F),
                last_baseline.y - (beside      ? 0.0F
                                   : two_lines ? 2.0F * line_pt
                                               : line_pt),
                theme.text_2);
}

/// In as many lines as it takes, none wider than `width`, broken at spaces. A longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, float width, const MeasureText& measure) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string word{text.substr(at, space - at)};
        if (!lines.empty() && measure(lines.back() + ' ' + word, small) <= width) {
            lines.back() += ' ' + word;
        } else {
            lines.push_back(word);
        }
        at = space + 1;
    }
    return lines;
}

void lift(FurnitureLine& line, float by) {
    line.baseline.y -= by;
    line.box.top -= by;
    line.box.bottom -= by;
}

/// "Map data: Natural Earth"; nothing where the boundary statement names the data already.
std::string credit_of(const World& world) {
    const bool named = world.boundary_statement.find(world.map_data) != std::string::npos;
    return world.map_data.empty() || named ? std::string{} : "Map data: " + world.map_data;
}

/// Moves all lines up together until none lies under something.
void lift_above(std::vector<FurnitureLine>& lines, std::span<const RectPt> covered) {
    float by = 0.0F;
    for (const FurnitureLine& line : lines) {
        for (const RectPt& other : covered) {
            by = other.intersects(line.box) ? std::max(by, line.box.bottom - other.top + 4.0F) : by;
        }
    }
    for (FurnitureLine& line : lines) {
        lift(line, by);
    }
}

/// The credit by itself in the lower right corner, above whatever is there.
std::vector<FurnitureLine> corner_line(std::string words, render::ScreenPt lower_right,
                                       const std::vector<FurnitureLine>& others, std::span<const RectPt> covered,
                                       render::Rgba color, const MeasureText& measure) {
    Writer writer{measure};
    const float left = lower_right.x - measure(words, small);
    writer.text(std::move(words), small, left, lower_right.y, color);
    lift_above(writer.lines, covered);
    // The other lines may have been lifted to where it is now.
    for (const FurnitureLine& other : others) {
        if (other.box.intersects(writer.lines.front().box)) {
            lift(writer.lines.front(), writer.lines.front().box.bottom - other.box.top + 4.0F);
        }
    }
    return std::move(writer.lines);
}

}  // namespace

ScaleBar scale_bar(double metres_per_pt, float widest_pt) {
    ScaleBar best;
    for (double power = 1.0; power < 1e8; power *= 10.0) {
        for (const double step : {1.0, 2.0, 5.0}) {
            const double metres = step * power;
            const double width = metres / metres_per_pt;
            if (width <= static_cast<double>(widest_pt)) {
                best = {metres, static_cast<float>(width), {}};
            }
        }
    }
    const bool km = best.metres >= 1000.0;
    best.label =
        std::to_string(static_cast<long>(std::lround(km ? best.metres / 1000.0 : best.metres))) + (km ? " km" : " m");
    return best;
}

std::vector<FurnitureLine> furniture_lines(const AppState& state, const World& world,
                                           std::span<const events::EventIndex> visible, std::span<const RectPt> covered,
                                           Furniture furniture, const MeasureText& measure, std::string_view shades) {
    Writer writer{measure};
    const render::Theme& theme = *state.theme;
    const RectPt free = free_map(state, world);
    const bool exported = furniture == Furniture::Export;
    const float x = std::max(free.left + 8.0F, margin_pt);
    const float width = free.right - x - margin_pt;
    const float lower_edge = furniture_edge(state, world);
    const bool narrow = is_narrow_picture(state.camera.size);
    const float row = narrow ? 18.0F : 20.0F;
    float baseline = lower_edge - (narrow ? 12.0F : exported ? 20.0F : 24.0F);
    if (exported) {
        const std::string sources = sources_line(world, visible, width, measure);
        if (!sources.empty()) {
            writer.text(sources, small, x, baseline, theme.text_2);
            baseline -= narrow ? row : 24.0F;
        }
    }
    const float foot = baseline;
    const auto scale = ground_scale_of(world, state.camera, free);
    float taken_to = x - 16.0F;
    if (scale && !state.bare) {
        taken_to = write_bar(writer, scale_bar(*scale, narrow ? 0.25F * width : widest_bar_pt), {x, baseline}, theme);
    }
    const float statement_right = taken_to + 16.0F + measure(world.boundary_statement, small);
    if (statement_right <= x + width) {
        writer.text(world.boundary_statement, small, taken_to + 16.0F, baseline, theme.text_2);
        taken_to = statement_right;
    } else {
        auto lines = wrapped(world.boundary_statement, width, measure);
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            baseline -= scale || line != lines.rbegin() ? row : 0.0F;
            writer.text(std::move(*line), small, x, baseline, theme.text_2);
        }
    }
    const std::string credit = credit_of(world);
    const bool in_corner = taken_to + (narrow ? 8.0F : 24.0F) + measure(credit, small) <= x + width;
    if (!in_corner && !credit.empty()) {
        baseline -= row;
        writer.text(credit, small, x, baseline, theme.text_3);
    }
    auto shade_lines = wrapped(shades, width, measure);
    for (auto line = shade_lines.rbegin(); line != shade_lines.rend(); ++line) {
        baseline -= row;
        writer.text(std::move(*line), small, x, baseline, theme.text_2);
    }
    if (exported) {
        write_date(writer, date_words(state.time),
                   std::to_string(visible.size()) + " of " + events::counted(world.events->size(), "event"),
                   {x, baseline - (narrow ? 22.0F : 30.0F)}, width, narrow, theme);
    }
    lift_above(writer.lines, covered);
    if (in_corner && !credit.empty()) {
        for (FurnitureLine& line :
             corner_line(credit, {x + width, foot}, writer.lines, covered, theme.text_3, measure)) {
            writer.lines.push_back(std::move(line));
        }
    }
    return std::move(writer.lines);
}

float furniture_edge(const AppState& state, const World& world) {
    return state.panels_shown ? free_map(state, world).bottom : state.camera.size.height;
}

std::vector<RectPt> furniture_obstacles(std::span<const FurnitureLine> lines, float lower_edge) {
    constexpr float strip_pt = 30.0F;
    std::vector<RectPt> obstacles;
    for (const FurnitureLine& line : lines) {
        float below = lower_edge;
        for (const FurnitureLine& other : lines) {
            const bool under =
                other.box.top >= line.box.bottom && other.box.left < line.box.right && line.box.left < other.box.right;
            below = under ? std::min(below, other.box.top) : below;
        }
        RectPt obstacle = line.box;
        obstacle.bottom = below - obstacle.bottom <= strip_pt ? std::max(below, obstacle.bottom) : obstacle.bottom;
        obstacles.push_back(obstacle);
    }
    return obstacles;
}

}  // namespace app
