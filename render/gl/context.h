// Loads OpenGL's functions into the current context.
#pragma once

#include <string>

namespace render::gl {

using FunctionLoader = void (*(*)(const char* name))();

/// Loads OpenGL 3.3 core through the loader of the window system. Throws std::runtime_error, with what was found,
/// when the context has less.
void load_functions(FunctionLoader loader);

/// GL_RENDERER, such as "llvmpipe (LLVM 15.0.6, 256 bits)".
[[nodiscard]] std::string renderer_name();

/// Waits until everything that was asked for is drawn; for measuring.
void finish();

}  // namespace render::gl
