#include "app/platform/arrival_times.h"

#include <doctest/doctest.h>

TEST_CASE("what comes while the program waits happened when it came") {
    app::ArrivalTimes arrivals;
    arrivals.begin_to_empty_queue(10.0);
    arrivals.queue_is_empty(10.0);
    CHECK(arrivals.time_of_event(12.5) == 12.5);
}

TEST_CASE("what was waiting after a frame of half a second may have come at its beginning") {
    app::ArrivalTimes arrivals;
    arrivals.begin_to_empty_queue(10.0);
    arrivals.queue_is_empty(10.0);
    const double first = arrivals.time_of_event(10.0);
    arrivals.queue_is_empty(10.0);  // the frame is drawn, and a second click comes while it is
    arrivals.begin_to_empty_queue(10.5);
    CHECK(arrivals.time_of_event(10.5) - first < 0.35);
    arrivals.queue_is_empty(10.5);
    CHECK(arrivals.time_of_event(10.6) == 10.6);
}
