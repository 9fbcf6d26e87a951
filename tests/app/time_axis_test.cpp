#include "app/panels/time_axis.h"
#include "tests/support/an_event.h"
#include "tests/support/text_width.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using app::AxisStretch;
using app::AxisTick;
using app::TimeAxis;
using support::an_event;
using support::text_width;

namespace {

double day(int year, int month = 1, int day_of_month = 1) {
    return events::days_from_civil({year, month, day_of_month});
}

std::vector<AxisStretch> linear(double from, double to) {
    return {{AxisStretch::Kind::Linear, from, to, 1}};
}

/// The bundled events in outline: a few early years, then a dense stretch of a year and a half.
std::vector<events::EventDraft> a_sparse_past() {
    std::vector<events::EventDraft> list{an_event("milestone", "1971"),    an_event("visit", "2003"),
                                         an_event("visit", "2012"),        an_event("route", "2015/.."),
                                         an_event("milestone", "2021-08"), an_event("trade", "2024?")};
    for (const char* date : {"2024-08", "2024-11~/..", "2024-12~", "2024-12~/2025-01~", "2025-01~",
                             "2025-02-03/2025-02-05", "2025-04~", "2025-05~", "2025-05-19~", "2025-05-20~/2025-05-21~",
                             "2025-09-08~/2025-09-09~", "2025-09-09~", "2025-10", "2025-11", "2026-01~", "2026?"}) {
        list.push_back(an_event("visit", date));
    }
    return list;
}

void check_monotone_and_invertible(const TimeAxis& axis) {
    const double extent = axis.last_day() - axis.first_day();
    float last_x = axis.left();
    for (int i = 0; i <= 400; ++i) {
        const double at = axis.first_day() + extent * i / 400.0;
        const float x = axis.x_from_day(at);
        CHECK(x >= last_x);
        CHECK(x <= axis.right());
        last_x = x;
        // Where the axis is collapsed a day is next to nothing; back and forth must then agree in points.
        CHECK(std::abs(axis.x_from_day(axis.day_from_x(x)) - x) < 0.01F);
    }
    double last_day = axis.first_day();
    for (int i = 0; i <= 400; ++i) {
        const float x = axis.left() + (axis.right() - axis.left()) * static_cast<float>(i) / 400.0F;
        const double found = axis.day_from_x(x);
        CHECK(found >= last_day);
        CHECK(std::abs(axis.x_from_day(found) - x) < 0.01F);
        last_day = found;
    }
}

void check_labels_apart(const TimeAxis& axis) {
    std::vector<std::pair<float, float>> labels;
    const auto style = app::tick_style(AxisTick::Rank::Minor);
    for (const app::AxisStub& stub : axis.stubs(text_width)) {
        const float width = text_width(stub.label, style);
        if (!stub.label.empty()) {
            labels.emplace_back(stub.x - width / 2.0F, stub.x + width / 2.0F);
        }
    }
    float last_x = -1.0F;
    for (const AxisTick& tick : axis.ticks(text_width)) {
        CHECK(tick.x > last_x);
        last_x = tick.x;
        if (!tick.label.empty()) {
            labels.emplace_back(tick.label_x, tick.label_x + text_width(tick.label, app::tick_style(tick.rank)));
        }
    }
    CHECK(!labels.empty());
    std::sort(labels.begin(), labels.end());
    for (std::size_t i = 1; i < labels.size(); ++i) {
        CHECK(labels[i - 1].second + 4.0F <= labels[i].first);
    }
    CHECK(labels.back().second <= axis.right() + TimeAxis::margin_pt);
}

std::vector<std::string> labels_of(const TimeAxis& axis) {
    std::vector<std::string> labels;
    for (const AxisTick& tick : axis.ticks(text_width)) {
        if (!tick.label.empty()) {
            labels.push_back(tick.label);
        }
    }
    return labels;
}

}  // namespace

TEST_CASE("an axis of any extent and width is monotone, invertible and has labels that never touch") {
    std::mt19937 random{7};
    for (const double extent :
         {1.0, 3.0, 10.0, 30.0, 60.0, 120.0, 365.0, 800.0, 2000.0, 7300.0, 40000.0, 365000.0, 9000.0 * 365.25}) {
        for (const float width : {300.0F, 640.0F, 1248.0F, 1888.0F, 2400.0F, 3800.0F}) {
            const double start = std::uniform_real_distribution{-4000.0, 4000.0}(random) * (extent > 1e6 ? 1.0 : 50.0);
            const double from = extent > 1e6 ? day(-4500) + start : start;
            CAPTURE(extent);
            CAPTURE(width);
            CAPTURE(from);
            const TimeAxis axis{linear(from, from + extent), 16.0F, 16.0F + width};
            check_monotone_and_invertible(axis);
            check_labels_apart(axis);
        }
    }
}

TEST_CASE("days outside the axis stand at its ends") {
    const TimeAxis axis{linear(100.0, 200.0), 16.0F, 816.0F};
    CHECK(axis.x_from_day(-1e9) == 16.0F);
    CHECK(axis.x_from_day(1e9) == 816.0F);
    CHECK(axis.x_from_day(-std::numeric_limits<double>::infinity()) == 16.0F);
    CHECK(axis.x_from_day(std::numeric_limits<double>::infinity()) == 816.0F);
    CHECK(axis.day_from_x(0.0F) == 100.0);
    CHECK(axis.day_from_x(9999.0F) == 200.0);
    CHECK(axis.x_from_day(150.0) == doctest::Approx(416.0));
}

TEST_CASE("sparse early years become stubs with their year, and the dense stretch gets the rest of the width") {
    const app::World world = support::world_of(a_sparse_past());
    const TimeAxis axis =
        app::axis_of_panel(app::axis_stretches(*world.events, true), {0.0F, 848.0F, 1920.0F, 1080.0F});
    std::vector<std::string> years;
    for (const app::AxisStub& stub : axis.stubs(text_width)) {
        years.push_back(stub.label);
    }
    CHECK(years == std::vector<std::string>{"1971", "2003", "2012", "2015", "2021"});
    CHECK(axis.stubs(text_width)[1].x - axis.stubs(text_width)[0].x == doctest::Approx(46.0));
    CHECK(axis.linear_left() == doctest::Approx(16.0 + 5 * 46.0));
    const auto dense = app::dense_stretch(axis.stretches());
    CHECK(dense.start == day(2024, 8));
    CHECK(dense.end > day(2026, 2));
    CHECK(dense.end < day(2026, 4));
    CHECK(axis.zigzags().size() == 6);  // five in front, one towards the end of 2026
    CHECK(axis.last_day() == day(2027));
    check_monotone_and_invertible(axis);
    check_labels_apart(axis);
}

TEST_CASE("ticks of a year and a half are months, the first with its year and each January as its year") {
    const app::World world = support::world_of(a_sparse_past());
    const TimeAxis axis = app::axis_of_panel(app::axis_stretches(*world.events, true), {0.0F, 0.0F, 1920.0F, 232.0F});
    const std::vector<std::string> labels = labels_of(axis);
    REQUIRE(labels.size() >= 8);
    CHECK(labels.front() == "Aug 2024");
    CHECK(std::find(labels.begin(), labels.end(), "2025") != labels.end());
    CHECK(std::find(labels.begin(), labels.end(), "Feb") != labels.end());
    for (const AxisTick& tick : axis.ticks(text_width)) {
        CHECK((tick.rank == AxisTick::Rank::Major) == (tick.label == "2025" || tick.label == "2026"));
    }
}

TEST_CASE("with quiet stretches shown the axis is linear over the whole extent") {
    const app::World world = support::world_of(a_sparse_past());
    const auto stretches = app::axis_stretches(*world.events, false);
    REQUIRE(stretches.size() == 1);
    CHECK(stretches[0].from < day(1971));
    CHECK(stretches[0].to > day(2027));
}

TEST_CASE("events spread evenly, or only a handful of them, are not collapsed") {
    std::vector<events::EventDraft> even;
    for (int year = 2005; year < 2026; ++year) {
        even.push_back(an_event("visit", std::to_string(year) + "-06-01"));
    }
    CHECK(app::axis_stretches(*support::world_of(even).events, true).size() == 1);
    const app::World few = support::world_of({an_event("visit", "1900-01-01"), an_event("visit", "2020-01-01")});
    CHECK(app::axis_stretches(*few.events, true).size() == 1);
}

TEST_CASE("two dense stretches far apart share the width and one scale") {
    std::vector<events::EventDraft> list;
    for (const char* year : {"1950", "2020"}) {
        for (const char* month : {"-01", "-03", "-05", "-07", "-09", "-11"}) {
            list.push_back(an_event("visit", std::string{year} + month));
        }
    }
    const app::World world = support::world_of(list);
    const TimeAxis axis = app::axis_of_panel(app::axis_stretches(*world.events, true), {0.0F, 0.0F, 1280.0F, 160.0F});
    REQUIRE(axis.stretches().size() == 3);
    CHECK(axis.stretches()[1].kind == AxisStretch::Kind::Gap);
    CHECK(axis.x_from_day(day(1950, 3)) - axis.x_from_day(day(1950, 2)) ==
          doctest::Approx(28.0 * axis.pt_per_day()).epsilon(0.01));
    check_monotone_and_invertible(axis);
    check_labels_apart(axis);
    const std::vector<std::string> labels = labels_of(axis);
    CHECK(std::count(labels.begin(), labels.end(), "1950") + std::count(labels.begin(), labels.end(), "Jan 1950") == 1);
    CHECK(std::count(labels.begin(), labels.end(), "2020") + std::count(labels.begin(), labels.end(), "Jan 2020") == 1);
}

TEST_CASE("a store without dated events has an axis of a day and a half or so") {
    const app::World none = support::world_of({});
    const TimeAxis axis{app::axis_stretches(*none.events, true), 16.0F, 316.0F};
    CHECK(axis.last_day() > axis.first_day());
    check_monotone_and_invertible(axis);
    const app::World undated = support::world_of({an_event("visit", "")});
    CHECK(app::axis_stretches(*undated.events, true).size() == 1);
}

TEST_CASE("stretches follow each other without a hole whatever the events are") {
    std::mt19937 random{11};
    for (int round = 0; round < 200; ++round) {
        std::vector<events::EventDraft> list;
        const int count = std::uniform_int_distribution{1, 40}(random);
        for (int i = 0; i < count; ++i) {
            const int year = round % 2 == 0 ? std::uniform_int_distribution{1200, 2030}(random)
                                            : std::uniform_int_distribution{2020, 2021}(random);
            const int month = std::uniform_int_distribution{1, 12}(random);
            const std::string text = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
            const bool recent = std::uniform_int_distribution{0, 1}(random) == 0;
            list.push_back(an_event("visit", recent ? "2024-0" + std::to_string(month % 9 + 1) : text));
            if (month == 5) {
                list.push_back(an_event("route", text + "/.."));
                list.push_back(an_event("route", "../" + text));
                list.push_back(an_event("route", std::to_string(year - 30) + "/" + std::to_string(year)));
            }
        }
        const app::World world = support::world_of(list);
        const auto stretches = app::axis_stretches(*world.events, true);
        CAPTURE(round);
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            CHECK(stretches[i].to > stretches[i].from);
            CHECK((i == 0 || stretches[i].from == stretches[i - 1].to));
        }
        CHECK(stretches.front().from <= world.events->extent().start);
        CHECK(stretches.back().to >= world.events->extent().end);
        for (const float width : {300.0F, 1280.0F}) {
            const TimeAxis axis = app::axis_of_panel(stretches, {0.0F, 0.0F, width, 232.0F});
            check_monotone_and_invertible(axis);
            check_labels_apart(axis);
        }
    }
}

TEST_CASE("on a wide screen the axis stops at 2400 and is centred") {
    const TimeAxis axis = app::axis_of_panel(linear(0.0, 100.0), {0.0F, 0.0F, 3840.0F, 304.0F});
    CHECK(axis.left() == 720.0F);
    CHECK(axis.right() == 3120.0F);
    const TimeAxis normal = app::axis_of_panel(linear(0.0, 100.0), {0.0F, 0.0F, 1920.0F, 232.0F});
    CHECK(normal.left() == 16.0F);
    CHECK(normal.right() == 1888.0F);
}

TEST_CASE("ticks of decades read as round years, those before our era too") {
    const TimeAxis century{linear(day(1901), day(2001)), 0.0F, 1000.0F};
    const std::vector<std::string> labels = labels_of(century);
    CHECK(std::find(labels.begin(), labels.end(), "1950") != labels.end());
    const TimeAxis ancient{linear(day(-999), day(1000)), 0.0F, 1000.0F};
    const std::vector<std::string> old = labels_of(ancient);
    CHECK(std::find(old.begin(), old.end(), "600 BC") != old.end());
    CHECK(std::find(old.begin(), old.end(), "800") != old.end());
}

TEST_CASE("ticks of a day are hours and those of a fortnight days") {
    const std::vector<std::string> hours =
        labels_of(TimeAxis{linear(day(2025, 5, 20), day(2025, 5, 21)), 0.0F, 900.0F});
    CHECK(hours.front() == "20 May 2025");
    CHECK(std::find(hours.begin(), hours.end(), "12:00") != hours.end());
    const std::vector<std::string> days = labels_of(TimeAxis{linear(day(2025, 5, 20), day(2025, 6, 5)), 0.0F, 900.0F});
    CHECK(days.front() == "20 May 2025");
    CHECK(std::find(days.begin(), days.end(), "Jun") != days.end());
    CHECK(std::find(days.begin(), days.end(), "25") != days.end());
}
