// The courses of ships on sea legs: asked for by what is shown, found by a worker, kept.
#pragma once

#include "app/state/app_state.h"
#include "events/event.h"
#include "geodata/sea_lane.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace app {

/// What a sea leg asks: the way along these places while these passages are closed.
struct CourseQuestion {
    std::vector<geodata::LonLat> places;     ///< two at least
    std::vector<geodata::PassageId> closed;  ///< sorted
    friend bool operator==(const CourseQuestion&, const CourseQuestion&) = default;
};
[[nodiscard]] bool operator<(const CourseQuestion& a, const CourseQuestion& b);

struct SeaCourse {
    geodata::LaneOutcome outcome = geodata::LaneOutcome::Found;
    std::size_t stage = 0;                    ///< which stage has no way: from place `stage` to the next
    std::vector<geodata::LonLat> points;      ///< empty: as the file has it, or no way
    std::vector<geodata::PassageId> crosses;  ///< passages that can be closed, in their order
    [[nodiscard]] bool found() const { return outcome == geodata::LaneOutcome::Found; }
};

/// What is known of courses, and what is closed now. A value without anything found draws legs as the file has them.
struct SeaCourses {
    std::map<CourseQuestion, SeaCourse> known;
    std::vector<geodata::PassageId> closed;  ///< sorted
    bool searching = false;                  ///< what is not known will be
};

/// A sea leg at the moment; null where it is not known (yet).
struct LegCourse {
    const SeaCourse* usual = nullptr;  ///< with nothing closed
    const SeaCourse* now = nullptr;    ///< the same one where nothing closed lies on it
    [[nodiscard]] bool diverted() const { return usual != nullptr && now != usual; }
};
[[nodiscard]] LegCourse course_of(const events::RouteLeg& leg, const SeaCourses& courses);

/// The passages that events close on the playhead's day, sorted. `closing`: those with anything to close.
[[nodiscard]] std::vector<geodata::PassageId> closed_at(const TimeState& time,
                                                        std::span<const events::EventIndex> closing,
                                                        const events::EventStore& store);
[[nodiscard]] std::vector<events::EventIndex> closing_events(const events::EventStore& store);

/// What the sea legs of events still have to ask, each once.
[[nodiscard]] std::vector<CourseQuestion> open_questions(std::span<const events::EventIndex> shown,
                                                         const events::EventStore& store, const SeaCourses& courses);

/// Whether a leg needs a way of its own: it has two places alone, or going straight from one to the next crosses land
/// further than 25 km from both, or a gate that is closed or never open.
[[nodiscard]] bool needs_a_way(const CourseQuestion& question, const geodata::BoundarySet& boundaries,
                               const geodata::Passages& passages);

struct FoundCourses {
    std::map<CourseQuestion, SeaCourse> courses;
    std::shared_ptr<const geodata::WaterMask> mask;         ///< what they were found on; null while none was needed
    std::shared_ptr<const geodata::BoundaryPieces> pieces;  ///< of the world asked
};
/// Finds them all, for a worker: a mask is made of the world's land where one is needed and `mask` is null, in a
/// quarter of a second; then each takes some milliseconds. Does not use the projection.
[[nodiscard]] FoundCourses find_courses(const std::vector<CourseQuestion>& questions, const World& world,
                                        std::shared_ptr<const geodata::WaterMask> mask);

/// Sea legs of the events for which there is no way although nothing is closed: a warning each, with its place in the
/// file.
[[nodiscard]] std::vector<geodata::Problem> course_problems(std::span<const events::EventIndex> shown,
                                                            const events::EventStore& store, const SeaCourses& courses);
/// The same of all events of a world, whose sea legs are searched for it.
[[nodiscard]] std::vector<geodata::Problem> all_course_problems(const World& world);
/// Whether any event has a sea leg.
[[nodiscard]] bool has_sea_legs(const events::EventStore& store);

}  // namespace app
