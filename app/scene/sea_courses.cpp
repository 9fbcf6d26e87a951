#include "app/scene/sea_courses.h"

#include "geodata/gdal/rasterise_land.h"
#include "geodata/great_circle.h"

#include <algorithm>
#include <string>
#include <utility>

namespace app {

namespace {

using events::RouteLeg;
using events::RouteMode;
using geodata::LaneOutcome;
using geodata::LonLat;
using geodata::PassageId;

constexpr double harbour_m = 25.0e3;  // on either end of a stage land does not count: ports stand on it
constexpr double look_every_deg = 0.05;

std::vector<LonLat> places_of(const RouteLeg& leg) {
    std::vector<LonLat> places;
    for (const events::EventPlace& place : leg.points) {
        if (place.at) {
            places.push_back(*place.at);
        }
    }
    return places;
}

template <class Visit>
void for_each_sea_leg(std::span<const events::EventIndex> shown, const events::EventStore& store, Visit visit) {
    for (const events::EventIndex index : shown) {
        for (const RouteLeg& leg : store.path_of(index)) {
            if (leg.mode == RouteMode::Sea && leg.points.size() >= 2) {
                visit(store[index], leg);
            }
        }
    }
}

bool meet(const std::vector<PassageId>& a, const std::vector<PassageId>& b) {
    return std::any_of(a.begin(), a.end(), [&](PassageId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

bool crosses_land(LonLat a, LonLat b, const geodata::BoundarySet& boundaries) {
    const auto line = geodata::great_circle(a, b, look_every_deg);
    return std::any_of(line.begin(), line.end(), [&](LonLat at) {
        return boundaries.country_at(at) && geodata::great_circle_distance_m(a, at) > harbour_m &&
               geodata::great_circle_distance_m(b, at) > harbour_m;
    });
}

/// The way from place to place, or the first stage that has none.
SeaCourse course_along(const CourseQuestion& question, const geodata::WaterMask& mask) {
    SeaCourse course;
    for (std::size_t i = 0; i + 1 < question.places.size(); ++i) {
        const geodata::SeaLane lane =
            geodata::sea_lane(mask, question.places[i], question.places[i + 1], question.closed);
        if (lane.outcome != LaneOutcome::Found) {
            return {lane.outcome, i, {}, {}};
        }
        course.points.insert(course.points.end(), lane.points.begin() + (i == 0 ? 0 : 1), lane.points.end());
    }
    return course;
}

std::string words_from(const RouteLeg& leg, const SeaCourse& course) {
    const auto name = [&](std::size_t place) {
        return leg.points[place].name.empty() ? std::string{"a place on its path"} : leg.points[place].name;
    };
    const std::string from = name(course.stage);
    const std::string to = name(course.stage + 1);
    switch (course.outcome) {
        case LaneOutcome::StartInland:
            return "no sea lies within 150 km of " + from;
        case LaneOutcome::EndInland:
            return "no sea lies within 150 km of " + to;
        default:
            return "no sea joins " + from + " and " + to;
    }
}

}  // namespace

bool operator<(const CourseQuestion& a, const CourseQuestion& b) {
    if (a.closed != b.closed) {
        return a.closed < b.closed;
    }
    return std::lexicographical_compare(a.places.begin(), a.places.end(), b.places.begin(), b.places.end(),
                                        [](LonLat p, LonLat q) {
                                            return std::pair{p.lon, p.lat} < std::pair{q.lon, q.lat};
                                        });
}

LegCourse course_of(const RouteLeg& leg, const SeaCourses& courses) {
    CourseQuestion question{places_of(leg), {}};
    const auto usual = courses.known.find(question);
    if (usual == courses.known.end()) {
        return {};
    }
    if (!meet(usual->second.crosses, courses.closed)) {
        return {&usual->second, &usual->second};
    }
    question.closed = courses.closed;
    const auto now = courses.known.find(question);
    return {&usual->second, now == courses.known.end() ? nullptr : &now->second};
}

std::vector<events::EventIndex> closing_events(const events::EventStore& store) {
    std::vector<events::EventIndex> closing;
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        if (!store[events::EventIndex{i}].closes.empty()) {
            closing.push_back(events::EventIndex{i});
        }
    }
    return closing;
}

std::vector<PassageId> closed_at(const TimeState& time, std::span<const events::EventIndex> closing,
                                 const events::EventStore& store) {
    std::vector<PassageId> closed;
    for (const events::EventIndex index : closing) {
        if (events::closes_on(store[index], time.playhead, status_of(store[index], time))) {
            closed.insert(closed.end(), store[index].closes.begin(), store[index].closes.end());
        }
    }
    std::sort(closed.begin(), closed.end());
    closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
    return closed;
}

std::vector<CourseQuestion> open_questions(std::span<const events::EventIndex> shown, const events::EventStore& store,
                                           const SeaCourses& courses) {
    std::vector<CourseQuestion> questions;
    for_each_sea_leg(shown, store, [&](const events::Event&, const RouteLeg& leg) {
        const LegCourse course = course_of(leg, courses);
        if (course.usual == nullptr) {
            questions.push_back({places_of(leg), {}});
        } else if (course.now == nullptr) {
            questions.push_back({places_of(leg), courses.closed});
        }
    });
    std::sort(questions.begin(), questions.end());
    questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
    return questions;
}

bool needs_a_way(const CourseQuestion& question, const geodata::BoundarySet& boundaries,
                 const geodata::Passages& passages) {
    if (question.places.size() == 2) {
        return true;
    }
    for (const PassageId id : passages.crossed_by(question.places)) {
        if (!passages[id].navigable || meet({id}, question.closed)) {
            return true;
        }
    }
    for (std::size_t i = 0; i + 1 < question.places.size(); ++i) {
        if (crosses_land(question.places[i], question.places[i + 1], boundaries)) {
            return true;
        }
    }
    return false;
}

FoundCourses find_courses(const std::vector<CourseQuestion>& questions, const World& world,
                          std::shared_ptr<const geodata::WaterMask> mask) {
    const geodata::Passages& passages = world.gazetteer.passages;
    FoundCourses found{{}, std::move(mask), world.pieces};
    for (const CourseQuestion& question : questions) {
        SeaCourse course;
        if (needs_a_way(question, *world.boundaries, passages)) {
            if (!found.mask) {
                found.mask = std::make_shared<const geodata::WaterMask>(
                    geodata::gdal::rasterised_land(*world.boundaries), passages);
            }
            course = course_along(question, *found.mask);
        }
        course.crosses = passages.crossed_by(course.points.empty() ? question.places : course.points);
        found.courses.insert_or_assign(question, std::move(course));
    }
    return found;
}

std::vector<geodata::Problem> course_problems(std::span<const events::EventIndex> shown,
                                              const events::EventStore& store, const SeaCourses& courses) {
    std::vector<geodata::Problem> problems;
    for_each_sea_leg(shown, store, [&](const events::Event& event, const RouteLeg& leg) {
        const SeaCourse* usual = course_of(leg, courses).usual;
        if (usual != nullptr && !usual->found()) {
            problems.push_back({geodata::Severity::Warning, words_from(leg, *usual) + "; the leg is drawn straight",
                                std::string{event.file}, event.line, 0, std::string{event.id}});
        }
    });
    return problems;
}

std::vector<geodata::Problem> all_course_problems(const World& world) {
    const std::vector<events::EventIndex> all = world.events->matching({});
    SeaCourses courses;
    courses.known = find_courses(open_questions(all, *world.events, courses), world, nullptr).courses;
    return course_problems(all, *world.events, courses);
}

bool has_sea_legs(const events::EventStore& store) {
    bool found = false;
    for_each_sea_leg(store.matching({}), store, [&](const events::Event&, const RouteLeg&) { found = true; });
    return found;
}

}  // namespace app
