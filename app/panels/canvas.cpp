#include "app/panels/canvas.h"

#include "app/panels/specimens.h"
#include "app/panels/texture_id.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;
using render::ScreenPt;

ImU32 packed(Rgba c) {
    const auto byte = [](float v) { return static_cast<ImU32>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255.0F)); };
    return IM_COL32(byte(c.r), byte(c.g), byte(c.b), byte(c.a));
}

ImVec2 vec(ScreenPt p) {
    return {p.x, p.y};
}

/// The top left of a box of 16 x 16 in the middle of a rectangle, on whole points.
ScreenPt icon_origin(const RectPt& rect, float scale) {
    const ScreenPt middle = rect.center();
    return {std::round(middle.x - 8.0F * scale), std::round(middle.y - 8.0F * scale)};
}

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                  ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                  ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus;

}  // namespace

Canvas::Canvas(MapView& view, const render::Theme& theme, ControlFocus focus)
    : view_{view}, theme_{theme}, colors_{view.world().events->kinds(), theme}, focus_{focus} {
    if (focus_.at && focus_.count > 0) {
        focus_.at = (*focus_.at % focus_.count + focus_.count) % focus_.count;
    }
}

ImDrawList* Canvas::list() const {
    return ImGui::GetWindowDrawList();
}

void Canvas::begin_panel(const char* id, const RectPt& rect, float radius, bool on_top) {
    ImGui::SetNextWindowPos({rect.left, rect.top});
    ImGui::SetNextWindowSize({rect.width(), rect.height()});
    const ImGuiWindowFlags order = on_top ? ImGuiWindowFlags_NoBringToFrontOnFocus : ImGuiWindowFlags_None;
    ImGui::Begin(id, nullptr, (bare & ~order) | ImGuiWindowFlags_NoScrollWithMouse);
    // The shadow and the edge lie outside the panel.
    list()->PushClipRectFullScreen();
    if (radius > 0.0F) {
        constexpr int rings = 8;
        for (int i = rings; i > 0; --i) {
            const float grow = 1.6F * static_cast<float>(i);
            RectPt ring = rect.grown(grow);
            ring.top += 5.0F;
            ring.bottom += 5.0F;
            // Frames and not areas: most of an area would lie under the panel, and costs as much as if it were seen.
            list()->AddRect({ring.left, ring.top}, {ring.right, ring.bottom},
                            packed(render::with_alpha(theme_.shadow, theme_.shadow.a * (1.0F - grow / 14.4F) * 0.6F)),
                            radius + grow, ImDrawFlags_None, 1.8F);
        }
        fill(rect, theme_.panel, radius);
        outline(rect.grown(0.5F), theme_.hairline, radius);
    } else {
        fill(rect, theme_.panel);
        fill({rect.left, rect.top - 1.0F, rect.right, rect.top}, theme_.hairline);
    }
    list()->PopClipRect();
}

void Canvas::begin_tab(const char* id, const RectPt& rect) {
    ImGui::SetNextWindowPos({rect.left, rect.top});
    ImGui::SetNextWindowSize({rect.width(), rect.height()});
    ImGui::Begin(id, nullptr, bare | ImGuiWindowFlags_NoScrollWithMouse);
    constexpr float radius = 12.0F;
    list()->PushClipRect({rect.left - 1.0F, rect.top - 1.0F}, {rect.right + 1.0F, rect.bottom});
    list()->AddRectFilled({rect.left, rect.top}, {rect.right, rect.bottom}, packed(theme_.panel), radius,
                          ImDrawFlags_RoundCornersTop);
    // The lower edge of the frame lies below what is shown.
    list()->AddRect({rect.left, rect.top}, {rect.right, rect.bottom + radius}, packed(theme_.hairline), radius,
                    ImDrawFlags_RoundCornersTop);
    list()->PopClipRect();
}

void Canvas::end_panel() {
    ImGui::End();
}

float Canvas::begin_list(const char* id, const RectPt& rect) {
    ImGui::SetCursorScreenPos({rect.left, rect.top});
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, packed(theme_.hairline_strong));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, packed(theme_.text_3));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, packed(theme_.text_2));
    ImGui::BeginChild(id, {rect.width(), rect.height()}, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    return ImGui::GetCursorScreenPos().y;
}

void Canvas::end_list(float content_bottom) {
    ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x, content_bottom});
    ImGui::Dummy({1.0F, 0.0F});
    ImGui::EndChild();
    ImGui::PopStyleColor(4);
}

float Canvas::text(std::string_view words, const render::text::TextStyle& style, const RectPt& rect, Rgba color,
                   Align align) {
    const std::string fitted = view_.text().elided(words, style, rect.width() + 0.5F);
    const render::text::ShapedText& shaped = view_.text().shape(fitted, style);
    float x = rect.left;
    if (align == Align::Center) {
        x += (rect.width() - shaped.width_pt) / 2.0F;
    } else if (align == Align::Right) {
        x = rect.right - shaped.width_pt;
    }
    const float px = view_.px_per_pt();
    x = std::round(x * px) / px;
    const float y = std::round((rect.center().y + shaped.cap_height_pt / 2.0F) * px) / px;
    const ImU32 ink = packed(color);
    const ImTextureID atlas = texture_id(view_.renderer().labels().atlas().name());
    for (const render::text::GlyphQuad& q : shaped.fill) {
        list()->AddImage(atlas, {x + q.x0, y + q.y0}, {x + q.x1, y + q.y1}, {q.u0, q.v0}, {q.u1, q.v1}, ink);
    }
    return shaped.width_pt;
}

float Canvas::width(std::string_view words, const render::text::TextStyle& style) {
    return view_.text().width_pt(words, style);
}

std::vector<std::string> Canvas::wrapped(std::string_view words, const render::text::TextStyle& style, float max_width,
                                         int max_lines) {
    return view_.text().wrapped(words, style, max_width, max_lines);
}

void Canvas::fill(const RectPt& rect, Rgba color, float radius) {
    list()->AddRectFilled({rect.left, rect.top}, {rect.right, rect.bottom}, packed(color), radius);
}

void Canvas::fill_across(const RectPt& rect, Rgba left, Rgba right) {
    list()->AddRectFilledMultiColor({rect.left, rect.top}, {rect.right, rect.bottom}, packed(left), packed(right),
                                    packed(right), packed(left));
}

void Canvas::fill_down(const RectPt& rect, Rgba top, Rgba bottom) {
    list()->AddRectFilledMultiColor({rect.left, rect.top}, {rect.right, rect.bottom}, packed(top), packed(top),
                                    packed(bottom), packed(bottom));
}

void Canvas::outline(const RectPt& rect, Rgba color, float radius) {
    list()->AddRect({rect.left, rect.top}, {rect.right, rect.bottom}, packed(color), radius);
}

void Canvas::line(ScreenPt a, ScreenPt b, Rgba color, float width) {
    list()->AddLine(vec(a), vec(b), packed(color), width);
}

void Canvas::dashed_outline(const RectPt& rect, Rgba color) {
    constexpr float dash = 5.0F;
    constexpr float gap = 4.0F;
    for (float x = rect.left; x < rect.right; x += dash + gap) {
        const float end = std::min(x + dash, rect.right);
        line({x, rect.top}, {end, rect.top}, color);
        line({x, rect.bottom}, {end, rect.bottom}, color);
    }
    line({rect.left, rect.top}, {rect.left, rect.bottom}, color);
}

void Canvas::polyline(const std::vector<ScreenPt>& points, Rgba color, float width) {
    std::vector<ImVec2> p;
    for (const ScreenPt& point : points) {
        p.push_back(vec(point));
    }
    list()->AddPolyline(p.data(), static_cast<int>(p.size()), packed(color), ImDrawFlags_None, width);
}

void Canvas::triangle(ScreenPt a, ScreenPt b, ScreenPt c, Rgba color) {
    list()->AddTriangleFilled(vec(a), vec(b), vec(c), packed(color));
}

void Canvas::disc(ScreenPt center, float radius, Rgba color) {
    list()->AddCircleFilled(vec(center), radius, packed(color));
}

void Canvas::ring(ScreenPt center, float radius, Rgba color, float width) {
    list()->AddCircle(vec(center), radius, packed(color), 0, width);
}

void Canvas::links(render::LinkBatch batch, const RectPt& clip) {
    const auto draw = [](const ImDrawList*, const ImDrawCmd* command) {
        const auto& panel_links = *static_cast<const render::PanelLinks*>(command->UserCallbackData);
        panel_links.renderer.draw_in_panel(panel_links);
    };
    list()->AddCallback(draw, &view_.renderer().keep_for_panel(std::move(batch), clip));
    list()->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void Canvas::strokes(std::span<const IconStroke> all, ScreenPt origin, Rgba color, float scale) {
    for (const IconStroke& stroke : all) {
        const ImU32 ink = packed(render::with_alpha(color, color.a * stroke.opacity));
        const ImVec2 first{origin.x + stroke.xy[0] * scale, origin.y + stroke.xy[1] * scale};
        if (stroke.how == IconStroke::How::Disc) {
            list()->AddCircleFilled(first, stroke.xy[2] * scale, ink);
            continue;
        }
        if (stroke.how == IconStroke::How::Circle) {
            list()->AddCircle(first, stroke.xy[2] * scale, ink, 0, stroke.width * scale);
            continue;
        }
        std::vector<ImVec2> p;
        for (std::size_t i = 0; i + 1 < stroke.xy.size(); i += 2) {
            p.push_back({origin.x + stroke.xy[i] * scale, origin.y + stroke.xy[i + 1] * scale});
        }
        if (stroke.how == IconStroke::How::Filled) {
            list()->AddConvexPolyFilled(p.data(), static_cast<int>(p.size()), ink);
        } else {
            const auto flags = stroke.how == IconStroke::How::Closed ? ImDrawFlags_Closed : ImDrawFlags_None;
            list()->AddPolyline(p.data(), static_cast<int>(p.size()), ink, flags, stroke.width * scale);
        }
    }
}

void Canvas::icon(Icon which, const RectPt& rect, Rgba color, float scale) {
    strokes(strokes_of(which), icon_origin(rect, scale), color, scale);
}

void Canvas::glyph(events::KindId kind, const RectPt& rect, float opacity) {
    const render::LinkHue glyph = glyph_of(view_.world().events->kinds()[kind]);
    strokes(strokes_of(glyph), icon_origin(rect, 1.0F), render::with_alpha(color_of(kind), opacity));
}

void Canvas::specimen(events::KindId kind, const RectPt& rect, float opacity) {
    const events::Kind& which = view_.world().events->kinds()[kind];
    const ScreenPt origin{std::round(rect.left), std::round(rect.center().y - 8.0F)};
    strokes(specimen_of(which.motion, glyph_of(which)), origin, render::with_alpha(color_of(kind), opacity));
}

RectPt Canvas::key_cap(std::string_view name, const RectPt& rect, Align align, float height) {
    const float wide = width(name, type::small_strong) + height - 6.0F;
    const float left = align == Align::Right ? rect.right - wide : rect.left;
    const float top = rect.center().y - height / 2.0F;
    const RectPt cap{left, top, left + wide, top + height};
    fill(cap, theme_.fill_hover, 4.0F);
    outline(cap, theme_.hairline, 4.0F);
    text(name, type::small_strong, cap, theme_.text_2, Align::Center);
    return cap;
}

void Canvas::keep_in_view(const RectPt& rect) {
    const float top = ImGui::GetWindowPos().y;
    const float bottom = top + ImGui::GetWindowHeight();
    const float up = std::max(0.0F, top - rect.top);
    const float down = std::max(0.0F, rect.bottom - bottom);
    if (up > 0.0F || down > 0.0F) {
        ImGui::SetScrollY(ImGui::GetScrollY() - up + (up > 0.0F ? 0.0F : down));
    }
}

Touch Canvas::touch(std::string_view id, const RectPt& rect, bool by_keyboard) {
    ImGui::SetCursorScreenPos({rect.left, rect.top});
    ImGui::PushID(id.data(), id.data() + id.size());
    const bool clicked = ImGui::InvisibleButton("touch", {std::max(1.0F, rect.width()), std::max(1.0F, rect.height())});
    Touch result{ImGui::IsItemHovered(), ImGui::IsItemActive(), clicked, clicked && ImGui::GetIO().KeyShift};
    ImGui::PopID();
    if (by_keyboard && focus_.at == controls_++) {
        keep_in_view(rect);
        list()->PushClipRectFullScreen();
        const RectPt ring = rect.grown(3.0F);
        list()->AddRect({ring.left, ring.top}, {ring.right, ring.bottom}, packed(theme_.text_1), 8.0F, ImDrawFlags_None,
                        2.0F);
        list()->PopClipRect();
        result.clicked = result.clicked || focus_.press;
    }
    return result;
}

Touch Canvas::control(std::string_view id, const RectPt& rect, bool on, float radius) {
    const Touch touched = touch(id, rect);
    if (touched.pressed || on) {
        fill(rect, theme_.fill_selected, radius);
    } else if (touched.hovered) {
        fill(rect, theme_.fill_hover, radius);
    }
    return touched;
}

void Canvas::help(const Touch& touched, std::string_view words) {
    if (!touched.hovered || touched.pressed) {
        return;
    }
    const ScreenPt at = pointer();
    const float w = width(words, type::small) + 20.0F;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    RectPt box{at.x - w / 2.0F, at.y - 40.0F, at.x + w / 2.0F, at.y - 12.0F};
    const float shift = std::max(0.0F, 8.0F - box.left) - std::max(0.0F, box.right - screen.x + 8.0F);
    box.left += shift;
    box.right += shift;
    if (box.top < 8.0F) {
        box.top = at.y + 20.0F;
        box.bottom = box.top + 28.0F;
    }
    ImGui::SetNextWindowPos({box.left, box.top});
    ImGui::SetNextWindowSize({box.width(), box.height()});
    ImGui::Begin(
        "##help", nullptr,
        (bare & ~ImGuiWindowFlags_NoBringToFrontOnFocus) | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_Tooltip);
    fill(box, theme_.panel_raised, 8.0F);
    outline(box, theme_.hairline_strong, 8.0F);
    text(words, type::small, box, theme_.text_1, Align::Center);
    ImGui::End();
}

std::optional<std::size_t> Canvas::field(std::string_view id, const EditedText& text,
                                         const render::text::TextStyle& style, const RectPt& rect) {
    const auto x_of = [&](std::size_t byte) { return width(std::string_view{text.text}.substr(0, byte), style); };
    const float caret = x_of(text.caret);
    const float shift = std::max(0.0F, caret + 2.0F - rect.width());
    const float left = rect.left - shift;
    const float half = style.size_pt * 0.68F;
    const float middle = rect.center().y;
    list()->PushClipRect({rect.left - 1.0F, rect.top}, {rect.right + 1.0F, rect.bottom}, true);
    if (text.anchor != text.caret) {
        const auto [from, to] = std::minmax({caret, x_of(text.anchor)});
        fill({left + from, middle - half, left + to, middle + half}, with_alpha(theme_.text_1, 0.22F), 2.0F);
    }
    this->text(text.text, style, {left, rect.top, left + 1e4F, rect.bottom}, theme_.text_1);
    const float x = std::round(left + caret);
    fill({x, middle - half, x + 1.5F, middle + half}, theme_.text_1);
    list()->PopClipRect();
    const Touch touched = touch(id, rect);
    if (!touched.pressed) {
        return std::nullopt;
    }
    std::size_t best = 0;
    for (std::size_t byte = 0; byte <= text.text.size(); ++byte) {
        best = std::abs(left + x_of(byte) - pointer().x) < std::abs(left + x_of(best) - pointer().x) ? byte : best;
    }
    return best;
}

double Canvas::seconds() const {
    return static_cast<double>(ImGui::GetIO().DeltaTime);
}

bool Canvas::pressed() const {
    return ImGui::IsMouseClicked(ImGuiMouseButton_Left);
}

bool Canvas::pressed_twice() const {
    return ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
}

bool Canvas::middle_held() const {
    return ImGui::IsMouseDown(ImGuiMouseButton_Middle);
}

bool Canvas::with_shift() const {
    return ImGui::GetIO().KeyShift;
}

bool Canvas::with_ctrl() const {
    return ImGui::GetIO().KeyCtrl;
}

render::SizePt Canvas::window_size() const {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {size.x, size.y};
}

ScreenPt Canvas::pointer() const {
    const ImVec2 at = ImGui::GetIO().MousePos;
    return {at.x, at.y};
}

TextWidth Canvas::text_width() {
    return [this](std::string_view words, const render::text::TextStyle& style) { return width(words, style); };
}

}  // namespace app
