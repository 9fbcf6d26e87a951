// What panels draw with: rectangles, lines, icons, and text from Caravan's own text engine, on ImGui's draw lists.
// Lengths are points of the window.
#pragma once

#include "app/panels/icons.h"
#include "app/panels/time_axis.h"
#include "app/scene/map_view.h"
#include "app/scene/palette.h"
#include "app/state/edited_text.h"
#include "render/layers/link_batch.h"
#include "render/theme.h"

#include <optional>
#include <string>
#include <string_view>

struct ImDrawList;

namespace app {

/// The type styles of the visual design.
namespace type {
using render::text::Face;
using render::text::TextStyle;
inline constexpr TextStyle date{Face::DisplaySemiBold, 26.0F, -0.015F};
inline constexpr TextStyle date_small{Face::DisplaySemiBold, 22.0F, -0.015F};
inline constexpr TextStyle title{Face::DisplaySemiBold, 22.0F, -0.015F};
inline constexpr TextStyle input{Face::Regular, 16.0F, 0.0F};
inline constexpr TextStyle body{Face::Regular, 13.0F, 0.0F};
inline constexpr TextStyle body_strong{Face::Medium, 13.0F, 0.0F};
inline constexpr TextStyle body_bold{Face::SemiBold, 13.0F, 0.0F};
inline constexpr TextStyle small{Face::Regular, 12.0F, 0.0F};
inline constexpr TextStyle small_italic{Face::Italic, 12.0F, 0.0F};
inline constexpr TextStyle small_strong{Face::Medium, 12.0F, 0.0F};
}  // namespace type

enum class Align : std::uint8_t { Left, Center, Right };

/// What the pointer does to a control.
struct Touch {
    bool hovered = false;
    bool pressed = false;  ///< held down
    bool clicked = false;
    bool with_shift = false;  ///< of a click: Shift was held
};

/// Which control the keyboard is on.
struct ControlFocus {
    std::optional<int> at{};  ///< counted in the order of drawing, round and round
    int count = 0;            ///< of the controls in the frame before
    bool press = false;       ///< the control there is clicked in this frame
};

class Canvas {
public:
    Canvas(MapView& view, const render::Theme& theme, ControlFocus focus = {});

    /// Opens a panel: an ImGui window without any of ImGui's looks. Its ground, edge and shadow are drawn with `radius`
    /// (0: a plain strip with a rule above it). Every begin needs its end. `on_top` panels lie over all others.
    void begin_panel(const char* id, const render::RectPt& rect, float radius = 12.0F, bool on_top = false);
    /// A panel that stands on the edge of another one: rounded above, open below.
    void begin_tab(const char* id, const render::RectPt& rect);
    void end_panel();
    /// A scrolling list inside a panel. Contents are drawn downwards from the y that this returns ...
    float begin_list(const char* id, const render::RectPt& rect);
    /// ... to the y that is told here: that is how far it scrolls.
    void end_list(float content_bottom);

    /// Draws one line whose cell is `rect`: vertically centred by its capitals. Too long a line is elided. Returns the
    /// advance width drawn.
    float text(std::string_view words, const render::text::TextStyle& style, const render::RectPt& rect,
               render::Rgba color, Align align = Align::Left);
    [[nodiscard]] float width(std::string_view words, const render::text::TextStyle& style);
    [[nodiscard]] std::vector<std::string> wrapped(std::string_view words, const render::text::TextStyle& style,
                                                   float max_width, int max_lines);

    /// A line that is being typed, with its caret and what is selected, moved so that the caret is seen. Gives where a
    /// click puts the caret, as a byte of the text.
    std::optional<std::size_t> field(std::string_view id, const EditedText& text, const render::text::TextStyle& style,
                                     const render::RectPt& rect);

    void fill(const render::RectPt& rect, render::Rgba color, float radius = 0.0F);
    void fill_across(const render::RectPt& rect, render::Rgba left, render::Rgba right);
    void fill_down(const render::RectPt& rect, render::Rgba top, render::Rgba bottom);
    void outline(const render::RectPt& rect, render::Rgba color, float radius = 0.0F);
    void line(render::ScreenPt a, render::ScreenPt b, render::Rgba color, float width = 1.0F);
    void dashed_outline(const render::RectPt& rect, render::Rgba color);
    void polyline(const std::vector<render::ScreenPt>& points, render::Rgba color, float width);
    void triangle(render::ScreenPt a, render::ScreenPt b, render::ScreenPt c, render::Rgba color);
    void disc(render::ScreenPt center, float radius, render::Rgba color);
    /// In a 16 x 16 box around the middle of `rect`.
    void icon(Icon which, const render::RectPt& rect, render::Rgba color, float scale = 1.0F);
    void glyph(events::KindId kind, const render::RectPt& rect, float opacity = 1.0F);
    /// A sample of the kind's links, in a box of 44 x 16 at the left of `rect`.
    void specimen(events::KindId kind, const render::RectPt& rect, float opacity = 1.0F);

    void ring(render::ScreenPt center, float radius, render::Rgba color, float width = 1.0F);
    /// Links as on the map, in the window's points, of a panel or a list that shows nothing of them beside `clip`.
    void links(render::LinkBatch batch, const render::RectPt& clip);

    /// Scrolls the list that is open so far that this part of it is seen.
    void keep_in_view(const render::RectPt& rect);

    /// A key's name in a small box so high, at the left or the right end of a rectangle; gives the box.
    render::RectPt key_cap(std::string_view name, const render::RectPt& rect, Align align, float height = 20.0F);

    /// An invisible control over `rect`; ids are unique within a panel. The keyboard reaches it too, unless it is for
    /// the pointer alone, and a ring shows where.
    Touch touch(std::string_view id, const render::RectPt& rect, bool by_keyboard = true);
    /// A control with the hover and pressed grounds of the design.
    Touch control(std::string_view id, const render::RectPt& rect, bool on = false, float radius = 8.0F);
    /// Help under the pointer after it has rested on the control just made.
    void help(const Touch& touched, std::string_view words);

    [[nodiscard]] const render::Theme& theme() const { return theme_; }
    [[nodiscard]] render::Rgba color_of(events::KindId kind) const { return colors_[kind]; }
    [[nodiscard]] render::ScreenPt pointer() const;
    /// Since the frame before.
    [[nodiscard]] double seconds() const;
    [[nodiscard]] render::SizePt window_size() const;
    /// The left button went down in this frame, wherever.
    [[nodiscard]] bool pressed() const;
    /// It went down in this frame for the second time of a double click.
    [[nodiscard]] bool pressed_twice() const;
    /// The middle button is down, wherever.
    [[nodiscard]] bool middle_held() const;
    /// Keys that were held as a button last changed.
    [[nodiscard]] bool with_shift() const;
    [[nodiscard]] bool with_ctrl() const;
    [[nodiscard]] TextWidth text_width();
    /// How many controls the keyboard has come by so far.
    [[nodiscard]] int control_count() const { return controls_; }

private:
    [[nodiscard]] ImDrawList* list() const;
    void strokes(std::span<const IconStroke> strokes, render::ScreenPt origin, render::Rgba color, float scale = 1.0F);

    MapView& view_;
    const render::Theme& theme_;
    KindColors colors_;
    ControlFocus focus_;
    int controls_ = 0;
};

}  // namespace app
