#include "events/load.h"

#include "events/counted.h"
#include "events/file_header.h"
#include "events/file_problems.h"
#include "events/id_index.h"
#include "events/json/parse_events.h"
#include "events/json/repair_utf8.h"
#include "events/json/why_no_text.h"
#include "events/resolve.h"
#include "events/validate.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace events {
namespace {

namespace fs = std::filesystem;

using Store = geodata::Loaded<std::shared_ptr<const EventStore>>;

// Members that make an object an event, and those that make a line of .ndjson the file's header.
constexpr std::array<std::string_view, 9> event_members{"kind", "type",  "parties", "from",  "to",
                                                        "date", "start", "venue",   "status"};
constexpr std::array<std::string_view, 4> header_members{"format", "sources", "kinds", "places"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The events of all files so far, and what the files share.
class StoreBuilder {
public:
    explicit StoreBuilder(const Gazetteer& gazetteer) : gazetteer_{gazetteer} {}

    void add_file(const std::string& name, std::string bytes);
    void add_problem(std::string file, std::string what, geodata::Severity severity = geodata::Severity::Error) {
        problems_.push_back({severity, std::move(what), std::move(file), 0, 0, {}});
    }
    [[nodiscard]] Store finish(DaySpan without_dates = {0.0, 1.0});

private:
    friend class FileReader;
    struct Unnamed {
        std::uint32_t event = 0;
        std::size_t number = 0;  // of the event in its file, from 1
    };
    void name_the_unnamed();

    const Gazetteer& gazetteer_;
    SharedTables shared_;
    std::vector<Event> events_;
    IdIndex ids_;
    std::vector<Unnamed> unnamed_;
    std::vector<geodata::Problem> problems_;
};

/// Takes one file into a StoreBuilder.
class FileReader : public json::EventSink {
public:
    FileReader(StoreBuilder& builder, const std::string& name)
        : builder_{builder},
          problems_{name},
          layout_{json::layout_from_name(name)},
          first_event_{builder.events_.size()},
          first_unnamed_{builder.unnamed_.size()},
          kinds_before_{builder.shared_.kinds} {
        begin();
    }

    [[nodiscard]] std::vector<geodata::Problem> read(std::string bytes);

    void on_member(RawValue member) override;
    void on_event(RawValue raw) override;

private:
    void begin();
    [[nodiscard]] bool prepare(std::string& bytes, json::Utf8Repairs& repairs);
    void read_repaired(std::string& bytes, const std::vector<std::size_t>& offsets);
    void tell_about_sources();
    void tell_that_there_are_no_events();
    [[nodiscard]] bool is_header_line(RawValue raw) const;

    StoreBuilder& builder_;
    FileProblems problems_;
    json::Layout layout_;
    std::size_t first_event_;
    std::size_t first_unnamed_;
    KindRegistry kinds_before_;

    // What one reading of the file begins anew.
    std::optional<Resolver> resolver_;
    std::optional<FileHeader> header_;
    std::optional<EventValidator> validator_;
    std::size_t count_ = 0;  // elements of the list of events so far
    bool takes_members_ = true;
    bool takes_events_ = true;
    bool header_came_late_ = false;
    bool looks_like_event_ = false;  // the file's object has the fields of an event
    bool looks_like_geojson_ = false;
    bool looks_like_story_ = false;
};

/// Forgets what an earlier reading of this file found.
void FileReader::begin() {
    validator_.reset();
    header_.reset();
    resolver_.emplace(builder_.gazetteer_);
    header_.emplace(builder_.shared_, *resolver_, problems_);
    validator_.emplace(builder_.shared_, *header_, *resolver_, problems_);
    problems_.clear();
    builder_.shared_.kinds = kinds_before_;
    builder_.unnamed_.resize(first_unnamed_);
    if (builder_.events_.size() > first_event_) {
        builder_.events_.erase(builder_.events_.begin() + static_cast<std::ptrdiff_t>(first_event_),
                               builder_.events_.end());
        builder_.ids_.clear();
        for (std::size_t i = 0; i < first_event_; ++i) {
            if (!builder_.events_[i].id.empty()) {
                builder_.ids_.insert(builder_.events_, static_cast<std::uint32_t>(i));
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

void FileReader::on_event(RawValue raw) {
    if (is_header_line(raw)) {
        for (const RawValue member : raw) {
            on_member(member);
        }
        return;
    }
    ++count_;
    if (!takes_events_) {
        return;
    }
    std::vector<Event>& events = builder_.events_;
    const auto index = static_cast<std::uint32_t>(events.size());
    if (!validator_->read_event(events.emplace_back(), raw)) {
        events.pop_back();
        return;
    }
    if (events.back().id.empty()) {
        builder_.unnamed_.push_back({index, count_});
    } else if (const auto same = builder_.ids_.insert(events, index)) {
        const Event& first = events[*same];
        const std::string where =
            (first.file == events.back().file ? "line " : first.file + ":") + std::to_string(first.line);
        problems_.error(raw, "the id " + first.id + " is taken by the event in " + where + "; this one is left out");
        events.pop_back();
    }
}

/// Bytes to UTF-8 without a mark. False when there is nothing to read.
bool FileReader::prepare(std::string& bytes, json::Utf8Repairs& repairs) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
    }
    if (const std::string_view why = json::why_no_text(bytes); !why.empty()) {
        problems_.error(std::string{why});
        return false;
    }
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
        problems_.error("the file is empty");
        return false;
    }
    repairs = json::repair_utf8(bytes);
    return true;
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

void FileReader::read_repaired(std::string& bytes, const std::vector<std::size_t>& offsets) {
    json::ParseReport report = json::parse_events(bytes, offsets, layout_, *this);
    const bool has_events = report.has_list || layout_ == json::Layout::Lines || count_ > 0;
    if (!has_events && looks_like_event_ && !looks_like_geojson_ && !looks_like_story_) {
        begin();
        layout_ = json::Layout::Event;
        report.broken = json::parse_events(bytes, offsets, layout_, *this).broken;
    } else if (header_came_late_) {
        // Sources, kinds or places stand behind events that may use them: first those, then the events again.
        begin();
        takes_events_ = false;
        static_cast<void>(json::parse_events(bytes, offsets, layout_, *this));
        takes_members_ = false;
        takes_events_ = true;
        count_ = 0;
        report.broken = json::parse_events(bytes, offsets, layout_, *this).broken;
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
    const EventValidator::Uncited& uncited = validator_->uncited();
    if (uncited.events > 0 && (uncited.cited > 0 || header_->has_sources())) {
        problems_.warn(uncited.events == 1
                           ? "an event names no source"
                           : std::to_string(uncited.events) + " events name no source; the first is here",
                       uncited.first_line);
    }
}

std::vector<geodata::Problem> FileReader::read(std::string bytes) {
    json::Utf8Repairs repairs;
    if (prepare(bytes, repairs)) {
        // Untouched memory costs nothing, and a vector that grows would move every event a few times.
        constexpr std::size_t usual_bytes = 250;
        builder_.events_.reserve(builder_.events_.size() + bytes.size() / usual_bytes);
        read_repaired(bytes, repairs.offsets);
        tell_about_repairs(repairs, problems_);
        tell_about_sources();
    }
    return problems_.take();
}

void StoreBuilder::add_file(const std::string& name, std::string bytes) {
    std::vector<geodata::Problem> found = FileReader{*this, name}.read(std::move(bytes));
    problems_.insert(problems_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// Ids for events without one, such as "visit-12"; never one that an event has by itself.
void StoreBuilder::name_the_unnamed() {
    for (const Unnamed& unnamed : unnamed_) {
        Event& event = events_[unnamed.event];
        const std::string id = shared_.kinds[event.kind].name + '-' + std::to_string(unnamed.number);
        event.id = id;
        for (int copy = 2; ids_.insert(events_, unnamed.event); ++copy) {
            event.id = id + '-' + std::to_string(copy);
        }
    }
}

Store StoreBuilder::finish(DaySpan without_dates) {
    name_the_unnamed();
    Store store;
    store.value = std::make_shared<const EventStore>(shared_.kinds.table(), std::move(events_), shared_.sources.all(),
                                                     without_dates);
    store.problems = std::move(problems_);
    return store;
}

bool is_event_file(const fs::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == ".json" || ending == ".ndjson" || ending == ".jsonl";
}

std::vector<fs::path> event_files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator at{folder, failed}, end; !failed && at != end; at.increment(failed)) {
        if (is_event_file(at->path()) && !at->is_directory(failed)) {
            files.push_back(at->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void add_path(StoreBuilder& builder, const fs::path& path, const ReadFile& read) {
    FileBytes file = read(path);
    if (!file.why.empty()) {
        builder.add_problem(path.string(), std::move(file.why));
        return;
    }
    builder.add_file(path.string(), std::move(file.bytes));
}

/// A file that is named twice, in whatever way, is read once. A pipe gives nothing a second time, which is said by
/// itself.
void add_once(StoreBuilder& builder, const fs::path& path, std::vector<fs::path>& known, const ReadFile& read) {
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    if (!failed && fs::is_regular_file(real, failed)) {
        if (std::find(known.begin(), known.end(), real) != known.end()) {
            builder.add_problem(path.string(), "this file is named twice; it is read once", geodata::Severity::Warning);
            return;
        }
        known.push_back(real);
    }
    add_path(builder, path, read);
}

}  // namespace

FileBytes bytes_by_stream(const fs::path& path) {
    errno = 0;
    std::ifstream in{path, std::ios::binary};
    FileBytes file;
    std::array<char, 65536> piece;  // filled by read
    while (in) {
        in.read(piece.data(), piece.size());
        file.bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof()) {
        const int reason = errno;
        file = {
            {},
            reason == ENOENT ? "there is no such file" : "cannot be read: " + std::generic_category().message(reason)};
    }
    return file;
}

Store load_events(std::span<const fs::path> files, const Gazetteer& gazetteer, DaySpan without_dates,
                  const ReadFile& read) {
    StoreBuilder builder{gazetteer};
    std::vector<fs::path> known;
    for (const fs::path& path : files) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            add_once(builder, path, known, read);
            continue;
        }
        const std::vector<fs::path> inside = event_files_in(path);
        for (const fs::path& file : inside) {
            add_once(builder, file, known, read);
        }
        if (inside.empty()) {
            builder.add_problem(path.string(), "there are no event files (.json, .ndjson, .jsonl) in this folder");
        }
    }
    return builder.finish(without_dates);
}

Store load_events_from_text(std::string_view bytes, std::string_view name, const Gazetteer& gazetteer) {
    StoreBuilder builder{gazetteer};
    builder.add_file(std::string{name}, std::string{bytes});
    return builder.finish();
}

}  // namespace events
