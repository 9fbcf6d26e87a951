// Names of countries: in the middle of what is seen of them, spaced by the room they have, aslant where they lie so.
#include "app/scene/capitals.h"
#include "app/scene/label_sources.h"
#include "app/scene/small_states.h"
#include "render/text/characters.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using render::ScreenPt;
using render::text::Face;
using render::text::Language;

constexpr std::uint16_t slanted_slot = 100;
constexpr std::uint16_t beside_slot = 200;
constexpr float nearly_all = 0.88F;  // of a name, on its own land
constexpr float one_half = 0.5F;     // so much of a name at least is not on other land
constexpr float most = 0.75F;        // the same beside its country, where a reader has to be led to it

/// A country as it is to be named.
struct Subject {
    const geodata::Country& country;
    const NameRoom* room = nullptr;  ///< nothing: known by its box alone
    ScreenPt at;
    float across_pt = 0.0F;  ///< of the part in view
    float high_pt = 0.0F;
    bool clipped = false;  ///< the window or a panel hides some of it
    bool small = false;    ///< shown by a mark
    bool chosen = false;
    bool partner = false;

    [[nodiscard]] bool wanted() const { return country.in_region || chosen || partner; }
};

float px_of(double metres, const LabelScene& scene) {
    return static_cast<float>(metres / scene.state.camera.metres_per_pt);
}

std::optional<Subject> subject_of(const LabelScene& scene, std::size_t index) {
    const geodata::Country& country = scene.world.boundaries->countries()[index];
    if (country.name.empty() || country.code.empty()) {
        return std::nullopt;
    }
    const NameRoom* room = scene.ground.room_of(index);
    const auto at = room != nullptr ? scene.on_screen(room->middle) : scene.on_screen(country.label_at);
    if (!at) {
        return std::nullopt;
    }
    const geodata::WorldBox& box = scene.world.country_boxes[index];
    Subject subject{country, room, *at};
    subject.across_pt = px_of(room != nullptr ? room->across_m : box.max_x - box.min_x, scene);
    subject.high_pt = px_of(room != nullptr ? room->high_m : box.max_y - box.min_y, scene);
    const render::RectPt window{0.0F, 0.0F, scene.state.camera.size.width, scene.state.camera.size.height};
    const bool all_in_view = window.contains(scene.state.camera.screen_from_world({box.min_x, box.min_y})) &&
                             window.contains(scene.state.camera.screen_from_world({box.max_x, box.max_y}));
    subject.clipped = room != nullptr && !all_in_view && room->across_m < 0.8 * (box.max_x - box.min_x);
    subject.chosen = scene.is_selected(country.code);
    subject.partner = scene.partners.contains(country.code);
    subject.small = is_small_state(scene.world, index, scene.state.camera);
    if (subject.small) {
        const auto mark = scene.on_screen(country.label_at);
        if (!mark) {
            return std::nullopt;
        }
        subject.at = *mark;
    }
    return subject;
}

/// Sizes by importance and room, section 2 of the visual design.
render::text::TextStyle style_of(const LabelScene& scene, const Subject& subject) {
    const bool any_selected = !scene.state.selection.countries.empty();
    const bool strong = subject.chosen || subject.partner || (!any_selected && subject.country.in_region);
    render::text::TextStyle style;
    style.face = subject.chosen ? Face::Bold : strong ? Face::SemiBold : Face::Medium;
    if (subject.across_pt > 330.0F && subject.high_pt > 120.0F) {
        style.size_pt = strong ? 16.5F : 15.0F;
        style.spacing_em = 0.38F;
    } else if (subject.across_pt > 170.0F) {
        style.size_pt = 13.0F;
        style.spacing_em = subject.chosen ? 0.12F : 0.28F;
    } else {
        style.size_pt = 11.0F;
        style.spacing_em = 0.10F;
    }
    return style;
}

render::Rgba color_of(const LabelScene& scene, const Subject& subject) {
    const render::Theme& theme = scene.theme();
    const bool shaded = scene.state.ranking.shades_map;  // dim names would be lost in the tones of countries
    return subject.chosen                             ? theme.label_selected
           : subject.partner || shaded                ? theme.label_country
           : !subject.country.in_region               ? theme.label_world
           : !scene.state.selection.countries.empty() ? theme.label_dim
                                                      : theme.label_country;
}

/// What cannot be spaced out is set larger instead.
float larger_unspaced(const std::string& text, float size_pt) {
    return render::text::is_joined_writing(text) ? size_pt * (size_pt > 16.0F ? 1.3F : 1.15F) : size_pt;
}

/// Too wide for its country: closer letters first.
void close_up(LabelLine& line, float across_pt) {
    const float spare = line.extent.width_pt - 0.85F * across_pt;
    const auto gaps = static_cast<float>(std::max<std::size_t>(1, line.text.size() - 1));
    constexpr float closest_em = 0.10F;
    if (spare > 0.0F && line.style.spacing_em > closest_em) {
        // In steps: every spacing is a text of its own to shape and to keep.
        const float wished = line.style.spacing_em - spare / (gaps * line.style.size_pt);
        line.style.spacing_em = std::max(closest_em, std::floor(wished * 50.0F) / 50.0F);
    }
}

void add_lines(const LabelScene& scene, const Subject& subject, LabelCandidate& label) {
    const render::text::TextStyle style = style_of(scene, subject);
    const auto* known = scene.world.gazetteer.places.country(subject.country.code);
    const auto names = names_in(scene.state.labels, subject.country.name,
                                known != nullptr ? known->local : std::vector<geodata::LocalName>{});
    for (const Name& name : names) {
        LabelLine line{capitals(name.text, name.language), style, color_of(scene, subject)};
        line.style.language = Language{name.language};
        line.style.size_pt = larger_unspaced(line.text, style.size_pt);
        if (!label.lines.empty()) {
            constexpr float second = 0.86F;
            line.style.size_pt = std::max(11.0F, line.style.size_pt * second);
            line.style.spacing_em = std::min(0.1F, style.spacing_em);
            line.style.face = subject.chosen ? Face::SemiBold : Face::Medium;
        }
        label.lines.push_back(std::move(line));
    }
    constexpr float gap_pt = 2.0F;
    stack_lines(label, scene.measure, gap_pt);
    close_up(label.lines.front(), subject.across_pt);
    stack_lines(label, scene.measure, gap_pt);
}

/// How much of a line of writing lies on its own country or at sea, from 0 to 1. `spot` is about the line's middle.
float share_at_home(const LabelScene& scene, const Subject& subject, const LabelSpot& spot, float width_pt) {
    constexpr int samples = 8;
    const auto& countries = scene.world.boundaries->countries();
    int at_home = 0;
    for (int i = 0; i <= samples; ++i) {
        const float x = width_pt * (static_cast<float>(i) / static_cast<float>(samples) - 0.5F);
        const float y = spot.bend * x * x;
        const ScreenPt p{subject.at.x + spot.at.x + x * std::cos(spot.slant) - y * std::sin(spot.slant),
                         subject.at.y + spot.at.y + x * std::sin(spot.slant) + y * std::cos(spot.slant)};
        const std::uint32_t there = scene.country_under(p);
        if (there == NameGround::space) {
            return 0.0F;  // no name hangs over the end of the map
        }
        const bool home =
            there < countries.size() ? countries[there].code == subject.country.code : there != NameGround::disputed;
        at_home += home ? 1 : 0;
    }
    return static_cast<float>(at_home) / static_cast<float>(samples + 1);
}

/// About the middle of the country.
std::vector<LabelSpot> level_spots(const LabelCandidate& label, const Subject& subject, std::size_t lines) {
    constexpr float farthest_pt = 48.0F;  // beyond that it stands better on a link than away from its country
    const float dx = std::min(subject.across_pt * 0.18F, farthest_pt);
    const float dy = std::min(subject.high_pt * 0.14F, farthest_pt / 2.0F);
    const float width = block_of(label, lines).width_pt;
    const float up = centred_baseline(label, lines);
    std::vector<LabelSpot> spots;
    std::uint16_t slot = 0;
    for (const auto& [x, y] : {std::pair{0.0F, 0.0F},
                               {0.0F, dy},
                               {0.0F, -dy},
                               {dx, 0.0F},
                               {-dx, 0.0F},
                               {0.0F, 2.0F * dy},
                               {0.0F, -2.0F * dy},
                               {dx, dy},
                               {-dx, dy},
                               {dx, -dy},
                               {-dx, -dy},
                               {2.0F * dx, 0.0F},
                               {-2.0F * dx, 0.0F},
                               {-2.0F * dx, dy},
                               {2.0F * dx, -dy}}) {
        spots.push_back({{x - width / 2.0F, up + y}, slot++, LabelAlign::Center});
    }
    return spots;
}

/// Along the middle of a long country that lies aslant, where it crosses no border. A name that stands so already
/// stays.
std::optional<LabelSpot> slanted_spot(const LabelScene& scene, const LabelCandidate& label, const Subject& subject,
                                      bool had) {
    if (subject.room == nullptr || !subject.room->slant) {
        return std::nullopt;
    }
    const SlantedRoom& slant = *subject.room->slant;
    const LabelLine& line = label.lines.front();
    const ScreenPt middle = scene.state.camera.screen_from_world(slant.middle);
    LabelSpot spot;
    spot.at = {middle.x - subject.at.x, middle.y - subject.at.y};
    spot.slot = slanted_slot;
    spot.slant = slant.angle;
    // Only letters that stand alone may follow a bend; a line of joined ones turns as a whole.
    spot.bend = render::text::is_joined_writing(line.text)
                    ? 0.0F
                    : static_cast<float>(slant.bend_per_m * scene.state.camera.metres_per_pt);
    if (spot.slant == 0.0F && spot.bend == 0.0F) {
        return std::nullopt;
    }
    const bool has_room = line.extent.width_pt <= 0.95F * px_of(slant.length_m, scene) &&
                          px_of(slant.thickness_m, scene) >= line.style.size_pt * 1.2F &&
                          share_at_home(scene, subject, spot, line.extent.width_pt) >= nearly_all;
    if (!had && !has_room) {
        return std::nullopt;
    }
    const float down = centred_baseline(label, 1);
    spot.at.x -= std::sin(slant.angle) * down;
    spot.at.y += std::cos(slant.angle) * down;
    return spot;
}

/// Level about the middle, or aslant: those first in which the name crosses no border. Aslant comes before level only
/// where a level name in the very middle would stick out.
std::vector<LabelSpot> inside_spots(const LabelScene& scene, const LabelCandidate& label, const Subject& subject,
                                    std::size_t lines, HadSlot had) {
    std::vector<LabelSpot> spots = level_spots(label, subject, lines);
    auto slanted = lines == 1 ? slanted_spot(scene, label, subject, had == slanted_slot) : std::nullopt;
    if (!subject.wanted() && !slanted) {
        return spots;  // beyond the region a name fits or is left out
    }
    const float width = block_of(label, lines).width_pt;
    const float up = centred_baseline(label, lines);
    const auto share = [&](const LabelSpot& spot) {
        return share_at_home(scene, subject, LabelSpot{{spot.at.x + width / 2.0F, spot.at.y - up}}, width);
    };
    const bool sticks_out = share(spots.front()) < nearly_all;
    const auto poor = std::stable_partition(spots.begin(), spots.end(),
                                            [&](const LabelSpot& spot) { return share(spot) >= nearly_all; });
    if (slanted) {
        spots.insert(sticks_out ? spots.begin() : poor, *slanted);
    }
    return spots;
}

/// A name belongs on its own country, or on the sea beside it, never on another one or where others claim the land.
std::vector<LabelSpot> on_own_land(const LabelScene& scene, const LabelCandidate& label, const Subject& subject,
                                   const std::vector<LabelSpot>& spots, std::size_t lines, HadSlot had) {
    constexpr std::size_t enough = 6;
    const auto& countries = scene.world.boundaries->countries();
    const float width = block_of(label, lines).width_pt;
    const float up = centred_baseline(label, lines);
    return allowed_spots(spots, had, enough, [&](const LabelSpot& spot) {
        // Of the letters, whose baseline lies lower.
        const float along = spot.slot != slanted_slot ? width / 2.0F : 0.0F;
        const ScreenPt middle{subject.at.x + spot.at.x + along + std::sin(spot.slant) * up,
                              subject.at.y + spot.at.y - std::cos(spot.slant) * up};
        const std::uint32_t there = scene.country_under(middle);
        bool settled = true;
        for (const float dx : {-16.0F, 0.0F, 16.0F}) {  // a cell of the survey around it
            for (const float dy : {-4.0F, 0.0F, 4.0F}) {
                settled = settled && scene.country_under({middle.x + dx, middle.y + dy}) != NameGround::disputed;
            }
        }
        LabelSpot line = spot;
        line.at = {middle.x - subject.at.x, middle.y - subject.at.y};
        return settled && (there >= countries.size() || countries[there].code == subject.country.code) &&
               share_at_home(scene, subject, line, width) >=
                   (spot.slot >= beside_slot && !subject.small ? most : one_half);
    });
}

/// The region's countries may be narrower than their names, which then run over both borders alike; its very small
/// ones are named beside themselves. Small ones elsewhere have no name at all.
std::vector<LabelSpot> spots_for(const LabelScene& scene, const LabelCandidate& label, const Subject& subject,
                                 std::size_t lines, HadSlot had) {
    const LabelBlock block = block_of(label, lines);
    const float allowed = subject.wanted() && !subject.clipped ? 1.9F : 1.05F;
    const bool fits = !subject.small && block.width_pt < subject.across_pt * allowed &&
                      subject.high_pt > label.lines.front().style.size_pt;
    constexpr float very_small_pt = 45.0F;
    const bool beside = subject.small || (!fits && subject.wanted() && !subject.clipped && subject.across_pt > 7.0F &&
                                          subject.across_pt < very_small_pt);
    const bool had_beside = had && *had >= beside_slot;
    std::vector<LabelSpot> spots;
    if (fits || (had && !had_beside)) {
        offer(spots, inside_spots(scene, label, subject, lines, had), fits, had);
    }
    if (beside || had_beside) {
        const float half = subject.small ? 3.0F : subject.across_pt * 0.3F;
        offer(spots, spots_around(label, 6.0F + half, beside_slot, lines), beside, had);
        offer(spots, spots_around(label, 10.0F + half * 2.0F, beside_slot + 20, lines), beside, had);
    }
    return on_own_land(scene, label, subject, spots, lines, had);
}

void add_country(const LabelScene& scene, const Subject& subject, LabelCandidates& out) {
    constexpr double near_m_per_pt = 3500.0;
    if (subject.small && !subject.wanted() && scene.state.camera.metres_per_pt > near_m_per_pt) {
        return;  // its mark is enough
    }
    LabelCandidate label;
    label.id = label_id("country", subject.country.code);
    label.anchor = subject.at;
    label.priority = subject.chosen ? 1000 : subject.partner ? 700 : subject.country.in_region ? 480 : 300;
    label.over_links = subject.wanted();
    add_lines(scene, subject, label);
    add_spots_by_lines(label, scene.memory.slot_of(label.id),
                       [&](std::size_t lines, HadSlot had) { return spots_for(scene, label, subject, lines, had); });
    if (!label.spots.empty()) {
        out.push_back(std::move(label));
    }
}

}  // namespace

void add_country_labels(const LabelScene& scene, LabelCandidates& out) {
    for (std::size_t i = 0; i < scene.world.boundaries->countries().size(); ++i) {
        if (const auto subject = subject_of(scene, i)) {
            add_country(scene, *subject, out);
        }
    }
}

}  // namespace app
