#include "render/layers/link_batch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using render::LinkBatch;
using render::LinkVertex;
using render::Mark;
using render::Path;
using render::Pattern;
using render::ScreenPt;
using render::Stroke;

namespace {

const render::Rgba red{1.0F, 0.0F, 0.0F, 1.0F};

Path some_path() {
    return render::arc({100, 400}, {700, 200}, 0.1F);
}

float cross(ScreenPt a, ScreenPt b, ScreenPt p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool covers(const LinkBatch& batch, ScreenPt p) {
    const auto at = [&](std::size_t i) {
        const LinkVertex& v = batch.vertices()[batch.indices()[i]];
        return ScreenPt{v.x, v.y};
    };
    for (std::size_t i = 0; i + 2 < batch.indices().size(); i += 3) {
        const float u = cross(at(i), at(i + 1), p);
        const float v = cross(at(i + 1), at(i + 2), p);
        const float w = cross(at(i + 2), at(i), p);
        constexpr float slack = 0.05F;
        if ((u >= -slack && v >= -slack && w >= -slack) || (u <= slack && v <= slack && w <= slack)) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("neighbours of one pattern are drawn in one run and the order stays that of adding") {
    LinkBatch batch;
    batch.add(some_path(), {.hue = red});
    batch.add(some_path(), {.hue = red, .half_width = 3.0F});
    batch.add(some_path(), {.hue = red, .pattern = Pattern::Dots});
    batch.add(Mark{.at = {9, 9}, .hue = red});
    batch.add(Mark{.shape = render::Shape::Star, .at = {9, 9}, .hue = red});
    batch.add(some_path(), {.hue = red});
    std::vector<Pattern> patterns;
    std::uint32_t next = 0;
    for (const LinkBatch::Run& run : batch.runs()) {
        patterns.push_back(run.pattern);
        CHECK(run.range.first == next);
        CHECK(run.range.count > 0);
        next += run.range.count;
    }
    CHECK(patterns == std::vector{Pattern::Solid, Pattern::Dots, Pattern::Mark, Pattern::Solid});
    CHECK(next == batch.indices().size());
    CHECK(batch.styles().size() == 6);
    float last = 0.0F;
    for (const std::uint32_t index : batch.indices()) {
        const float style = batch.vertices()[index].style;
        CHECK(style >= last);
        last = style;
    }
    CHECK(last == 5.0F);
}

TEST_CASE("what is empty or transparent is skipped") {
    LinkBatch batch;
    batch.add(Path{}, {.hue = red});
    batch.add(render::path_from_points({{3, 3}}), {.hue = red});
    batch.add(some_path(), {.hue = render::with_alpha(red, 0.0F)});
    batch.add(Mark{.at = {9, 9}, .hue = render::with_alpha(red, 0.001F)});
    CHECK(batch.vertices().empty());
    CHECK(batch.indices().empty());
    CHECK(batch.styles().empty());
    CHECK(batch.runs().empty());
}

TEST_CASE("a cleared batch is as good as new") {
    LinkBatch batch;
    batch.add(some_path(), {.hue = red});
    batch.clear();
    CHECK(batch.runs().empty());
    batch.add(Mark{.at = {9, 9}, .hue = red});
    REQUIRE(batch.runs().size() == 1);
    CHECK(batch.runs()[0].range.first == 0);
    CHECK(batch.vertices().front().style == 0.0F);
}

TEST_CASE("the strip of a stroke holds its whole path with its width") {
    std::mt19937 dice{3};
    const auto number = [&](float from, float to) { return std::uniform_real_distribution<float>{from, to}(dice); };
    for (int i = 0; i < 60; ++i) {
        const Path path = i % 2 == 0
                              ? render::arc({number(0, 900), number(0, 700)}, {number(0, 900), number(0, 700)}, 0.09F)
                              : render::spline(std::vector<ScreenPt>{{number(0, 300), number(0, 700)},
                                                                     {number(300, 600), number(0, 700)},
                                                                     {number(600, 900), number(0, 700)}});
        const Stroke stroke{.hue = red, .half_width = 2.0F, .glow = 0.3F};
        LinkBatch batch;
        batch.add(path, stroke);
        for (float s = 0.0F; s <= path.length(); s += 9.0F) {
            const render::PathPoint p = render::at(path, s);
            CHECK(covers(batch, p.at));
            for (const float side : {-1.0F, 1.0F}) {
                const float away = side * stroke.half_width;
                CHECK(covers(batch, {p.at.x - std::sin(p.angle) * away, p.at.y + std::cos(p.angle) * away}));
            }
        }
        CHECK(covers(batch, path.points.front()));
        CHECK(covers(batch, path.points.back()));
    }
}

TEST_CASE("a strip begins before its path and ends behind it, for round ends") {
    LinkBatch batch;
    batch.add(render::path_from_points({{100, 100}, {200, 100}}), {.hue = red, .half_width = 4.0F});
    CHECK(covers(batch, {97, 100}));
    CHECK(covers(batch, {203, 100}));
    const auto [least, most] = std::minmax_element(batch.vertices().begin(), batch.vertices().end(),
                                                   [](const auto& a, const auto& b) { return a.along < b.along; });
    CHECK(least->along < -4.0F);
    CHECK(most->along > 104.0F);
}

TEST_CASE("left of travel is the positive side of a strip") {
    LinkBatch batch;
    batch.add(render::path_from_points({{100, 100}, {200, 100}}), {.hue = red});
    for (const LinkVertex& v : batch.vertices()) {
        CHECK((v.across > 0.0F) == (v.y < 100.0F));
    }
}

TEST_CASE("wider patterns get wider strips") {
    const auto reach = [](const Stroke& stroke) {
        LinkBatch batch;
        batch.add(render::path_from_points({{0, 0}, {100, 0}}), stroke);
        return batch.vertices().front().across;
    };
    const float plain = reach({.hue = red});
    CHECK(reach({.hue = red, .half_width_end = 5.0F}) == doctest::Approx(static_cast<double>(plain) + 4.0));
    CHECK(reach({.hue = red, .rails = 3.0F}) == doctest::Approx(static_cast<double>(plain) + 3.0));
    CHECK(reach({.hue = red, .pattern = Pattern::Ripple, .gap = 13.0F}) >= 13.0F);
    CHECK(reach({.hue = red, .pattern = Pattern::Zigzag, .gap = 3.4F}) >= 4.4F);
    CHECK(reach({.hue = red, .pattern = Pattern::Beads, .gap = 4.5F}) >= 4.5F);
    CHECK(reach({.hue = red, .glow = 0.2F, .sigma = 5.0F}) >= plain + 10.0F);
}

TEST_CASE("a stroke without an end of its own ends as it starts") {
    LinkBatch batch;
    batch.add(some_path(), {.hue = red, .half_width = 2.5F, .opacity = 0.4F});
    const render::StyleRow& style = batch.styles()[0];
    CHECK(style[1].r == 2.5F);
    CHECK(style[1].g == 2.5F);
    CHECK(style[2].r == 0.4F);
    CHECK(style[2].g == 0.4F);
    CHECK(style[2].a == some_path().length());
}

TEST_CASE("a mark covers its figure, turned as it is") {
    LinkBatch batch;
    batch.add(Mark{
        .shape = render::Shape::Bar, .at = {50, 60}, .hue = red, .radius = 10.0F, .half_width = 2.0F, .angle = 0.7F});
    REQUIRE(batch.vertices().size() == 4);
    for (int i = 0; i < 16; ++i) {
        const auto turn = static_cast<float>(i) * 0.3927F;
        CHECK(covers(batch, {50.0F + 12.0F * std::cos(turn), 60.0F + 12.0F * std::sin(turn)}));
    }
    CHECK_FALSE(covers(batch, {50, 90}));
}

TEST_CASE("paths that turn back on themselves give finite strips") {
    LinkBatch batch;
    batch.add(render::path_from_points({{0, 0}, {100, 0}, {0, 0}, {0, 50}}), {.hue = red, .glow = 0.2F});
    for (const LinkVertex& v : batch.vertices()) {
        CHECK(std::isfinite(v.x));
        CHECK(std::isfinite(v.y));
    }
}

TEST_CASE("a ribbon is as wide at each point as its profile says, and keeps its colour") {
    LinkBatch batch;
    const Path path = render::path_from_points({{0, 0}, {100, 0}, {200, 0}});
    batch.add_ribbon(path, std::vector<render::RibbonPoint>{{1.0F, red}, {4.0F, red}, {2.0F, red}});
    REQUIRE(batch.ribbon_vertices().size() == 6);
    CHECK(batch.ribbon_indices().size() == 12);
    CHECK(batch.indices().empty());
    for (const std::size_t side : {2U, 3U}) {
        const render::RibbonVertex& middle = batch.ribbon_vertices()[side];
        CHECK(middle.half_width == doctest::Approx(4.0F));
        CHECK(std::abs(middle.y) == doctest::Approx(4.5F));
        CHECK(std::abs(middle.across) == doctest::Approx(std::abs(middle.y)));
        CHECK(middle.rgba == std::array<std::uint8_t, 4>{255, 0, 0, 255});
    }
    REQUIRE(batch.runs().size() == 1);
    CHECK(batch.runs().front().pattern == Pattern::Ribbon);
    CHECK(batch.runs().front().range.count == 12);
}

TEST_CASE("ribbons that are empty or transparent are skipped") {
    LinkBatch batch;
    batch.add_ribbon({}, {});
    const Path path = render::path_from_points({{0, 0}, {100, 0}});
    batch.add_ribbon(path, std::vector<render::RibbonPoint>(2, {1.0F, render::with_alpha(red, 0.0F)}));
    CHECK(batch.ribbon_vertices().empty());
    CHECK(batch.runs().empty());
}

TEST_CASE("sorted by pattern each pattern is one run, ribbons first and marks last, and nothing is lost") {
    LinkBatch batch;
    const Path path = some_path();
    const std::vector<render::RibbonPoint> profile(path.points.size(), {1.0F, red});
    for (int i = 0; i < 3; ++i) {
        batch.add(Mark{.at = {10.0F, 10.0F}, .hue = red});
        batch.add(path, {.hue = red, .pattern = Pattern::Dots});
        batch.add(path, {.hue = red});
        batch.add_ribbon(path, profile);
    }
    auto before = batch.indices();
    const std::size_t ribbons = batch.ribbon_indices().size();
    REQUIRE(batch.runs().size() == 12);
    batch.sort_by_pattern();
    std::vector<Pattern> patterns;
    std::uint32_t next = 0;
    for (const LinkBatch::Run& run : batch.runs()) {
        patterns.push_back(run.pattern);
        if (run.pattern == Pattern::Ribbon) {
            CHECK(run.range.count == ribbons);
        } else {
            CHECK(run.range.first == next);
            next += run.range.count;
        }
    }
    CHECK(patterns == std::vector{Pattern::Ribbon, Pattern::Solid, Pattern::Dots, Pattern::Mark});
    CHECK(next == before.size());
    auto after = batch.indices();
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    CHECK(before == after);
}
