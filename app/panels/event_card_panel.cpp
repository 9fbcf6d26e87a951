// Draws an EventCard.
#include "app/panels/event_card_layout.h"
#include "app/panels/event_row.h"
#include "app/panels/panels.h"

#include <algorithm>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;

constexpr float padding = 20.0F;
constexpr float line_height = 20.0F;

/// Writes paragraphs downwards.
class Writer {
public:
    Writer(Canvas& canvas, RectPt room, float y) : canvas_{canvas}, room_{room}, y_{y} {}

    void paragraph(std::string_view words, const render::text::TextStyle& style, Rgba color, int most = 12) {
        if (words.empty()) {
            return;
        }
        for (const std::string& line : canvas_.wrapped(words, style, room_.width(), most)) {
            canvas_.text(line, style, {room_.left, y_, room_.right, y_ + line_height}, color);
            y_ += line_height;
        }
    }
    void heading(std::string_view words) {
        y_ += 12.0F;
        canvas_.text(words, type::small_strong, {room_.left, y_, room_.right, y_ + 18.0F}, canvas_.theme().text_3);
        y_ += 20.0F;
    }
    void space(float by) { y_ += by; }
    [[nodiscard]] float y() const { return y_; }
    [[nodiscard]] const RectPt& room() const { return room_; }

private:
    Canvas& canvas_;
    RectPt room_;
    float y_ = 0.0F;
};

void draw_head(Canvas& canvas, Writer& writer, const EventCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt& room = writer.room();
    const float top = writer.y();
    canvas.glyph(card.kind, {room.left, top + 2.0F, room.left + 16.0F, top + 22.0F});
    const float width = canvas.text(card.kind_label, type::body_strong,
                                    {room.left + 24.0F, top + 2.0F, room.right - 40.0F, top + 22.0F}, theme.text_2);
    if (!card.status.empty()) {
        const float left = room.left + 24.0F + width + 10.0F;
        const RectPt tag{left, top + 3.5F, left + canvas.width(card.status, type::small_strong) + 12.0F, top + 20.5F};
        canvas.outline(tag, theme.hairline_strong, 4.0F);
        canvas.text(card.status, type::small_strong, tag, theme.text_2, Align::Center);
    }
    const RectPt close{room.right - 24.0F, top - 4.0F, room.right + 8.0F, top + 28.0F};
    const Touch touched = canvas.control("close", close);
    canvas.icon(Icon::Close, close, touched.hovered ? theme.text_1 : theme.text_2);
    canvas.help(touched, "Close  (Esc)");
    if (touched.clicked) {
        commands.emplace_back(SelectEvent{std::nullopt});
    }
    writer.space(32.0F);
}

/// A button as wide as its words need.
Touch draw_button(Canvas& canvas, Writer& writer, const char* id, std::string_view words) {
    constexpr float beside_words = 16.0F;
    writer.space(6.0F);
    const float width = canvas.width(words, type::body_strong) + 2.0F * beside_words;
    const RectPt place{writer.room().left, writer.y(), writer.room().left + width, writer.y() + 32.0F};
    canvas.fill(place, canvas.theme().fill_hover, 8.0F);
    const Touch touched = canvas.control(id, place);
    canvas.text(words, type::body_strong, place, canvas.theme().text_1, Align::Center);
    writer.space(36.0F);
    return touched;
}

void draw_body(Canvas& canvas, Writer& writer, const EventCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    for (const std::string& line : canvas.wrapped(card.title, type::title, writer.room().width(), 3)) {
        canvas.text(line, type::title, {writer.room().left, writer.y(), writer.room().right, writer.y() + 28.0F},
                    theme.text_1);
        writer.space(28.0F);
    }
    writer.space(4.0F);
    writer.paragraph(card.date, type::body_strong, theme.text_1);
    writer.paragraph(card.date_remark, type::small, theme.text_3);
    writer.paragraph(card.confidence, type::small, theme.text_3);
    if (!card.status_remark.empty()) {
        writer.paragraph(card.status + ", " + card.status_remark, type::small, theme.text_3);
    }
    if (!card.in_window) {
        if (draw_button(canvas, writer, "jump", "Not in this window: jump").clicked) {
            commands.emplace_back(GoToEvent{*card.index});
        }
    }
    writer.space(8.0F);
    writer.paragraph(card.summary, type::body, theme.text_1, 14);
    if (!card.value.empty()) {
        writer.heading("Value");
        writer.paragraph(card.value, type::body_strong, theme.text_1);
    }
    if (!card.history.empty()) {
        writer.heading("What was known when");
        for (const std::string& line : card.history) {
            writer.paragraph(line, type::body, theme.text_2, 2);
        }
    }
}

/// Who it is, with the role at the right, and below who acted for them.
void draw_party(Canvas& canvas, Writer& writer, const EventCardParty& party, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const std::vector<std::string> who = party.who.empty()
                                             ? std::vector<std::string>{}
                                             : canvas.wrapped(party.who, type::small, writer.room().width(), 3);
    const float height = 24.0F + 16.0F * static_cast<float>(who.size());
    const RectPt row{writer.room().left - 8.0F, writer.y(), writer.room().right + 8.0F, writer.y() + height};
    if (party.is_country) {
        const Touch touched = canvas.control("party" + party.code + party.role + party.who, row);
        canvas.help(touched, "Everything about this country");
        if (touched.clicked) {
            commands.emplace_back(SelectCountry{party.code, false});
        }
    }
    RectPt line{row.left + 8.0F, row.top, row.right - 8.0F, row.top + 24.0F};
    const float role = std::min(canvas.width(party.role, type::small), line.width() * 0.45F);
    canvas.text(party.role, type::small, {line.right - role, line.top, line.right, line.bottom}, theme.text_3,
                Align::Right);
    canvas.text(party.name, type::body_strong, {line.left, line.top, line.right - role - 12.0F, line.bottom},
                theme.text_1);
    line = {line.left, line.bottom - 3.0F, line.right, line.bottom + 13.0F};
    for (const std::string& words : who) {
        canvas.text(words, type::small, line, theme.text_2);
        line.top += 16.0F;
        line.bottom += 16.0F;
    }
    writer.space(height + (who.empty() ? 0.0F : 2.0F));
}

void draw_parties(Canvas& canvas, Writer& writer, const EventCard& card, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    if (card.parties.empty()) {
        return;
    }
    writer.heading("Parties");
    for (const EventCardParty& party : card.parties) {
        draw_party(canvas, writer, party, commands);
    }
    if (card.has_members) {
        const Touch touched =
            draw_button(canvas, writer, "members", card.shows_members ? "Hide members" : "Show members");
        canvas.help(touched, "Organisations as those who belonged to them then  (E)");
        if (touched.clicked) {
            commands.emplace_back(ToggleMembers{card.index});
        }
    }
    if (!card.place.empty()) {
        writer.paragraph("At " + card.place, type::body, theme.text_2, 2);
    }
}

void draw_tags(Canvas& canvas, Writer& writer, const EventCard& card) {
    if (card.tags.empty()) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    writer.space(12.0F);
    float x = writer.room().left;
    for (const std::string& tag : card.tags) {
        const float width = std::min(canvas.width(tag, type::small_strong) + 12.0F, writer.room().width());
        if (x + width > writer.room().right) {
            x = writer.room().left;
            writer.space(24.0F);
        }
        const RectPt box{x, writer.y(), x + width, writer.y() + 18.0F};
        canvas.outline(box, theme.hairline_strong, 4.0F);
        canvas.text(tag, type::small_strong, box.grown(-4.0F), theme.text_2, Align::Center);
        x += width + 6.0F;
    }
    writer.space(22.0F);
}

/// An icon and a word, as wide as they are; moves `left` behind it.
Touch draw_link(Canvas& canvas, const std::string& id, Icon icon, std::string_view words, float& left, float top) {
    const float width = canvas.width(words, type::small_strong) + 30.0F;
    const RectPt place{left, top, left + width, top + 22.0F};
    const Touch touched = canvas.control(id, place, false, 6.0F);
    const Rgba ink = touched.hovered ? canvas.theme().text_1 : canvas.theme().text_2;
    canvas.icon(icon, {left + 2.0F, top, left + 20.0F, place.bottom}, ink, 0.85F);
    canvas.text(words, type::small_strong, {left + 22.0F, top, place.right, place.bottom}, ink);
    left += width + 6.0F;
    return touched;
}

void draw_source(Canvas& canvas, Writer& writer, const EventCardSource& source, std::size_t i, EventCardMemory& memory,
                 Commands& commands) {
    const render::Theme& theme = canvas.theme();
    constexpr float indent = 24.0F;
    const RectPt& room = writer.room();
    canvas.text(source.number, type::body, {room.left, writer.y(), room.left + indent, writer.y() + line_height},
                theme.text_3);
    Writer inner{canvas, {room.left + indent, room.top, room.right, room.bottom}, writer.y()};
    inner.paragraph(source.title, type::body, theme.text_1, 4);
    inner.paragraph(source.origin, type::small, theme.text_2, 2);
    inner.paragraph(source.url, type::small, theme.text_3, 1);
    float x = room.left + indent - 2.0F;
    if (!source.url.empty()) {
        const Touch open = draw_link(canvas, "open" + std::to_string(i), Icon::Open, "Open", x, inner.y());
        canvas.help(open, "Opens in the browser");
        if (open.clicked) {
            commands.emplace_back(RunErrand{OpenAddress{source.url}});
        }
    }
    const bool cited = memory.cited == i;
    const Touch cite =
        draw_link(canvas, "cite" + std::to_string(i), Icon::Quote, cited ? "Copied" : "Cite", x, inner.y());
    canvas.help(cite, cited ? "The citation is on the clipboard" : "Copy a citation");
    if (cite.clicked) {
        commands.emplace_back(RunErrand{CopyText{source.citation}});
        memory.cited = i;
    } else if (cited && !cite.hovered) {
        memory.cited.reset();
    }
    writer.space(inner.y() - writer.y() + 28.0F);
}

void draw_related(Canvas& canvas, Writer& writer, const EventCard& card, Commands& commands) {
    if (card.related.empty()) {
        return;
    }
    writer.heading("Belongs together with");
    for (const CardEvent& event : card.related) {
        draw_event_row(
            canvas, {writer.room().left - padding, writer.y(), writer.room().right + padding, writer.y() + event_row},
            event, commands);
        writer.space(event_row);
    }
}

void draw_foot(Canvas& canvas, Writer& writer, const EventCard& card, EventCardMemory& memory, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    if (!card.people.empty()) {
        writer.heading("People");
        for (const std::string& person : card.people) {
            writer.paragraph(person, type::body, theme.text_1, 2);
        }
    }
    if (!card.note.empty()) {
        writer.heading("Note");
        writer.paragraph(card.note, type::body, theme.text_2, 8);
    }
    draw_tags(canvas, writer, card);
    writer.heading(card.sources.size() == 1 ? "Source" : "Sources");
    if (card.sources.empty()) {
        writer.paragraph("None given", type::body, theme.text_3);
    }
    for (std::size_t i = 0; i < card.sources.size(); ++i) {
        draw_source(canvas, writer, card.sources[i], i, memory, commands);
    }
}

}  // namespace

void draw_event_card(Canvas& canvas, const RectPt& place, const AppState& state, const World& world,
                     EventCardMemory& memory, Commands& commands) {
    if (!state.selection.event || static_cast<std::size_t>(*state.selection.event) >= world.events->size()) {
        return;
    }
    const EventCard card = event_card(state, world, memory.related.of(world.events, *state.selection.event));
    canvas.begin_panel("##event", place);
    const RectPt list{place.left, place.top + 12.0F, place.right, place.bottom - 12.0F};
    const float y = canvas.begin_list(("##body" + std::to_string(static_cast<unsigned>(*card.index))).c_str(), list);
    Writer writer{canvas, {place.left + padding, list.top, place.right - padding, list.bottom}, y + 6.0F};
    draw_head(canvas, writer, card, commands);
    draw_body(canvas, writer, card, commands);
    draw_parties(canvas, writer, card, commands);
    draw_related(canvas, writer, card, commands);
    draw_foot(canvas, writer, card, memory, commands);
    if (writer.y() + padding > list.bottom) {  // no line is cut: what goes on below comes up from nothing
        const Rgba ground = canvas.theme().panel;
        canvas.fill_down({list.left + 1.0F, list.bottom - 28.0F, list.right - 8.0F, list.bottom},
                         render::with_alpha(ground, 0.0F), render::with_alpha(ground, 1.0F));
    }
    canvas.end_list(writer.y() + padding);
    canvas.end_panel();
}

}  // namespace app
