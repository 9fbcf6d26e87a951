#include "render/gl/context.h"

#include <glad/gl.h>

#include <stdexcept>

namespace render::gl {

void load_functions(FunctionLoader loader) {
    const int version = gladLoadGL(loader);
    if (version < GLAD_MAKE_VERSION(3, 3)) {
        const auto* found = version != 0 ? glGetString(GL_VERSION) : nullptr;
        throw std::runtime_error("OpenGL 3.3 is needed, and this machine offers " +
                                 (found != nullptr ? std::string{reinterpret_cast<const char*>(found)} : "none") +
                                 "; install Mesa's drivers (libgl1-mesa-dri) or update the graphics driver");
    }
}

std::string renderer_name() {
    const auto* name = glGetString(GL_RENDERER);
    return name != nullptr ? reinterpret_cast<const char*>(name) : "unknown";
}

void finish() {
    glFinish();
}

}  // namespace render::gl
