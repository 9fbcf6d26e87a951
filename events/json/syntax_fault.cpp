#include "events/json/syntax_fault.h"

#include <algorithm>
#include <cctype>

namespace events::json {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

bool is_number_character(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

/// The JSON number grammar (RFC 8259, section 6).
bool is_json_number(std::string_view word) {
    std::size_t at = word.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t first = at;
        while (at < word.size() && word[at] >= '0' && word[at] <= '9') {
            ++at;
        }
        return at - first;
    };
    const bool zero = at < word.size() && word[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) {
        return false;
    }
    if (at < word.size() && word[at] == '.') {
        ++at;
        if (digits() == 0) {
            return false;
        }
    }
    if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
        ++at;
        at += at < word.size() && (word[at] == '+' || word[at] == '-') ? 1 : 0;
        if (digits() == 0) {
            return false;
        }
    }
    return at == word.size();
}

/// At most this much of somebody's file in a message.
std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 24;
    if (text.size() <= longest) {
        return std::string{text};
    }
    std::size_t length = longest;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length;  // not in the middle of a character
    }
    return std::string{text.substr(0, length)} + "...";
}

class FaultFinder {
public:
    FaultFinder(std::string_view text, LastToken last, bool in_object)
        : text_{text}, last_{last}, name_expected_{in_object && last != LastToken::Key} {}

    SyntaxFault find(std::size_t offset) {
        std::size_t at = skip_blanks(text_, offset);
        if (last_ == LastToken::AllDone) {
            return after_the_end(at);
        }
        bool separated = last_ == LastToken::Open || last_ == LastToken::None;
        if (at < text_.size() && text_[at] == (last_ == LastToken::Key ? ':' : ',')) {
            if (separated) {
                return mended(at, at + 1, "a comma with nothing before it; take it out");
            }
            separated = true;
            comma_ = at;
            at = skip_blanks(text_, at + 1);
        }
        if (at == text_.size()) {
            return broken_off(at);
        }
        const char c = text_[at];
        if (c == '/' || c == '#') {
            return comment(at);
        }
        if (comma_ != std::string_view::npos && last_ == LastToken::Value) {
            if (c == ']' || c == '}') {
                return mended(comma_, comma_ + 1,
                              "a comma with nothing behind it before the " + std::string{c} + "; take it out");
            }
            if (c == ',') {
                return mended(at, at + 1, "two commas in a row; take one out");
            }
        }
        if (!separated) {
            return unseparated(at);
        }
        return token(at);
    }

private:
    static SyntaxFault fault(std::size_t at, std::string what) {
        SyntaxFault result;
        result.at = at;
        result.what = std::move(what);
        return result;
    }

    static SyntaxFault mended(std::size_t from, std::size_t to, std::string what, std::string_view with = {}) {
        SyntaxFault result = fault(from, std::move(what));
        result.mend_from = from;
        result.mend_to = to;
        result.mend_with = with;
        return result;
    }

    SyntaxFault broken_off(std::size_t at) const {
        SyntaxFault result = fault(at, last_ == LastToken::None ? "there is nothing in it"
                                                                : "the text breaks off here: a list or object is not "
                                                                  "closed");
        result.ends_text = true;
        return result;
    }

    SyntaxFault after_the_end(std::size_t at) const {
        if (at < text_.size() && text_[at] == ',') {
            return mended(at, at + 1, "a comma behind the end; take it out");
        }
        if (at < text_.size() && (text_[at] == '/' || text_[at] == '#')) {
            return comment(at);
        }
        SyntaxFault result = fault(at,
                                   "there is more behind the end, which is not read; events stand in a list, or one a "
                                   "line in a file named .ndjson");
        result.ends_text = true;
        return result;
    }

    SyntaxFault comment(std::size_t at) const {
        const bool block = text_.substr(at, 2) == "/*";
        const std::size_t close = text_.find(block ? "*/" : "\n", at);
        std::size_t end = text_.size();
        if (close != std::string_view::npos) {
            end = block ? close + 2 : close;
        }
        return mended(at, end, "JSON has no comments; take it out, or write it into a note");
    }

    /// A token where a comma or colon should be.
    SyntaxFault unseparated(std::size_t at) const {
        const char c = text_[at];
        const bool after_key = last_ == LastToken::Key;
        const bool begins_value = c == '"' || c == '{' || c == '[' || is_letter(c) || is_number_character(c);
        if (!begins_value) {
            return fault(at, "'" + excerpt(text_.substr(at, 1)) + "' should not be here; expected " +
                                 (after_key ? "a colon" : "a comma or a closing bracket"));
        }
        std::string what = after_key ? "a colon is missing before this" : "a comma is missing before this";
        const char before = text_[at - 1];
        if (before == ' ' || before == '\t') {
            SyntaxFault result = mended(at - 1, at, std::move(what), after_key ? ":" : ",");
            result.at = at;
            return result;
        }
        return fault(at, std::move(what));
    }

    SyntaxFault token(std::size_t at) const {
        const char c = text_[at];
        if (c == '"') {
            return string(at);
        }
        if (name_expected_ && (is_letter(c) || is_number_character(c) || c == '\'')) {
            return fault(at, "the names of fields stand in double quotes (\")");
        }
        if (c == '\'') {
            return fault(at, "text stands in double quotes (\") in JSON, not in single ones");
        }
        if (is_number_character(c) && c != 'e' && c != 'E') {
            return number(at);
        }
        if (is_letter(c)) {
            return word(at);
        }
        if (static_cast<unsigned char>(c) >= 0x80) {
            return fault(at, "text stands in double quotes (\") in JSON");
        }
        if (c == ']' || c == '}') {
            return fault(at, std::string{"'"} + c + "' closes something that was not opened here, or too early");
        }
        return fault(at, std::isprint(static_cast<unsigned char>(c)) != 0
                             ? std::string{"'"} + c + "' should not be here"
                             : "a control character should not be here; is this a text file?");
    }

    SyntaxFault number(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && is_number_character(text_[end])) {
            ++end;
        }
        const std::string_view written = text_.substr(at, end - at);
        if (!is_json_number(written)) {
            return fault(at, "'" + excerpt(written) + "' is not a number as JSON writes it (0.5, not .5, 05 or +5)");
        }
        // Only a number beyond 1e308 gets here, and that takes five characters to write.
        return mended(at, end, "the number " + excerpt(written) + " is out of range", "null");
    }

    SyntaxFault word(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && (is_letter(text_[end]) || std::isdigit(static_cast<unsigned char>(text_[end])))) {
            ++end;
        }
        const std::string_view written = text_.substr(at, end - at);
        std::string lower{written};
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (lower == "true" || lower == "false") {
            return fault(at, "'" + excerpt(written) + "' is written " + lower + " in JSON");
        }
        if (lower == "none" || lower == "null" || lower == "nan" || lower == "infinity" || lower == "undefined") {
            return fault(at, "'" + excerpt(written) + "' is not JSON; what is not known is written null");
        }
        return fault(at, "'" + excerpt(written) + "' is not JSON; text stands in double quotes (\")");
    }

    SyntaxFault string(std::size_t at) const {
        for (std::size_t i = at + 1; i < text_.size(); ++i) {
            const char c = text_[i];
            if (c == '"') {
                // A good string: it stands where it must not, as a value without a colon before it.
                return fault(at, "text should not be here");
            }
            if ((c == '\n' || c == '\r') && skip_blanks(text_, i) == text_.size()) {
                break;
            }
            if (c == '\n' || c == '\r') {
                return fault(at,
                             "text is not closed on its line; a double quote (\") is missing, or a line break is to "
                             "be written \\n");
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                return mended(i, i + 1, "text holds a control character; write \\t for a tab");
            }
            if (c == '\\') {
                const std::size_t length = escape_length(i);
                if (length == 0) {
                    return fault(i, text_.substr(i, 2) == "\\u"
                                        ? "\\u takes four hexadecimal digits, and half a surrogate pair is no character"
                                        : "'" + excerpt(text_.substr(i, 2)) +
                                              "' is no escape that JSON knows; a backslash is written \\\\");
                }
                i += length - 1;
            }
        }
        SyntaxFault result = fault(at, "the text breaks off here: a double quote (\") is missing");
        result.ends_text = true;
        return result;
    }

    [[nodiscard]] unsigned code_unit(std::size_t at) const {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = i < text_.size() ? text_[i] : '?';
            if (std::isxdigit(static_cast<unsigned char>(c)) == 0) {
                return 0xFFFFFFFFU;
            }
            const unsigned digit =
                c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
            value = value * 16 + digit;
        }
        return value;
    }

    /// Of the escape that begins at a backslash; 0 when it is none. A surrogate is one with its other half alone.
    [[nodiscard]] std::size_t escape_length(std::size_t at) const {
        const char kind = at + 1 < text_.size() ? text_[at + 1] : '\0';
        if (kind != 'u') {
            return kind != '\0' && std::string_view{"\"\\/bfnrt"}.find(kind) != std::string_view::npos ? 2 : 0;
        }
        const unsigned first = code_unit(at + 2);
        if (first > 0xFFFF || (first >= 0xDC00 && first <= 0xDFFF)) {
            return 0;
        }
        if (first < 0xD800 || first > 0xDBFF) {
            return 6;
        }
        const unsigned second = text_.substr(std::min(at + 6, text_.size()), 2) == "\\u" ? code_unit(at + 8) : 0;
        return second >= 0xDC00 && second <= 0xDFFF ? 12 : 0;
    }

    std::string_view text_;
    LastToken last_;
    bool name_expected_;
    std::size_t comma_ = std::string_view::npos;
};

/// The end of a value by its brackets; a string ends at its line's end at the latest.
std::size_t end_by_brackets(std::string_view text, std::size_t offset) {
    std::size_t open = 0;
    for (std::size_t at = offset; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{' || c == '[') {
            ++open;
        } else if (c == '}' || c == ']') {
            if (open == 0) {
                return at;  // the end of what holds the value
            }
            if (--open == 0) {
                return at + 1;
            }
        } else if (c == '"') {
            for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at) {
                at += text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n' ? 1 : 0;
            }
            if (open == 0 && at < text.size()) {
                return at + 1;
            }
        } else if (open == 0 && c == ',') {
            return at;
        }
    }
    return std::string_view::npos;
}

/// The end of a value that begins its line, by the first line behind it that is indented no further; npos without one.
std::size_t end_by_indent(std::string_view text, std::size_t offset) {
    const std::size_t line = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    const std::size_t indent = offset - line;
    if (text.find_first_not_of(" \t", line) != offset) {
        return std::string_view::npos;
    }
    constexpr std::size_t longest_event = 1U << 20U;  // a file of one line is not searched to its end again and again
    text = text.substr(0, std::min(text.size(), offset + longest_event));
    for (std::size_t end = text.find('\n', offset); end != std::string_view::npos; end = text.find('\n', end + 1)) {
        const std::size_t first = text.find_first_not_of(" \t", end + 1);
        if (first == std::string_view::npos || first - (end + 1) > indent || is_blank(text[first])) {
            continue;
        }
        if (text[first] == '}' && first - (end + 1) == indent) {
            return first + 1;  // its own bracket
        }
        if (text[first] == '{') {
            const std::size_t before = text.find_last_not_of(" \t\r\n", end);
            return text[before] == ',' ? before : first;  // the next one, and the comma before it
        }
        return first;
    }
    return std::string_view::npos;
}

}  // namespace

SyntaxFault fault_in(std::string_view text, std::size_t offset, LastToken last, bool in_object) {
    SyntaxFault fault = FaultFinder{text, last, in_object}.find(offset);
    if (last == LastToken::None && !fault.can_be_mended()) {
        fault.what = "this is not JSON: " + fault.what;
    }
    return fault;
}

std::size_t end_of_value(std::string_view text, std::size_t offset) {
    const std::size_t by_indent = end_by_indent(text, offset);
    const std::size_t by_brackets = end_by_brackets(text.substr(0, by_indent), offset);
    return std::min(by_indent, by_brackets);
}

}  // namespace events::json
