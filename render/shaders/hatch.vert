layout(location = 0) in vec2 world_m;
uniform vec4 world_to_clip;

void main() { gl_Position = vec4(world_m * world_to_clip.xy + world_to_clip.zw, 0.0, 1.0); }
