// The one door for event files: paths or bytes in, a frozen store and everything that was wrong out.
#pragma once

#include "events/event_store.h"
#include "events/organisations.h"
#include "geodata/passages.h"
#include "geodata/places.h"
#include "geodata/problem.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace events {

/// What codes and names in event files refer to.
struct Gazetteer {
    geodata::Places places;
    Organisations organisations;
    geodata::Passages passages{};
};

/// Reads data/places.json, data/organisations.json, data/names.json and data/passages.json. Problems name the file;
/// what could be read is kept. Without names.json places have their English names alone, and without passages.json
/// there are no straits and canals: warnings.
[[nodiscard]] geodata::Loaded<Gazetteer> load_gazetteer(const std::filesystem::path& data_folder);

/// Loads one or more files (.json: an object or a bare array; .ndjson, .jsonl: one event a line) into one store.
/// A folder stands for the event files in it. A file that is missing, empty or not JSON is one problem with its
/// place, and the events before the place still load. Ids must be unique over all files.
/// The value is never null. `without_dates`: see EventStore.
[[nodiscard]] geodata::Loaded<std::shared_ptr<const EventStore>> load_events(
    std::span<const std::filesystem::path> files, const Gazetteer& gazetteer, DaySpan without_dates = {0.0, 1.0});

/// The same from memory; `name` stands for the file in problems. A name that ends in .ndjson or .jsonl means one
/// event a line.
[[nodiscard]] geodata::Loaded<std::shared_ptr<const EventStore>> load_events_from_text(std::string_view bytes,
                                                                                       std::string_view name,
                                                                                       const Gazetteer& gazetteer);

}  // namespace events
