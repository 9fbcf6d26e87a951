#include "events/file_reader.h"

#include "events/counted.h"
#include "events/json/why_no_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace events {
namespace {

// Members that make an object an event, and those that make a line of .ndjson the file's header.
constexpr std::array<std::string_view, 9> event_members{"kind", "type",  "parties", "from",  "to",
                                                        "date", "start", "venue",   "status"};
constexpr std::array<std::string_view, 4> header_members{"format", "sources", "kinds", "places"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void tell_about_repairs(const json::Utf8Repairs& repairs, FileProblems& problems) {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(most, repairs.places.size()); ++i) {
        const json::Utf8Repairs::Place& place = repairs.places[i];
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string what = "the byte 0x";
        what += digits[place.byte / 16U];
        what += digits[place.byte % 16U];
        problems.error(what + " is not UTF-8; it is read as U+FFFD", static_cast<int>(place.line),
                       static_cast<int>(place.column));
    }
    if (repairs.places.size() > most) {
        problems.error("and " + counted(repairs.places.size() - most, "more byte") +
                       (repairs.places.size() == most + 1 ? " that is not UTF-8" : " that are not UTF-8"));
    }
}

}  // namespace

void LoadedSoFar::name_the_unnamed() {
    for (const Unnamed& event : unnamed) {
        EventRecord& record = tables.rows.records[event.event];
        const std::string stem = kinds[record.kind].name + '-' + std::to_string(event.number);
        const std::string_view rest{record.letters, record.letters_length()};
        for (int copy = 1; copy == 1 || ids.insert(tables.rows.records, event.event); ++copy) {
            const std::string id = copy == 1 ? stem : stem + '-' + std::to_string(copy);
            record.letters = tables.pools.letters.put({id, rest});
            record.id_length = static_cast<std::uint32_t>(id.size());
            record.id_hash = hash_of_id(id);
        }
    }
}

FileReader::FileReader(LoadedSoFar& loaded, const Gazetteer& gazetteer, const std::string& name,
                       std::function<bool(std::size_t)> goes_on)
    : loaded_{loaded},
      gazetteer_{gazetteer},
      problems_{name},
      layout_{json::layout_from_name(name)},
      goes_on_{std::move(goes_on)},
      file_{static_cast<std::uint32_t>(loaded.tables.files.size())},
      rows_before_{loaded.tables.rows.records.size()},
      parties_before_{loaded.tables.rows.parties.size()},
      details_before_{loaded.tables.rows.details.size()},
      unnamed_before_{loaded.unnamed.size()},
      kinds_before_{loaded.kinds} {
    loaded_.tables.files.push_back(name);
    begin();
}

void FileReader::begin() {
    validator_.reset();
    header_.reset();
    resolver_.emplace(gazetteer_);
    header_.emplace(loaded_.kinds, loaded_.sources, *resolver_, problems_);
    validator_.emplace(
        CheckedWith{loaded_.tables.pools, loaded_.kinds, loaded_.sources, *header_, *resolver_, problems_});
    problems_.clear();
    uncited_ = {};
    loaded_.kinds = kinds_before_;
    loaded_.unnamed.resize(unnamed_before_);
    EventRows& rows = loaded_.tables.rows;
    if (rows.records.size() > rows_before_) {
        rows.records.resize(rows_before_);
        rows.parties.resize(parties_before_);
        rows.details.resize(details_before_);
        loaded_.ids = {};
        for (std::uint32_t i = 0; i < rows_before_; ++i) {
            if (rows.records[i].id_length > 0) {
                loaded_.ids.insert(rows.records, i);
            }
        }
    }
    count_ = 0;
    header_came_late_ = looks_like_event_ = false;
}

void FileReader::on_member(RawValue member) {
    looks_like_event_ = looks_like_event_ || is_one_of(member.key(), event_members);
    looks_like_story_ = looks_like_story_ || member.key() == "scenes";
    looks_like_geojson_ = looks_like_geojson_ || member.text() == "FeatureCollection" || member.key() == "features";
    if (takes_members_) {
        const bool matters = header_->read(member);
        header_came_late_ = header_came_late_ || (matters && count_ > 0);
    }
}

bool FileReader::is_header_line(RawValue raw) const {
    if (layout_ != json::Layout::Lines || !raw.is(RawType::Object)) {
        return false;
    }
    bool of_header = false;
    bool of_event = false;
    for (const RawValue member : raw) {
        of_header = of_header || (is_one_of(member.key(), header_members) &&
                                  (member.key() != "sources" || member.is(RawType::Object)));
        of_event = of_event || is_one_of(member.key(), event_members);
    }
    return of_header && !of_event;
}

bool FileReader::check(RawValue raw, EventRows& rows) {
    if (!validator_->read_event(event_, raw)) {
        return false;
    }
    event_.file = file_;
    uncited_.count(event_);
    rows.append(event_, loaded_.tables.pools);
    return true;
}

void FileReader::tell_that_id_is_taken(RawValue raw, const EventRecord& first) {
    const std::string where =
        (first.file == file_ ? "line " : loaded_.tables.files[first.file] + ":") + std::to_string(first.line);
    problems_.error(
        raw, "the id " + std::string{first.id()} + " is taken by the event in " + where + "; this one is left out");
}

void FileReader::on_event(RawValue raw) {
    if (is_header_line(raw)) {
        for (const RawValue member : raw) {
            on_member(member);
        }
        return;
    }
    ++count_;
    EventRows& rows = loaded_.tables.rows;
    if (!takes_events_ || !check(raw, rows)) {
        return;
    }
    const auto index = static_cast<std::uint32_t>(rows.records.size() - 1);
    if (rows.records.back().id_length == 0) {
        loaded_.unnamed.push_back({index, count_});
    } else if (const auto same = loaded_.ids.insert(rows.records, index)) {
        tell_that_id_is_taken(raw, rows.records[*same]);
        rows.records.pop_back();
    }
}

std::optional<json::ListPlace> FileReader::take_events(const json::ListPlace& from) {
    if (!goes_on_(from.at.offset)) {
        stopped_ = true;
        return std::nullopt;
    }
    const ListContext context{
        text_,           layout_,  file_,      loaded_.kinds,
        loaded_.sources, *header_, *resolver_, [this](RawValue raw) { return is_header_line(raw); },
        goes_on_};
    ListParts read = read_list(context, from);
    stopped_ = read.stopped;
    if (stopped_) {
        return std::nullopt;
    }
    if (read.parts.empty()) {
        return from;
    }
    json::ListPlace end = from;
    end.at = read.parts.back().end;
    end.events = read.parts.back().first + read.parts.back().places.size();
    end.behind_event = true;
    take_parts(std::move(read), from);
    return stopped_ ? std::nullopt : std::optional{end};
}

/// Bytes to UTF-8 without a mark. False when there is nothing to read.
bool FileReader::prepare() {
    if (text_.starts_with("\xEF\xBB\xBF")) {
        text_.erase(0, 3);
    }
    if (const std::string_view why = json::why_no_text(text_); !why.empty()) {
        problems_.error(std::string{why});
        return false;
    }
    if (text_.find_first_not_of(" \t\r\n") == std::string::npos) {
        problems_.error("the file is empty");
        return false;
    }
    repairs_ = json::repair_utf8(text_);
    return true;
}

void FileReader::read_repaired() {
    json::ParseReport report = json::parse_events(text_, repairs_.offsets, layout_, *this);
    const bool has_events = report.has_list || layout_ == json::Layout::Lines || count_ > 0;
    if (!has_events && looks_like_event_ && !looks_like_geojson_ && !looks_like_story_) {
        begin();
        layout_ = json::Layout::Event;
        report.broken = json::parse_events(text_, repairs_.offsets, layout_, *this).broken;
    } else if (header_came_late_) {
        // Sources, kinds or places stand behind events that may use them: first those, then the events again.
        begin();
        takes_events_ = false;
        static_cast<void>(json::parse_events(text_, repairs_.offsets, layout_, *this));
        takes_members_ = false;
        takes_events_ = true;
        count_ = 0;
        report.broken = json::parse_events(text_, repairs_.offsets, layout_, *this).broken;
    } else if (!has_events && report.broken.empty()) {
        tell_that_there_are_no_events();
    }
    problems_.add(std::move(report.mended));
    problems_.add(std::move(report.broken));
    if (report.untold > 0) {
        problems_.error("and " + counted(report.untold, "more syntax error"));
    }
}

void FileReader::tell_that_there_are_no_events() {
    problems_.clear();
    std::string what = "there are no \"events\" in this file";
    if (looks_like_geojson_) {
        what += "; it is GeoJSON: countries go behind --boundaries, and events have a format of their own";
    } else if (looks_like_story_) {
        what += "; it is a story, and this release shows none";
    }
    problems_.error(std::move(what));
}

void FileReader::tell_about_sources() {
    // A file that names no source at all is somebody's draft; one that names some has forgotten the others.
    if (uncited_.events > 0 && (uncited_.cited > 0 || header_->has_sources())) {
        problems_.warn(uncited_.events == 1
                           ? "an event names no source"
                           : std::to_string(uncited_.events) + " events name no source; the first is here",
                       uncited_.first_line);
    }
}

std::vector<geodata::Problem> FileReader::read(std::string bytes) {
    text_ = std::move(bytes);
    if (prepare()) {
        read_repaired();
        tell_about_repairs(repairs_, problems_);
        tell_about_sources();
    }
    return problems_.take();
}

}  // namespace events
