// All panels together: which are shown, where they stand, and what they cover.
#pragma once

#include "app/panels/canvas.h"
#include "app/panels/choice_menu_layout.h"
#include "app/panels/event_card_memory.h"
#include "app/panels/filter_chips.h"
#include "app/panels/filter_layout.h"
#include "app/panels/loading_layout.h"
#include "app/panels/palette_layout.h"
#include "app/panels/panel_places.h"
#include "app/panels/row_motion.h"
#include "app/panels/search_layout.h"
#include "app/panels/table_layout.h"
#include "app/panels/timeline_drag.h"
#include "app/panels/timeline_layout.h"
#include "app/state/command.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What takes long to make, kept until what it was made of changes.
template <class Thing>
struct Kept {
    std::string setting;
    events::EventFilter filter;
    Thing thing;

    template <class Make>
    const Thing& of(std::string now, const events::EventFilter& asked, const Make& make) {
        if (now != setting || asked != filter) {
            thing = make();
            setting = std::move(now);
            filter = asked;
        }
        return thing;
    }
};

/// Keeps the timeline's bins between frames; everything else is made anew from the state.
class Panels {
public:
    /// Draws the panels that are shown and pushes what they are asked to do. Between begin_frame and end_frame of
    /// ImGui.
    void draw(const AppState& state, MapView& view, Commands& commands);
    /// The control that the keyboard is on is pressed in the next frame.
    void press_focused() { press_ = true; }
    /// Their places with the room around them that the map's names keep out of.
    [[nodiscard]] std::vector<render::RectPt> covered(const AppState& state, const World& world) const;
    /// One of them lies there: what a hand does there is not for the map.
    [[nodiscard]] bool lie_at(render::ScreenPt at, const AppState& state, const World& world) const;
    /// Something in them is on its way by itself: another frame is due.
    [[nodiscard]] bool move() const { return ranking_rows_.moves(); }
    /// Their names, for the control socket.
    [[nodiscard]] static std::vector<std::string> shown(const AppState& state, const World& world);

private:
    struct Shown {
        render::RectPt rect;
        float room = 0.0F;  // around it
    };
    const SearchPanel& found(const AppState& state, const World& world);
    const FilterCounts& counted(const AppState& state, const World& world);
    const std::vector<events::EventIndex>& sorted(const AppState& state, const World& world);
    void draw_finding(Canvas& canvas, const PanelPlaces& places, const AppState& state, const World& world,
                      Commands& commands);
    [[nodiscard]] std::vector<Shown> places(const AppState& state, const World& world) const;
    void refresh_bins(const AppState& state, const World& world, const render::RectPt& panel);

    TimelineBins bins_;
    const void* bins_of_ = nullptr;
    render::RectPt bins_panel_;
    std::vector<events::KindId> bins_hidden_;
    events::EventFilter bins_filter_;
    bool bins_skip_ = false;
    std::optional<events::DaySpan> bins_view_;
    EventDensity chosen_;                    // of the events that touch the countries that the bins are of
    std::optional<TimelineIndex> filtered_;  // with a filter: what it lets through
    std::vector<std::string> chosen_countries_;
    TimelineDrag timeline_drag_;
    int controls_ = 0;        // in the frame before
    bool press_ = false;      // the control that has the focus
    int palette_chosen_ = 0;  // the row that the list was scrolled to
    RowMotion ranking_rows_;
    EventCardMemory event_card_;
    FilterChips chips_;
    render::RectPt filter_place_;
    // Of the present question, window and filter: made again when one of these changes.
    Kept<SearchPanel> search_;
    Kept<FilterCounts> filter_counts_;
    Kept<std::vector<events::EventIndex>> table_rows_;
};

// Each panel, one file.
void draw_timeline(Canvas& canvas, const TimelineLayout& layout, const TimelineBins& bins, const AppState& state,
                   const MapView& view, TimelineDrag& drag, Commands& commands);
void draw_country_card(Canvas& canvas, const render::RectPt& place, const AppState& state, const World& world,
                       Commands& commands);
void draw_event_card(Canvas& canvas, const render::RectPt& place, const AppState& state, const World& world,
                     EventCardMemory& memory, Commands& commands);
void draw_ranking(Canvas& canvas, const render::RectPt& place, const AppState& state, MapView& view, RowMotion& motion,
                  Commands& commands);
void draw_pair(Canvas& canvas, const render::RectPt& place, const AppState& state, const MapView& view,
               Commands& commands);
void draw_legend(Canvas& canvas, const render::RectPt& place, const AppState& state, const MapView& view,
                 Commands& commands);
void draw_toolbar(Canvas& canvas, const render::RectPt& place, const AppState& state, const World& world,
                  Commands& commands);
void draw_choice_menu(Canvas& canvas, const ChoiceMenu& menu, const render::RectPt& toolbar, const AppState& state,
                      Commands& commands);
void draw_search(Canvas& canvas, const render::RectPt& bar, const SearchPanel& panel, const AppState& state,
                 Commands& commands);
void draw_filter_chips(Canvas& canvas, const FilterChips& chips, Commands& commands);
void draw_filter_panel(Canvas& canvas, const FilterPanel& panel, const render::RectPt& toolbar, Commands& commands);
void draw_table(Canvas& canvas, const TableLayout& layout, const std::vector<events::EventIndex>& rows,
                const AppState& state, const World& world, Commands& commands);
void draw_tooltip(Canvas& canvas, const AppState& state, const World& world);
[[nodiscard]] render::RectPt help_place(const AppState& state);
/// The same for a bundle: its events by kind.
void draw_bundle_tip(Canvas& canvas, const AppState& state, const MapView& view);
void draw_help(Canvas& canvas, const AppState& state, Commands& commands);
/// `follow`: the list scrolls to the row that is chosen.
void draw_palette(Canvas& canvas, const PaletteLayout& layout, const AppState& state, bool follow, Commands& commands);
void draw_problems(Canvas& canvas, const AppState& state, const World& world);
void draw_loading(Canvas& canvas, const LoadingLayout& layout, Commands& commands);

}  // namespace app
