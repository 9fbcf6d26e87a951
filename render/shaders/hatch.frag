// Strokes at 45 degrees, antialiased, in one colour. A pitch of 0 fills the area flat.
uniform vec4 color;
uniform vec2 origin_px;    // so that the pattern sticks to the ground
uniform float pitch_px;
uniform float half_width_px;
out vec4 pixel;

void main() {
    float alpha = color.a;
    if (pitch_px > 0.0) {
        vec2 p = gl_FragCoord.xy - origin_px;
        float across = (p.x - p.y) * 0.70710678;
        float period = pitch_px * 0.70710678;
        float d = abs(mod(across, period) - 0.5 * period);
        alpha *= clamp(half_width_px + 0.5 - d, 0.0, 1.0);
    }
    pixel = vec4(color.rgb * alpha, alpha);
}
