layout(location = 0) in vec2 at_pt;
layout(location = 1) in vec2 atlas_uv;
layout(location = 2) in vec4 premultiplied;
uniform vec2 size_pt;
out vec2 uv;
out vec4 color;

void main() {
    uv = atlas_uv;
    color = premultiplied;
    vec2 clip = at_pt / size_pt * 2.0 - 1.0;
    gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
