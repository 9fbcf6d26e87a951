// Strips of links and quads of marks, in points; what they look like stands in a row of the style texture.
layout(location = 0) in vec2 at_pt;
layout(location = 1) in vec2 local_pt;    // strokes: length along, distance across; marks: offset from the centre
layout(location = 2) in float style;
uniform vec2 size_pt;
uniform sampler2D styles;
out vec2 local;
flat out vec4 hue;
flat out vec4 shape;
flat out vec4 fade;
flat out vec4 light;
flat out vec4 pattern;
flat out vec4 extra;

void main() {
    // Sixty-four styles of six texels stand side by side in a row.
    int number = int(style + 0.5);
    ivec2 first = ivec2((number & 63) * 6, number >> 6);
    hue = texelFetch(styles, first, 0);
    shape = texelFetch(styles, first + ivec2(1, 0), 0);
    fade = texelFetch(styles, first + ivec2(2, 0), 0);
    light = texelFetch(styles, first + ivec2(3, 0), 0);
    pattern = texelFetch(styles, first + ivec2(4, 0), 0);
    extra = texelFetch(styles, first + ivec2(5, 0), 0);
    local = local_pt;
    vec2 clip = at_pt / size_pt * 2.0 - 1.0;
    gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
