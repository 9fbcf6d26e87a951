#include "events/json/token_scanner.h"

#include <algorithm>

namespace events::json {
namespace {

bool is_between_tokens(char c) {
    return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\r' || c == '\t';
}

bool is_bracket(char c) {
    return c == '{' || c == '}' || c == '[' || c == ']';
}

}  // namespace

TokenScanner::TokenScanner(std::string_view text, std::span<const std::size_t> repairs, const TextPlace& from)
    : text_{text}, repairs_{repairs}, offset_{from.offset}, line_start_{from.line_start}, line_{from.line} {
    const auto of_line = std::lower_bound(repairs_.begin(), repairs_.end(), line_start_);
    const auto behind = std::lower_bound(of_line, repairs_.end(), offset_);
    repair_ = static_cast<std::size_t>(behind - repairs_.begin());
    extra_bytes_ = 2 * static_cast<std::size_t>(behind - of_line);
}

void TokenScanner::move_to(std::size_t at) {
    for (; offset_ < at; ++offset_) {
        if (text_[offset_] == '\n') {
            ++line_;
            line_start_ = offset_ + 1;
            extra_bytes_ = 0;
        }
    }
    while (repair_ < repairs_.size() && repairs_[repair_] < at) {
        extra_bytes_ += repairs_[repair_] >= line_start_ ? 2 : 0;
        ++repair_;
    }
}

Token TokenScanner::position_of(std::size_t at) const {
    TokenScanner ahead = *this;
    ahead.move_to(at);
    Token token;
    token.offset = at;
    token.line = ahead.line_;
    token.column = static_cast<std::uint32_t>(at - ahead.line_start_ - ahead.extra_bytes_ + 1);
    return token;
}

Token TokenScanner::next() {
    std::size_t at = offset_;
    while (at < text_.size() && is_between_tokens(text_[at])) {
        ++at;
    }
    move_to(at);
    Token token;
    token.offset = at;
    token.line = line_;
    token.column = static_cast<std::uint32_t>(at - line_start_ - extra_bytes_ + 1);
    if (at == text_.size()) {
        return token;
    }
    if (text_[at] == '"') {
        for (++at; at < text_.size() && text_[at] != '"'; ++at) {
            if (text_[at] == '\\') {
                token.escaped = true;
                ++at;
            }
        }
        at = at < text_.size() ? at + 1 : text_.size();
    } else if (is_bracket(text_[at])) {
        ++at;
    } else {
        while (at < text_.size() && !is_between_tokens(text_[at]) && !is_bracket(text_[at]) && text_[at] != '"') {
            ++at;
        }
    }
    token.length = at - token.offset;
    // Neither strings nor numbers hold line breaks in valid JSON, and only valid tokens come here.
    offset_ = at;
    while (repair_ < repairs_.size() && repairs_[repair_] < at) {
        extra_bytes_ += 2;
        ++repair_;
    }
    return token;
}

}  // namespace events::json
