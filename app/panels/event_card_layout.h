// What the card of one event says.
#pragma once

#include "app/panels/event_row_layout.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct EventCardParty {
    std::string code;
    std::string name;  ///< "Pakistan"
    std::string role;  ///< "visitor"
    std::string who;   ///< "Ishaq Dar, Foreign Minister"; empty where nobody is named
    bool is_country = false;
};

struct EventCardSource {
    std::string number;    ///< "3"
    std::string title;     ///< or what else there is to name it by
    std::string origin;    ///< "An author, a publication, about 19 May 2025"; may be empty
    std::string url;       ///< http or https; empty where there is none
    std::string citation;  ///< for copying
};

struct EventCard {
    std::optional<events::EventIndex> index;
    events::KindId kind{};
    std::string kind_label;  ///< "Visit"
    std::string title;
    std::string date;           ///< "about 19 to 21 May 2025"
    std::string date_remark;    ///< "approximate; known only to the month"; empty for a date that is exact
    std::string confidence;     ///< "Confidence medium, 50 %"; empty where the file says nothing of it
    bool in_window = false;     ///< it is shown now; otherwise offer to jump to `jump_to`
    double jump_to = 0.0;       ///< days: its last known day (an open end: its first), for the playhead
    std::string status;         ///< "Planned": what was known at the playhead, or is now
    std::string status_remark;  ///< "as known on 20 May 2025", "as we know now"; empty where it has never changed
    bool ghost = false;
    std::vector<std::string> history;  ///< "20 May 2025: planned, as announced", oldest first
    std::vector<EventCardParty> parties;
    bool has_members = false;         ///< some of them are organisations whose members are known ...
    bool shows_members = false;       ///< ... and stand among the parties in their stead
    std::vector<std::string> people;  ///< those who belong to no party, each once
    std::string place;                ///< of the venue: "Baku, Azerbaijan"
    std::string value;                ///< "USD 1 billion", "1 200 TEU"; empty without one
    std::string summary;
    std::string note;
    std::vector<std::string> tags;
    std::vector<EventCardSource> sources;
    std::vector<CardEvent> related;  ///< in order of start
};

/// The card of the selected event; empty (no index) without one.
[[nodiscard]] EventCard event_card(const AppState& state, const World& world);
/// The same with its related events at hand.
[[nodiscard]] EventCard event_card(const AppState& state, const World& world,
                                   std::span<const events::EventIndex> related);

/// "Confidence high" from two thirds up, "medium" from one third up, else "low", with the number: ", 50 %".
[[nodiscard]] std::string confidence_words(double confidence);
/// "in force", "planned"
[[nodiscard]] std::string status_words(events::Status status);
/// The same, but empty for what has simply occurred or is unknown: for the tags in lists.
[[nodiscard]] std::string status_tag(events::Status status);
/// "USD 1 billion", "USD 2.5 million", "USD 250 000", "1 200 TEU". From a million up with at most two decimals.
[[nodiscard]] std::string value_words(const events::Value& value);

}  // namespace app
