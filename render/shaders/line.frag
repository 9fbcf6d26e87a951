// A hairline with analytic antialiasing, optionally dashed.
in float d_px;
in float s_px;
flat in vec4 color;
uniform float half_width_px;
#ifdef MASKED
uniform sampler2D mask;        // 1 where the line is not drawn
uniform vec2 mask_shift_px;    // from this picture's pixels to the mask's
#endif
uniform vec2 dash_px;          // length and gap; a gap of 0 is a solid line
out vec4 pixel;

void main() {
    float hw = max(half_width_px, 0.5);
    float alpha = color.a * min(2.0 * half_width_px, 1.0) * clamp(hw + 0.5 - abs(d_px), 0.0, 1.0);
    if (dash_px.y > 0.0) {
        float v = abs(mod(s_px, dash_px.x + dash_px.y) - 0.5 * (dash_px.x + dash_px.y));
        alpha *= clamp(0.5 * dash_px.x + 0.5 - v, 0.0, 1.0);
    }
#ifdef MASKED
    alpha *= 1.0 - texelFetch(mask, ivec2(gl_FragCoord.xy + mask_shift_px), 0).r;
#endif
    pixel = vec4(color.rgb * alpha, alpha);
}
