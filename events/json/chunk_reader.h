// Reads the events of a chunk with nlohmann's SAX parser, quickly and without places: when something of an event turns
// out to be wrong it is read once more by parse_events, which knows where everything stands.
//
// What is written alike is parsed once: an object or a list of simple values (a party, a position, a list of sources)
// whose very bytes have been read before is given to the parser as a null, and what was read then stands in place of
// that.
#pragma once

#include "events/json/event_chunks.h"
#include "events/raw_event.h"

#include <cstdint>
#include <memory>
#include <string>

namespace events::json {

class ChunkReader {
public:
    /// `text` is that of all chunks and outlives the reader.
    explicit ChunkReader(const std::string& text);
    ChunkReader(const ChunkReader&) = delete;
    ChunkReader& operator=(const ChunkReader&) = delete;
    ~ChunkReader();

    /// Where raw events go. A value has a line only if it is the event itself, and no column; it is valid during the
    /// call.
    class Sink {
    public:
        virtual ~Sink() = default;
        /// `index` counts in chunk.events. False to give the chunk up.
        [[nodiscard]] virtual bool on_event(RawValue event, std::size_t index) = 0;
    };
    /// False when the chunk is no valid JSON, has too many levels, or the sink gave it up.
    [[nodiscard]] bool read(const EventChunk& chunk, Sink& sink);

private:
    class Handler;
    void prepare(const EventChunk& chunk);

    const std::string& text_;
    std::string prepared_;  // what the parser gets
    std::unique_ptr<Handler> handler_;
};

}  // namespace events::json
