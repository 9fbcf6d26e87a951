// The selected country by its signed distance field: a tint along the inside of its border, or its outline.
in vec2 uv;
uniform sampler2D field;        // 0..1 is -range_px..range_px, positive inside
uniform sampler2D disputed;     // 1 in disputed areas, where nothing is outlined
uniform float range_px;
uniform float px_per_pt;
uniform vec4 color;
uniform float half_width_pt;    // of the outline; 0 draws the band
uniform float rim;              // strength of the soft rim
out vec4 pixel;

void main() {
    float d = (texture(field, uv).r * 2.0 - 1.0) * range_px / px_per_pt;
    float free = 1.0 - texture(disputed, uv).r;
    float alpha = 0.0;
    if (half_width_pt > 0.0) {
        float edge = abs(d) * px_per_pt;
        alpha = 0.92 * clamp(half_width_pt * px_per_pt + 0.5 - edge, 0.0, 1.0) + rim * exp(-d * d / 7.0);
    } else {
        // Five strokes of 26, 19, 13, 8 and 4, clipped to the country.
        float inside = clamp(d * px_per_pt + 0.5, 0.0, 1.0);
        float through = 1.0;
        through *= 1.0 - 0.022 * clamp(13.5 - d, 0.0, 1.0);
        through *= 1.0 - 0.026 * clamp(10.0 - d, 0.0, 1.0);
        through *= 1.0 - 0.032 * clamp(7.0 - d, 0.0, 1.0);
        through *= 1.0 - 0.042 * clamp(4.5 - d, 0.0, 1.0);
        through *= 1.0 - 0.060 * clamp(2.5 - d, 0.0, 1.0);
        alpha = inside * (1.0 - through);
    }
    alpha = min(alpha, 1.0) * color.a * free;
    pixel = vec4(color.rgb * alpha, alpha);
}
