// A plain line: what is nearer to its middle than half its width, antialiased; thinner than a pixel it pales instead.
in vec2 across;
in vec4 hue;
uniform float px_per_pt;
out vec4 pixel;

void main() {
    float half_px = across.y * px_per_pt;
    float shown = min(2.0 * half_px, 1.0);
    float x = abs(across.x) * px_per_pt - max(half_px, 0.5);
    float a = hue.a * shown * clamp(0.5 - x, 0.0, 1.0);
    pixel = vec4(hue.rgb * a, a);
}
