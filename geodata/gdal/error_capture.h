// GDAL, PROJ and GEOS say what is wrong by calling an error handler, which by default prints to stderr.
#pragma once

#include <string>

namespace geodata::gdal {

/// While it lives, messages of this thread go to it in place of stderr. Captures nest.
class ErrorCapture {
public:
    ErrorCapture();
    ~ErrorCapture();
    ErrorCapture(const ErrorCapture&) = delete;
    ErrorCapture(ErrorCapture&&) = delete;  // GDAL knows its address
    ErrorCapture& operator=(const ErrorCapture&) = delete;
    ErrorCapture& operator=(ErrorCapture&&) = delete;

    /// The first error since the start or the last clear(), else the first warning, else nothing; always one line.
    [[nodiscard]] const std::string& text() const { return error_.empty() ? warning_ : error_; }
    /// `what`, and behind it in brackets what text() has to say.
    [[nodiscard]] std::string with_reason(const std::string& what) const {
        return text().empty() ? what : what + " (" + text() + ")";
    }
    void clear();

    /// For the handler.
    void note(bool is_error, const char* message) noexcept;

private:
    std::string error_;
    std::string warning_;
};

}  // namespace geodata::gdal
