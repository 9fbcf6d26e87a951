// Builds the tree of one event, or of one member of the file's object, from nlohmann's SAX events, with the positions
// of a TokenScanner that walks beside them. It hands each whole piece on and remembers the place behind it, so that
// reading can begin again there after a mistake.
#pragma once

#include "events/json/parse_events.h"
#include "events/json/syntax_fault.h"
#include "events/json/token_scanner.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events::json {

/// A place from which reading can go on.
struct Checkpoint {
    TokenScanner scanner;
    Level level = Level::Start;
    std::size_t events = 0;       ///< that came before
    bool behind_element = false;  ///< something stands before it in its list or object
};

/// The text that puts a fresh parser into the state of a checkpoint, and how many SAX events it causes.
struct Prefix {
    std::string_view text;
    int sax_events = 0;
};

[[nodiscard]] Prefix prefix_of(const Checkpoint& at);

/// Made anew for each stretch of reading, from the checkpoint where that begins.
class TreeBuilder {
public:
    using Json = nlohmann::json;

    /// It stops where a list of events begins, and behind the first event of such a list that ends at `pause_at` or
    /// later.
    TreeBuilder(std::string_view text, EventSink& sink, const Checkpoint& from, Layout layout, std::size_t pause_at)
        : text_{text},
          sink_{sink},
          scanner_{from.scanner},
          level_{from.level},
          events_{from.events},
          layout_{layout},
          pause_at_{pause_at},
          safe_{from},
          ignored_{prefix_of(from).sax_events},
          last_{from.behind_element          ? LastToken::Value
                : from.level == Level::Start ? LastToken::None
                                             : LastToken::Open} {}

    // The names of these functions are nlohmann's.
    bool null() {
        return scalar([](RawNode&) {});
    }
    bool boolean(bool value) {
        return scalar([value](RawNode& node) {
            node.type = RawType::Boolean;
            node.boolean = value;
        });
    }
    bool number_integer(Json::number_integer_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return number(static_cast<double>(value)); }
    bool number_float(Json::number_float_t value, const std::string&) { return number(value); }
    bool string(std::string& value) {
        return scalar([&](RawNode& node) {
            node.type = RawType::Text;
            node.text = kept_text(value);
        });
    }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(RawType::Object); }
    bool start_array(std::size_t) { return open(RawType::List); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& value);
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

    [[nodiscard]] bool has_list() const { return has_list_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    /// It stopped though nothing is wrong: reading goes on at safe().
    [[nodiscard]] bool paused() const { return paused_; }
    [[nodiscard]] const Token& token() const { return token_; }
    [[nodiscard]] const TokenScanner& scanner() const { return scanner_; }
    [[nodiscard]] LastToken last() const { return level_ == Level::Done ? LastToken::AllDone : last_; }
    /// The checkpoint before the piece that is being read, or behind the last whole one.
    [[nodiscard]] const Checkpoint& safe() const { return safe_; }
    /// Where the list of events ended, if its end was the last token; the checkpoint is before its bracket.
    [[nodiscard]] const Checkpoint* end_of_list() const {
        return end_of_list_ && scanner_.offset() == end_offset_ ? &*end_of_list_ : nullptr;
    }
    /// Is a piece being read that could be left out as a whole?
    [[nodiscard]] bool inside_piece() const {
        return !open_.empty() || (level_ == Level::RootObject && last_ == LastToken::Key);
    }
    [[nodiscard]] std::size_t skip_from() const { return skip_from_; }
    [[nodiscard]] Level level() const { return level_; }
    [[nodiscard]] bool in_object() const {
        return open_.empty() ? level_ == Level::RootObject : tree_.nodes[open_.back()].type == RawType::Object;
    }
    /// Of the event or member that is being read, not of what is deep inside it.
    [[nodiscard]] const std::string& piece_pointer() const { return tree_.pointer; }
    [[nodiscard]] std::string pointer() const {
        if (open_.empty()) {
            return level_ == Level::EventsList ? "/events" : "";
        }
        return RawValue{tree_, open_.back()}.pointer();
    }

private:
    bool ignores() { return ignored_ > 0 && ignored_-- > 0; }

    void take_token(LastToken last) {
        token_ = scanner_.next();
        last_ = last;
    }

    /// A string without escapes is a piece of the text; others are copied to a buffer that each piece begins anew.
    [[nodiscard]] std::string_view kept_text(const std::string& value);

    [[nodiscard]] bool in_list() const { return level_ == Level::EventsList || level_ == Level::RootList; }

    void checkpoint(bool behind_element) { safe_ = {scanner_, level_, events_, behind_element}; }

    bool begins_piece() const { return open_.empty(); }

    /// Remembers the way back before the first token of an event.
    void before_piece();

    template <class Fill>
    bool scalar(Fill fill) {
        if (ignores()) {
            return true;
        }
        const bool piece = begins_piece();
        if (piece) {
            before_piece();
        }
        take_token(LastToken::Value);
        fill(add_node());
        if (piece) {
            deliver();
        }
        return !paused_;
    }

    bool number(double value) {
        return scalar([value](RawNode& node) {
            node.type = RawType::Number;
            node.number = value;
        });
    }

    bool open(RawType type);

    /// Is this bracket the file's own structure and no part of an event?
    bool enter_level(RawType type);

    bool close();

    RawNode& add_node();

    void set_root_pointer();

    void deliver();

    std::string_view text_;
    EventSink& sink_;
    TokenScanner scanner_;
    Level level_;
    std::size_t events_;
    Layout layout_;
    std::size_t pause_at_;
    Checkpoint safe_;
    std::optional<Checkpoint> end_of_list_;
    std::size_t end_offset_ = 0;  // behind the bracket
    int ignored_;
    LastToken last_;
    RawTree tree_;
    std::vector<std::uint32_t> open_;      // the nodes of the open lists and objects
    std::vector<std::uint32_t> children_;  // how many values each of them has so far
    std::array<std::byte, 4096> first_strings_{};
    std::pmr::monotonic_buffer_resource strings_{first_strings_.data(), first_strings_.size()};
    Token token_;
    Token key_token_;
    std::string_view key_;
    std::size_t skip_from_ = 0;
    bool too_deep_ = false;
    bool paused_ = false;
    bool has_list_ = false;
};

}  // namespace events::json
