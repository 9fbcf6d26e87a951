// The bytes of an event file to raw events, one at a time: nlohmann's SAX interface, so that never more than one
// event's values are held, and a scanner beside it that knows where each value stands.
//
// Broken JSON costs as little as possible. What is broken is said in plain words; then a stray comma, a missing one, a
// comment or a number beyond a double's range is mended in memory and reading goes on; an event that cannot be mended
// is left out and reading goes on behind it.
#pragma once

#include "events/raw_event.h"
#include "geodata/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace events::json {

/// Levels of lists and objects inside one event or member; what is deeper is no event file.
inline constexpr std::size_t max_depth = 64;

/// Where raw values go. The values are valid during the call alone.
class EventSink {
public:
    virtual ~EventSink() = default;
    /// A member of the file's object: its key() is "title", "sources", ... or "events" when that is no list.
    virtual void on_member(RawValue member) = 0;
    /// An element of the events, whatever its type.
    virtual void on_event(RawValue event) = 0;
};

enum class Layout {
    Document,  ///< an object with members and "events", or a bare list of events
    Event,     ///< one event is the whole text
    Lines,     ///< one event a line
};

struct ParseReport {
    std::vector<geodata::Problem> mended;  ///< mended in `text`: reading it again would not find them again
    std::vector<geodata::Problem> broken;  ///< still there
    std::size_t untold = 0;                ///< how many more there were; a hundred are told
    bool has_list = false;                 ///< there was a list of events, if only an empty one
};

/// Layout of a file by its name: .ndjson and .jsonl hold lines.
[[nodiscard]] Layout layout_from_name(std::string_view name);

/// Reads `text`, which must be valid UTF-8 without a byte order mark, and mends it in place (its length stays).
/// `repairs`: see TokenScanner. Problems have no file name yet.
[[nodiscard]] ParseReport parse_events(std::string& text, const std::vector<std::size_t>& repairs, Layout layout,
                                       EventSink& sink);

}  // namespace events::json
