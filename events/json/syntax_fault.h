// What is wrong with a piece of JSON, in plain words, and how to mend it if that is safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace events::json {

/// What the parser had read last when it stopped.
enum class LastToken { None, Key, Value, Open, AllDone };

struct SyntaxFault {
    std::string what;
    std::size_t at = 0;          ///< offset of the fault in the text
    bool ends_text = false;      ///< the text breaks off; there is nothing behind it to go on with
    std::size_t mend_from = 0;   ///< these bytes become blanks, line breaks excepted ...
    std::size_t mend_to = 0;     ///< ... up to here; equal when it cannot be mended
    std::string_view mend_with;  ///< and the first of them this
    [[nodiscard]] bool can_be_mended() const { return mend_to > mend_from; }
};

/// `offset`: just behind the last good token, which stands in an object or in a list. The text from there on is known
/// to be faulty.
[[nodiscard]] SyntaxFault fault_in(std::string_view text, std::size_t offset, LastToken last, bool in_object);

/// The offset just behind the value that begins at `offset`, by matching brackets outside of strings. Where a missing
/// quote or bracket makes nonsense of that, a line that is indented no further than the value's own ends it, so that
/// the mistake costs one event and not the file. npos when the text ends first.
[[nodiscard]] std::size_t end_of_value(std::string_view text, std::size_t offset);

}  // namespace events::json
