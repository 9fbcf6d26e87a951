// When input happened. Windowing systems hand over what has piled up while a frame was drawn, and say of it only that
// it is there; two quick clicks on a slow machine would be as far apart as two frames.
#pragma once

namespace app {

/// Told when the queue of input is looked into; says when what comes out of it happened, as early as it may have been.
/// Seconds of any one clock.
class ArrivalTimes {
public:
    /// What comes at once has been waiting, for as long as since the queue was empty last; what comes later comes as it
    /// happens.
    void begin_to_empty_queue(double now_s) { begun_at_s_ = now_s; }
    void queue_is_empty(double now_s) { empty_at_s_ = now_s; }
    [[nodiscard]] double time_of_event(double now_s) const {
        constexpr double at_once_s = 0.005;
        return now_s - begun_at_s_ < at_once_s ? empty_at_s_ : now_s;
    }

private:
    double begun_at_s_ = 0.0;
    double empty_at_s_ = 0.0;
};

}  // namespace app
