// One event file into the tables of a store: its bytes, its header, its events, and all that is wrong with them.
#pragma once

#include "events/file_header.h"
#include "events/file_problems.h"
#include "events/id_index.h"
#include "events/json/parse_events.h"
#include "events/json/repair_utf8.h"
#include "events/list_workers.h"
#include "events/resolve.h"
#include "events/validate.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace events {

/// The events of all files so far, and what the files share.
struct LoadedSoFar {
    KindRegistry kinds;
    SourceRegistry sources;
    EventTables tables;
    IdIndex ids;  ///< of the events that have an id of their own
    struct Unnamed {
        std::uint32_t event = 0;
        std::size_t number = 0;  ///< of the event in its file, from 1
    };
    std::vector<Unnamed> unnamed;

    /// Ids for events without one, such as "visit-12"; never one that an event has by itself.
    void name_the_unnamed();
};

class FileReader : public json::EventSink {
public:
    /// `goes_on` is told how many bytes have been read, and says whether to read on.
    FileReader(LoadedSoFar& loaded, const Gazetteer& gazetteer, const std::string& name,
               std::function<bool(std::size_t)> goes_on);

    /// Gives what is wrong with the file.
    [[nodiscard]] std::vector<geodata::Problem> read(std::string bytes);
    /// Somebody did not want the rest.
    [[nodiscard]] bool stopped() const { return stopped_; }

    void on_member(RawValue member) override;
    void on_event(RawValue raw) override;
    [[nodiscard]] std::optional<json::ListPlace> take_events(const json::ListPlace& from) override;

private:
    /// Forgets what an earlier reading of this file found.
    void begin();
    [[nodiscard]] bool prepare();
    void read_repaired();
    void tell_about_sources();
    void tell_that_there_are_no_events();
    [[nodiscard]] bool is_header_line(RawValue raw) const;
    /// Reads an event with care into `rows`; false when it is none.
    bool check(RawValue raw, EventRows& rows);
    void tell_that_id_is_taken(RawValue raw, const EventRecord& first);

    // take_parts.cpp
    void take_parts(ListParts read, const json::ListPlace& from);
    void read_noted(ListPart& part, const json::ListPlace& from, const std::vector<Source>& sources,
                    std::vector<std::uint32_t>& source_numbers);
    void admit(std::size_t first_row, const std::deque<ListPart>& parts, const json::ListPlace& from);

    LoadedSoFar& loaded_;
    const Gazetteer& gazetteer_;
    FileProblems problems_;
    json::Layout layout_;
    std::function<bool(std::size_t)> goes_on_;
    std::uint32_t file_;
    std::size_t rows_before_;
    std::size_t parties_before_;
    std::size_t details_before_;
    std::size_t unnamed_before_;
    KindRegistry kinds_before_;
    std::string text_;
    json::Utf8Repairs repairs_;
    bool stopped_ = false;

    // What one reading of the file begins anew.
    std::optional<Resolver> resolver_;
    std::optional<FileHeader> header_;
    std::optional<EventValidator> validator_;
    CheckedEvent event_;
    Uncited uncited_;
    std::size_t count_ = 0;  // elements of the list of events so far
    bool takes_members_ = true;
    bool takes_events_ = true;
    bool header_came_late_ = false;
    bool looks_like_event_ = false;  // the file's object has the fields of an event
    bool looks_like_geojson_ = false;
    bool looks_like_story_ = false;
};

}  // namespace events
