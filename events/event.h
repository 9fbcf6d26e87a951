// One event, checked and resolved: where its parties are on the map, when it was, how sure that is, who says so.
#pragma once

#include "events/edtf.h"
#include "events/event_kind.h"
#include "events/status.h"
#include "geodata/coords.h"
#include "geodata/passages.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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
    friend bool operator==(const Party&, const Party&) = default;
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
    friend bool operator==(const Value&, const Value&) = default;
};

struct Source {
    std::string id;  ///< the file's own name for it
    std::string author;
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

/// What few events have; the others share an empty one.
struct EventDetails {
    std::vector<StatusChange> history{};
    std::vector<RouteLeg> path{};
    std::vector<geodata::PassageId> closes{};
    std::vector<std::string> people{};
    std::optional<double> confidence{};
    [[nodiscard]] bool empty() const {
        return history.empty() && path.empty() && closes.empty() && people.empty() && !confidence;
    }
};

/// Something that an event may have, and that its store keeps: a pointer that is asked like an optional.
template <class T>
class Maybe {
public:
    Maybe() = default;
    Maybe(const T* at) : at_{at} {}  // NOLINT: null is nothing
    [[nodiscard]] bool has_value() const { return at_ != nullptr; }
    explicit operator bool() const { return has_value(); }
    const T& operator*() const { return *at_; }
    const T* operator->() const { return at_; }

private:
    const T* at_ = nullptr;
};

/// Things of an event that its store keeps, in order.
template <class T>
class ListOf : public std::span<const T> {
public:
    ListOf() = default;
    ListOf(const std::vector<T>& things) : std::span<const T>{things} {}      // NOLINT: a view of them
    operator std::vector<T>() const { return {this->begin(), this->end()}; }  // NOLINT: for keeping them
    friend bool operator==(ListOf a, const std::vector<T>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
};

/// Parties of an event, in order: a list of references to parties that events share, or a view of a plain list.
class PartyList {
public:
    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Party;
        using pointer = const Party*;
        using reference = const Party&;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const PartyList& list, difference_type at)
            : all_{list.all_}, numbers_{list.numbers_}, plain_{list.plain_}, at_{at} {}
        reference operator*() const { return plain_ != nullptr ? plain_[at_] : (*all_)[numbers_[at_]]; }
        pointer operator->() const { return &**this; }
        reference operator[](difference_type by) const { return *(*this + by); }
        Iterator& operator++() { return ++at_, *this; }
        Iterator& operator--() { return --at_, *this; }
        Iterator operator++(int) { return *this += 1, *this - 1; }
        Iterator operator--(int) { return *this -= 1, *this + 1; }
        Iterator& operator+=(difference_type by) { return at_ += by, *this; }
        Iterator& operator-=(difference_type by) { return at_ -= by, *this; }
        friend Iterator operator+(Iterator i, difference_type by) { return i += by; }
        friend Iterator operator+(difference_type by, Iterator i) { return i += by; }
        friend Iterator operator-(Iterator i, difference_type by) { return i -= by; }
        friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
        friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }
        friend auto operator<=>(Iterator a, Iterator b) { return a.at_ <=> b.at_; }

    private:
        const std::deque<Party>* all_ = nullptr;
        const std::uint32_t* numbers_ = nullptr;
        const Party* plain_ = nullptr;
        difference_type at_ = 0;
    };

    PartyList() = default;
    /// `numbers` count in `all`; both outlive the list.
    PartyList(const std::deque<Party>& all, std::span<const std::uint32_t> numbers)
        : all_{&all}, numbers_{numbers.data()}, size_{numbers.size()} {}
    PartyList(const std::vector<Party>& parties)  // NOLINT: a view of them
        : plain_{parties.data()}, size_{parties.size()} {}
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const Party& operator[](std::size_t i) const {
        return plain_ != nullptr ? plain_[i] : (*all_)[numbers_[i]];
    }
    [[nodiscard]] const Party& front() const { return (*this)[0]; }
    [[nodiscard]] const Party& back() const { return (*this)[size_ - 1]; }
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, static_cast<std::ptrdiff_t>(size_)}; }

private:
    const std::deque<Party>* all_ = nullptr;
    const std::uint32_t* numbers_ = nullptr;
    const Party* plain_ = nullptr;
    std::size_t size_ = 0;
};

/// One event of a store: a view, made when it is asked for, cheap to copy, and valid as long as the store.
struct Event {
    std::string_view id;
    KindId kind{};
    std::string_view title;
    std::string_view summary;
    std::string_view note;        ///< how the date or place was derived
    Maybe<EdtfDate> date;         ///< missing: undated, kept and listed
    std::string_view date_words;  ///< "about 19 to 21 May 2025", "undated"
    Status status = Status::Occurred;
    ListOf<StatusChange> history;
    PartyList parties;
    Maybe<EventPlace> venue;
    ListOf<RouteLeg> path;
    ListOf<geodata::PassageId> closes;  ///< straits and canals that no ship passes while it lasts
    Maybe<Value> value;
    std::optional<double> confidence;  ///< 0 to 1
    int importance = 1;                ///< 0 to 3
    ListOf<std::string> tags;
    ListOf<std::string> people;     ///< those named without a party; the others are with theirs
    ListOf<std::uint32_t> sources;  ///< indices into EventStore::sources()
    std::string_view link;          ///< group of related events
    std::string_view file;          ///< where it was written, for problems and for saving
    int line = 0;

    /// Something of it can be drawn: a party, the venue or a leg has a position.
    [[nodiscard]] bool on_map() const;
    /// It has a beginning and an end: some party goes from, some party is gone to.
    [[nodiscard]] bool directed() const;
    /// A country is one of the parties, or the country of its venue or of a place on its path.
    [[nodiscard]] bool touches(std::string_view code) const;
};

/// What was known of an event on a day: the last entry of its history that had begun, its first entry before that, and
/// its status where it has no history.
[[nodiscard]] Status status_on(const Event& event, double day);

/// Whether what the event closes is closed on a day: its strict span holds the day, and with this status it is no mere
/// plan, nor cancelled or suspended. An undated event closes nothing.
[[nodiscard]] bool closes_on(const Event& event, double day, Status status);

}  // namespace events
