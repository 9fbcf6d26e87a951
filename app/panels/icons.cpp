#include "app/panels/icons.h"

#include <array>
#include <cmath>
#include <numbers>

namespace app {

namespace {

using How = IconStroke::How;
using Strokes = std::vector<IconStroke>;

constexpr std::size_t icon_count = static_cast<std::size_t>(Icon::Copy) + 1;

/// Points of an arc of a circle from one angle to another, in turns, clockwise on screen.
std::vector<float> arc(float x, float y, float radius, float from, float to) {
    std::vector<float> xy;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const float turn = from + (to - from) * static_cast<float>(i) / steps;
        const float angle = turn * 2.0F * std::numbers::pi_v<float>;
        xy.push_back(x + radius * std::cos(angle));
        xy.push_back(y + radius * std::sin(angle));
    }
    return xy;
}

Strokes skip_bar(bool forward) {
    const auto x = [&](float v) { return forward ? 16.0F - v : v; };
    return {{How::Open, {x(4.0F), 3.5F, x(4.0F), 12.5F}},
            {How::Filled, {x(12.5F), 3.8F, x(12.5F), 12.2F, x(6.0F), 8.0F}}};
}

std::array<Strokes, icon_count> make_icons() {
    std::array<Strokes, icon_count> icons;
    const auto set = [&](Icon icon, Strokes strokes) { icons.at(static_cast<std::size_t>(icon)) = std::move(strokes); };
    set(Icon::Play, {{How::Filled, {5.0F, 2.6F, 13.6F, 8.0F, 5.0F, 13.4F}}});
    set(Icon::Pause, {{How::Open, {5.4F, 3.5F, 5.4F, 12.5F}, 2.6F}, {How::Open, {10.6F, 3.5F, 10.6F, 12.5F}, 2.6F}});
    set(Icon::PreviousEvent, skip_bar(false));
    set(Icon::NextEvent, skip_bar(true));
    set(Icon::StepBack, {{How::Open, {9.8F, 3.5F, 5.2F, 8.0F, 9.8F, 12.5F}}});
    set(Icon::StepForward, {{How::Open, {6.2F, 3.5F, 10.8F, 8.0F, 6.2F, 12.5F}}});
    set(Icon::Minus, {{How::Open, {3.5F, 8.0F, 12.5F, 8.0F}}});
    set(Icon::Plus, {{How::Open, {3.5F, 8.0F, 12.5F, 8.0F}}, {How::Open, {8.0F, 3.5F, 8.0F, 12.5F}}});
    set(Icon::Reverse, {{How::Closed, {11.6F, 3.2F, 3.4F, 8.0F, 11.6F, 12.8F}}});
    set(Icon::ByEvent, {{How::Disc, {2.8F, 11.4F, 1.5F}},
                        {How::Disc, {8.0F, 11.4F, 1.5F}},
                        {How::Disc, {13.2F, 11.4F, 1.5F}},
                        {How::Open, arc(5.4F, 8.6F, 2.6F, 0.52F, 0.98F), 1.3F},
                        {How::Open, arc(10.6F, 8.6F, 2.6F, 0.52F, 0.98F), 1.3F}});
    set(Icon::Loop, {{How::Open, arc(8.0F, 8.0F, 5.2F, 0.06F, 0.44F)},
                     {How::Open, arc(8.0F, 8.0F, 5.2F, 0.56F, 0.94F)},
                     {How::Open, {13.6F, 3.2F, 13.2F, 6.4F, 10.2F, 5.4F}},
                     {How::Open, {2.4F, 12.8F, 2.8F, 9.6F, 5.8F, 10.6F}}});
    set(Icon::SkipQuiet,
        {{How::Open, {1.5F, 8.0F, 3.8F, 8.0F, 5.3F, 4.8F, 7.8F, 11.2F, 10.3F, 4.8F, 11.8F, 8.0F, 14.5F, 8.0F}}});
    set(Icon::Search, {{How::Circle, {7.0F, 7.0F, 4.2F}}, {How::Open, {10.2F, 10.2F, 13.6F, 13.6F}}});
    set(Icon::Close, {{How::Open, {4.0F, 4.0F, 12.0F, 12.0F}}, {How::Open, {12.0F, 4.0F, 4.0F, 12.0F}}});
    set(Icon::Chevron, {{How::Open, {4.5F, 6.3F, 8.0F, 9.8F, 11.5F, 6.3F}}});
    std::vector<float> half = arc(8.0F, 8.0F, 5.2F, 0.25F, 0.75F);
    set(Icon::Theme, {{How::Circle, {8.0F, 8.0F, 5.2F}}, {How::Filled, std::move(half)}});
    set(Icon::Fit, {{How::Open, {2.5F, 5.5F, 2.5F, 2.5F, 5.5F, 2.5F}},
                    {How::Open, {10.5F, 2.5F, 13.5F, 2.5F, 13.5F, 5.5F}},
                    {How::Open, {13.5F, 10.5F, 13.5F, 13.5F, 10.5F, 13.5F}},
                    {How::Open, {5.5F, 13.5F, 2.5F, 13.5F, 2.5F, 10.5F}}});
    set(Icon::Names, {{How::Open, {3.5F, 5.2F, 3.5F, 3.0F, 12.5F, 3.0F, 12.5F, 5.2F}},
                      {How::Open, {8.0F, 3.0F, 8.0F, 13.0F}},
                      {How::Open, {6.0F, 13.0F, 10.0F, 13.0F}}});
    set(Icon::Legend, {{How::Disc, {3.4F, 4.0F, 1.3F}},
                       {How::Disc, {3.4F, 8.0F, 1.3F}},
                       {How::Disc, {3.4F, 12.0F, 1.3F}},
                       {How::Open, {6.8F, 4.0F, 13.5F, 4.0F}},
                       {How::Open, {6.8F, 8.0F, 13.5F, 8.0F}},
                       {How::Open, {6.8F, 12.0F, 13.5F, 12.0F}}});
    std::vector<float> hook = arc(8.0F, 6.0F, 2.6F, 0.5F, 1.12F);
    hook.insert(hook.end(), {8.0F, 8.8F, 8.0F, 10.0F});
    set(Icon::Help, {{How::Open, std::move(hook)}, {How::Disc, {8.0F, 12.7F, 1.0F}}});
    set(Icon::Link, {{How::Open, {6.0F, 3.5F, 3.5F, 3.5F, 3.5F, 12.5F, 12.5F, 12.5F, 12.5F, 10.0F}},
                     {How::Open, {9.0F, 3.0F, 13.0F, 3.0F, 13.0F, 7.0F}},
                     {How::Open, {13.0F, 3.0F, 7.5F, 8.5F}}});
    set(Icon::Warning, {{How::Closed, {8.0F, 2.5F, 14.2F, 13.2F, 1.8F, 13.2F}},
                        {How::Open, {8.0F, 6.4F, 8.0F, 9.6F}},
                        {How::Disc, {8.0F, 11.5F, 0.9F}}});
    set(Icon::Target, {{How::Circle, {8.0F, 8.0F, 4.4F}},
                       {How::Disc, {8.0F, 8.0F, 1.4F}},
                       {How::Open, {8.0F, 1.4F, 8.0F, 3.6F}},
                       {How::Open, {8.0F, 12.4F, 8.0F, 14.6F}},
                       {How::Open, {1.4F, 8.0F, 3.6F, 8.0F}},
                       {How::Open, {12.4F, 8.0F, 14.6F, 8.0F}}});
    set(Icon::Globe, {{How::Circle, {8.0F, 8.0F, 6.0F}},
                      {How::Open, {2.0F, 8.0F, 14.0F, 8.0F}},
                      {How::Open, arc(13.4F, 8.0F, 8.0F, 0.383F, 0.617F)},
                      {How::Open, arc(2.6F, 8.0F, 8.0F, -0.117F, 0.117F)}});
    set(Icon::Layers, {{How::Closed, {8.0F, 2.2F, 14.0F, 5.4F, 8.0F, 8.6F, 2.0F, 5.4F}},
                       {How::Open, {2.0F, 8.2F, 8.0F, 11.4F, 14.0F, 8.2F}},
                       {How::Open, {2.0F, 11.0F, 8.0F, 14.2F, 14.0F, 11.0F}}});
    set(Icon::Widths, {{How::Open, {2.0F, 3.5F, 14.0F, 3.5F}, 1.0F},
                       {How::Open, {2.0F, 7.5F, 14.0F, 7.5F}, 2.0F},
                       {How::Open, {2.0F, 12.5F, 14.0F, 12.5F}, 3.5F}});
    set(Icon::Clock, {{How::Circle, {8.0F, 8.0F, 5.8F}}, {How::Open, {8.0F, 4.6F, 8.0F, 8.0F, 10.4F, 9.6F}}});
    set(Icon::Sort, {{How::Open, {5.0F, 13.0F, 5.0F, 3.4F}},
                     {How::Open, {2.4F, 6.0F, 5.0F, 3.4F, 7.6F, 6.0F}},
                     {How::Open, {11.0F, 3.0F, 11.0F, 12.6F}},
                     {How::Open, {8.4F, 10.0F, 11.0F, 12.6F, 13.6F, 10.0F}}});
    set(Icon::Ranking, {{How::Open, {2.0F, 4.0F, 14.0F, 4.0F}, 2.2F},
                        {How::Open, {2.0F, 8.0F, 10.5F, 8.0F}, 2.2F},
                        {How::Open, {2.0F, 12.0F, 7.0F, 12.0F}, 2.2F}});
    set(Icon::Shades, {{How::Filled, {1.5F, 4.0F, 5.8F, 4.0F, 5.8F, 12.0F, 1.5F, 12.0F}, 1.5F, 0.3F},
                       {How::Filled, {5.8F, 4.0F, 10.2F, 4.0F, 10.2F, 12.0F, 5.8F, 12.0F}, 1.5F, 0.6F},
                       {How::Filled, {10.2F, 4.0F, 14.5F, 4.0F, 14.5F, 12.0F, 10.2F, 12.0F}}});
    set(Icon::Open, {{How::Open, {5.0F, 11.0F, 11.4F, 4.6F}}, {How::Open, {6.2F, 4.4F, 11.6F, 4.4F, 11.6F, 9.8F}}});
    set(Icon::Quote, {{How::Open, {6.6F, 4.2F, 3.8F, 8.0F, 3.8F, 11.4F, 6.8F, 11.4F, 6.8F, 8.2F, 4.2F, 8.2F}},
                      {How::Open, {12.6F, 4.2F, 9.8F, 8.0F, 9.8F, 11.4F, 12.8F, 11.4F, 12.8F, 8.2F, 10.2F, 8.2F}}});
    set(Icon::Turn, {{How::Open, {5.0F, 3.0F, 5.0F, 13.0F}},
                     {How::Open, {2.2F, 10.2F, 5.0F, 13.0F, 7.8F, 10.2F}},
                     {How::Open, {11.0F, 13.0F, 11.0F, 3.0F}},
                     {How::Open, {8.2F, 5.8F, 11.0F, 3.0F, 13.8F, 5.8F}}});
    set(Icon::Copy, {{How::Closed, {5.5F, 5.5F, 13.5F, 5.5F, 13.5F, 13.5F, 5.5F, 13.5F}},
                     {How::Open, {10.5F, 2.5F, 2.5F, 2.5F, 2.5F, 10.5F}}});
    set(Icon::Filter, {{How::Open, {2.0F, 4.2F, 14.0F, 4.2F}},
                       {How::Open, {4.2F, 8.0F, 11.8F, 8.0F}},
                       {How::Open, {6.4F, 11.8F, 9.6F, 11.8F}}});
    set(Icon::Table, {{How::Closed, {2.4F, 3.0F, 13.6F, 3.0F, 13.6F, 13.0F, 2.4F, 13.0F}},
                      {How::Open, {2.4F, 6.4F, 13.6F, 6.4F}},
                      {How::Open, {6.2F, 6.4F, 6.2F, 13.0F}}});
    set(Icon::Person, {{How::Circle, {8.0F, 5.4F, 2.7F}}, {How::Open, arc(8.0F, 14.2F, 5.0F, 0.52F, 0.98F)}});
    std::vector<float> pin = arc(8.0F, 6.4F, 4.2F, 0.42F, 1.08F);
    pin.insert(pin.end(), {8.0F, 14.0F});
    set(Icon::Pin, {{How::Closed, std::move(pin)}, {How::Disc, {8.0F, 6.4F, 1.3F}}});
    set(Icon::Tick, {{How::Open, {3.2F, 8.4F, 6.6F, 11.8F, 12.8F, 4.6F}}});
    set(Icon::Copy, {{How::Closed, {5.6F, 5.6F, 13.2F, 5.6F, 13.2F, 13.4F, 5.6F, 13.4F}},
                     {How::Open, {3.0F, 10.2F, 3.0F, 2.8F, 10.4F, 2.8F}}});
    return icons;
}

std::array<Strokes, render::link_hue_count> make_glyphs() {
    std::array<Strokes, render::link_hue_count> glyphs;
    const auto set = [&](render::LinkHue hue, Strokes strokes) {
        glyphs[static_cast<std::size_t>(hue)] = std::move(strokes);
    };
    using render::LinkHue;
    set(LinkHue::Visit, {{How::Open, {2.2F, 11.6F, 4.5F, 10.0F, 7.0F, 8.6F, 9.6F, 7.4F}, 1.6F, 0.75F},
                         {How::Disc, {11.3F, 6.5F, 3.0F}}});
    set(LinkHue::Meeting, {{How::Open, {2.6F, 2.6F, 5.6F, 5.6F}},
                           {How::Open, {13.4F, 2.6F, 10.4F, 5.6F}},
                           {How::Open, {2.6F, 13.4F, 5.6F, 10.4F}},
                           {How::Open, {13.4F, 13.4F, 10.4F, 10.4F}},
                           {How::Circle, {8.0F, 8.0F, 2.9F}, 1.6F},
                           {How::Disc, {8.0F, 8.0F, 1.0F}}});
    set(LinkHue::Agreement, {{How::Circle, {8.0F, 8.0F, 4.9F}}, {How::Disc, {8.0F, 8.0F, 2.0F}}});
    set(LinkHue::Trade, {{How::Open, {1.5F, 8.0F, 14.5F, 8.0F}, 1.1F, 0.7F},
                         {How::Disc, {4.2F, 8.0F, 2.0F}},
                         {How::Disc, {10.8F, 8.0F, 2.6F}}});
    set(LinkHue::Route, {{How::Open, {1.6F, 10.9F, 10.9F, 1.6F}, 1.2F},
                         {How::Open, {5.1F, 14.4F, 14.4F, 5.1F}, 1.2F},
                         {How::Open, {4.6F, 11.4F, 6.8F, 9.2F}, 1.8F},
                         {How::Open, {8.8F, 7.2F, 11.0F, 5.0F}, 1.8F}});
    set(LinkHue::Security,
        {{How::Closed, {8.0F, 2.3F, 12.9F, 5.1F, 12.9F, 10.9F, 8.0F, 13.7F, 3.1F, 10.9F, 3.1F, 5.1F}},
         {How::Filled, {8.0F, 5.6F, 10.0F, 6.8F, 10.0F, 9.2F, 8.0F, 10.4F, 6.0F, 9.2F, 6.0F, 6.8F}}});
    set(LinkHue::Tension,
        {{How::Open, {1.6F, 10.4F, 4.6F, 5.2F, 7.0F, 10.8F, 9.8F, 5.0F, 11.8F, 9.6F, 14.4F, 5.6F}, 1.6F}});
    set(LinkHue::Ceasefire, {{How::Open, {6.0F, 3.0F, 6.0F, 13.0F}, 2.0F},
                             {How::Open, {10.0F, 3.0F, 10.0F, 13.0F}, 2.0F},
                             {How::Open, {1.5F, 8.0F, 3.5F, 8.0F}, 1.2F},
                             {How::Open, {12.5F, 8.0F, 14.5F, 8.0F}, 1.2F}});
    set(LinkHue::Statement, {{How::Disc, {3.6F, 12.2F, 1.8F}},
                             {How::Open, arc(3.8F, 12.0F, 4.2F, 0.76F, 0.99F)},
                             {How::Open, arc(3.8F, 12.0F, 8.2F, 0.76F, 0.99F)}});
    set(LinkHue::Milestone, {{How::Filled, {8.0F, 1.8F, 11.4F, 5.2F, 8.0F, 8.6F, 4.6F, 5.2F}},
                             {How::Open, {8.0F, 8.6F, 8.0F, 14.0F}, 1.4F}});
    set(LinkHue::Bundle, {{How::Open, {1.5F, 8.0F, 14.5F, 8.0F}, 4.0F}});
    set(LinkHue::Neutral, {{How::Circle, {8.0F, 8.0F, 4.5F}}});
    return glyphs;
}

}  // namespace

std::span<const IconStroke> strokes_of(Icon icon) {
    static const auto icons = make_icons();
    return icons[static_cast<std::size_t>(icon)];
}

std::span<const IconStroke> strokes_of(render::LinkHue kind) {
    static const auto glyphs = make_glyphs();
    return glyphs[static_cast<std::size_t>(kind)];
}

}  // namespace app
