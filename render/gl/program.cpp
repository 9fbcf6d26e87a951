#include "render/gl/program.h"

#include <glad/gl.h>

#include <cassert>
#include <stdexcept>
#include <vector>

namespace render::gl {

namespace {

struct DeleteShader {
    void operator()(std::uint32_t name) const { glDeleteShader(name); }
};

constexpr std::string_view version_line = "#version 330 core\n";

Handle<DeleteShader> compile(std::string_view name, GLenum stage, std::string_view source, std::string_view defines) {
    Handle<DeleteShader> shader{glCreateShader(stage)};
    const std::array<const char*, 3> parts{version_line.data(), defines.data() != nullptr ? defines.data() : "",
                                           source.data()};
    const std::array<GLint, 3> sizes{static_cast<GLint>(version_line.size()), static_cast<GLint>(defines.size()),
                                     static_cast<GLint>(source.size())};
    glShaderSource(shader.name(), static_cast<GLsizei>(parts.size()), parts.data(), sizes.data());
    glCompileShader(shader.name());
    GLint ok = 0;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &ok);
    if (ok == 0) {
        std::array<char, 2048> log{};
        glGetShaderInfoLog(shader.name(), static_cast<GLsizei>(log.size()), nullptr, log.data());
        throw std::runtime_error("the shader " + std::string{name} + (stage == GL_VERTEX_SHADER ? ".vert" : ".frag") +
                                 " does not compile: " + log.data());
    }
    return shader;
}

}  // namespace

void DeleteProgram::operator()(std::uint32_t name) const {
    glDeleteProgram(name);
}

Program::Program(std::string_view name, std::string_view vertex, std::string_view fragment, std::string_view defines)
    : handle_{glCreateProgram()} {
    const auto vertex_shader = compile(name, GL_VERTEX_SHADER, vertex, defines);
    const auto fragment_shader = compile(name, GL_FRAGMENT_SHADER, fragment, defines);
    glAttachShader(handle_.name(), vertex_shader.name());
    glAttachShader(handle_.name(), fragment_shader.name());
    glLinkProgram(handle_.name());
    GLint ok = 0;
    glGetProgramiv(handle_.name(), GL_LINK_STATUS, &ok);
    if (ok == 0) {
        std::array<char, 2048> log{};
        glGetProgramInfoLog(handle_.name(), static_cast<GLsizei>(log.size()), nullptr, log.data());
        throw std::runtime_error("the shader " + std::string{name} + " does not link: " + log.data());
    }
    GLint count = 0;
    glGetProgramiv(handle_.name(), GL_ACTIVE_UNIFORMS, &count);
    for (GLint i = 0; i < count; ++i) {
        std::array<char, 128> text{};
        GLint size = 0;
        GLenum type = 0;
        glGetActiveUniform(handle_.name(), static_cast<GLuint>(i), static_cast<GLsizei>(text.size()), nullptr, &size,
                           &type, text.data());
        std::string key{text.data()};
        if (const auto bracket = key.find('['); bracket != std::string::npos) {
            key.resize(bracket);
        }
        locations_.emplace(key, glGetUniformLocation(handle_.name(), text.data()));
    }
}

int Program::location(const char* uniform) const {
    const auto found = locations_.find(uniform);
    assert(found != locations_.end() && "the program has no such uniform");
    return found != locations_.end() ? found->second : -1;
}

void Program::use() const {
    glUseProgram(handle_.name());
}
void Program::set(const char* uniform, float value) const {
    glUniform1f(location(uniform), value);
}
void Program::set(const char* uniform, int value) const {
    glUniform1i(location(uniform), value);
}
void Program::set(const char* uniform, float x, float y) const {
    glUniform2f(location(uniform), x, y);
}
void Program::set(const char* uniform, float x, float y, float z) const {
    glUniform3f(location(uniform), x, y, z);
}
void Program::set(const char* uniform, float x, float y, float z, float w) const {
    glUniform4f(location(uniform), x, y, z, w);
}
void Program::set(const char* uniform, Rgba color) const {
    set(uniform, color.r, color.g, color.b, color.a);
}
void Program::set(const char* uniform, std::span<const float> values) const {
    glUniform1fv(location(uniform), static_cast<GLsizei>(values.size()), values.data());
}

}  // namespace render::gl
