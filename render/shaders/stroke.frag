// A stroke along a curve, by its length s and the distance d to it. Compiled once for each PATTERN:
// 0 solid, 1 dashes, 2 dots, 3 beads, 4 zigzag, 5 marching arcs.
//
// The core covers, the glow adds, in one premultiplied pass:
//   a = A clamp(.5 - x, 0, 1),  g = G A exp(-(max(x, 0) / sigma)^2),  out = (hue (a + g (1 - a / 2)), a)
in vec2 local;
flat in vec4 hue;       // rgb, opacity of the whole
flat in vec4 shape;     // half width at the start and at the end, power of the passage, offset of twin rails
flat in vec4 fade;      // opacity at the start and at the end, power of the passage, length
flat in vec4 light;     // white-hot at the start, over which part of the length, glow, sigma
flat in vec4 pattern;
flat in vec4 extra;
uniform float px_per_pt;
uniform vec3 white_hot;
out vec4 pixel;

float coverage(float x_pt) { return clamp(0.5 - x_pt * px_per_pt, 0.0, 1.0); }

float to_segment(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

void main() {
    float s = local.x;
    float total = fade.w;
    float over = max(max(-s, s - total), 0.0);      // beyond an end the distance goes round it
    float side = local.y;
    float u = clamp(s / total, 0.0, 1.0);
    float half_width = mix(shape.x, shape.y, shape.z == 1.0 ? u : pow(u, shape.z));
    float opacity = hue.a * mix(fade.y, fade.x, fade.z == 1.0 ? 1.0 - u : pow(1.0 - u, fade.z));
    float thin = 1.0;
    if (half_width * px_per_pt < 0.5) {
        thin = 2.0 * half_width * px_per_pt;
        half_width = 0.5 / px_per_pt;
    }
    float d = abs(abs(side) - shape.w);
    float x = 0.0;
#if PATTERN == 0
    x = length(vec2(over, d)) - half_width;
#elif PATTERN == 1
    // length, gap, phase, fade of each dash towards its back
    float v = mod(s - pattern.z, pattern.x + pattern.y) - 0.5 * (pattern.x + pattern.y);
    x = length(vec2(max(abs(v) - 0.5 * pattern.x + half_width, 0.0) + over, d)) - half_width;
    opacity *= pattern.w > 0.0 ? mix(pattern.w, 1.0, clamp(v / pattern.x + 0.5, 0.0, 1.0)) : 1.0;
#elif PATTERN == 2
    // period, radius, phase
    float v = mod(s - pattern.z, pattern.x) - 0.5 * pattern.x;
    x = length(vec2(v + over, d)) - pattern.y;
    thin = 1.0;
#elif PATTERN == 3
    // period, radius, phase, length of the hairline behind each bead
    float v = mod(s - pattern.z, pattern.x) - 0.66 * pattern.x;
    float bead = length(vec2(v, d)) - pattern.y;
    float tail = v < 0.0 && -v < pattern.w ? pow(1.0 + v / pattern.w, 1.2) * 0.9 : 0.0;
    opacity *= clamp((s - 2.0) / 8.0, 0.0, 1.0) * clamp((total - 7.0 - s) / 8.0, 0.0, 1.0);
    float covered = max(coverage(bead), tail * coverage(d - half_width));
    vec3 bead_hue = mix(hue.rgb, white_hot, bead < 0.5 ? light.x : 0.0);
    float bead_glow = light.z * opacity * exp(-pow(max(bead, 0.0) / light.w, 2.0));
    covered *= opacity;
    pixel = vec4(bead_hue * (covered + bead_glow * (1.0 - 0.5 * covered)), covered);
    return;
#elif PATTERN == 4
    // half wave, amplitude, phase, 0 whole | 1 dots | 2 broken legs
    float envelope = smoothstep(0.0, 0.12, u) * smoothstep(0.0, 0.12, 1.0 - u);
    float wave = pattern.x;
    float amplitude = pattern.y * envelope;
    float k = floor((s - pattern.z) / wave);
    float v = (s - pattern.z) - k * wave;
    float up = mod(k, 2.0) < 0.5 ? 1.0 : -1.0;
    vec2 p = vec2(v, side);
    vec2 a = vec2(0.0, -amplitude * up);
    vec2 b = vec2(wave, amplitude * up);
    half_width *= mix(0.55, 1.0, sin(3.14159265 * u));
    if (pattern.w < 0.5) {
        float nearest = min(to_segment(p, a, b), min(to_segment(p, a, vec2(-wave, amplitude * up)),
                                                     to_segment(p, b, vec2(2.0 * wave, -amplitude * up))));
        x = nearest + over - half_width;
    } else if (pattern.w < 1.5) {
        float nearest = min(length(p - 0.5 * (a + b)), min(length(p - a), length(p - b)));
        x = nearest + over - 1.15;
    } else {
        x = to_segment(p, mix(a, b, 0.3), mix(a, b, 0.7)) + over - 0.8;
    }
#elif PATTERN == 5
    // pitch, half width of the beam, phase, 0 whole | 1 dots | 2 dashes; extra: radius, opacity at the end, front
    float reach = total - 7.0;
    float beam = min(pattern.y * mix(1.0, 0.72, u), 4.0 + s * 0.55);
    float radius = max(6.0, min(extra.x, s));
    float front = s + radius - sqrt(max(0.0, radius * radius - side * side));
    float q = side / beam;
    float slant = sqrt(max(0.05, 1.0 - side * side / (radius * radius)));
    float v = mod(front - pattern.z, pattern.x) - 0.5 * pattern.x;
    if (pattern.w < 0.5) {
        x = abs(v) * slant - mix(1.1, 0.8, u) * half_width * (1.0 - 0.4 * q * q);
    } else if (pattern.w < 1.5) {
        x = length(vec2(mod(side, 4.2) - 2.1, v)) - 1.15;
    } else {
        x = length(vec2(max(abs(mod(side + 4.5, 9.0) - 4.5) - 2.4, 0.0), v * slant)) - 0.85;
    }
    float inside = step(5.0, front) * step(front, reach) * step(3.0, s) * clamp(beam - abs(side) + 0.5, 0.0, 1.0);
    opacity *= inside * mix(1.0, extra.y, u) * clamp((extra.z * reach - front) / 4.0, 0.0, 1.0);
    thin = 1.0;
#endif
    float a_core = opacity * thin * coverage(x);
    float g = light.z * opacity * exp(-pow(max(x, 0.0) / light.w, 2.0));
    vec3 color = hue.rgb;
    if (light.x > 0.0) {
        float heat = light.x * pow(clamp(1.0 - u / light.y, 0.0, 1.0), 1.5);
        color = mix(color, white_hot, heat * (a_core > g ? 1.0 : 0.25));
    }
    pixel = vec4(color * (a_core + g * (1.0 - 0.5 * a_core)), a_core);
}
