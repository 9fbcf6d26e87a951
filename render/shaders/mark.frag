// Marks by signed distance: seals, heads, arrowheads, pins, pulses. `local` is turned so that +x is ahead.
in vec2 local;
flat in vec4 hue;       // rgb, opacity
flat in vec4 shape;     // which, radius, half width of the ring (0: filled), second measure
flat in vec4 fade;      // dashes or dots round a ring (0: none), 1 for dots
flat in vec4 light;     // white-hot, unused, glow, sigma
flat in vec4 pattern;
flat in vec4 extra;
uniform float px_per_pt;
uniform vec3 white_hot;
out vec4 pixel;

const float turn = 6.28318531;

float coverage(float x_pt) { return clamp(0.5 - x_pt * px_per_pt, 0.0, 1.0); }

float to_segment(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// Signed distance to a convex polygon with its corners on a circle.
float regular(vec2 p, float radius, float corners, float phase) {
    float sector = turn / corners;
    float angle = mod(atan(p.y, p.x) - phase + 0.5 * sector, sector) - 0.5 * sector;
    vec2 q = length(p) * vec2(cos(angle), abs(sin(angle)));
    vec2 a = vec2(radius, 0.0);
    vec2 b = radius * vec2(cos(sector), sin(sector));
    vec2 n = normalize(vec2(b.y - a.y, a.x - b.x));
    float flat_side = dot(q - a, n);
    return flat_side < 0.0 ? flat_side : to_segment(q, a, b);
}

float side_of(vec2 a, vec2 b, vec2 p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

// An arrowhead with a notch, its tip at the origin.
float arrow(vec2 p, float size) {
    p.y = abs(p.y);
    vec2 tip = vec2(0.0);
    vec2 wing = vec2(-1.15 * size, 0.62 * size);
    vec2 notch = vec2(-0.8 * size, 0.0);
    float d = min(to_segment(p, tip, wing), to_segment(p, wing, notch));
    bool inside = side_of(tip, wing, p) > 0.0 && side_of(notch, wing, p) < 0.0;
    return inside ? -d : d;
}

void main() {
    int which = int(shape.x + 0.5);
    float radius = shape.y;
    float x = 0.0;
    if (which == 0) {
        x = length(local) - radius;
    } else if (which == 1) {
        x = regular(local, radius, 6.0, turn / 12.0);
    } else if (which == 2) {
        x = regular(local, radius, 4.0, 0.0);
    } else if (which == 3) {
        x = arrow(local, radius);
    } else if (which == 4) {
        vec2 p = vec2(local.x, abs(local.y));
        x = to_segment(p, vec2(0.0), vec2(-radius, 0.8 * radius)) - shape.w;
    } else if (which == 5) {
        x = to_segment(local, vec2(-radius, 0.0), vec2(radius, 0.0)) - shape.w;
    } else if (which == 6) {
        float sector = mod(atan(local.y, local.x) / turn * 10.0, 1.0);
        x = length(local) - radius * (sector < 0.5 ? 1.09 : 0.91);
    } else {
        x = (length(vec2(local.x, local.y / 0.53)) - radius) * 0.7;
    }
    if (shape.z > 0.0) {
        x = abs(x) - shape.z;
    }
    if (fade.x > 0.0) {
        float round_it = turn * radius / fade.x;
        float v = (mod(atan(local.y, local.x) / turn * fade.x, 1.0) - 0.5) * round_it;
        x = fade.y > 0.5 ? length(vec2(v, length(local) - radius)) - shape.z : max(x, abs(v) - 0.3 * round_it);
    }
    float a = hue.a * coverage(x);
    float g = light.z * hue.a * exp(-pow(max(x, 0.0) / light.w, 2.0));
    vec3 color = mix(hue.rgb, white_hot, light.x * (a > g ? 1.0 : 0.2));
    pixel = vec4(color * (a + g * (1.0 - 0.5 * a)), a);
}
