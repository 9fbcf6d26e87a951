// The timeline's axis: which days stand where between its left and its right end.
//
//   1971  /\  2003  /\  2015  /\ |  Aug 2024   Sep   Oct   Nov   Dec   2025   Feb   Mar   Apr   May ...
//   stub  gap  stub gap stub gap    linear stretch: every day is equally wide
//
// Days are days since 1970-01-01 (events/edtf.h); x is in points of the window.
#pragma once

#include "events/event_store.h"
#include "render/camera.h"
#include "render/text/text.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The advance width of a line of text in points. Layouts ask it, so that they need no fonts in tests.
using TextWidth = std::function<float(std::string_view, const render::text::TextStyle&)>;

/// A stretch of days that is drawn at one scale. The stretches of an axis follow each other without a hole.
struct AxisStretch {
    enum class Kind : std::uint8_t {
        Linear,  ///< shares the width that is left, by its length
        Stub,    ///< a few early or late events: `stub_width_pt` wide, with its year as a label
        Gap,     ///< nothing starts or ends in it: `gap_width_pt` wide, drawn as a zigzag
    };
    Kind kind = Kind::Linear;
    double from = 0.0;
    double to = 1.0;         ///< > from
    std::size_t events = 0;  ///< that start in it
    friend bool operator==(const AxisStretch&, const AxisStretch&) = default;
};

/// An event that is known only to the year has no place of its own on the axis; the same as app::is_year_only, and
/// undated events have none either.
[[nodiscard]] bool stands_on_axis(const events::Event& event);

/// Cuts the extent of a store into stretches. Without `skip_quiet` it is one linear stretch, padded by 2 %.
///
/// With it, quiet stretches are collapsed: the distances between neighbouring starts (and the ends of what lasts more
/// than 400 days) are looked at from the longest down, and one is collapsed while it is longer than a third of what is
/// not yet collapsed and than 45 days, twelve at most. What lies between collapsed gaps is a stub if fewer than four
/// events start in it (or fewer than a twentieth of the densest part's), otherwise linear. Where not even the densest
/// part holds four, nothing is collapsed. Costs one pass and a sort over the events; depends on nothing else.
[[nodiscard]] std::vector<AxisStretch> axis_stretches(const events::EventStore& store, bool skip_quiet);

/// The linear stretch in which most events start; the whole when nothing was collapsed.
[[nodiscard]] events::DaySpan dense_stretch(const std::vector<AxisStretch>& stretches);

/// The label of a collapsed stub, centred at x.
struct AxisStub {
    float x = 0.0F;
    std::string label;  ///< "1971"; empty where it would touch its neighbour's
    double day = 0.0;   ///< where it begins
};

/// The mark of a collapsed gap: the axis line is replaced by a zigzag between the two.
struct AxisZigzag {
    float from = 0.0F;
    float to = 0.0F;
};

struct AxisTick {
    enum class Rank : std::uint8_t {
        Minor,  ///< a day, a month: small regular, text.3
        Major,  ///< the first of its year (of its day, among hours): small semibold, text.1, a line over the full
                ///< height
        Year,   ///< on an axis of years: small medium, text.2
    };
    float x = 0.0F;
    double day = 0.0;
    Rank rank = Rank::Minor;
    std::string label;     ///< empty: the tick stands without one
    float label_x = 0.0F;  ///< left end of the label
    float label_width = 0.0F;
};

[[nodiscard]] render::text::TextStyle tick_style(AxisTick::Rank rank);

class TimeAxis {
public:
    static constexpr float stub_width_pt = 18.0F;
    static constexpr float gap_width_pt = 28.0F;  ///< with a stub 46
    static constexpr float margin_pt = 16.0F;     // left; at the right twice that, for what runs out of it
    static constexpr float max_width_pt = 2400.0F;

    TimeAxis() : TimeAxis({AxisStretch{}}, 0.0F, 100.0F) {}
    /// At least one stretch; right_pt > left_pt. Where stubs and gaps would take more than 45 % of the width (and there
    /// is something linear) they become narrower.
    TimeAxis(std::vector<AxisStretch> stretches, float left_pt, float right_pt);

    /// Days before the first or after the last stand at the axis' ends. Never falls.
    [[nodiscard]] float x_from_day(double day) const;
    /// The inverse; an x outside the axis gives its first or last day.
    [[nodiscard]] double day_from_x(float x) const;

    [[nodiscard]] float left() const { return left_; }
    [[nodiscard]] float right() const { return right_; }
    [[nodiscard]] double first_day() const { return stretches_.front().from; }
    [[nodiscard]] double last_day() const { return stretches_.back().to; }
    /// How wide a day is in the linear stretches; all have the same scale.
    [[nodiscard]] double pt_per_day() const { return pt_per_day_; }
    [[nodiscard]] const std::vector<AxisStretch>& stretches() const { return stretches_; }
    /// Left end of the first linear stretch, where labels of what began earlier stand.
    [[nodiscard]] float linear_left() const;

    /// Of the stubs; labels that would touch are left out.
    [[nodiscard]] std::vector<AxisStub> stubs(const TextWidth& text_width) const;
    [[nodiscard]] std::vector<AxisZigzag> zigzags() const;
    /// Ticks of all linear stretches from left to right: hours, days, months or years, as close as their labels allow.
    /// The first tick of a stretch names its year ("Aug 2024"), the first of a year is major ("2025"), months read
    /// "Feb" and days "16"; years before 100 read "AD 50" and "500 BC". Labels never touch each other, the stubs' or
    /// the axis' end.
    [[nodiscard]] std::vector<AxisTick> ticks(const TextWidth& text_width) const;

private:
    std::vector<AxisStretch> stretches_;
    std::vector<double> edges_;  // x of each stretch's left end, and of the last one's right end
    float left_ = 0.0F;
    float right_ = 0.0F;
    double pt_per_day_ = 0.0;
};

/// The axis of a panel: its width less the margins, at most 2400, centred.
[[nodiscard]] TimeAxis axis_of_panel(std::vector<AxisStretch> stretches, const render::RectPt& panel);

}  // namespace app
