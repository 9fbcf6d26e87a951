// Plain lines of changing width and colour, in points. Little goes in and out: vertices are what many lines cost.
layout(location = 0) in vec2 at_pt;
layout(location = 1) in vec2 across_pt;    // distance across, half width
layout(location = 2) in vec4 color;
uniform vec2 size_pt;
out vec2 across;
out vec4 hue;

void main() {
    across = across_pt;
    hue = color;
    vec2 clip = at_pt / size_pt * 2.0 - 1.0;
    gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
