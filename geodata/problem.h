// What is wrong with somebody's data, and where. Bad data never throws: it becomes a Problem, and the good part loads.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace geodata {

enum class Severity { Warning, Error };

/// One thing that is wrong with input data.
struct Problem {
    Severity severity = Severity::Error;
    std::string what;     ///< one line: what is wrong and what to do, without a full stop
    std::string file;     ///< the file as it was named by the person; may be empty
    int line = 0;         ///< 1-based; 0 when it has no line
    int column = 0;       ///< 1-based, counted in bytes; 0 when it has no column
    std::string pointer;  ///< JSON pointer (RFC 6901) or a feature's name; may be empty
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// `file:line:column: error: what is wrong /events/12/date`; parts that are unknown are left out.
[[nodiscard]] std::string text_from_problem(const Problem& problem);

/// Each on a line of its own, as text_from_problem has it.
void write_problems(std::span<const Problem> problems, std::ostream& out);

/// How many of them are errors; the others are warnings.
[[nodiscard]] std::size_t count_errors(std::span<const Problem> problems);

/// Puts more of them behind those that there are.
void append_problems(std::vector<Problem>& to, std::vector<Problem> more);

/// A value together with what was wrong with the data it was made from.
template <class T>
struct Loaded {
    T value{};
    std::vector<Problem> problems;
};

}  // namespace geodata
