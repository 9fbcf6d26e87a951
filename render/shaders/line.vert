// Widens centre lines to ribbons of a constant width in pixels.
layout(location = 0) in vec2 world_m;
layout(location = 1) in vec2 normal;
layout(location = 2) in float s_m;
layout(location = 3) in float tone;
uniform vec4 world_to_clip;
uniform vec2 clip_per_px;
uniform float px_per_m;
uniform float half_width_px;
uniform vec4 line_color;       // alpha below 0: the palette decides
uniform sampler2D palette;
out float d_px;
out float s_px;
flat out vec4 color;

void main() {
    color = line_color.a < 0.0 ? texelFetch(palette, ivec2(int(tone + 0.5) & 255, int(tone + 0.5) >> 8), 0) : line_color;
    float reach_px = max(half_width_px, 0.5) + 0.75;
    d_px = (gl_VertexID & 1) == 0 ? -reach_px : reach_px;
    s_px = s_m * px_per_m;
    vec2 center = world_m * world_to_clip.xy + world_to_clip.zw;
    gl_Position = vec4(center + normal * reach_px * clip_per_px, 0.0, 1.0);
}
