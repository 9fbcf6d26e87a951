// An OpenGL texture as ImGui names textures: a pointer before 1.91.4, an integer since.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace app {

[[nodiscard]] inline ImTextureID texture_id(std::uint32_t name) {
#if IMGUI_VERSION_NUM >= 19140
    return static_cast<ImTextureID>(name);
#else
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(name));
#endif
}

}  // namespace app
