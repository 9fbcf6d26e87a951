#include "events/event_kind.h"
#include "events/status.h"

#include <doctest/doctest.h>

using namespace events;

TEST_CASE("the table begins with the ten built-in kinds") {
    const KindTable table;
    REQUIRE(table.all().size() == 10);
    CHECK(table.all().front().name == "visit");
    CHECK(table.all().front().motion == Motion::Travel);
    CHECK(table.all().back().name == "milestone");
    for (const Kind& kind : table.all()) {
        CHECK(kind.built_in);
        CHECK(kind.style == kind.name);
        CHECK_FALSE(kind.label.empty());
    }
}

TEST_CASE("kinds are found by name and by alias, and added once") {
    KindTable table;
    REQUIRE(table.find("route").has_value());
    CHECK(table.find("trade_route") == table.find("route"));
    CHECK_FALSE(table.find("parade").has_value());
    const KindId parade = table.add({"parade", "Parade", Motion::Mark, "neutral", false, {}});
    CHECK(table.find("parade") == parade);
    CHECK(table.add({"parade", "Another", Motion::Bond, "visit", false, {}}) == parade);
    CHECK(table[parade].label == "Parade");
    CHECK(table.all().size() == 11);
}

TEST_CASE("motions have names") {
    CHECK(motion_from_name("travel") == Motion::Travel);
    CHECK(motion_from_name("mark") == Motion::Mark);
    CHECK_FALSE(motion_from_name("jump").has_value());
}

TEST_CASE("statuses read back from their names, from other formats' words and in any case") {
    for (int i = 0; i <= static_cast<int>(Status::Unknown); ++i) {
        const auto status = static_cast<Status>(i);
        CHECK(status_from_name(name_from_status(status)) == status);
    }
    CHECK(status_from_name("held") == Status::Occurred);
    CHECK(status_from_name("confirmed") == Status::Occurred);
    CHECK(status_from_name("terminated") == Status::Ended);
    CHECK(status_from_name("lapsed") == Status::Ended);
    CHECK(status_from_name("In force") == Status::InForce);
    CHECK(status_from_name("EventPostponed") == Status::Postponed);
    CHECK(status_from_name("TENTATIVE") == Status::Planned);
    CHECK_FALSE(status_from_name("perhaps").has_value());
}

TEST_CASE("what is not real yet is a ghost") {
    CHECK(is_ghost(Status::Planned));
    CHECK(is_ghost(Status::Proposed));
    CHECK(is_ghost(Status::Invited));
    CHECK(is_ghost(Status::Postponed));
    CHECK(is_ghost(Status::Negotiating));
    CHECK_FALSE(is_ghost(Status::Occurred));
    CHECK_FALSE(is_ghost(Status::Signed));
    CHECK_FALSE(is_ghost(Status::Cancelled));
}
