#include "app/panels/timeline_lanes.h"

#include "app/panels/event_card_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr float pitch_pt = 18.0F;
constexpr float bar_pt = 15.0F;
constexpr float run_out_pt = 8.0F;   // an open end goes so far beyond the axis
constexpr float indent_pt = 6.0F;    // of the label in its bar
constexpr float between_pt = 12.0F;  // between two bars of a row
constexpr float narrowest_bar_pt = 6.0F;
constexpr float longest_label_pt = 240.0F;  // outside its bar
constexpr float year_fade_pt = 60.0F;
constexpr render::text::TextStyle label_style{render::text::Face::Medium, 12.0F};

/// What is taken in each row.
class Rows {
public:
    explicit Rows(int count) : taken_(static_cast<std::size_t>(std::max(count, 0))) {}

    [[nodiscard]] bool is_free(std::size_t row, float from, float to) const {
        return std::none_of(taken_[row].begin(), taken_[row].end(), [&](const std::pair<float, float>& span) {
            return from < span.second + between_pt && span.first < to + between_pt;
        });
    }
    void take(std::size_t row, float from, float to) { taken_[row].emplace_back(from, to); }
    [[nodiscard]] std::size_t count() const { return taken_.size(); }

private:
    std::vector<std::vector<std::pair<float, float>>> taken_;
};

bool overlaps(const events::DaySpan& a, const events::DaySpan& b) {
    return a.start < b.end && b.start < a.end;
}

void place_in_row(LaneBar& bar, std::size_t row, float top) {
    bar.row = static_cast<int>(row);
    bar.rect.top = top + static_cast<float>(row) * pitch_pt;
    bar.rect.bottom = bar.rect.top + bar_pt;
}

/// The bar's extent along the axis, out to its fuzzy bounds, and how far its ends fade: as far inside the strict bound
/// as outside of it.
void stretch_bar(LaneBar& bar, const events::EdtfDate& date, const TimeAxis& axis) {
    bar.open_left = !std::isfinite(date.strict.start);
    bar.open_right = !std::isfinite(date.strict.end);
    const float from = bar.open_left ? axis.left() - run_out_pt : axis.x_from_day(date.strict.start);
    const float to = bar.open_right ? axis.right() + run_out_pt : axis.x_from_day(date.strict.end);
    bar.rect.left = bar.open_left ? from : std::min(from, axis.x_from_day(date.fuzzy.start));
    bar.rect.right = bar.open_right ? to : std::max(to, axis.x_from_day(date.fuzzy.end));
    bar.rect.right = std::max(bar.rect.right, bar.rect.left + narrowest_bar_pt);
    const float half = bar.rect.width() / 2.0F;
    bar.fade_left = std::clamp(2.0F * (from - bar.rect.left), 0.0F, half);
    bar.fade_right = std::clamp(2.0F * (bar.rect.right - to), 0.0F, half);
}

/// Beside the bar's beginning, or where the scale begins for a bar that comes out of the collapsed years; shifted left
/// as far as the axis' end demands.
void place_label(LaneBar& bar, const TimeAxis& axis, const TextWidth& text_width) {
    float x = bar.rect.left + bar.fade_left / 2.0F + indent_pt;
    if (x < axis.linear_left() + indent_pt && bar.rect.right > axis.linear_left() + longest_label_pt / 2.0F) {
        x = axis.linear_left() + indent_pt;
    }
    const float wanted = text_width(bar.label, label_style);
    const float inside = std::min(bar.rect.right, axis.right()) - indent_pt - x;
    bar.label_room = std::min(wanted, std::max(longest_label_pt, inside));
    bar.label_room = std::min(bar.label_room, axis.right() - axis.left());
    bar.label_x = std::clamp(x, axis.left(), axis.right() - bar.label_room);
}

LaneBar bar_of(events::EventIndex index, const AppState& state, const World& world, const TimeAxis& axis,
               const TextWidth& text_width) {
    const events::Event& event = (*world.events)[index];
    const events::Status status = status_of(event, state.time);
    LaneBar bar;
    bar.event = index;
    bar.kind = event.kind;
    bar.label = event.title;
    bar.ghost = events::is_ghost(status) || status == events::Status::Cancelled;
    bar.inside = overlaps(event.date->strict, window_of(state.time));
    stretch_bar(bar, *event.date, axis);
    place_label(bar, axis, text_width);
    return bar;
}

/// The longest of three wordings that fits.
std::string year_label(int year, int count, bool shown, float room, const TextWidth& text_width) {
    const std::string number = count_words(static_cast<std::size_t>(count));
    const std::string year_text = events::words_from_year(year);
    const std::string state = shown ? " (shown)" : " (off)";
    std::string whole = number;
    whole += count == 1 ? " event" : " events";
    whole.append(" known only to the year ").append(year_text).append(state);
    std::string brief = number;
    brief.append(" in ").append(year_text).append(state);
    for (const std::string& words : {whole, brief, number}) {
        if (text_width(words, label_style) <= room) {
            return words;
        }
    }
    return {};
}

LaneBar bar_of_year(int year, int count, const AppState& state, const TimeAxis& axis, const TextWidth& text_width) {
    LaneBar bar;
    bar.year = year;
    bar.inside = state.year_only_shown || state.time.mode != WindowMode::Moment;
    // The years are each other's neighbours without a gap.
    bar.rect.left = axis.x_from_day(events::days_from_civil({year, 1, 1})) + between_pt / 2.0F;
    bar.rect.right = axis.x_from_day(events::days_from_civil({year + 1, 1, 1})) - between_pt / 2.0F;
    bar.fade_left = bar.fade_right = std::clamp(bar.rect.width() / 4.0F, 0.0F, year_fade_pt);
    bar.label_x = bar.rect.left + indent_pt;
    bar.label_room = std::max(bar.rect.width() - 2.0F * indent_pt, 0.0F);
    bar.label = year_label(year, count, bar.inside, bar.label_room, text_width);
    bar.label_room = std::min(bar.label_room, text_width(bar.label, label_style));
    return bar;
}

void pack_years(PackedLanes& packed, Rows& rows, const AppState& state, const TimelineBins& bins, float top,
                const TextWidth& text_width) {
    for (const auto& [year, count] : bins.year_only) {
        LaneBar bar = bar_of_year(year, count, state, bins.axis, text_width);
        // A year that is squeezed to nothing is left to the legend.
        if (rows.count() < 2 || bar.label.empty()) {
            ++packed.left_out;
            continue;
        }
        place_in_row(bar, rows.count() - 1, top);
        rows.take(rows.count() - 1, bar.rect.left, bar.rect.right);
        packed.bars.push_back(std::move(bar));
    }
}

}  // namespace

PackedLanes packed_lanes(const AppState& state, const World& world, const TimelineBins& bins, float top, int rows,
                         const TextWidth& text_width) {
    PackedLanes packed;
    if (rows <= 0) {
        return packed;
    }
    Rows taken{rows};
    pack_years(packed, taken, state, bins, top, text_width);
    for (const events::EventIndex index : bins.lasting) {
        LaneBar bar = bar_of(index, state, world, bins.axis, text_width);
        const float from = std::min(bar.rect.left, bar.label_x);
        const float to = std::max(bar.rect.right, bar.label_x + bar.label_room);
        std::size_t row = 0;
        while (row < taken.count() && !taken.is_free(row, from, to)) {
            ++row;
        }
        if (row == taken.count()) {
            ++packed.left_out;
            continue;
        }
        place_in_row(bar, row, top);
        taken.take(row, from, to);
        packed.bars.push_back(std::move(bar));
    }
    return packed;
}

}  // namespace app
