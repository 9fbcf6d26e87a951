in vec2 uv;
in vec4 color;
uniform sampler2D atlas;
out vec4 pixel;

void main() { pixel = color * texture(atlas, uv).a; }
