// Where the tokens of a JSON text stand. nlohmann's SAX events carry no positions, and its lexer reads ahead; so this
// scanner walks over the same bytes beside it, one token for each SAX event, and counts lines.
#pragma once

#include "events/json/parse_events.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace events::json {

struct Token {
    std::size_t offset = 0;  ///< of its first byte
    std::size_t length = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;  ///< in bytes of the file as it is on disk
    bool escaped = false;      ///< a string with a backslash in it
};

/// Copy it to remember a position and come back to it.
class TokenScanner {
public:
    /// `repairs`: ascending offsets in `text` where one bad byte of the file was replaced by the three of U+FFFD.
    TokenScanner(std::string_view text, std::span<const std::size_t> repairs, const TextPlace& from = {});

    /// The next token: a bracket, a string, or a run of other characters. Blanks, commas and colons are stepped over.
    /// At the end of the text: a token without length.
    Token next();
    /// The position of any byte from here on (offset() <= at), without moving.
    [[nodiscard]] Token position_of(std::size_t at) const;
    [[nodiscard]] std::size_t offset() const { return offset_; }
    [[nodiscard]] TextPlace place() const { return {offset_, line_start_, line_}; }
    /// Goes on from a byte further on, counting the lines up to there.
    void move_to(std::size_t at);

private:
    std::string_view text_;
    std::span<const std::size_t> repairs_;
    std::size_t offset_ = 0;
    std::size_t line_start_ = 0;
    std::size_t repair_ = 0;       // the first repair that was not passed
    std::size_t extra_bytes_ = 0;  // that repairs added to this line so far
    std::uint32_t line_ = 1;
};

}  // namespace events::json
