// Areas in the plane of the projection, coloured by a palette texture.
layout(location = 0) in vec2 world_m;
layout(location = 1) in float tone;
uniform vec4 world_to_clip;     // scale x, scale y, shift x, shift y
uniform sampler2D palette;
flat out vec4 color;

void main() {
    color = texelFetch(palette, ivec2(int(tone + 0.5) & 255, int(tone + 0.5) >> 8), 0);
    gl_Position = vec4(world_m * world_to_clip.xy + world_to_clip.zw, 0.0, 1.0);
}
