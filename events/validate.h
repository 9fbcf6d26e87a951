// From a raw event to a checked one. An event is kept whatever is wrong with its fields: the bad field is told and left
// out. Only what is no object at all is dropped here.
#pragma once

#include "events/event_tables.h"
#include "events/file_header.h"
#include "events/file_problems.h"
#include "events/number_memo.h"
#include "events/resolve.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events {

/// What events are checked with, and what they add to.
struct CheckedWith {
    EventPools& pools;
    KindRegistry& kinds;
    SourceRegistry& sources;
    const FileHeader& header;
    Resolver& resolver;
    FileProblems& problems;
};

class EventValidator {
public:
    explicit EventValidator(const CheckedWith& with)
        : pools_{with.pools},
          kinds_{with.kinds},
          sources_{with.sources},
          header_{with.header},
          resolver_{with.resolver},
          problems_{with.problems} {}

    /// Fills in an event, whatever it was before; its texts hold until the next one is read, and as long as `raw`.
    /// False when `raw` is no object. An event without an id of its own keeps an empty one.
    [[nodiscard]] bool read_event(CheckedEvent& event, RawValue raw);

private:
    using Value = std::optional<RawValue>;

    // validate.cpp
    [[nodiscard]] std::string_view id_from(Value value);
    [[nodiscard]] KindId kind_from(RawValue raw, Value value);
    void read_status(CheckedEvent& event, Value status, Value history);
    [[nodiscard]] std::optional<StatusChange> status_change_from(RawValue entry);
    [[nodiscard]] Status status_from(RawValue value);
    [[nodiscard]] std::uint32_t value_number(RawValue value);
    [[nodiscard]] std::optional<events::Value> value_from(RawValue value);
    [[nodiscard]] std::uint32_t source_list_from(Value value);
    void read_source(SourceList& list, RawValue value);
    [[nodiscard]] std::uint32_t tag_list_from(Value value);
    [[nodiscard]] std::uint32_t place_number(RawValue value);
    [[nodiscard]] std::string title_from_parties(const CheckedEvent& event) const;
    void read_people(CheckedEvent& event, Value value);
    [[nodiscard]] const EventPlace* venue_of(const CheckedEvent& event) const {
        return event.venue == no_number ? nullptr : &pools_.places[event.venue];
    }

    // validate_date.cpp
    void read_date(CheckedEvent& event, Value date, Value start, Value end, Value date_text);
    struct ReadDate {
        std::optional<EdtfDate> date;
        std::uint32_t number = no_number;  // in the pool
        std::string why;                   // it is no date
    };
    /// The references hold until the next date is read.
    [[nodiscard]] const ReadDate& known_date(std::string_view text);
    [[nodiscard]] const ReadDate& date_from(RawValue value);
    [[nodiscard]] std::uint32_t date_from_ends(Value start, Value end);
    [[nodiscard]] std::string date_text_of(Value value);

    // validate_parties.cpp
    void read_parties(CheckedEvent& event, Value parties, Value from, Value to);
    void read_party(CheckedEvent& event, RawValue value);
    void read_end(CheckedEvent& event, RawValue value, Role role);
    [[nodiscard]] std::uint32_t party_number(RawValue value, std::optional<Role> end);
    [[nodiscard]] PartyList parties_of(const CheckedEvent& event) const {
        return {pools_.parties.all(), event.parties};
    }
    [[nodiscard]] bool has_role(const CheckedEvent& event, Role role) const;
    [[nodiscard]] bool is_directed(const CheckedEvent& event) const {
        return has_role(event, Role::From) && has_role(event, Role::To);
    }
    // These fill in a new party; the first says whether there is anybody.
    [[nodiscard]] bool fill_party(Party& party, RawValue value);
    void fill_from_text(Party& party, RawValue value, std::string_view text);
    void fill_from_object(Party& party, RawValue object);
    void fill_from_actor(Party& party, RawValue told_at, std::string_view code);
    void fill_international(Party& party, RawValue told_at, std::string_view code, std::string_view name);
    void fill_from_name(Party& party, RawValue value, std::string_view name);
    void fill_from_place(Party& party, EventPlace place);
    void set_place(Party& party, RawValue value);
    void set_role(Party& party, RawValue value);
    void merge_if_repeated(CheckedEvent& event, RawValue told_at);
    void receive_at_venue(CheckedEvent& event);
    void check_direction(CheckedEvent& event, RawValue raw);
    void expand(const Party& party, RawValue told_at);
    void expand_organisations(CheckedEvent& event);

    // validate_path.cpp
    [[nodiscard]] std::vector<RouteLeg> path_from(RawValue value, Value event_mode);
    [[nodiscard]] RouteMode mode_from(Value value, RouteMode fallback);
    void read_legs(std::vector<RouteLeg>& legs, RawValue list, RouteMode mode, bool directed);
    void read_leg(std::vector<RouteLeg>& legs, RawValue leg, RouteMode mode, bool directed);
    [[nodiscard]] std::optional<RouteLeg> leg_from(RawValue via, RouteMode mode, bool directed);
    [[nodiscard]] std::vector<RouteLeg> path_from_parties(const CheckedEvent& event, RouteMode mode) const;
    void read_closes(CheckedEvent& event, Value value);
    void read_closed(CheckedEvent& event, RawValue value);

    EventPools& pools_;
    KindRegistry& kinds_;
    SourceRegistry& sources_;
    const FileHeader& header_;
    Resolver& resolver_;
    FileProblems& problems_;
    TextMap<ReadDate> dates_;
    // Files say the same things over and over: what was read without a problem is not read again.
    NumberMemo listed_parties_, visit_parties_, from_parties_, to_parties_;
    NumberMemo places_memo_, source_lists_memo_, tag_lists_memo_, values_memo_;
    std::string made_id_;
    std::string made_title_;
    Motion motion_ = Motion::Mark;  // of the event that is being read
    struct Expanded {
        std::string code;
        RawValue told_at;
    };
    std::vector<Expanded> expanded_;  // organisations of that event whose members are to stand for them
};

}  // namespace events
