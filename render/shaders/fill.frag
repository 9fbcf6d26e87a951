flat in vec4 color;
out vec4 pixel;

void main() { pixel = vec4(color.rgb * color.a, color.a); }
