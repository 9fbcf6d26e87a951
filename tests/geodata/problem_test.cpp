#include "geodata/problem.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

using namespace geodata;

TEST_CASE("a problem says file, line, column, severity, what and where") {
    CHECK(text_from_problem({Severity::Error, "no such date", "a.json", 12, 5, "/events/3/date"}) ==
          "a.json:12:5: error: no such date /events/3/date");
}

TEST_CASE("what a problem does not know is left out") {
    CHECK(text_from_problem({Severity::Warning, "odd", "", 0, 0, ""}) == "warning: odd");
    CHECK(text_from_problem({Severity::Error, "no such file", "a.gpkg", 0, 0, ""}) == "a.gpkg: error: no such file");
    CHECK(text_from_problem({Severity::Error, "bad", "a.json", 7, 0, ""}) == "a.json:7: error: bad");
    CHECK(text_from_problem({Severity::Error, "bad", "a.json", 0, 9, "/x"}) == "a.json: error: bad /x");
}

TEST_CASE("problems are written a line each, and their errors counted") {
    const std::vector<Problem> problems{{Severity::Error, "bad", "a.json", 7, 0, ""},
                                        {Severity::Warning, "odd", "", 0, 0, ""},
                                        {Severity::Error, "gone", "", 0, 0, ""}};
    std::ostringstream out;
    write_problems(problems, out);
    CHECK(out.str() == "a.json:7: error: bad\nwarning: odd\nerror: gone\n");
    CHECK(count_errors(problems) == 2);
    CHECK(count_errors({}) == 0);
}
