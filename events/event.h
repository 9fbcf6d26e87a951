// One event, checked and resolved: where its parties are on the map, when it was, how sure that is, who says so.
#pragma once

#include "events/edtf.h"
#include "events/event_kind.h"
#include "events/status.h"
#include "geodata/coords.h"
#include "geodata/passages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace events {

/// Index of an event in its store; events are numbered in the order of their strict start.
enum class EventIndex : std::uint32_t {};

enum class Role : std::uint8_t {
    Party,    ///< no particular direction (signatory, participant)
    From,     ///< visitor, exporter, speaker, attacker: where the link begins
    To,       ///< host of a visit, importer, addressed: where it ends
    Host,     ///< host of a meeting
    Transit,  ///< lies on the way
    Signatory,
    Depositary,
    Observer,
};

/// A named point. `at` is missing when nothing is known about where it is ("not on the map").
struct EventPlace {
    std::string name;
    std::string country;  ///< ISO 3166-1 alpha-3; empty at sea or for an unknown one
    std::optional<geodata::LonLat> at;
    friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

struct Party {
    std::string code;  ///< alpha-3, or an organisation's code ("CICA"), or what the file wrote
    std::string name;  ///< English short name
    Role role = Role::Party;
    std::string role_name;  ///< as written: "visitor"
    EventPlace place;       ///< the city named, else the capital
    std::string office;
    std::vector<std::string> people;
    std::optional<DaySpan> signed_on;  ///< of a signatory with its own date: the bond grows to it from then on
    bool is_country = false;
    bool is_organisation = false;
};

enum class RouteMode : std::uint8_t { Sea, Air, Road, Rail, Pipeline, Corridor };

struct RouteLeg {
    RouteMode mode = RouteMode::Corridor;
    std::vector<EventPlace> points;  ///< at least two with a position, in order of travel
    bool directed = true;            ///< false: goods go both ways
};

/// An amount as written; amounts of different currencies are never added up.
struct Value {
    double amount = 0.0;
    std::string currency;  ///< ISO 4217, or empty for another measure
    std::string measure;   ///< "TEU", "tonnes", ... when it is not money
};

struct Source {
    std::string id;  ///< the file's own name for it
    std::string title;
    std::string publication;
    std::string date_words;  ///< "about 19 May 2025"
    std::string url;         ///< http(s) only; empty where there is none
    std::string file;        ///< name of the source's file, where it has one
    int number = 0;          ///< 1-based, in the order in which the store's sources appear
};

/// One entry of the statuses' history: from that day on, this was known.
struct StatusChange {
    EdtfDate date;
    Status status = Status::Unknown;
    std::string note;
};

struct Event {
    std::string id;
    KindId kind{};
    std::string title;
    std::string summary;
    std::string note;              ///< how the date or place was derived
    std::optional<EdtfDate> date;  ///< missing: undated, kept and listed
    std::string date_words;        ///< "about 19 to 21 May 2025", "undated"
    Status status = Status::Occurred;
    std::vector<StatusChange> history;
    std::vector<Party> parties;
    std::optional<EventPlace> venue;
    std::vector<RouteLeg> path;
    std::vector<geodata::PassageId> closes{};  ///< straits and canals that no ship passes while it lasts
    std::optional<Value> value;
    std::optional<double> confidence;  ///< 0 to 1
    int importance = 1;                ///< 0 to 3
    std::vector<std::string> tags;
    std::vector<std::string> people;     ///< those named without a party; the others are with theirs
    std::vector<std::uint32_t> sources;  ///< indices into EventStore::sources()
    std::string link;                    ///< group of related events
    std::string file;                    ///< where it was written, for problems and for saving
    int line = 0;

    /// Something of it can be drawn: a party, the venue or a leg has a position.
    [[nodiscard]] bool on_map() const;
    /// It has a beginning and an end: some party goes from, some party is gone to.
    [[nodiscard]] bool directed() const;
    /// A country is one of the parties, or the country of its venue or of a place on its path.
    [[nodiscard]] bool touches(std::string_view code) const;
    /// Only the year (or less) is known: one pale lane on the axis, not a bar of its own.
    [[nodiscard]] bool only_year_known() const;
};

/// What was known of an event on a day: the last entry of its history that had begun, its first entry before that, and
/// its status where it has no history.
[[nodiscard]] Status status_on(const Event& event, double day);

/// Whether what the event closes is closed on a day: its strict span holds the day, and with this status it is no mere
/// plan, nor cancelled or suspended. An undated event closes nothing.
[[nodiscard]] bool closes_on(const Event& event, double day, Status status);

}  // namespace events
