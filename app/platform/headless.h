// OpenGL without a display: EGL on Mesa's surfaceless platform.
#pragma once

#include <memory>

namespace app {

/// Owns a current OpenGL 3.3 core context with no surface; draw into framebuffers of your own.
class HeadlessContext {
public:
    /// Throws std::runtime_error, in one line with what to install, when there is no EGL or no OpenGL 3.3.
    HeadlessContext();
    ~HeadlessContext();
    HeadlessContext(const HeadlessContext&) = delete;
    HeadlessContext& operator=(const HeadlessContext&) = delete;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace app
