#include "app/scene/water_places.h"

#include "geodata/domain.h"
#include "geodata/label_point.h"
#include "geodata/ring.h"
#include "render/curve.h"
#include "render/text/characters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <utility>

namespace app {

namespace {

using geodata::WorldXY;
using render::Path;
using render::RectPt;
using render::ScreenPt;

constexpr float steepest = 65.0F * std::numbers::pi_v<float> / 180.0F;
constexpr float steepest_joined = 30.0F * std::numbers::pi_v<float> / 180.0F;  // of joined letters, which read worse
constexpr float sample_pt = 6.0F;

const geodata::Polygon& largest(const std::vector<geodata::Polygon>& polygons) {
    return *std::max_element(polygons.begin(), polygons.end(), [](const auto& a, const auto& b) {
        return geodata::area_deg2(a) < geodata::area_deg2(b);
    });
}

std::optional<LakePlace> lake_place(const World& world, const geodata::Lake& lake) {
    const geodata::Polygon& polygon = largest(lake.polygons);
    const auto middle = world.project(geodata::label_point(polygon));
    if (!middle) {
        return std::nullopt;
    }
    geodata::WorldBox box;
    for (const geodata::LonLat& p : polygon.rings.front()) {
        if (const auto at = world.project(p)) {
            box.extend(*at);
        }
    }
    return LakePlace{lake.name, local_names(world, lake.name), *middle, box.max_x - box.min_x, box.max_y - box.min_y};
}

RiverCourse river_course(const World& world, const geodata::River& river) {
    const std::string_view name = river_title(river.name);
    RiverCourse course{std::string{name}, local_names(world, name), river.rank, {}, {}};
    const auto parts = geodata::clip(river.points, world.projection->domain());
    const auto longest =
        std::max_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (longest == parts.end()) {
        return course;
    }
    std::vector<WorldXY> points(longest->size());
    world.projection->project(*longest, points);
    for (const WorldXY& p : points) {
        if (std::isfinite(p.x) && std::isfinite(p.y)) {
            course.points.push_back(p);
            course.box.extend(p);
        }
    }
    return course;
}

/// From which scale on a river is named, in metres per point.
double named_below(int rank) {
    return rank <= 3 ? 3500.0 : rank <= 5 ? 2600.0 : 1300.0;
}

/// The parts of a course that can be written along: in the window, not under a panel.
std::vector<Path> parts_in_sight(const RiverCourse& river, const render::Camera& camera,
                                 std::span<const RectPt> covered) {
    constexpr float inset_pt = 12.0F;
    const RectPt window{inset_pt, inset_pt, camera.size.width - inset_pt, camera.size.height - inset_pt};
    std::vector<Path> parts;
    std::vector<ScreenPt> run;
    const auto end_run = [&] {
        if (run.size() > 1) {
            parts.push_back(render::path_from_points(std::exchange(run, {})));
        }
        run.clear();
    };
    for (const WorldXY& point : river.points) {
        const ScreenPt p = camera.screen_from_world(point);
        const bool free = window.contains(p) && std::none_of(covered.begin(), covered.end(),
                                                             [p](const RectPt& rect) { return rect.contains(p); });
        if (free) {
            run.push_back(p);
        } else {
            end_run();
        }
    }
    end_run();
    return parts;
}

/// A parabola through a stretch of a path, and how far the path strays from it.
struct Fit {
    ScreenPt middle;
    float angle = 0.0F;
    float bend = 0.0F;
    float strays_pt = 0.0F;
};

/// Least squares of y = a + b x + c x^2 over points about their chord, from left to right on screen; with c = 0 where
/// the writing does not bend.
std::optional<Fit> fitted(const Path& path, float from, float to, bool bends) {
    ScreenPt a = render::at(path, from).at;
    ScreenPt b = render::at(path, to).at;
    if (a.x > b.x) {
        std::swap(a, b);
    }
    Fit fit;
    fit.angle = std::atan2(b.y - a.y, b.x - a.x);
    const float chord = std::hypot(b.x - a.x, b.y - a.y);
    if (std::abs(fit.angle) > (bends ? steepest : steepest_joined) || chord < 0.85F * (to - from)) {
        return std::nullopt;
    }
    const ScreenPt origin{(a.x + b.x) / 2.0F, (a.y + b.y) / 2.0F};
    const int count = std::max(4, static_cast<int>((to - from) / sample_pt));
    std::vector<ScreenPt> samples;
    double n = 0.0, s2 = 0.0, s4 = 0.0, sy = 0.0, s2y = 0.0;
    for (int i = 0; i <= count; ++i) {
        const ScreenPt p = render::at(path, from + (to - from) * static_cast<float>(i) / static_cast<float>(count)).at;
        const float dx = p.x - origin.x;
        const float dy = p.y - origin.y;
        const ScreenPt q{dx * std::cos(fit.angle) + dy * std::sin(fit.angle),
                         -dx * std::sin(fit.angle) + dy * std::cos(fit.angle)};
        samples.push_back(q);
        const double x2 = static_cast<double>(q.x) * static_cast<double>(q.x);
        n += 1.0;
        s2 += x2;
        s4 += x2 * x2;
        sy += static_cast<double>(q.y);
        s2y += x2 * static_cast<double>(q.y);
    }
    const double divisor = n * s4 - s2 * s2;
    if (!(divisor > 0.0)) {
        return std::nullopt;
    }
    const double c = bends ? (n * s2y - s2 * sy) / divisor : 0.0;
    const double level = (sy - c * s2) / n;
    fit.bend = static_cast<float>(c);
    for (const ScreenPt q : samples) {
        const float y = static_cast<float>(level) + fit.bend * q.x * q.x;
        fit.strays_pt = std::max(fit.strays_pt, std::abs(q.y - y));
    }
    fit.middle = {origin.x - std::sin(fit.angle) * static_cast<float>(level),
                  origin.y + std::cos(fit.angle) * static_cast<float>(level)};
    // A gentle bend only: letters at the ends lean by the slope there.
    const float slope = std::abs(fit.bend) * chord;
    const float lean = std::abs(fit.angle) + std::atan(slope);
    return slope < 0.35F && lean <= steepest + 0.1F ? std::optional{fit} : std::nullopt;
}

/// The evenest stretch of a part, the more level of equals.
void improve(std::optional<std::pair<float, Fit>>& best, const Path& path, float width_pt, bool bends,
             const std::function<bool(ScreenPt)>& is_allowed) {
    constexpr float step_pt = 10.0F;
    constexpr float most_strays_pt = 6.0F;
    for (float from = 0.0F; from + width_pt <= path.length(); from += step_pt) {
        const auto fit = fitted(path, from, from + width_pt, bends);
        if (!fit || fit->strays_pt > most_strays_pt || !is_allowed(fit->middle)) {
            continue;
        }
        const float cost = fit->strays_pt + 3.0F * std::abs(fit->angle);
        if (!best || cost < best->first) {
            best = {cost, *fit};
        }
    }
}

/// What has to be written along a river.
struct Writing {
    float width_pt = 0.0F;
    bool bends = true;
};

/// The widest of what may have to be written, in English alone or with a local name as well.
Writing writing_of(const RiverCourse& river, LabelMode mode, const MeasureExtent& measure) {
    constexpr float spare_pt = 8.0F;
    Writing writing;
    const auto take = [&](const std::string& text, std::string_view language) {
        writing.width_pt = std::max(writing.width_pt, measure(text, river_style(language)).width_pt + spare_pt);
    };
    if (mode != LabelMode::Local || river.local.empty()) {
        take(river.name, {});
    }
    for (const geodata::LocalName& name : river.local) {
        if (mode == LabelMode::Local || mode == LabelMode::Both) {
            take(mode == LabelMode::Both ? river_words(river.name, name.name) : name.name, name.language);
            writing.bends = writing.bends && !render::text::is_joined_writing(name.name);
        }
    }
    return writing;
}

}  // namespace

WaterPlaces water_places(const World& world) {
    WaterPlaces places;
    for (const geodata::Lake& lake : world.boundaries->lakes()) {
        if (!lake.name.empty() && !lake.polygons.empty()) {
            if (auto place = lake_place(world, lake)) {
                places.lakes.push_back(*std::move(place));
            }
        }
    }
    for (const geodata::River& river : world.boundaries->rivers()) {
        if (!river_title(river.name).empty()) {
            places.rivers.push_back(river_course(world, river));
        }
    }
    return places;
}

std::vector<geodata::LocalName> local_names(const World& world, std::string_view name) {
    const auto found = world.gazetteer.waters.find(name);
    return found != world.gazetteer.waters.end() ? found->second : std::vector<geodata::LocalName>{};
}

std::string_view river_title(std::string_view name) {
    // Natural Earth's 10m rivers of version 3, as they stand in boundaries.gpkg.
    static constexpr auto titles = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"Abay", "Blue Nile"},
        {"Abay (Blue Nile)", "Blue Nile"},
        {"Al Furat", "Euphrates"},
        {"Amu  Darya", "Amu Darya"},
        {"Argun? (Ergun)", "Argun"},
        {"Ayeyarwady (Irrawaddy)", "Irrawaddy"},
        {"Bahr el Jebel  (Mountain Nile)", "White Nile"},
        {"Chang Jiang (Yangtze)", "Yangtze"},
        {"Daugava (Zapadnaya Dvina)", "Daugava"},
        {"Dicle", "Tigris"},
        {"Dnepre", "Dnieper"},
        {"Dnipro (Dnieper)", "Dnieper"},
        {"El Bahr el Abyad  (White Nile)", "White Nile"},
        {"El Bahr el Azraq  (Blue Nile)", "Blue Nile"},
        {"Ertis", "Irtysh"},
        {"Ertix (Irtysh)", "Irtysh"},
        {"Firat", "Euphrates"},
        {"God?vari", "Godavari"},
        {"Heilong Jiang (Amur)", "Amur"},
        {"Hong (Red)", "Red River"},
        {"Huang", "Yellow River"},
        {"Huang (Yellow)", "Yellow River"},
        {"Irrawaddy Delta", ""},
        {"Jinsha (Yangtze)", "Jinsha"},
        {"Lancang (Mekong)", "Mekong"},
        {"Lower  Tunguska (Nizhnyaya Tunguska)", "Lower Tunguska"},
        {"Mah?na Nad?", "Mahanadi"},
        {"Maquan (Damqogkanbab)", ""},
        {"Nu", "Salween"},
        {"Nu (Salween)", "Salween"},
        {"Selenge (Selenga)", "Selenga"},
        {"Songhua (Sungari)", "Songhua"},
        {"Syr  Darya", "Syr Darya"},
        {"Tom?", "Tom"},
        {"Yarlung (Brahmaputra)", "Yarlung Tsangpo"},
        {"Yenisey", "Yenisei"},
    });
    const auto* const found =
        std::find_if(titles.begin(), titles.end(), [name](const auto& title) { return title.first == name; });
    return found == titles.end() ? name : found->second;
}

std::string river_words(const std::string& english, const std::string& local) {
    return english + "\u2002" + local;  // an en space
}

render::text::TextStyle river_style(std::string_view language) {
    return {render::text::Face::Italic, 12.0F, 0.06F, render::text::Language{language}};
}

std::vector<RiverStretch> river_stretches(std::span<const RiverCourse> rivers, const render::Camera& camera,
                                          std::span<const RectPt> covered, LabelMode mode, const MeasureExtent& measure,
                                          const std::function<bool(WorldXY)>& may_stand) {
    const auto is_allowed = [&](ScreenPt at) { return may_stand(camera.world_from_screen(at)); };
    struct Best {
        const RiverCourse* river = nullptr;
        std::optional<std::pair<float, Fit>> fit;
        std::optional<std::pair<float, Fit>> english;  ///< where there is no room for more
    };
    std::map<std::string, Best> by_name;  // a river may come in many pieces
    const geodata::WorldBox sight = camera.visible();
    for (const RiverCourse& river : rivers) {
        if (camera.metres_per_pt >= named_below(river.rank) || !river.box.intersects(sight)) {
            continue;
        }
        const Writing writing = writing_of(river, mode, measure);
        const Writing alone = writing_of(river, LabelMode::English, measure);
        Best& best = by_name[river.name];
        best.river = &river;
        for (const Path& part : parts_in_sight(river, camera, covered)) {
            improve(best.fit, part, writing.width_pt, writing.bends, is_allowed);
            if (mode == LabelMode::Both) {
                improve(best.english, part, alone.width_pt, alone.bends, is_allowed);
            }
        }
    }
    std::vector<RiverStretch> out;
    for (const auto& [name, best] : by_name) {
        const auto& found = best.fit ? best.fit : best.english;
        if (found) {
            const Fit& fit = found->second;
            out.push_back({name, best.fit ? best.river->local : std::vector<geodata::LocalName>{}, best.river->rank,
                           camera.world_from_screen(fit.middle), fit.angle,
                           static_cast<double>(fit.bend) / camera.metres_per_pt});
        }
    }
    return out;
}

}  // namespace app
