// When input happened. Windowing systems hand over what has piled up while a frame was drawn, and say of it only that
// it is there; two quick clicks on a slow machine would be as far apart as two frames.
#pragma once

namespace app {

/// Told when the queue of input is looked into; says when what comes out of it happened, as early as it may have been.
/// Seconds of any one clock.
class ArrivalTimes {
public:
    /// What comes now has been waiting, for as long as since the queue was empty last.
    void begin_to_empty_queue() { was_waiting_ = true; }
    /// What comes from now on comes as it happens.
    void queue_is_empty(double now_s) {
        was_waiting_ = false;
        empty_at_s_ = now_s;
    }
    [[nodiscard]] double time_of_event(double now_s) const { return was_waiting_ ? empty_at_s_ : now_s; }

private:
    bool was_waiting_ = false;
    double empty_at_s_ = 0.0;
};

}  // namespace app
