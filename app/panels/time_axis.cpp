#include "app/panels/time_axis.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

using Kind = AxisStretch::Kind;

constexpr double most_for_breaks = 0.45;  // of the width
constexpr float label_gap_pt = 8.0F;      // between two stubs' labels

double fixed_width(Kind kind) {
    switch (kind) {
        case Kind::Stub:
            return static_cast<double>(TimeAxis::stub_width_pt);
        case Kind::Gap:
            return static_cast<double>(TimeAxis::gap_width_pt);
        case Kind::Linear:
            break;
    }
    return 0.0;
}

std::string year_words(double day) {
    return events::words_from_year(events::civil_from_days(day).year);
}

}  // namespace

TimeAxis::TimeAxis(std::vector<AxisStretch> stretches, float left_pt, float right_pt)
    : stretches_{std::move(stretches)}, left_{left_pt}, right_{right_pt} {
    const double width = static_cast<double>(right_) - static_cast<double>(left_);
    double fixed = 0.0;
    double linear_days = 0.0;
    for (const AxisStretch& stretch : stretches_) {
        fixed += fixed_width(stretch.kind);
        linear_days += stretch.kind == Kind::Linear ? stretch.to - stretch.from : 0.0;
    }
    const double allowed = linear_days > 0.0 ? std::min(fixed, most_for_breaks * width) : width;
    const double squeeze = fixed > 0.0 ? allowed / fixed : 1.0;
    pt_per_day_ = linear_days > 0.0 ? (width - allowed) / linear_days : 0.0;
    auto x = static_cast<double>(left_);
    edges_.reserve(stretches_.size() + 1);
    for (const AxisStretch& stretch : stretches_) {
        edges_.push_back(x);
        x += stretch.kind == Kind::Linear ? (stretch.to - stretch.from) * pt_per_day_
                                          : fixed_width(stretch.kind) * squeeze;
    }
    edges_.push_back(static_cast<double>(right_));
}

float TimeAxis::x_from_day(double day) const {
    if (!(day > first_day())) {
        return left_;
    }
    if (day >= last_day()) {
        return right_;
    }
    const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), day,
                                        [](double value, const AxisStretch& stretch) { return value < stretch.to; });
    const auto i = static_cast<std::size_t>(after - stretches_.begin());
    const double share = (day - stretches_[i].from) / (stretches_[i].to - stretches_[i].from);
    const double x = edges_[i] + share * (edges_[i + 1] - edges_[i]);
    return std::clamp(static_cast<float>(x), left_, right_);
}

double TimeAxis::day_from_x(float x) const {
    if (!(x > left_)) {
        return first_day();
    }
    if (x >= right_) {
        return last_day();
    }
    const auto at = static_cast<double>(x);
    const auto after = std::upper_bound(edges_.begin() + 1, edges_.end() - 1, at);
    const auto i = static_cast<std::size_t>(after - edges_.begin()) - 1;
    const double share = std::clamp((at - edges_[i]) / (edges_[i + 1] - edges_[i]), 0.0, 1.0);
    return stretches_[i].from + share * (stretches_[i].to - stretches_[i].from);
}

float TimeAxis::linear_left() const {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
        if (stretches_[i].kind == Kind::Linear) {
            return static_cast<float>(edges_[i]);
        }
    }
    return left_;
}

std::vector<AxisStub> TimeAxis::stubs(const TextWidth& text_width) const {
    std::vector<AxisStub> found;
    const render::text::TextStyle style = tick_style(AxisTick::Rank::Minor);
    float free_from = left_ - margin_pt;
    std::string last_label;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
        if (stretches_[i].kind != Kind::Stub) {
            continue;
        }
        AxisStub stub{static_cast<float>((edges_[i] + edges_[i + 1]) / 2.0), year_words(stretches_[i].from),
                      stretches_[i].from};
        const float width = text_width(stub.label, style);
        const bool touches = stub.x - width / 2.0F < free_from || stub.x + width / 2.0F > right_ + margin_pt;
        if (touches || stub.label == last_label) {
            stub.label.clear();
        } else {
            free_from = stub.x + width / 2.0F + label_gap_pt;
            last_label = stub.label;
        }
        found.push_back(std::move(stub));
    }
    return found;
}

std::vector<AxisZigzag> TimeAxis::zigzags() const {
    std::vector<AxisZigzag> found;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
        if (stretches_[i].kind == Kind::Gap) {
            found.push_back({static_cast<float>(edges_[i]), static_cast<float>(edges_[i + 1])});
        }
    }
    return found;
}

TimeAxis axis_of_panel(std::vector<AxisStretch> stretches, const render::RectPt& panel) {
    const float width = std::clamp(panel.width() - 3.0F * TimeAxis::margin_pt, 16.0F, TimeAxis::max_width_pt);
    const float left =
        width < TimeAxis::max_width_pt ? panel.left + TimeAxis::margin_pt : panel.center().x - width / 2.0F;
    return {std::move(stretches), left, left + width};
}

}  // namespace app
