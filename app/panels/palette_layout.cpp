#include "app/panels/palette_layout.h"

#include "app/input/shortcuts.h"
#include "app/panels/choice_menu_layout.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::string_view countries = "Countries";
constexpr float heading_height = 32.0F;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_case(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

std::vector<std::string> words_of(std::string_view query) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : std::string{query} + " ") {
        if (c != ' ') {
            word += lower(c);
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

bool begins_word(std::string_view text, std::size_t at) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; };
    return at == 0 || !is_letter(text[at - 1]);
}

/// Where a word of the text begins with this, from a place on.
std::size_t find_word(std::string_view text, std::string_view part, std::size_t from) {
    std::size_t at = text.find(part, from);
    while (at != std::string_view::npos && !begins_word(text, at)) {
        at = text.find(part, at + 1);
    }
    return at;
}

/// 0 is best; nothing: it does not match. Fills in `matched`.
std::optional<int> rank(PaletteRow& row, const std::vector<std::string>& words) {
    const std::string text = lower_case(row.words);
    bool in_order = true;
    std::size_t from = 0;
    for (const std::string& word : words) {
        std::size_t at = find_word(text, word, from);
        if (at == std::string::npos) {
            at = find_word(text, word, 0);
            in_order = false;
        }
        if (at == std::string::npos) {
            return std::nullopt;
        }
        row.matched.emplace_back(at, at + word.size());
        from = at + word.size();
    }
    std::sort(row.matched.begin(), row.matched.end());
    return row.matched.empty() || row.matched.front().first == 0 ? (in_order ? 0 : 1) : (in_order ? 1 : 2);
}

void add_choices(std::vector<PaletteRow>& rows, Menu menu, std::string_view before, const AppState& state,
                 const World& world) {
    for (const ChoiceRow& choice : choice_rows(menu, state, world)) {
        rows.push_back({std::string{before} + choice.name, "Map", std::nullopt, {choice.command}});
    }
}

void add_modes(std::vector<PaletteRow>& rows) {
    constexpr std::array<std::pair<std::string_view, WindowMode>, 4> modes{{
        {"Show the moment, with a trail that fades", WindowMode::Moment},
        {"Show a range of time", WindowMode::Range},
        {"Show everything so far", WindowMode::SoFar},
        {"Show all there is", WindowMode::All},
    }};
    for (const auto& [words, mode] : modes) {
        rows.push_back({std::string{words}, "Time", std::nullopt, {SetMode{mode}}});
    }
    rows.push_back({"Begin again at the end: loop", "Time", std::nullopt, {ToggleLoop{}}});
    rows.push_back({"Jump over quiet stretches", "Time", std::nullopt, {ToggleSkipQuiet{}}});
    rows.push_back({"Events known only to the year", "Time", std::nullopt, {ToggleYearOnly{}}});
}

void add_themes(std::vector<PaletteRow>& rows, const AppState& state) {
    rows.push_back({"Dark theme", "Screen", std::nullopt, {SetTheme{&render::dark_theme()}}});
    rows.push_back({"Light theme", "Screen", std::nullopt, {SetTheme{&render::light_theme()}}});
    rows.push_back({"High contrast theme", "Screen", std::nullopt, {SetTheme{&render::contrast_theme()}}});
    if (state.own_theme) {
        rows.push_back(
            {"Own theme: " + state.own_theme->name, "Screen", std::nullopt, {SetTheme{state.own_theme.get()}}});
    }
}

void add_kinds(std::vector<PaletteRow>& rows, const AppState& state, const World& world) {
    for (const events::KindId kind : world.kinds) {
        const std::string name = lower_case(world.events->kinds()[kind].label);
        const bool alone = is_alone(state, world, kind);
        rows.push_back(
            {alone ? "Show all kinds again" : "Show only kind " + name, "Kinds", std::nullopt, {SoloKind{kind}}, kind});
        rows.push_back({(is_hidden(state, kind) ? "Show kind " : "Hide kind ") + name,
                        "Kinds",
                        std::nullopt,
                        {ToggleKind{kind}},
                        kind});
    }
}

void add_countries(std::vector<PaletteRow>& rows, const World& world) {
    const auto first = rows.size();
    for (const geodata::Country& country : world.boundaries->countries()) {
        if (!country.code.empty()) {
            rows.push_back({"Go to " + country.name,
                            std::string{countries},
                            std::nullopt,
                            {SelectCountry{country.code}, Fit{{country.code}}}});
        }
    }
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
              [](const PaletteRow& a, const PaletteRow& b) { return a.words < b.words; });
}

}  // namespace

std::vector<PaletteRow> all_palette_rows(const AppState& state, const World& world) {
    std::vector<PaletteRow> rows;
    for (const Shortcut& shortcut : shortcuts(state)) {
        const auto* typing = std::get_if<StartTyping>(&shortcut.command);
        if (typing == nullptr || typing->field != TextField::Palette) {
            rows.push_back(
                {std::string{shortcut.description}, std::string{shortcut.group}, shortcut.key, {shortcut.command}});
        }
    }
    add_modes(rows);
    add_choices(rows, Menu::Projection, "Projection: ", state, world);
    add_choices(rows, Menu::Worldview, "Boundaries: ", state, world);
    add_choices(rows, Menu::Names, "Names: ", state, world);
    add_themes(rows, state);
    add_kinds(rows, state, world);
    add_countries(rows, world);
    // Groups stay together, in the order in which each first comes.
    std::vector<std::string> order;
    for (const PaletteRow& row : rows) {
        if (std::find(order.begin(), order.end(), row.group) == order.end()) {
            order.push_back(row.group);
        }
    }
    const auto place = [&order](const PaletteRow& row) { return std::find(order.begin(), order.end(), row.group); };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const PaletteRow& a, const PaletteRow& b) { return place(a) < place(b); });
    return rows;
}

std::vector<PaletteRow> matching_rows(std::vector<PaletteRow> rows, std::string_view query) {
    const std::vector<std::string> words = words_of(query);
    if (words.empty()) {
        std::erase_if(rows, [](const PaletteRow& row) { return row.group == countries; });
        return rows;
    }
    std::vector<std::pair<int, PaletteRow>> found;
    for (PaletteRow& row : rows) {
        if (const auto how_well = rank(row, words)) {
            found.emplace_back(*how_well, std::move(row));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<PaletteRow> out;
    for (auto& [how_well, row] : found) {
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<PaletteRow> palette_rows(const AppState& state, const World& world) {
    return matching_rows(all_palette_rows(state, world), state.typing ? state.typing->edit.text : "");
}

std::optional<std::size_t> chosen_row(const AppState& state, std::size_t count) {
    if (count == 0 || !state.typing) {
        return std::nullopt;
    }
    return std::min(count - 1, static_cast<std::size_t>(std::max(0, state.typing->chosen)));
}

PaletteLayout palette_layout(const AppState& state, const World& world, float left, float bottom) {
    constexpr float width = 512.0F;
    constexpr float top = 72.0F;
    constexpr float head = 48.0F;
    constexpr float foot = 36.0F;
    constexpr float margin = 16.0F;
    PaletteLayout out;
    out.rows = palette_rows(state, world);
    const bool grouped = state.typing && words_of(state.typing->edit.text).empty();
    float y = 4.0F;
    for (std::size_t i = 0; i < out.rows.size(); ++i) {
        if (grouped && (i == 0 || out.rows[i].group != out.rows[i - 1].group)) {
            out.headings.emplace_back(out.rows[i].group, y);
            y += heading_height;
        }
        out.tops.push_back(y);
        y += out.row_height;
    }
    out.content_height = y + 4.0F;
    const float right = std::min(left + width, state.camera.size.width - margin);
    const float room = std::max(out.row_height, std::min(480.0F, bottom - margin - top - head - foot));
    const float list = std::min(out.content_height, room);
    out.place = {left, top, right, top + head + list + foot};
    out.icon = {left + 12.0F, top, left + 44.0F, top + head};
    out.escape = {right - 56.0F, top + 13.0F, right - 16.0F, top + head - 13.0F};
    out.field = {left + 48.0F, top, out.escape.left - 12.0F, top + head};
    out.list = {left, top + head, right, top + head + list};
    out.foot = {left + 20.0F, out.list.bottom, right - 16.0F, out.place.bottom};
    return out;
}

}  // namespace app
