#include "geodata/problem.h"

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

}  // namespace geodata
