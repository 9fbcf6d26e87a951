// From a raw event to a checked one. An event is kept whatever is wrong with its fields: the bad field is told and left
// out. Only what is no object at all is dropped here.
#pragma once

#include "events/event.h"
#include "events/file_header.h"
#include "events/file_problems.h"
#include "events/resolve.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events {

class EventValidator {
public:
    EventValidator(SharedTables& shared, const FileHeader& header, Resolver& resolver, FileProblems& problems)
        : shared_{shared}, header_{header}, resolver_{resolver}, problems_{problems} {}

    /// Fills in an event, which must be a new one: events are big, and so are made where they will stay. False when
    /// `raw` is no object. An event without an id of its own keeps an empty one.
    [[nodiscard]] bool read_event(Event& event, RawValue raw);

    struct Uncited {
        std::size_t events = 0;  ///< that name no source
        std::size_t cited = 0;   ///< those that do
        int first_line = 0;      ///< of the first that does not
    };
    [[nodiscard]] const Uncited& uncited() const { return uncited_; }

private:
    using Value = std::optional<RawValue>;

    // validate.cpp
    [[nodiscard]] std::string id_from(Value value);
    [[nodiscard]] KindId kind_from(RawValue raw, Value value);
    void read_status(Event& event, Value status, Value history);
    [[nodiscard]] std::optional<StatusChange> status_change_from(RawValue entry);
    [[nodiscard]] Status status_from(RawValue value);
    [[nodiscard]] std::optional<events::Value> value_from(RawValue value);
    void read_sources(Event& event, RawValue raw, Value value);
    void read_source(Event& event, RawValue value);
    [[nodiscard]] std::string title_from_parties(const Event& event) const;
    void read_people(Event& event, Value value);

    // validate_date.cpp
    void read_date(Event& event, Value date, Value start, Value end, Value date_text);
    struct ReadDate {
        std::optional<EdtfDate> date;
        std::string words;
        std::string why;  // it is no date
    };
    /// The references hold until the next date is read.
    [[nodiscard]] const ReadDate& known_date(std::string_view text);
    [[nodiscard]] const ReadDate& date_from(RawValue value);
    [[nodiscard]] std::optional<EdtfDate> date_from_ends(Value start, Value end);
    [[nodiscard]] std::string date_text_of(Value value);

    // validate_parties.cpp
    void read_parties(Event& event, Value parties, Value from, Value to);
    void read_party(Event& event, RawValue value);
    void read_end(Event& event, RawValue value, Role role);
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
    void expand(const Party& party, RawValue told_at);
    void expand_organisations(Event& event);
    void merge_if_repeated(Event& event, RawValue told_at);
    void check_direction(Event& event, RawValue raw);

    // validate_path.cpp
    [[nodiscard]] std::vector<RouteLeg> path_from(RawValue value, Value event_mode);
    [[nodiscard]] RouteMode mode_from(Value value, RouteMode fallback);
    void read_legs(std::vector<RouteLeg>& legs, RawValue list, RouteMode mode, bool directed);
    void read_leg(std::vector<RouteLeg>& legs, RawValue leg, RouteMode mode, bool directed);
    [[nodiscard]] std::optional<RouteLeg> leg_from(RawValue via, RouteMode mode, bool directed);
    [[nodiscard]] static std::vector<RouteLeg> path_from_parties(const Event& event, RouteMode mode);
    void read_closes(Event& event, Value value);
    void read_closed(Event& event, RawValue value);

    SharedTables& shared_;
    const FileHeader& header_;
    Resolver& resolver_;
    FileProblems& problems_;
    TextMap<ReadDate> dates_;
    Motion motion_ = Motion::Mark;  // of the event that is being read
    struct Expanded {
        std::string code;
        RawValue told_at;
    };
    std::vector<Expanded> expanded_;  // organisations of that event whose members are to stand for them
    Uncited uncited_;
};

}  // namespace events
