#include "app/panels/specimens.h"

#include "render/camera.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace app {

namespace {

using Strokes = std::vector<IconStroke>;
using How = IconStroke::How;
using events::Motion;
using render::ScreenPt;

constexpr float left = 2.0F;
constexpr float right = 42.0F;
constexpr float middle = 8.0F;

/// A point of the bow that most samples run along, t from 0 at the left to 1 at the right.
ScreenPt on_bow(float t) {
    return {left + (right - left) * t, 12.5F - 4.0F * 8.5F * t * (1.0F - t)};
}

IconStroke bow(float from, float to, float width, float opacity) {
    constexpr int steps = 8;
    IconStroke stroke{How::Open, {}, width, opacity};
    for (int i = 0; i <= steps; ++i) {
        const ScreenPt p = on_bow(from + (to - from) * static_cast<float>(i) / steps);
        stroke.xy.insert(stroke.xy.end(), {p.x, p.y});
    }
    return stroke;
}

IconStroke disc(ScreenPt at, float radius, float opacity = 1.0F) {
    return {How::Disc, {at.x, at.y, radius}, 0.0F, opacity};
}

IconStroke ring(ScreenPt at, float radius, float width) {
    return {How::Circle, {at.x, at.y, radius}, width};
}

IconStroke line(ScreenPt a, ScreenPt b, float width, float opacity = 1.0F) {
    return {How::Open, {a.x, a.y, b.x, b.y}, width, opacity};
}

IconStroke hexagon(ScreenPt at, float radius, How how) {
    IconStroke stroke{how, {}, 1.4F};
    for (int i = 0; i < 6; ++i) {
        const float angle = (static_cast<float>(i) + 0.5F) * std::numbers::pi_v<float> / 3.0F;
        stroke.xy.insert(stroke.xy.end(), {at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    return stroke;
}

/// Narrow and pale where it comes from.
Strokes travel() {
    constexpr int pieces = 6;
    Strokes strokes;
    for (int i = 0; i < pieces; ++i) {
        const float from = 0.86F * static_cast<float>(i) / pieces;
        const float along = (static_cast<float>(i) + 1.0F) / pieces;
        strokes.push_back(bow(from, from + 0.86F / pieces + 0.01F, 0.6F + 2.6F * along, 0.15F + 0.75F * along));
    }
    strokes.push_back(disc(on_bow(0.88F), 3.0F));
    return strokes;
}

Strokes gather() {
    constexpr ScreenPt hub{30.0F, middle};
    return {line({left, 3.0F}, {25.5F, 6.9F}, 1.3F, 0.8F), line({left, 13.0F}, {25.5F, 9.1F}, 1.3F, 0.8F),
            line({right, middle}, {34.5F, middle}, 1.3F, 0.8F), ring(hub, 4.2F, 1.6F), disc(hub, 1.6F)};
}

Strokes bond(bool sealed_with_hexagon) {
    const ScreenPt seal = on_bow(0.5F);
    Strokes strokes{bow(0.0F, 0.38F, 1.9F, 0.9F), bow(0.62F, 1.0F, 1.9F, 0.9F)};
    if (sealed_with_hexagon) {
        strokes.push_back(hexagon(seal, 4.2F, How::Closed));
        strokes.push_back(hexagon(seal, 2.0F, How::Filled));
    } else {
        strokes.push_back(ring(seal, 3.6F, 1.4F));
        strokes.push_back(disc(seal, 1.7F));
    }
    return strokes;
}

Strokes flow() {
    return {bow(0.0F, 0.95F, 1.1F, 0.65F),
            disc(on_bow(0.22F), 1.7F),
            disc(on_bow(0.52F), 2.3F),
            {How::Filled, {right + 0.5F, 12.9F, 34.6F, 11.6F, 37.6F, 6.8F}}};
}

Strokes path() {
    Strokes strokes{bow(0.0F, 1.0F, 6.4F, 0.28F)};
    for (const float from : {0.03F, 0.29F, 0.55F, 0.81F}) {
        strokes.push_back(bow(from, from + 0.15F, 2.0F, 1.0F));
    }
    return strokes;
}

Strokes strike() {
    constexpr float half_wave = 4.0F;
    IconStroke zigzag{How::Open, {left, middle}, 1.6F};
    for (int i = 1; i < 10; ++i) {
        const float y = middle + (i % 2 == 1 ? -1.0F : 1.0F) * (i == 1 || i == 9 ? 2.0F : 3.6F);
        zigzag.xy.insert(zigzag.xy.end(), {left + half_wave * static_cast<float>(i), y});
    }
    zigzag.xy.insert(zigzag.xy.end(), {right, middle});
    return {zigzag};
}

Strokes seal() {
    return {line({left, middle}, {15.0F, middle}, 1.1F, 0.7F), line({29.0F, middle}, {right, middle}, 1.1F, 0.7F),
            line({19.5F, 2.5F}, {19.5F, 13.5F}, 2.4F), line({24.5F, 2.5F}, {24.5F, 13.5F}, 2.4F)};
}

Strokes ripple() {
    constexpr ScreenPt speaker{5.0F, middle};
    Strokes strokes{disc(speaker, 2.4F)};
    for (int front = 1; front <= 4; ++front) {
        constexpr int steps = 8;
        constexpr float radius = 9.0F;
        const float half_angle = 0.75F - 0.06F * static_cast<float>(front);
        const float x = speaker.x - radius + 1.0F + 8.5F * static_cast<float>(front);
        IconStroke arc{How::Open, {}, 1.6F, 1.1F - 0.2F * static_cast<float>(front)};
        for (int i = 0; i <= steps; ++i) {
            const float angle = half_angle * (2.0F * static_cast<float>(i) / steps - 1.0F);
            arc.xy.insert(arc.xy.end(), {x + radius * std::cos(angle), middle + radius * std::sin(angle)});
        }
        strokes.push_back(std::move(arc));
    }
    return strokes;
}

Strokes mark() {
    constexpr float x = 22.0F;
    return {{How::Filled, {x, 0.5F, x + 3.6F, 4.1F, x, 7.7F, x - 3.6F, 4.1F}},
            line({x, 7.0F}, {x, 14.0F}, 1.4F),
            disc({x, 14.0F}, 1.6F)};
}

Strokes strokes_for(Motion motion) {
    switch (motion) {
        case Motion::Travel:
            return travel();
        case Motion::Gather:
            return gather();
        case Motion::Bond:
            return bond(false);
        case Motion::Flow:
            return flow();
        case Motion::Path:
            return path();
        case Motion::Strike:
            return strike();
        case Motion::Seal:
            return seal();
        case Motion::Ripple:
            return ripple();
        case Motion::Mark:
            return mark();
    }
    return {};
}

constexpr std::size_t motion_count = static_cast<std::size_t>(Motion::Mark) + 1;

std::array<Strokes, motion_count> make_specimens() {
    std::array<Strokes, motion_count> all;
    for (std::size_t i = 0; i < motion_count; ++i) {
        all.at(i) = strokes_for(static_cast<Motion>(i));
    }
    return all;
}

}  // namespace

std::span<const IconStroke> specimen_of(Motion motion, render::LinkHue glyph) {
    static const auto specimens = make_specimens();
    static const Strokes with_hexagon = bond(true);
    return motion == Motion::Bond && glyph == render::LinkHue::Security ? with_hexagon
                                                                        : specimens[static_cast<std::size_t>(motion)];
}

}  // namespace app
