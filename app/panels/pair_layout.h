// What the pair view says: everything between the selected countries as a ladder in time, and what changed between two
// days. Lengths are points from the panel's left edge and from the top of its list.
#pragma once

#include "app/scene/rung.h"
#include "app/state/app_state.h"
#include "app/state/between.h"
#include "app/state/world.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

/// Where the columns stand. In a narrow panel dates stand above titles, and not beside the rails.
struct PairColumns {
    bool dates_above = false;
    float date_left = 0.0F;
    float date_right = 0.0F;  ///< dates end here
    float rail_first = 0.0F;
    float rail_last = 0.0F;
    float number = 0.0F;  ///< middle of its disc
    float title = 0.0F;
    float title_right = 0.0F;
    float score_left = 0.0F;  ///< of the running score
    float score_right = 0.0F;

    /// Rails stand evenly between the outer two.
    [[nodiscard]] float rail(std::size_t index, std::size_t count) const;
    [[nodiscard]] std::vector<float> rails(std::size_t count) const;
};
[[nodiscard]] PairColumns pair_columns(float panel_width);

inline constexpr float pair_row = 38.0F;
inline constexpr float pair_gap_row = 26.0F;

/// A row of the ladder: an event, or a stretch in which nothing began.
struct PairLine {
    float top = 0.0F;
    float height = pair_row;
    std::optional<events::EventIndex> event;
    std::size_t number = 0;  ///< from 1, oldest first, among all events between the countries
    double score = 0.0;      ///< events::running_scores on its standing day
    std::string gap;         ///< "41 years"
};

struct PairTabChoice {
    PairTab tab = PairTab::All;
    std::string label;  ///< "All", "To Dhaka", "Changed"
};

/// "First" and "1971": a word before what is told in bold, and one behind it.
struct PairFact {
    std::string before;
    std::string told;
    std::string behind;
};

struct PairLadder {
    std::string title;  ///< "Pakistan and Bangladesh"
    std::vector<PairFact> facts;
    std::vector<PairTabChoice> tabs;
    std::vector<std::string> heads;  ///< of the rails: names of two countries, codes of more
    std::vector<PairLine> lines;     ///< in the order of the panel
    float height = 0.0F;             ///< of all lines
    double score_now = 0.0;          ///< on the playhead's day
    double score_low = 0.0;          ///< the lowest among all events, and now; at most 0
    double score_high = 1.0;         ///< the highest; at least 1
};

/// What the score is and how it comes about: one sentence for each weight, source and rule (events/score.h).
[[nodiscard]] std::string score_help(double now);
/// "+12.4", "0", "-7"
[[nodiscard]] std::string score_words(double score);

/// The ladder of the selected countries; empty with fewer than two. The tab and the order of AppState::pair decide
/// which lines there are; Changed has those of All.
[[nodiscard]] PairLadder pair_ladder(const AppState& state, const World& world);

/// The words of one line with an event; made for those that are seen.
struct PairRow {
    std::string date;  ///< in words; months are short where `date_is_long`
    std::string title;
    std::string second;  ///< "Planned, source 1, not in this window"
    bool in_window = false;
    bool selected = false;
    bool pointed = false;  ///< it or its link is under the pointer
    Rung rung;
};
/// `visible` are the events shown, in order of start (app::visible_events).
[[nodiscard]] PairRow row_of(const PairLine& line, const AppState& state, const World& world,
                             std::span<const events::EventIndex> visible);
/// "about Dec 2024 to Jan 2025": for dates that do not fit into one line.
[[nodiscard]] std::string with_short_months(std::string words);

struct PairChange {
    events::EventIndex event{};
    std::size_t number = 0;  ///< as in the ladder
    std::string title;
    std::string words;  ///< "planned to occurred, 3 May 2025"
};

struct PairChanges {
    double from = 0.0;  ///< days, both included
    double until = 0.0;
    std::string from_words;  ///< "1 May 2025"
    std::string until_words;
    struct Section {
        std::string heading;  ///< "New"
        std::vector<PairChange> changes;
    };
    std::vector<Section> sections;  ///< none of them empty
    std::string text;               ///< all of it, for the clipboard, line by line
};

/// From the first to the last day that the state asks for; where they are the wrong way round, the other way round.
[[nodiscard]] PairChanges pair_changes(const AppState& state, const World& world);

}  // namespace app
