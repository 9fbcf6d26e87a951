#include "events/load.h"

#include "events/file_reader.h"

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

/// All files, one after the other.
class Loader {
public:
    Loader(const Gazetteer& gazetteer, const Progress& progress) : gazetteer_{gazetteer}, progress_{progress} {}

    /// `bytes`: of all files that are to be read, as far as is known.
    void expect(std::size_t bytes) { bytes_all_ = bytes; }
    void add_file(const std::string& name, std::string bytes);
    void add_problem(std::string file, std::string what, geodata::Severity severity = geodata::Severity::Error) {
        problems_.push_back({severity, std::move(what), std::move(file), 0, 0, {}});
    }
    [[nodiscard]] bool stopped() const { return stopped_; }
    /// Asks whether to go on with a file of so many bytes.
    [[nodiscard]] bool goes_on(const std::string& name, std::size_t size) {
        stopped_ = stopped_ || (progress_ && !progress_({name, bytes_done_, std::max(bytes_all_, bytes_done_ + size)}));
        return !stopped_;
    }
    [[nodiscard]] Store finish(DaySpan without_dates = {0.0, 1.0});

private:
    const Gazetteer& gazetteer_;
    const Progress& progress_;
    LoadedSoFar loaded_;
    std::vector<geodata::Problem> problems_;
    std::size_t bytes_done_ = 0;
    std::size_t bytes_all_ = 0;
    bool stopped_ = false;
};

void Loader::add_file(const std::string& name, std::string bytes) {
    const std::size_t size = bytes.size();
    const auto goes_on = [&](std::size_t offset) {
        const std::size_t done = bytes_done_ + std::min(offset, size);  // repairs may have made it longer
        return !progress_ || progress_({name, done, std::max(bytes_all_, bytes_done_ + size)});
    };
    FileReader reader{loaded_, gazetteer_, name, goes_on};
    std::vector<geodata::Problem> found = reader.read(std::move(bytes));
    problems_.insert(problems_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    stopped_ = reader.stopped();
    bytes_done_ += size;
}

Store Loader::finish(DaySpan without_dates) {
    Store store;
    if (stopped_) {
        store.value = std::make_shared<const EventStore>(KindTable{}, std::span<const EventDraft>{},
                                                         std::vector<Source>{}, without_dates);
        store.problems.push_back(
            {geodata::Severity::Warning, "reading was stopped; there are no events on the map", {}, 0, 0, {}});
        return store;
    }
    loaded_.name_the_unnamed();
    store.value = std::make_shared<const EventStore>(loaded_.kinds.table(), std::move(loaded_.tables),
                                                     std::move(loaded_.ids), loaded_.sources.all(), without_dates);
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

std::size_t size_of(const fs::path& file) {
    std::error_code failed;
    const auto size = fs::is_regular_file(file, failed) ? fs::file_size(file, failed) : 0;
    return failed ? 0 : static_cast<std::size_t>(size);
}

std::size_t size_of_all(std::span<const fs::path> files) {
    std::size_t sum = 0;
    for (const fs::path& path : files) {
        std::error_code failed;
        const std::vector<fs::path> inside =
            fs::is_directory(path, failed) ? event_files_in(path) : std::vector<fs::path>{path};
        for (const fs::path& file : inside) {
            sum += size_of(file);
        }
    }
    return sum;
}

void add_path(Loader& loader, const fs::path& path, const ReadFile& read) {
    FileBytes file = read(path);
    if (!loader.goes_on(path.string(), file.bytes.size())) {
        return;
    }
    if (!file.why.empty()) {
        loader.add_problem(path.string(), std::move(file.why));
        return;
    }
    loader.add_file(path.string(), std::move(file.bytes));
}

/// A file that is named twice, in whatever way, is read once. A pipe gives nothing a second time, which is said by
/// itself.
void add_once(Loader& loader, const fs::path& path, std::vector<fs::path>& known, const ReadFile& read) {
    if (loader.stopped()) {
        return;
    }
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    if (!failed && fs::is_regular_file(real, failed)) {
        if (std::find(known.begin(), known.end(), real) != known.end()) {
            loader.add_problem(path.string(), "this file is named twice; it is read once", geodata::Severity::Warning);
            return;
        }
        known.push_back(real);
    }
    add_path(loader, path, read);
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
                  const ReadFile& read, const Progress& progress) {
    Loader loader{gazetteer, progress};
    if (progress) {
        loader.expect(size_of_all(files));
    }
    std::vector<fs::path> known;
    for (const fs::path& path : files) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            add_once(loader, path, known, read);
            continue;
        }
        const std::vector<fs::path> inside = event_files_in(path);
        for (const fs::path& file : inside) {
            add_once(loader, file, known, read);
        }
        if (inside.empty()) {
            loader.add_problem(path.string(), "there are no event files (.json, .ndjson, .jsonl) in this folder");
        }
    }
    return loader.finish(without_dates);
}

Store load_events_from_text(std::string_view bytes, std::string_view name, const Gazetteer& gazetteer) {
    const Progress nobody;
    Loader loader{gazetteer, nobody};
    loader.add_file(std::string{name}, std::string{bytes});
    return loader.finish();
}

}  // namespace events
