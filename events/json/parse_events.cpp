#include "events/json/parse_events.h"

#include "events/json/syntax_fault.h"
#include "events/json/token_scanner.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <memory_resource>
#include <optional>
#include <span>

namespace events::json {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_faults = 100;

/// Where in the file's own structure the reader stands, outside of events and members.
enum class Level { Start, RootObject, RootList, EventsList, Done };

/// A place from which reading can go on.
struct Checkpoint {
    TokenScanner scanner;
    Level level = Level::Start;
    std::size_t events = 0;        ///< that came before
    bool behind_element = false;   ///< something stands before it in its list or object
};

/// The text that puts a fresh parser into the state of a checkpoint, and how many SAX events it causes.
struct Prefix {
    std::string_view text;
    int sax_events = 0;
};

Prefix prefix_of(const Checkpoint& at) {
    switch (at.level) {
        case Level::RootObject: return at.behind_element ? Prefix{R"({"":0)", 3} : Prefix{"{", 1};
        case Level::RootList: return at.behind_element ? Prefix{"[0", 2} : Prefix{"[", 1};
        case Level::EventsList: return at.behind_element ? Prefix{R"({"":[0)", 4} : Prefix{R"({"":[)", 3};
        default: return {};
    }
}

/// The characters of a prefix and then those of the text, without a copy of either.
class SpliceIterator {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    SpliceIterator() = default;
    SpliceIterator(const char* at, const char* jump_from, const char* jump_to)
        : at_{at == jump_from ? jump_to : at}, jump_from_{jump_from}, jump_to_{jump_to} {}
    reference operator*() const { return *at_; }
    SpliceIterator& operator++() {
        if (++at_ == jump_from_) {
            at_ = jump_to_;
        }
        return *this;
    }
    SpliceIterator operator++(int) {
        SpliceIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const SpliceIterator& a, const SpliceIterator& b) { return a.at_ == b.at_; }
    friend bool operator!=(const SpliceIterator& a, const SpliceIterator& b) { return a.at_ != b.at_; }

private:
    const char* at_ = nullptr;
    const char* jump_from_ = nullptr;
    const char* jump_to_ = nullptr;
};

/// Receives SAX events, builds the tree of one event or member, and hands it on when it is whole.
class TreeBuilder {
public:
    TreeBuilder(std::string_view text, EventSink& sink, const Checkpoint& from, Layout layout)
        : text_{text}, sink_{sink}, scanner_{from.scanner}, level_{from.level}, events_{from.events}, layout_{layout},
          safe_{from}, ignored_{prefix_of(from).sax_events},
          last_{from.behind_element ? LastToken::Value : from.level == Level::Start ? LastToken::None : LastToken::Open} {}

    // The names of these functions are nlohmann's.
    bool null() { return scalar([](RawNode&) {}); }
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
    bool key(std::string& value) {
        if (ignores()) {
            return true;
        }
        if (open_.empty()) {
            checkpoint(last_ == LastToken::Value);   // before the token: a mended member is read again with its name
        }
        take_token(LastToken::Key);
        key_ = kept_text(value);
        key_token_ = token_;
        if (open_.empty()) {
            skip_from_ = scanner_.offset();
        }
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

    [[nodiscard]] bool has_list() const { return has_list_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    [[nodiscard]] const Token& token() const { return token_; }
    [[nodiscard]] const TokenScanner& scanner() const { return scanner_; }
    [[nodiscard]] LastToken last() const { return level_ == Level::Done ? LastToken::AllDone : last_; }
    /// The checkpoint before the piece that is being read, or behind the last whole one.
    [[nodiscard]] const Checkpoint& safe() const { return safe_; }
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
    std::string_view kept_text(const std::string& value) {
        if (!token_.escaped) {
            return text_.substr(token_.offset + 1, token_.length - 2);
        }
        char* copy = std::pmr::polymorphic_allocator<char>{&strings_}.allocate(std::max<std::size_t>(value.size(), 1));
        std::copy(value.begin(), value.end(), copy);
        return {copy, value.size()};
    }

    void checkpoint(bool behind_element) { safe_ = {scanner_, level_, events_, behind_element}; }

    bool begins_piece() const { return open_.empty(); }

    /// Remembers the way back before the first token of an event.
    void before_piece() {
        if (level_ == Level::EventsList || level_ == Level::RootList) {
            checkpoint(last_ == LastToken::Value);
            skip_from_ = scanner_.offset();
        }
    }

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
        return true;
    }

    bool number(double value) {
        return scalar([value](RawNode& node) {
            node.type = RawType::Number;
            node.number = value;
        });
    }

    bool open(RawType type) {
        if (ignores()) {
            return true;
        }
        if (begins_piece()) {
            before_piece();
        }
        take_token(LastToken::Open);
        if (begins_piece() && enter_level(type)) {
            return true;
        }
        if (open_.size() == max_depth) {
            too_deep_ = true;
            return false;
        }
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        add_node().type = type;
        open_.push_back(index);
        children_.push_back(0);
        return true;
    }

    /// Is this bracket the file's own structure and no part of an event?
    bool enter_level(RawType type) {
        if (level_ == Level::Start && layout_ == Layout::Document) {
            level_ = type == RawType::Object ? Level::RootObject : Level::RootList;
        } else if (level_ == Level::RootObject && type == RawType::List && key_ == "events") {
            level_ = Level::EventsList;
        } else {
            return false;
        }
        has_list_ = has_list_ || level_ != Level::RootObject;
        checkpoint(false);
        return true;
    }

    bool close() {
        if (ignores()) {
            return true;
        }
        take_token(LastToken::Value);
        if (open_.empty()) {
            level_ = level_ == Level::EventsList ? Level::RootObject : Level::Done;
            checkpoint(true);
            return true;
        }
        tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
        open_.pop_back();
        children_.pop_back();
        if (open_.empty()) {
            deliver();
        }
        return true;
    }

    RawNode& add_node() {
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        RawNode& node = tree_.nodes.emplace_back();
        node.line = token_.line;
        node.column = token_.column;
        node.key = key_;
        node.key_line = key_token_.line;
        node.key_column = key_token_.column;
        node.end = index + 1;
        if (open_.empty()) {
            set_root_pointer();
        } else {
            node.parent = open_.back();
            node.place_in_list = children_.back()++;
        }
        return node;
    }

    void set_root_pointer() {
        tree_.pointer.clear();
        if (level_ == Level::RootObject) {
            append_to_pointer(tree_.pointer, key_);
        } else if (level_ != Level::Start) {
            tree_.pointer = level_ == Level::EventsList ? "/events/" : "/";
            tree_.pointer += std::to_string(events_);
        }
    }

    void deliver() {
        if (level_ == Level::RootObject) {
            sink_.on_member({tree_, 0});
        } else {
            sink_.on_event({tree_, 0});
            ++events_;
        }
        if (level_ == Level::Start) {
            level_ = Level::Done;
        }
        tree_.nodes.clear();
        strings_.release();
        key_ = {};
        checkpoint(true);
    }

    std::string_view text_;
    EventSink& sink_;
    TokenScanner scanner_;
    Level level_;
    std::size_t events_;
    Layout layout_;
    Checkpoint safe_;
    int ignored_;
    LastToken last_;
    RawTree tree_;
    std::vector<std::uint32_t> open_;       // the nodes of the open lists and objects
    std::vector<std::uint32_t> children_;   // how many values each of them has so far
    std::array<std::byte, 4096> first_strings_{};
    std::pmr::monotonic_buffer_resource strings_{first_strings_.data(), first_strings_.size()};
    Token token_;
    Token key_token_;
    std::string_view key_;
    std::size_t skip_from_ = 0;
    bool too_deep_ = false;
    bool has_list_ = false;
};

/// Reads one text from checkpoint to checkpoint until nothing is left of it or nothing can be made of the rest.
class Reader {
public:
    Reader(std::string& text, std::size_t end, std::span<const std::size_t> repairs, Layout layout, EventSink& sink,
           ParseReport& report)
        : text_{text}, end_{end}, repairs_{repairs}, layout_{layout}, sink_{sink}, report_{report} {}

    void read(std::size_t offset, std::uint32_t line) {
        std::optional<Checkpoint> from = Checkpoint{TokenScanner{view(), repairs_, offset, line}, Level::Start, 0, false};
        while (from) {
            from = read_from(*from);
        }
    }

private:
    [[nodiscard]] std::string_view view() const { return std::string_view{text_}.substr(0, end_); }

    std::optional<Checkpoint> read_from(const Checkpoint& from) {
        if (from.level == Level::Done) {
            return read_behind_the_end(from);
        }
        TreeBuilder builder{view(), sink_, from, layout_};
        const std::string_view prefix = prefix_of(from).text;
        const char* const begin = text_.data() + from.scanner.offset();
        const char* const end = text_.data() + end_;
        // The usual case, nothing broken so far, has the fast iterator.
        const bool all_read = prefix.empty()
                                  ? Json::sax_parse(begin, end, &builder)
                                  : Json::sax_parse(SpliceIterator{prefix.data(), prefix.data() + prefix.size(), begin},
                                                    SpliceIterator{end, nullptr, nullptr}, &builder);
        report_.has_list = report_.has_list || builder.has_list();
        if (all_read) {
            return std::nullopt;
        }
        if (report_.broken.size() + report_.mended.size() >= most_faults) {
            report_.broken.push_back(problem_at(builder.scanner(), builder.scanner().offset(),
                                                "this is the last of many syntax errors to be told; the rest is not read"));
            return std::nullopt;
        }
        return builder.too_deep() ? after_depth(builder) : after_fault(builder);
    }

    /// What was mended stood behind the end: is there more of it?
    std::optional<Checkpoint> read_behind_the_end(const Checkpoint& from) {
        if (view().find_first_not_of(" \t\r\n", from.scanner.offset()) == std::string_view::npos) {
            return std::nullopt;
        }
        const SyntaxFault fault = fault_in(view(), from.scanner.offset(), LastToken::AllDone, false);
        (fault.can_be_mended() ? report_.mended : report_.broken).push_back(problem_at(from.scanner, fault.at, fault.what));
        mend(fault);
        return fault.can_be_mended() ? std::optional{from} : std::nullopt;
    }

    std::optional<Checkpoint> after_depth(const TreeBuilder& builder) {
        geodata::Problem problem;
        problem.what = "lists and objects are nested more than " + std::to_string(max_depth) + " deep";
        problem.line = static_cast<int>(builder.token().line);
        problem.column = static_cast<int>(builder.token().column);
        problem.pointer = builder.safe().level == Level::Start ? "" : builder.piece_pointer();
        report_.broken.push_back(std::move(problem));
        return behind_piece(builder);
    }

    std::optional<Checkpoint> after_fault(const TreeBuilder& builder) {
        const SyntaxFault fault = fault_in(view(), builder.scanner().offset(), builder.last(), builder.in_object());
        geodata::Problem problem = problem_at(builder.scanner(), fault.at, fault.what);
        problem.pointer = builder.pointer();
        if (fault.can_be_mended()) {
            report_.mended.push_back(std::move(problem));
            mend(fault);
            return builder.safe();
        }
        const bool in_event = builder.inside_piece() && builder.level() != Level::RootObject;
        problem.what += in_event && !fault.ends_text ? "; this event is left out" : "";
        // What cannot be skipped is met again at the same place: say it once.
        if (report_.broken.empty() || report_.broken.back() != problem) {
            report_.broken.push_back(std::move(problem));
        }
        return fault.ends_text ? std::nullopt : behind_piece(builder);
    }

    /// Leaves out the event or member that is being read.
    std::optional<Checkpoint> behind_piece(const TreeBuilder& builder) {
        const bool in_list = builder.level() == Level::EventsList || builder.level() == Level::RootList;
        if (builder.level() == Level::Start || builder.level() == Level::Done || (!in_list && !builder.inside_piece())) {
            return std::nullopt;
        }
        // Between two events nothing is open: what stands there is left out like an event.
        std::size_t from = builder.inside_piece() ? builder.skip_from() : builder.scanner().offset();
        while (from < end_ && (text_[from] == ',' || text_[from] == ':' || text_[from] == ' ' || text_[from] == '\t' ||
                               text_[from] == '\r' || text_[from] == '\n')) {
            ++from;
        }
        const std::size_t to = end_of_value(view(), from);
        if (to == std::string_view::npos || to <= builder.safe().scanner.offset()) {
            return std::nullopt;
        }
        Checkpoint next = builder.safe();
        next.scanner.move_to(to);
        next.behind_element = true;
        next.events += in_list ? 1 : 0;
        return next;
    }

    void mend(const SyntaxFault& fault) {
        for (std::size_t i = fault.mend_from; i < fault.mend_to; ++i) {
            if (text_[i] != '\n') {
                text_[i] = ' ';
            }
        }
        if (fault.mend_with.size() <= fault.mend_to - fault.mend_from) {
            text_.replace(fault.mend_from, fault.mend_with.size(), fault.mend_with);
        }
    }

    static geodata::Problem problem_at(const TokenScanner& scanner, std::size_t at, std::string what) {
        const Token position = scanner.position_of(std::max(at, scanner.offset()));
        geodata::Problem problem;
        problem.what = std::move(what);
        problem.line = static_cast<int>(position.line);
        problem.column = static_cast<int>(position.column);
        return problem;
    }

    std::string& text_;
    std::size_t end_;
    std::span<const std::size_t> repairs_;
    Layout layout_;
    EventSink& sink_;
    ParseReport& report_;
};

void parse_lines(std::string& text, std::span<const std::size_t> repairs, EventSink& sink, ParseReport& report) {
    std::uint32_t line = 1;
    for (std::size_t begin = 0; begin < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto first = text.find_first_not_of(" \t\r", begin);
        if (first < end) {
            const auto before = std::partition_point(repairs.begin(), repairs.end(),
                                                     [begin](std::size_t at) { return at < begin; });
            Reader{text, end, {before, repairs.end()}, Layout::Event, sink, report}.read(begin, line);
            if (report.broken.size() + report.mended.size() > most_faults) {
                return;
            }
        }
        begin = end + 1;
    }
}

}  // namespace

Layout layout_from_name(std::string_view name) {
    return name.ends_with(".ndjson") || name.ends_with(".jsonl") ? Layout::Lines : Layout::Document;
}

ParseReport parse_events(std::string& text, const std::vector<std::size_t>& repairs, Layout layout, EventSink& sink) {
    ParseReport report;
    if (layout == Layout::Lines) {
        parse_lines(text, repairs, sink, report);
    } else {
        Reader{text, text.size(), repairs, layout, sink, report}.read(0, 1);
    }
    return report;
}

}  // namespace events::json
