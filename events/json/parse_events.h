// The bytes of an event file to raw events, one at a time: nlohmann's SAX interface, so that never more than one
// event's values are held, and a scanner beside it that knows where each value stands.
//
// Broken JSON costs as little as possible. What is broken is said in plain words; then a stray comma, a missing one, a
// comment or a number beyond a double's range is mended in memory and reading goes on; an event that cannot be mended
// is left out and reading goes on behind it.
#pragma once

#include "events/raw_event.h"
#include "geodata/problem.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events::json {

/// Levels of lists and objects inside one event or member; what is deeper is no event file.
inline constexpr std::size_t max_depth = 64;

/// A place in a text.
struct TextPlace {
    std::size_t offset = 0;
    std::size_t line_start = 0;  ///< offset of the first byte of its line
    std::uint32_t line = 1;
};

enum class Layout {
    Document,  ///< an object with members and "events", or a bare list of events
    Event,     ///< one event is the whole text
    Lines,     ///< one event a line
};

/// Where in the file's own structure something stands, outside of events and members.
enum class Level { Start, RootObject, RootList, EventsList, Done };

/// A place between two events.
struct ListPlace {
    TextPlace at;
    Level level = Level::Start;  ///< the list: RootList, EventsList, or Start for events one a line
    std::size_t events = 0;      ///< of the list that came before
    bool behind_event = false;   ///< one stands before it: there is a comma now, or the end of the list
};

/// Where raw values go. The values are valid during the call alone.
class EventSink {
public:
    virtual ~EventSink() = default;
    /// A member of the file's object: its key() is "title", "sources", ... or "events" when that is no list.
    virtual void on_member(RawValue member) = 0;
    /// An element of the events, whatever its type.
    virtual void on_event(RawValue event) = 0;
    /// Whoever can read many events at a time takes those that begin here, as many as are well written, and says how
    /// far it came; `from` itself where that is not far. Nothing when there is to be no more reading.
    [[nodiscard]] virtual std::optional<ListPlace> take_events(const ListPlace& from) { return from; }
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

/// Reads again the one event that begins at a place, the last byte of which is before `end`, and is known to be well
/// written.
void parse_event_at(const std::string& text, const std::vector<std::size_t>& repairs, const ListPlace& place,
                    std::size_t end, EventSink& sink);

}  // namespace events::json
