#include "app/panels/timeline_controls.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace app {

namespace {

using render::RectPt;
using render::text::Face;
using render::text::TextStyle;

constexpr TextStyle body{Face::Regular, 13.0F};
constexpr TextStyle strong{Face::Medium, 13.0F};
constexpr TextStyle bold{Face::SemiBold, 13.0F};
constexpr float margin_pt = 16.0F;
constexpr float box_pt = 32.0F;
constexpr float play_pt = 40.0F;
constexpr float icon_pt = 16.0F;
constexpr float padding_pt = 10.0F;
constexpr float speed_value_pt = 72.0F;
constexpr float least_gap_pt = 24.0F;  // between the left and the right half
constexpr float words_from_pt = 1500.0F;

/// What of the row is there, from the most to the least.
struct Fit {
    bool agreements = true;
    bool switch_words = true;
    bool showing_words = true;
    bool length_word = true;
    float modes_pt = 296.0F;
    bool length = true;
    bool switches = true;
    bool speed = true;
    bool unit_steps = true;
};

std::vector<Fit> fits() {
    std::vector<Fit> all{Fit{}};
    const auto then = [&](auto change) {
        all.push_back(all.back());
        change(all.back());
    };
    then([](Fit& fit) { fit.agreements = false; });
    then([](Fit& fit) { fit.switch_words = false; });
    then([](Fit& fit) { fit.showing_words = false; });
    then([](Fit& fit) { fit.length_word = false; });
    then([](Fit& fit) { fit.modes_pt = 232.0F; });
    then([](Fit& fit) { fit.length = false; });
    then([](Fit& fit) { fit.switches = false; });
    then([](Fit& fit) { fit.speed = false; });
    then([](Fit& fit) { fit.unit_steps = false; });
    return all;
}

/// One way to fill the row.
class Row {
public:
    Row(const RectPt& panel, const AppState& state, const Fit& fit, const TextWidth& text_width)
        : state_{state},
          fit_{fit},
          text_width_{text_width},
          x_{panel.left + margin_pt},
          right_{panel.right - margin_pt},
          middle_{panel.bottom - 26.0F} {}

    void fill(TimelineLayout& layout, std::size_t visible, std::size_t total) {
        add_steps();
        if (fit_.speed) {
            add_speed();
        }
        if (fit_.switches) {
            x_ += 16.0F;
            add(TimelineButton::Reverse, box_pt, {}, state_.time.reverse);
            add_switch(TimelineButton::ByEvent, "By event", state_.time.by_event);
            add_switch(TimelineButton::Loop, "Loop", state_.time.loop);
            add_switch(TimelineButton::SkipQuiet, "Skip quiet stretches", state_.time.skip_quiet);
        }
        add_length();
        add_agreements();
        add_modes();
        add_showing(visible, total);
        layout.controls = std::move(controls_);
        layout.speed_group = speed_group_;
        layout.mode_group = mode_group_;
        layout.showing = std::move(showing_);
    }

    [[nodiscard]] bool has_room() const { return x_ + least_gap_pt <= right_; }

private:
    RectPt box(float left, float width, float height = box_pt) const {
        return {left, middle_ - height / 2.0F, left + width, middle_ + height / 2.0F};
    }
    void add(TimelineButton button, float width, std::string label = {}, bool on = false, float height = box_pt) {
        controls_.push_back({button, box(x_, width, height), std::move(label), {}, on});
        x_ += width;
    }

    void add_steps() {
        add(TimelineButton::PreviousEvent, box_pt);
        x_ += 4.0F;
        if (fit_.unit_steps) {
            add(TimelineButton::StepBack, box_pt);
            x_ += 4.0F;
        }
        x_ += 6.0F;
        add(TimelineButton::Play, play_pt, {}, state_.time.playing, play_pt);
        x_ += 6.0F + 4.0F;
        if (fit_.unit_steps) {
            add(TimelineButton::StepForward, box_pt);
            x_ += 4.0F;
        }
        add(TimelineButton::NextEvent, box_pt);
    }

    void add_speed() {
        x_ += 24.0F;
        const float left = x_;
        const std::string words = speed_words(state_.time.days_per_second);
        add(TimelineButton::Slower, box_pt);
        add(TimelineButton::Speed, std::max(speed_value_pt, text_width_(words, strong) + 8.0F), words);
        add(TimelineButton::Faster, box_pt);
        speed_group_ = box(left, x_ - left);
    }

    void add_switch(TimelineButton button, std::string label, bool on) {
        x_ += 4.0F;
        if (!fit_.switch_words) {
            add(button, box_pt, {}, on);
            return;
        }
        const float width = padding_pt + icon_pt + 8.0F + text_width_(label, strong) + padding_pt;
        add(button, width, std::move(label), on);
    }

    void add_length() {
        const bool moment = state_.time.mode == WindowMode::Moment;
        if (!fit_.length || (!moment && state_.time.mode != WindowMode::Range)) {
            return;
        }
        const std::string label = !fit_.length_word ? "" : moment ? "Trail" : "Span";
        const std::string value = length_words(moment ? state_.time.trail_days : state_.time.span_days);
        const float words = (label.empty() ? 0.0F : text_width_(label, body) + 6.0F) + text_width_(value, strong);
        const float width = padding_pt + words + 6.0F + icon_pt + padding_pt;
        controls_.push_back({TimelineButton::Length, box(right_ - width, width), label, value, false});
        right_ -= width + 12.0F;
    }

    void add_agreements() {
        if (!fit_.agreements || state_.time.mode != WindowMode::Moment) {
            return;
        }
        const std::string label = "Agreements";
        const std::string value = state_.time.agreements_stay ? "so far" : "moment";
        const float words = text_width_(label, body) + 6.0F + text_width_(value, strong);
        const float width = padding_pt + words + padding_pt;
        controls_.push_back({TimelineButton::Agreements, box(right_ - width, width), label, value, false});
        right_ -= width + 12.0F;
    }

    void add_modes() {
        constexpr std::array<std::string_view, 4> labels{"Moment", "Range", "So far", "All"};
        constexpr float inset_pt = 2.0F;
        mode_group_ = box(right_ - fit_.modes_pt, fit_.modes_pt);
        const float width = (fit_.modes_pt - 2.0F * inset_pt) / static_cast<float>(labels.size());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const float left = mode_group_.left + inset_pt + static_cast<float>(i) * width;
            const auto button = static_cast<TimelineButton>(static_cast<std::size_t>(TimelineButton::ModeMoment) + i);
            const bool on = static_cast<std::size_t>(state_.time.mode) == i;
            controls_.push_back({button, box(left, width, box_pt - 2.0F * inset_pt), std::string{labels[i]}, {}, on});
        }
        right_ = mode_group_.left - 24.0F;
    }

    void add_showing(std::size_t visible, std::size_t total) {
        showing_.strong = count_words(visible) + " of " + count_words(total);
        if (fit_.showing_words) {
            showing_.before = "Showing ";
            showing_.after = total == 1 ? " event" : " events";
        }
        const float width =
            text_width_(showing_.before, body) + text_width_(showing_.strong, bold) + text_width_(showing_.after, body);
        showing_.right = right_;
        showing_.left = right_ - width;
        right_ = showing_.left;
    }

    const AppState& state_;
    const Fit& fit_;
    const TextWidth& text_width_;
    float x_;
    float right_;
    float middle_;
    std::vector<TimelineControl> controls_;
    RectPt speed_group_;
    RectPt mode_group_;
    ShowingText showing_;
};

std::string number_words(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

}  // namespace

void place_controls(TimelineLayout& layout, const AppState& state, const World& world, std::size_t visible,
                    const TextWidth& text_width) {
    for (Fit fit : fits()) {
        fit.agreements = fit.agreements && may_agreements_stay(world);
        if (fit.switch_words && layout.panel.width() < words_from_pt) {
            continue;
        }
        Row row{layout.panel, state, fit, text_width};
        row.fill(layout, visible, world.events->size());
        if (row.has_room()) {
            return;
        }
    }
}

std::string speed_words(double days_per_second) {
    return number_words(days_per_second) + (days_per_second == 1.0 ? " day/s" : " days/s");
}

std::string length_words(double exact_days) {
    const double days = std::round(exact_days);
    const double years = days / 365.0;
    if (days >= 365.0 && years == std::floor(years)) {
        return number_words(years) + (years == 1.0 ? " year" : " years");
    }
    return number_words(days) + (days == 1.0 ? " day" : " days");
}

std::string count_words(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, "\u2009");
    }
    return digits;
}

}  // namespace app
