#include "geodata/problem.h"

#include <algorithm>
#include <iterator>
#include <ostream>

namespace geodata {

std::string text_from_problem(const Problem& problem) {
    std::string text;
    if (!problem.file.empty()) {
        text += problem.file + ":";
    }
    if (problem.line > 0) {
        text += std::to_string(problem.line) + ":";
        if (problem.column > 0) {
            text += std::to_string(problem.column) + ":";
        }
    }
    if (!text.empty()) {
        text += ' ';
    }
    text += problem.severity == Severity::Error ? "error: " : "warning: ";
    text += problem.what;
    if (!problem.pointer.empty()) {
        text += ' ' + problem.pointer;
    }
    return text;
}

void write_problems(std::span<const Problem> problems, std::ostream& out) {
    for (const Problem& problem : problems) {
        out << text_from_problem(problem) << '\n';
    }
}

std::size_t count_errors(std::span<const Problem> problems) {
    return static_cast<std::size_t>(std::count_if(
        problems.begin(), problems.end(), [](const Problem& problem) { return problem.severity == Severity::Error; }));
}

void append_problems(std::vector<Problem>& to, std::vector<Problem> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace geodata
