// A linked shader program. Immutable: a changed source makes a new one.
#pragma once

#include "render/camera.h"
#include "render/color.h"
#include "render/gl/handle.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace render::gl {

struct DeleteProgram {
    void operator()(std::uint32_t name) const;
};

class Program {
public:
    Program() = default;
    /// Compiles and links. `defines` ("#define X 1\n") go behind the version line of both stages. Throws
    /// std::runtime_error with the compiler's words and the shader's name when it fails.
    Program(std::string_view name, std::string_view vertex, std::string_view fragment, std::string_view defines = {});

    [[nodiscard]] explicit operator bool() const { return handle_.name() != 0; }
    void use() const;
    /// Uniforms of the program in use. Setting one that the program does not have is an assertion.
    void set(const char* uniform, float value) const;
    void set(const char* uniform, int value) const;
    void set(const char* uniform, float x, float y) const;
    void set(const char* uniform, float x, float y, float z) const;
    void set(const char* uniform, float x, float y, float z, float w) const;
    void set(const char* uniform, Rgba color) const;
    void set(const char* uniform, std::span<const float> values) const;

private:
    [[nodiscard]] int location(const char* uniform) const;
    Handle<DeleteProgram> handle_;
    std::unordered_map<std::string, int> locations_;
};

}  // namespace render::gl
