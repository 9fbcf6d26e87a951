// The ladder of the pair view: dates, rails with their rungs, titles, and the running score.
#include "app/panels/pair_parts.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;
using render::ScreenPt;

constexpr float head_height = 36.0F;
constexpr float rail_ring = 4.0F;

/// One frame of the ladder. Lists move, so that everything is drawn from their first line on.
class LadderDrawing {
public:
    LadderDrawing(Canvas& canvas, const RectPt& room, const PairLadder& ladder, const AppState& state,
                  const MapView& view, Commands& commands)
        : canvas_{canvas},
          theme_{canvas.theme()},
          room_{room},
          list_{room.left, room.top + head_height, room.right, room.bottom},
          ladder_{ladder},
          state_{state},
          view_{view},
          commands_{commands},
          columns_{pair_columns(room.width())},
          rails_{columns_.rails(ladder.heads.size())} {
        for (float& x : rails_) {
            x += room.left;
        }
    }

    void draw() {
        draw_heads();
        draw_score_head();
        const float top = canvas_.begin_list("##ladder", list_);
        std::vector<Seen> seen = rows_in_view(top);
        for (const Seen& row : seen) {
            draw_ground(row);
        }
        draw_rails(top);
        canvas_.links(rungs_of(seen), list_);
        draw_score(top);
        for (const Seen& row : seen) {
            draw_row(row);
        }
        canvas_.end_list(top + ladder_.height + 8.0F);
        if (pointed_ != state_.pair.pointed) {
            commands_.emplace_back(PointAtRow{pointed_});
        }
    }

private:
    struct Seen {
        const PairLine* line = nullptr;
        PairRow row;
        float y = 0.0F;  // its middle
    };

    [[nodiscard]] bool in_view(const PairLine& line, float top) const {
        return top + line.top + line.height > list_.top && top + line.top < list_.bottom;
    }

    std::vector<Seen> rows_in_view(float top) const {
        std::vector<Seen> seen;
        for (const PairLine& line : ladder_.lines) {
            if (line.event && in_view(line, top)) {
                seen.push_back(
                    {&line, row_of(line, state_, view_.world(), view_.visible()), top + line.top + line.height / 2.0F});
            }
        }
        return seen;
    }

    void draw_heads() {
        const float middle = room_.top + head_height / 2.0F + 4.0F;
        const float room =
            ladder_.heads.size() == 2 ? columns_.rail_last - columns_.rail_first - 8.0F : rails_[1] - rails_[0] - 2.0F;
        for (std::size_t i = 0; i < rails_.size() && room > 28.0F; ++i) {
            const float width = std::min(canvas_.width(ladder_.heads[i], type::small_strong), room);
            const float left = std::max(rails_[i] - width / 2.0F, room_.left + 20.0F);
            const RectPt cell{left, middle - 10.0F, left + width, middle + 10.0F};
            const Touch touched = canvas_.control("head" + std::to_string(i), cell.grown(2.0F), false, 6.0F);
            canvas_.text(ladder_.heads[i], type::small_strong, cell, theme_.text_1);
            const std::string& code = state_.selection.countries[i];
            canvas_.help(touched, "The card of " + std::string{view_.world().name_of(code)});
            if (touched.clicked) {
                commands_.emplace_back(SelectCountry{code, false});
            }
        }
    }

    void draw_score_head() {
        const float middle = room_.top + head_height / 2.0F + 4.0F;
        const RectPt cell{room_.left + columns_.score_left - 4.0F, middle - 10.0F, room_.left + columns_.score_right,
                          middle + 10.0F};
        const Touch touched = canvas_.touch("score", cell, false);
        canvas_.text("Score", type::small, cell, touched.hovered ? theme_.text_1 : theme_.text_3, Align::Right);
        if (touched.hovered) {
            draw_score_help(cell);
        }
    }

    void draw_score_help(const RectPt& below) {
        constexpr float width = 340.0F;
        constexpr float row = 17.0F;
        const auto lines = canvas_.wrapped(score_help(ladder_.score_now), type::small, width - 28.0F, 12);
        const RectPt box{below.right - width, below.bottom + 6.0F, below.right,
                         below.bottom + 26.0F + row * static_cast<float>(lines.size())};
        canvas_.begin_panel("##scorehelp", box, 8.0F, true);
        canvas_.fill(box, theme_.panel_raised, 8.0F);
        canvas_.outline(box, theme_.hairline_strong, 8.0F);
        float y = box.top + 10.0F;
        for (const std::string& line : lines) {
            canvas_.text(line, type::small, {box.left + 14.0F, y, box.right - 10.0F, y + row}, theme_.text_1);
            y += row;
        }
        canvas_.end_panel();
    }

    void draw_ground(const Seen& row) {
        const RectPt place{room_.left + 8.0F, row.y - pair_row / 2.0F, room_.left + columns_.title_right + 6.0F,
                           row.y + pair_row / 2.0F};
        const std::string id = std::to_string(static_cast<unsigned>(*row.line->event));
        const Touch touched = canvas_.control("row" + id, place, row.row.selected, 6.0F);
        if (row.row.pointed && !touched.hovered && !row.row.selected) {
            canvas_.fill(place, theme_.fill_hover, 6.0F);
        }
        if (touched.hovered) {
            pointed_ = row.line->event;
        }
        if (touched.clicked) {
            commands_.emplace_back(GoToEvent{*row.line->event});
        }
        const RectPt score{place.right + 2.0F, place.top, room_.right - 8.0F, place.bottom};
        canvas_.help(canvas_.touch("score" + id, score, false), score_words(row.line->score) + " by then");
    }

    /// Whole beside events, dotted beside gaps.
    void draw_rails(float top) {
        for (const PairLine& line : ladder_.lines) {
            if (!in_view(line, top)) {
                continue;
            }
            const float y = top + line.top;
            for (const float x : rails_) {
                constexpr float dot = 1.5F;
                constexpr float period = 4.5F;
                for (float d = 1.0F; !line.event && d < line.height; d += period) {
                    canvas_.line({x, y + d}, {x, y + d + dot}, theme_.text_2, 1.25F);
                }
                if (line.event) {
                    canvas_.line({x, y}, {x, y + line.height}, theme_.text_2, 1.25F);
                }
            }
            if (!line.event) {
                draw_gap(line, y);
            }
        }
    }

    void draw_gap(const PairLine& line, float y) {
        canvas_.text(line.gap, type::small_italic, {rails_.front() + 6.0F, y, rails_.back() - 6.0F, y + line.height},
                     theme_.text_2, Align::Center);
    }

    render::LinkBatch rungs_of(const std::vector<Seen>& seen) const {
        constexpr float pale = 0.5F;
        render::LinkBatch batch;
        const KindColors colors{view_.world().events->kinds(), theme_};
        for (const Seen& row : seen) {
            const bool strong = row.row.in_window || row.row.pointed || row.row.selected;
            pack_rung(row.row.rung, *row.line->event, rails_, row.y, strong ? 1.0F : pale, state_, view_.world(),
                      colors, batch);
        }
        return batch;
    }

    [[nodiscard]] float score_x(double score) const {
        const double share = (score - ladder_.score_low) / (ladder_.score_high - ladder_.score_low);
        return room_.left + columns_.score_left +
               (columns_.score_right - columns_.score_left) * static_cast<float>(share);
    }

    /// The running score, down along the rows, with the line where it is zero.
    void draw_score(float top) {
        const float zero = std::round(score_x(0.0)) + 0.5F;
        const float bottom = std::min(top + ladder_.height, list_.bottom);
        canvas_.line({zero, std::max(top, list_.top)}, {zero, bottom}, theme_.hairline_strong);
        std::vector<ScreenPt> points;
        for (const PairLine& line : ladder_.lines) {
            const float y = top + line.top + line.height / 2.0F;
            if (line.event && y > list_.top - 100.0F && y < list_.bottom + 100.0F) {
                points.push_back({score_x(line.score), y});
            }
        }
        if (points.size() > 1) {
            canvas_.polyline(points, theme_.text_2, 1.5F);
        }
        for (const ScreenPt& point : points) {
            canvas_.disc(point, 2.25F, theme_.text_2);
        }
    }

    void draw_row(const Seen& seen) {
        const PairRow& row = seen.row;
        for (const std::size_t rail : row.rung.touched) {
            const ScreenPt at{rails_[rail], seen.y};
            canvas_.disc(at, rail_ring, theme_.panel_raised);
            canvas_.ring(at, rail_ring, row.in_window ? theme_.text_1 : theme_.text_3, 1.25F);
        }
        draw_pair_number(canvas_, {room_.left + columns_.number, seen.y}, seen.line->number, !row.in_window);
        const float left = room_.left + columns_.title;
        const float right = room_.left + columns_.title_right;
        const Rgba ink = row.in_window ? theme_.text_1 : theme_.text_2;
        const Rgba faint = row.in_window ? theme_.text_2 : theme_.text_3;
        const RectPt upper{left, seen.y - 17.0F, right, seen.y + 1.0F};
        const RectPt lower{left, seen.y, right, seen.y + 16.0F};
        if (columns_.dates_above) {
            const float date = canvas_.text(row.date, type::small, upper, faint);
            const std::string rest = row.second.empty() ? "" : "  " + row.second;
            canvas_.text(rest, type::small, {left + date, upper.top, right, upper.bottom}, theme_.text_3);
            canvas_.text(row.title, row.selected ? type::body_bold : type::body_strong, lower, ink);
            return;
        }
        canvas_.text(row.title, row.selected ? type::body_bold : type::body_strong, upper, ink);
        canvas_.text(row.second, type::small, lower, theme_.text_3);
        draw_date(row, seen.y, faint);
    }

    void draw_date(const PairRow& row, float y, Rgba color) {
        const float left = room_.left + columns_.date_left;
        const float right = room_.left + columns_.date_right;
        const float width = right - left;
        std::vector<std::string> lines{row.date};
        if (canvas_.width(row.date, type::small) > width) {
            lines = canvas_.wrapped(with_short_months(row.date), type::small, width, 2);
        }
        float line_top = y - 8.0F * static_cast<float>(lines.size());
        for (const std::string& line : lines) {
            canvas_.text(line, type::small, {left, line_top, right, line_top + 16.0F}, color, Align::Right);
            line_top += 16.0F;
        }
    }

    Canvas& canvas_;
    const render::Theme& theme_;
    RectPt room_;
    RectPt list_;
    const PairLadder& ladder_;
    const AppState& state_;
    const MapView& view_;
    Commands& commands_;
    PairColumns columns_;
    std::vector<float> rails_;
    std::optional<events::EventIndex> pointed_;
};

}  // namespace

void draw_pair_ladder(Canvas& canvas, const RectPt& room, const PairLadder& ladder, const AppState& state,
                      const MapView& view, Commands& commands) {
    if (ladder.lines.empty()) {
        canvas.text(state.pair.tab == PairTab::All ? "Nothing between them" : "Nothing goes that way", type::body,
                    {room.left + 20.0F, room.top + 16.0F, room.right - 20.0F, room.top + 40.0F}, canvas.theme().text_2);
        return;
    }
    LadderDrawing{canvas, room, ladder, state, view, commands}.draw();
}

}  // namespace app
