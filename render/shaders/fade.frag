// A picture at some opacity.
in vec2 uv;
uniform sampler2D picture;
uniform float opacity;
out vec4 pixel;

void main() {
    pixel = vec4(texture(picture, uv).rgb * opacity, opacity);
}
