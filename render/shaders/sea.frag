// The sea by its distance to the coast: a shelf that fades into the deep, three waterlines, and a breath at the shore.
in vec2 uv;
uniform sampler2D coast_distance;   // 0..1 is 0..max_px
uniform float max_px;
uniform float px_per_pt;
uniform vec4 deep;
uniform vec4 shelf;
uniform vec4 waterline;
uniform vec4 line_alpha;            // at 5, 11 and 19 points, and at the shore
out vec4 pixel;

void main() {
    float d = texture(coast_distance, uv).r * max_px / px_per_pt;
    vec3 color = mix(deep.rgb, shelf.rgb, 0.86 * exp(-d / 34.0) + 0.14 * exp(-d / 150.0));
    vec3 at = clamp(0.9 - abs(vec3(d) - vec3(5.0, 11.0, 19.0)), 0.0, 1.0);
    float line = dot(at, line_alpha.xyz) + line_alpha.w * clamp(1.0 - d / 3.0, 0.0, 1.0);
    pixel = vec4(mix(color, waterline.rgb, line), 1.0);
}
