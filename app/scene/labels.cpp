#include "app/scene/labels.h"

#include "app/scene/pack_links.h"
#include "app/scene/palette.h"
#include "app/scene/sea_names.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace app {

namespace {

using render::RectPt;
using render::ScreenPt;
using render::text::Face;
using render::text::TextStyle;

constexpr float line_height_pt = 17.0F;
constexpr std::size_t direct_labels = 5;
constexpr int stop_priority = 430;  // of towns that a route passes

std::uint64_t id_from(std::string_view kind, std::string_view name) {
    return std::hash<std::string_view>{}(kind)*31U + std::hash<std::string_view>{}(name);
}

/// Tells places of one name in two countries apart: "IND:Hyderabad".
std::string place_key(std::string_view country, std::string_view name) {
    return std::string{country} + ':' + std::string{name};
}

std::string capitals(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // Latin-1 letters in UTF-8: C3 A0 to C3 BE are small, 20 above their capitals, but for the division sign.
        if (byte == 0xC3 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[i + 1]);
            out += text[i++];
            out += static_cast<char>(next >= 0xA0 && next <= 0xBE && next != 0xB7 ? next - 0x20 : next);
        } else {
            out += byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : text[i];
        }
    }
    return out;
}

bool is_selected(const AppState& state, std::string_view code) {
    const auto& chosen = state.selection.countries;
    return std::find(chosen.begin(), chosen.end(), code) != chosen.end();
}

/// Countries that share a visible event with the selection.
std::set<std::string, std::less<>> partners_of(const AppState& state, const World& world, const LinkScene& links) {
    std::set<std::string, std::less<>> out;
    for (const LinkLayout& link : links.links) {
        const events::Event& event = (*world.events)[link.event];
        const bool touched = std::any_of(state.selection.countries.begin(), state.selection.countries.end(),
                                         [&](const std::string& code) { return event.touches(code); });
        for (const events::Party& party : event.parties) {
            if (touched && party.is_country) {
                out.insert(party.code);
            }
        }
    }
    return out;
}

void measure_lines(LabelCandidate& label, const MeasureText& measure) {
    label.width_pt = measure(label.text, label.style);
    label.height_pt = label.style.size_pt;
    if (!label.second_line.empty()) {
        label.width_pt = std::max(label.width_pt, measure(label.second_line, label.second_style));
        label.height_pt += line_height_pt;
    }
}

/// Right, left, below, above, and the corners, at a distance from a dot.
std::vector<ScreenPt> around(float width, float size, float gap, float extra_lines_pt = 0.0F) {
    const float middle = size * 0.36F - extra_lines_pt / 2.0F;
    return {{gap, middle},
            {-gap - width, middle},
            {-width / 2.0F, gap + size * 0.8F},
            {-width / 2.0F, -gap - extra_lines_pt},
            {gap * 0.3F, gap + size * 0.8F},
            {gap, gap + size * 0.7F},
            {-gap - width, gap + size * 0.7F},
            {gap, -gap - extra_lines_pt},
            {-gap - width, -gap - extra_lines_pt}};
}

class Collector {
public:
    Collector(const AppState& state, const World& world, const LinkScene& links, const MeasureText& measure)
        : state_{state},
          world_{world},
          links_{links},
          measure_{measure},
          theme_{*state.theme},
          partners_{partners_of(state, world, links)} {}

    std::vector<LabelCandidate> take() {
        countries();
        places();
        seas();
        direct();
        return std::move(out_);
    }

private:
    std::optional<ScreenPt> on_screen(geodata::LonLat at) const {
        const auto world = world_.project(at);
        if (!world) {
            return std::nullopt;
        }
        const ScreenPt p = state_.camera.screen_from_world(*world);
        const render::SizePt size = state_.camera.size;
        const bool near = p.x > -200.0F && p.y > -100.0F && p.x < size.width + 200.0F && p.y < size.height + 100.0F;
        return near ? std::optional{p} : std::nullopt;
    }

    void add(LabelCandidate label) {
        measure_lines(label, measure_);
        out_.push_back(std::move(label));
    }

    [[nodiscard]] std::optional<geodata::CountryId> country_under(ScreenPt at) const {
        return world_.country_at(state_.camera.world_from_screen(at));
    }

    /// Keeps the first few offsets that are allowed; more are hardly ever needed, and each test has a price.
    template <class Allowed>
    static void keep_offsets(LabelCandidate& label, const Allowed& allowed) {
        constexpr std::size_t enough = 6;
        std::vector<ScreenPt> kept;
        for (const ScreenPt offset : label.offsets) {
            if (kept.size() < enough && allowed(offset)) {
                kept.push_back(offset);
            }
        }
        label.offsets = std::move(kept);
    }

    void countries() {
        for (std::size_t i = 0; i < world_.boundaries->countries().size(); ++i) {
            const geodata::Country& country = world_.boundaries->countries()[i];
            const auto at = on_screen(country.label_at);
            if (at && !country.name.empty() && !country.code.empty()) {
                country_label(country, world_.country_boxes[i], *at);
            }
        }
    }

    void country_label(const geodata::Country& country, const geodata::WorldBox& box, ScreenPt at) {
        const auto across = static_cast<float>((box.max_x - box.min_x) / state_.camera.metres_per_pt);
        const auto high = static_cast<float>((box.max_y - box.min_y) / state_.camera.metres_per_pt);
        const bool chosen = is_selected(state_, country.code);
        const bool partner = partners_.contains(country.code);
        const bool any_selected = !state_.selection.countries.empty();
        LabelCandidate label;
        label.id = id_from("country", country.code);
        label.text = capitals(country.name);
        label.anchor = at;
        const bool strong = chosen || partner || (!any_selected && country.in_region);
        label.style.face = chosen ? Face::Bold : strong ? Face::SemiBold : Face::Medium;
        if (across > 330.0F && high > 120.0F) {
            label.style.size_pt = strong ? 16.5F : 15.0F;
            label.style.spacing_em = 0.38F;
        } else if (across > 170.0F) {
            label.style.size_pt = 13.0F;
            label.style.spacing_em = chosen ? 0.12F : 0.28F;
        } else {
            label.style.size_pt = 11.0F;
            label.style.spacing_em = 0.10F;
        }
        label.color = chosen               ? theme_.label_selected
                      : partner            ? theme_.label_country
                      : !country.in_region ? theme_.label_world
                      : any_selected       ? theme_.label_dim
                                           : theme_.label_country;
        label.priority = chosen ? 1000 : partner ? 700 : country.in_region ? 480 : 300;
        label.over_links = chosen || partner;
        const float width = measure_(label.text, label.style);
        // The region's countries may be narrower than their names, which then run over both borders alike; its very
        // small ones are named beside themselves. Small ones elsewhere have no name at all.
        const bool wanted = country.in_region || chosen || partner;
        const bool fits = width < across * (wanted ? 1.9F : 1.05F) && high > label.style.size_pt;
        constexpr float very_small_pt = 45.0F;
        const bool beside = !fits && wanted && across > 7.0F && across < very_small_pt;
        if (!fits && !beside) {
            return;
        }
        const float size = label.style.size_pt;
        const float up = size * 0.36F;
        label.offsets = {{-width / 2.0F, up}};
        constexpr float farthest_pt = 48.0F;  // beyond that it stands better on a link than away from its country
        const float dx = std::min(across * 0.18F, farthest_pt);
        const float dy = std::min(high * 0.14F, farthest_pt / 2.0F);
        if (fits) {
            for (const auto& [x, y] : {std::pair{0.0F, dy},
                                       {0.0F, -dy},
                                       {dx, 0.0F},
                                       {-dx, 0.0F},
                                       {0.0F, 2.0F * dy},
                                       {0.0F, -2.0F * dy},
                                       {dx, dy},
                                       {-dx, dy},
                                       {dx, -dy},
                                       {-dx, -dy}}) {
                label.offsets.push_back({-width / 2.0F + x, up + y});
            }
        } else {
            const auto near = around(width, size, 6.0F + across * 0.3F);
            label.offsets.insert(label.offsets.end(), near.begin(), near.end());
            const auto far = around(width, size, 10.0F + across * 0.6F);
            label.offsets.insert(label.offsets.end(), far.begin(), far.end());
        }
        // A name belongs on its own country, or on the sea beside it, and never on another one.
        keep_offsets(label, [&](ScreenPt offset) {
            const auto there = country_under({at.x + offset.x + width / 2.0F, at.y + offset.y - up});
            return !there || (*world_.boundaries)[*there].code == country.code;
        });
        add(std::move(label));
    }

    /// Places at which visible links end, by place_key, with the priority of the strongest.
    std::unordered_map<std::string, int> linked_places() const {
        std::unordered_map<std::string, int> out;
        for (const LinkLayout& link : links_.links) {
            const events::Event& event = (*world_.events)[link.event];
            const int priority = emphasis_of(state_, world_, link.event) == Emphasis::Dimmed ? 560 : 820;
            const auto note = [&](const events::EventPlace& place, int wanted) {
                if (place.at && !place.name.empty()) {
                    int& best = out[place_key(place.country, place.name)];
                    best = std::max(best, wanted);
                }
            };
            for (const events::Party& party : event.parties) {
                note(party.place, priority);
            }
            if (event.venue) {
                note(*event.venue, priority);
            }
            for (const events::RouteLeg& leg : event.path) {
                for (const events::EventPlace& place : leg.points) {
                    const bool end = &place == &leg.points.front() || &place == &leg.points.back();
                    note(place, end ? priority - 10 : stop_priority);
                }
            }
        }
        return out;
    }

    void places() {
        const auto linked = linked_places();
        const double scale = state_.camera.metres_per_pt;
        std::set<std::string, std::less<>> seen;
        for (const geodata::Place& place : world_.gazetteer.places.all()) {
            auto found = linked.find(place_key(place.country, place.name));
            found = found != linked.end() ? found : linked.find(place_key({}, place.name));
            const bool ends = found != linked.end() && found->second > stop_priority;
            const bool stop = found != linked.end() && state_.camera.metres_per_pt < 4500.0;
            const bool capital = place.rank == geodata::PlaceRank::Capital;
            const auto id = world_.boundaries->find(place.country);
            const bool near = id && (*world_.boundaries)[*id].in_region;
            const double from = capital ? (near ? 5200.0 : 3200.0)
                                : place.rank == geodata::PlaceRank::City || place.rank == geodata::PlaceRank::Port
                                    ? 2300.0
                                    : 900.0;
            if (ends || stop || scale < from) {
                seen.insert(found != linked.end() ? found->first : place_key(place.country, place.name));
                place_label(place.name, place.country, place.at, capital,
                            ends      ? found->second
                            : capital ? 620
                            : stop    ? stop_priority
                                      : 280,
                            ends);
            }
        }
        sites(linked, seen);
    }

    /// Places that only the events name.
    void sites(const std::unordered_map<std::string, int>& linked, std::set<std::string, std::less<>>& seen) {
        for (const LinkLayout& link : links_.links) {
            const events::Event& event = (*world_.events)[link.event];
            if (!event.venue || !event.venue->at || event.venue->name.empty()) {
                continue;
            }
            const std::string key = place_key(event.venue->country, event.venue->name);
            if (seen.insert(key).second) {
                place_label(event.venue->name, event.venue->country, *event.venue->at, false, linked.at(key), true);
            }
        }
    }

    void place_label(const std::string& name, const std::string& country, geodata::LonLat at, bool capital,
                     int priority, bool ends) {
        const auto p = on_screen(at);
        if (!p) {
            return;
        }
        const bool chosen = is_selected(state_, country);
        LabelCandidate label;
        label.id = id_from("place", place_key(country, name));
        label.text = name;
        label.anchor = *p;
        label.style = {chosen && ends ? Face::SemiBold : capital ? Face::Medium : Face::Regular, 12.0F, 0.0F};
        label.color = chosen && ends ? theme_.label_selected : ends ? theme_.label_country : theme_.label_dim;
        label.priority = chosen ? std::max(priority, 860) : priority;
        label.dot_radius_pt = ends ? 2.2F : capital ? 1.9F : 1.5F;
        label.over_links = ends;
        label.offsets = around(measure_(name, label.style), 12.0F, ends ? 10.0F : 6.0F);
        add(std::move(label));
    }

    void seas() {
        for (const SeaName& sea : sea_names()) {
            const auto at = on_screen(sea.at);
            const double widest = sea.great ? 14000.0 : 6000.0;
            if (!at || state_.camera.metres_per_pt > widest) {
                continue;
            }
            LabelCandidate label;
            label.id = id_from("sea", sea.name);
            label.text = sea.name;
            label.anchor = *at;
            label.style = {Face::Italic, sea.great ? 14.0F : 12.0F, 0.06F};
            label.color = theme_.label_sea;
            label.priority = sea.great ? 520 : 260;
            const float width = measure_(label.text, label.style);
            label.offsets = {{-width / 2.0F, 5.0F}};
            for (const float step : {40.0F, 80.0F, 130.0F}) {
                for (const auto& [x, y] : {std::pair{0.0F, 1.0F},
                                           {0.0F, -1.0F},
                                           {1.0F, 0.0F},
                                           {-1.0F, 0.0F},
                                           {0.7F, 0.7F},
                                           {-0.7F, 0.7F},
                                           {0.7F, -0.7F},
                                           {-0.7F, -0.7F}}) {
                    label.offsets.push_back({-width / 2.0F + x * step * (sea.great ? 1.0F : 0.4F),
                                             5.0F + y * step * (sea.great ? 1.0F : 0.4F)});
                }
            }
            keep_offsets(label, [&](ScreenPt offset) {
                const ScreenPt left{at->x + offset.x, at->y + offset.y - 5.0F};
                return !country_under(left) && !country_under({left.x + width / 2.0F, left.y}) &&
                       !country_under({left.x + width, left.y});
            });
            add(std::move(label));
        }
    }

    /// Names of the links that matter most: the chosen or hovered one, else the selection's, what is going on first.
    void direct() {
        std::vector<std::pair<double, const LinkLayout*>> ranked;
        std::set<events::EventIndex> seen;
        for (const LinkLayout& link : links_.links) {
            const Emphasis emphasis = emphasis_of(state_, world_, link.event);
            const events::Event& event = (*world_.events)[link.event];
            if (emphasis == Emphasis::Dimmed || emphasis == Emphasis::Aside || !event.date ||
                !seen.insert(link.event).second) {
                continue;
            }
            const Phase phase = phase_of(event, state_.time);
            double rank = emphasis == Emphasis::Strong ? 1e6 : 0.0;
            rank += link.motion == events::Motion::Travel ? 60.0 : link.motion == events::Motion::Seal ? 30.0 : 0.0;
            rank += phase.over ? 40.0 * static_cast<double>(phase.presence) : phase.lasting ? 35.0 : 80.0;
            rank += event.importance * 5.0;
            ranked.emplace_back(rank, &link);
        }
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < ranked.size() && i < direct_labels; ++i) {
            link_label(*ranked[i].second, static_cast<int>(direct_labels - i), ranked[i].first >= 1e6);
        }
    }

    void link_label(const LinkLayout& link, int order, bool strong) {
        const events::Event& event = (*world_.events)[link.event];
        LabelCandidate label;
        label.id = id_from("link", event.id);
        label.text = event.title.substr(0, event.title.find(", "));
        label.second_line = event.date_words;
        label.style = {Face::SemiBold, 13.0F, 0.0F};
        label.second_style = {Face::Regular, 12.0F, 0.0F};
        label.color = text_hue(theme_, link.hue);
        label.second_color = theme_.text_2;
        label.priority = 640 + order + (strong ? 300 : 0);
        label.over_links = strong;
        measure_lines(label, measure_);
        const Phase phase = phase_of(event, state_.time);
        const bool path_only = !link.paths.empty();
        if (const auto head = head_of(link, phase)) {
            label.anchor = *head;
            label.over_links = true;  // the head is what the eye follows
            label.offsets = around(label.width_pt, 13.0F, 14.0F, line_height_pt);
            const auto further = around(label.width_pt, 13.0F, 30.0F, line_height_pt);
            label.offsets.insert(label.offsets.end(), further.begin(), further.end());
        } else if (link.hub) {
            label.anchor = *link.hub;
            label.offsets = around(label.width_pt, 13.0F, 18.0F, line_height_pt);
            const auto further = around(label.width_pt, 13.0F, 34.0F, line_height_pt);
            label.offsets.insert(label.offsets.end(), further.begin(), further.end());
        } else if (path_only) {
            along_path(link.paths.front(), label);
        }
        if (!label.offsets.empty()) {
            add(std::move(label));
        }
    }

    static void along_path(const render::Path& path, LabelCandidate& label) {
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        label.anchor = middle.at;
        for (const float u : {0.5F, 0.35F, 0.65F, 0.25F, 0.75F}) {
            const ScreenPt p = render::at(path, path.length() * u).at;
            for (ScreenPt offset : around(label.width_pt, 13.0F, 14.0F, line_height_pt)) {
                label.offsets.push_back({p.x - middle.at.x + offset.x, p.y - middle.at.y + offset.y});
            }
        }
    }

    const AppState& state_;
    const World& world_;
    const LinkScene& links_;
    const MeasureText& measure_;
    const render::Theme& theme_;
    std::set<std::string, std::less<>> partners_;
    std::vector<LabelCandidate> out_;
};

RectPt box_of(const LabelCandidate& label, ScreenPt baseline) {
    const float ascent = label.style.size_pt * 0.80F;
    const float below =
        label.second_line.empty() ? label.style.size_pt * 0.26F : line_height_pt + label.second_style.size_pt * 0.26F;
    return {baseline.x, baseline.y - ascent, baseline.x + label.width_pt, baseline.y + below};
}

bool crosses_links(const RectPt& box, const LinkScene& links) {
    for (const LinkLayout& link : links.links) {
        for (const render::Path& path : link.paths) {
            for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
                const ScreenPt a = path.points[i];
                const ScreenPt b = path.points[i + 1];
                const int steps = std::max(1, static_cast<int>((path.lengths[i + 1] - path.lengths[i]) / 6.0F));
                for (int k = 0; k <= steps; ++k) {
                    const float t = static_cast<float>(k) / static_cast<float>(steps);
                    if (box.contains({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t})) {
                        return true;
                    }
                }
            }
        }
        if (link.hub && box.grown(8.0F).contains(*link.hub)) {
            return true;
        }
    }
    return false;
}

struct Placer {
    const RectPt& screen;
    std::span<const RectPt> covered;
    const LinkScene& links;
    std::vector<PlacedLabel> placed;
    std::vector<RectPt> dots;

    [[nodiscard]] bool is_free(const RectPt& box) const {
        const RectPt padded = box.grown(3.0F);
        const bool inside = box.left >= screen.left && box.top >= screen.top && box.right <= screen.right &&
                            box.bottom <= screen.bottom;
        return inside &&
               std::none_of(covered.begin(), covered.end(), [&](const RectPt& c) { return c.intersects(padded); }) &&
               std::none_of(placed.begin(), placed.end(),
                            [&](const PlacedLabel& p) { return p.box.intersects(padded); }) &&
               std::none_of(dots.begin(), dots.end(), [&](const RectPt& d) { return d.intersects(box); });
    }

    /// Index of the place to take, or the number of places when none will do.
    [[nodiscard]] std::size_t choose(const LabelCandidate& label, const LabelMemory& memory) const {
        const std::size_t count = label.offsets.size();
        const auto remembered = memory.find(label.id);
        const std::size_t last = remembered != memory.end() ? std::min(remembered->second, count - 1) : count;
        const auto box_at = [&](std::size_t i) {
            return box_of(label, {std::round(label.anchor.x + label.offsets[i].x),
                                  std::round(label.anchor.y + label.offsets[i].y)});
        };
        std::size_t on_link = count;
        for (std::size_t k = 0; k <= count; ++k) {
            const std::size_t i = k == 0 ? last : k - 1;
            if (i >= count || (k > 0 && i == last) || !is_free(box_at(i))) {
                continue;
            }
            if (!crosses_links(box_at(i), links)) {
                return i;
            }
            on_link = on_link == count ? i : on_link;
        }
        return label.over_links ? on_link : count;
    }
};

}  // namespace

std::vector<PlacedLabel> place_labels(std::span<const LabelCandidate> candidates, const RectPt& screen,
                                      std::span<const RectPt> covered, const LinkScene& links, LabelMemory& memory) {
    std::vector<const LabelCandidate*> order;
    for (const LabelCandidate& candidate : candidates) {
        if (!candidate.offsets.empty()) {
            order.push_back(&candidate);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const LabelCandidate* a, const LabelCandidate* b) { return a->priority > b->priority; });
    Placer placer{screen, covered, links, {}, {}};
    for (const LabelCandidate* label : order) {
        const std::size_t chosen = placer.choose(*label, memory);
        if (chosen == label->offsets.size()) {
            continue;
        }
        memory[label->id] = chosen;
        const ScreenPt baseline{std::round(label->anchor.x + label->offsets[chosen].x),
                                std::round(label->anchor.y + label->offsets[chosen].y)};
        placer.placed.push_back({label, baseline, box_of(*label, baseline)});
        if (label->dot_radius_pt > 0.0F) {
            const ScreenPt at = label->anchor;
            placer.dots.push_back({at.x - 3.0F, at.y - 3.0F, at.x + 3.0F, at.y + 3.0F});
        }
    }
    return std::move(placer.placed);
}

std::vector<LabelCandidate> label_candidates(const AppState& state, const World& world, const LinkScene& links,
                                             const MeasureText& measure) {
    return Collector{state, world, links, measure}.take();
}

}  // namespace app
