// Dear ImGui, set up for Caravan: no fonts or colours of its own, input from ours, drawn with our glyph atlas.
#pragma once

#include "app/platform/input.h"
#include "app/scene/map_view.h"
#include "render/camera.h"

#include <memory>

namespace app {

class ImGuiHost {
public:
    struct FrameInput {
        render::SizePt size;
        float px_per_pt = 1.0F;
        float dt_s = 1.0F / 60.0F;
        InputEvents events;
    };

    /// Needs a current OpenGL context.
    ImGuiHost();
    ~ImGuiHost();
    ImGuiHost(const ImGuiHost&) = delete;
    ImGuiHost& operator=(const ImGuiHost&) = delete;

    /// Panels are drawn between these two.
    void begin_frame(const FrameInput& input);
    void end_frame(MapView& view, std::uint32_t framebuffer);

    /// Some of the input did not fit into the last frame: there should be another one.
    [[nodiscard]] bool has_more_input() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace app
