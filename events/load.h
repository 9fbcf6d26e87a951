// The one door for event files: paths or bytes in, a frozen store and everything that was wrong out.
#pragma once

#include "events/event_store.h"
#include "events/organisations.h"
#include "geodata/passages.h"
#include "geodata/places.h"
#include "geodata/problem.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace events {

/// What codes and names in event files refer to.
struct Gazetteer {
    geodata::Places places;
    Organisations organisations;
    /// Names of seas, lakes and rivers in the languages of their shores, by their English names.
    std::map<std::string, std::vector<geodata::LocalName>, std::less<>> waters{};
    geodata::Passages passages{};
};

/// Reads data/places.json, data/organisations.json, data/names.json and data/passages.json. Problems name the file;
/// what could be read is kept. Without names.json places have their English names alone, and without passages.json
/// there are no straits and canals: warnings.
[[nodiscard]] geodata::Loaded<Gazetteer> load_gazetteer(const std::filesystem::path& data_folder);

/// What a file holds, or why that cannot be had.
struct FileBytes {
    std::string bytes;
    std::string why;  ///< as a problem has it ("there is no such file"); empty when all went well
};
using ReadFile = std::function<FileBytes(const std::filesystem::path&)>;
/// With the means of standard C++, which wait for ever where a pipe has no writer.
[[nodiscard]] FileBytes bytes_by_stream(const std::filesystem::path& path);

/// How far reading has come. Of files whose size is not known beforehand, such as pipes, only what has been read
/// counts.
struct ReadSoFar {
    std::string_view file;  ///< the one that is being read
    std::size_t bytes = 0;  ///< of all files together
    std::size_t all = 0;    ///< at least `bytes`
};
/// Told now and then, by one thread at a time but not always the same; false stops the reading.
using Progress = std::function<bool(const ReadSoFar&)>;

/// Loads one or more files (.json: an object or a bare array; .ndjson, .jsonl: one event a line) into one store.
/// A folder stands for the event files in it. A file that is missing, empty or not JSON is one problem with its
/// place, and the events before the place still load. A file named twice is read once,
/// with a warning. Ids must be unique over all files. The value is never null. `without_dates`: see EventStore. Where
/// `progress` stops it, the store is empty and a warning says so.
[[nodiscard]] geodata::Loaded<std::shared_ptr<const EventStore>> load_events(
    std::span<const std::filesystem::path> files, const Gazetteer& gazetteer, DaySpan without_dates = {0.0, 1.0},
    const ReadFile& read = bytes_by_stream, const Progress& progress = {});

/// The same from memory; `name` stands for the file in problems. A name that ends in .ndjson or .jsonl means one
/// event a line.
[[nodiscard]] geodata::Loaded<std::shared_ptr<const EventStore>> load_events_from_text(std::string_view bytes,
                                                                                       std::string_view name,
                                                                                       const Gazetteer& gazetteer);

}  // namespace events
