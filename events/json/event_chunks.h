// A long list of events cut into pieces that can be read side by side. Only brackets, quotes and line breaks are looked
// at here: whether a piece is JSON is for the parser to say.
#pragma once

#include "events/json/parse_events.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace events::json {

/// Some events that stand behind each other.
struct EventChunk {
    /// Where an event stands; from its first byte to behind its last one.
    struct Place {
        TextPlace begin;
        std::size_t end = 0;
    };
    /// A list or object inside an event that holds neither lists, nor objects, nor null; or, without length, a null.
    struct Flat {
        std::size_t begin = 0;
        std::size_t length = 0;
    };
    std::vector<Place> events;
    std::vector<Flat> flats;  ///< of all these events, in the order of their ends
    std::size_t first = 0;    ///< of all events of the list, the number of the first one
    TextPlace end;            ///< behind the last event

    void clear();
};

/// Cuts from front to back; each chunk is about a quarter of a megabyte.
class ChunkCutter {
public:
    /// `text` outlives the cutter. From `at` there are events behind each other, with commas between them (Document) or
    /// one a line (Lines); at a comma where `behind_event` says so.
    ChunkCutter(const std::string& text, Layout layout, const ListPlace& at);

    /// The next events; false when there are no more, or what comes is nothing that can be cut.
    [[nodiscard]] bool next(EventChunk& chunk);

private:
    void break_line(std::size_t line_start) {
        at_.line_start = line_start;
        ++at_.line;
    }
    void skip_blanks();
    [[nodiscard]] bool cut_event(EventChunk& chunk);
    [[nodiscard]] bool step_over_end_of_event(EventChunk& chunk);

    const std::string& text_;
    bool lines_;
    TextPlace at_;
    std::size_t count_;
    bool done_ = false;
};

}  // namespace events::json
