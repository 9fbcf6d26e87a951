#include "events/json/event_chunks.h"

#include <array>
#include <string_view>

namespace events::json {
namespace {

constexpr std::size_t usual_length = 1U << 18U;

using Stops = std::array<bool, 256>;

/// The characters that mean something to the cutter. The text's end is a zero byte, which no JSON holds.
constexpr Stops stops_at(std::string_view characters) {
    Stops stops{};
    for (const char c : characters) {
        stops[static_cast<unsigned char>(c)] = true;
    }
    stops[0] = true;
    return stops;
}
constexpr Stops outside_strings = stops_at("\"{}[]n\n");
constexpr Stops inside_strings = stops_at("\"\\");

const char* next_stop(const char* at, const Stops& stops) {
    while (!stops[static_cast<unsigned char>(*at)]) {
        ++at;
    }
    return at;
}

}  // namespace

void EventChunk::clear() {
    events.clear();
    flats.clear();
}

ChunkCutter::ChunkCutter(const std::string& text, Layout layout, const ListPlace& at)
    : text_{text}, lines_{layout == Layout::Lines}, at_{at.at}, count_{at.events} {
    if (at.behind_event && !lines_) {
        skip_blanks();
        done_ = text_[at_.offset] != ',';
        at_.offset += done_ ? 0 : 1;
    }
}

/// Up to the end of the text, which is a zero byte.
void ChunkCutter::skip_blanks() {
    for (char c = text_[at_.offset]; c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = text_[at_.offset]) {
        ++at_.offset;
        if (c == '\n') {
            break_line(at_.offset);
        }
    }
}

bool ChunkCutter::next(EventChunk& chunk) {
    chunk.clear();
    chunk.first = count_;
    const std::size_t begin = at_.offset;
    while (!done_ && at_.offset - begin < usual_length) {
        skip_blanks();
        done_ = text_[at_.offset] != '{' || !cut_event(chunk) || !step_over_end_of_event(chunk);
    }
    count_ += chunk.events.size();
    return !chunk.events.empty();
}

/// Behind an event there is a comma and another one, or the end of its line. False where the list ends, or where
/// something else stands there, which is for others to judge: behind the event, but a line is judged as a whole.
bool ChunkCutter::step_over_end_of_event(EventChunk& chunk) {
    const TextPlace behind = at_;
    if (!lines_) {
        chunk.end = behind;
        skip_blanks();
        if (text_[at_.offset] != ',') {
            return false;
        }
        ++at_.offset;
        return true;
    }
    const std::size_t next = text_.find_first_not_of(" \t\r", at_.offset);
    at_.offset = next == std::string::npos ? text_.size() : next;
    if (at_.offset < text_.size() && text_[at_.offset] != '\n') {
        chunk.events.pop_back();
        return false;
    }
    chunk.end = behind;
    return true;
}

/// From the opening bracket of an event to behind the closing one. False where there is none.
bool ChunkCutter::cut_event(EventChunk& chunk) {
    const char* const text = text_.data();
    const char* at = text + at_.offset;
    const char* opened = at;
    bool is_flat = false;  // the innermost open bracket, if it is not the event's own
    int depth = 0;
    const TextPlace begin = at_;
    do {
        at = next_stop(at, outside_strings);
        switch (*at) {
            case '"':
                for (at = next_stop(at + 1, inside_strings); *at == '\\'; at = next_stop(at + 2, inside_strings)) {
                    if (at + 1 == text + text_.size()) {
                        return false;
                    }
                }
                if (*at != '"') {
                    return false;
                }
                break;
            case '{':
            case '[':
                is_flat = depth++ > 0;
                opened = at;
                break;
            case '}':
            case ']':
                if (is_flat) {
                    chunk.flats.push_back(
                        {static_cast<std::size_t>(opened - text), static_cast<std::size_t>(at + 1 - opened)});
                }
                is_flat = false;
                --depth;
                break;
            case 'n':
                chunk.flats.push_back({static_cast<std::size_t>(at - text), 0});
                is_flat = false;
                break;
            case '\n':
                if (lines_) {
                    return false;
                }
                break_line(static_cast<std::size_t>(at + 1 - text));
                break;
            default:
                return false;  // the end of the text
        }
        ++at;
    } while (depth > 0);
    at_.offset = static_cast<std::size_t>(at - text);
    chunk.events.push_back({begin, at_.offset});
    return true;
}

}  // namespace events::json
