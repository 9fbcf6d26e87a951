#include "geodata/gdal/error_capture.h"

#include <cpl_error.h>
#include <new>

namespace geodata::gdal {
namespace {

void CPL_STDCALL on_message(CPLErr severity, CPLErrorNum, const char* message) {
    if (severity == CE_Warning || severity == CE_Failure || severity == CE_Fatal) {
        static_cast<ErrorCapture*>(CPLGetErrorHandlerUserData())->note(severity != CE_Warning, message);
    }
}

std::string one_line(const char* message) {
    std::string text = message;
    while (!text.empty() && (text.back() == '\n' || text.back() == '.' || text.back() == ' ')) {
        text.pop_back();
    }
    for (char& c : text) {
        c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return text;
}

}  // namespace

ErrorCapture::ErrorCapture() {
    CPLPushErrorHandlerEx(&on_message, this);
}

ErrorCapture::~ErrorCapture() {
    CPLPopErrorHandler();
}

void ErrorCapture::clear() {
    error_.clear();
    warning_.clear();
}

void ErrorCapture::note(bool is_error, const char* message) noexcept {
    std::string& slot = is_error ? error_ : warning_;
    try {
        if (slot.empty()) {
            slot = one_line(message);
        }
    } catch (const std::bad_alloc&) {
        slot.clear();  // a message is not worth failing for, and GDAL's frames lie between here and the caller
    }
}

}  // namespace geodata::gdal
