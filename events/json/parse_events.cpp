#include "events/json/parse_events.h"

#include "events/json/syntax_fault.h"
#include "events/json/token_scanner.h"
#include "events/json/tree_builder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

namespace events::json {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_told = 100;       // syntax errors of a file; the others are counted
constexpr std::size_t most_faults = 10'000;  // after that many restarts this is no event file with mistakes in it

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

private:
    const char* at_ = nullptr;
    const char* jump_from_ = nullptr;
    const char* jump_to_ = nullptr;
};

/// How far to read with care before many events at a time are tried once more: further with every try, since a text
/// that is full of mistakes would be tried for nothing again and again.
class CarefulStretch {
public:
    [[nodiscard]] bool holds(std::size_t offset) const { return offset < end_; }
    [[nodiscard]] std::size_t end() const { return end_; }
    void begin(std::size_t offset) {
        end_ = offset + length_;
        length_ *= 2;
    }

private:
    std::size_t end_ = 0;
    std::size_t length_ = 1U << 16U;
};

/// nlohmann's parser over a text from a checkpoint on; false when it stopped before the end.
bool parse_from(std::string_view text, const Checkpoint& from, TreeBuilder& builder) {
    const std::string_view prefix = prefix_of(from).text;
    const char* const begin = text.data() + from.scanner.offset();
    const char* const end = text.data() + text.size();
    return prefix.empty() ? Json::sax_parse(begin, end, &builder)
                          : Json::sax_parse(SpliceIterator{prefix.data(), prefix.data() + prefix.size(), begin},
                                            SpliceIterator{end, nullptr, nullptr}, &builder);
}

/// Reads one text from checkpoint to checkpoint until nothing is left of it or nothing can be made of the rest.
class Reader {
public:
    Reader(std::string& text, std::size_t end, std::span<const std::size_t> repairs, Layout layout, EventSink& sink,
           ParseReport& report)
        : text_{text}, end_{end}, repairs_{repairs}, layout_{layout}, sink_{sink}, report_{report} {}

    void read(const TextPlace& place) {
        std::optional<Checkpoint> from = Checkpoint{TokenScanner{view(), repairs_, place}, Level::Start, 0, false};
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
        const bool in_list = from.level == Level::EventsList || from.level == Level::RootList;
        if (in_list && !careful_.holds(from.scanner.offset())) {
            return take_events(from);
        }
        TreeBuilder builder{view(), sink_, from, layout_, careful_.end()};
        const bool all_read = parse_from(view(), from, builder);
        report_.has_list = report_.has_list || builder.has_list();
        if (all_read) {
            return std::nullopt;
        }
        if (builder.paused()) {
            return builder.safe();
        }
        if (++faults_ > most_faults) {
            report_.broken.push_back(problem_at(builder.scanner(), builder.scanner().offset(),
                                                "there are too many syntax errors; the rest is not read"));
            return std::nullopt;
        }
        return builder.too_deep() ? after_depth(builder) : after_fault(builder);
    }

    std::optional<Checkpoint> take_events(const Checkpoint& from) {
        const auto taken = sink_.take_events({from.scanner.place(), from.level, from.events, from.behind_element});
        if (!taken) {
            return std::nullopt;
        }
        careful_.begin(taken->at.offset);
        return Checkpoint{TokenScanner{view(), repairs_, taken->at}, taken->level, taken->events, taken->behind_event};
    }

    /// What was mended stood behind the end: is there more of it?
    std::optional<Checkpoint> read_behind_the_end(const Checkpoint& from) {
        if (view().find_first_not_of(" \t\r\n", from.scanner.offset()) == std::string_view::npos) {
            return std::nullopt;
        }
        const SyntaxFault fault = fault_in(view(), from.scanner.offset(), LastToken::AllDone, false);
        tell(fault.can_be_mended() ? report_.mended : report_.broken, problem_at(from.scanner, fault.at, fault.what));
        mend(fault);
        return fault.can_be_mended() && ++faults_ <= most_faults ? std::optional{from} : std::nullopt;
    }

    std::optional<Checkpoint> after_depth(const TreeBuilder& builder) {
        geodata::Problem problem;
        problem.what = "lists and objects are nested more than " + std::to_string(max_depth) + " deep";
        problem.line = static_cast<int>(builder.token().line);
        problem.column = static_cast<int>(builder.token().column);
        problem.pointer = builder.safe().level == Level::Start ? "" : builder.piece_pointer();
        tell(report_.broken, std::move(problem));
        return behind_piece(builder);
    }

    std::optional<Checkpoint> after_fault(const TreeBuilder& builder) {
        if (auto next = over_stray_bracket(builder)) {
            return next;
        }
        const SyntaxFault fault = fault_in(view(), builder.scanner().offset(), builder.last(), builder.in_object());
        geodata::Problem problem = problem_at(builder.scanner(), fault.at, fault.what);
        problem.pointer = builder.pointer();
        if (fault.can_be_mended()) {
            tell(report_.mended, std::move(problem));
            mend(fault);
            return builder.safe();
        }
        const bool in_event = builder.inside_piece() && builder.level() != Level::RootObject;
        const auto next = fault.ends_text ? std::nullopt : behind_piece(builder);
        const bool has_more = !fault.ends_text && builder.level() != Level::Start;
        problem.what += in_event && !fault.ends_text ? "; this event is left out" : "";
        problem.what += !next && has_more ? std::string{in_event ? ", and" : ";"} + " what follows is not read" : "";
        tell(report_.broken, std::move(problem));
        return next;
    }

    /// Brackets between two events that close nothing, or the list too early, are taken out, and the list goes on.
    std::optional<Checkpoint> over_stray_bracket(const TreeBuilder& builder) {
        const Checkpoint* const early = builder.end_of_list();
        const bool in_list = builder.level() == Level::EventsList || builder.level() == Level::RootList;
        if (early == nullptr && (!in_list || builder.inside_piece())) {
            return std::nullopt;
        }
        const Checkpoint from = early != nullptr ? *early : builder.safe();
        const std::size_t at = view().find_first_not_of(" \t\r\n,", from.scanner.offset());
        const std::size_t next = at == std::string_view::npos ? at : view().find_first_not_of("}] \t\r\n,", at);
        if (next == std::string_view::npos || next == at || text_[next] != '{') {
            return std::nullopt;
        }
        geodata::Problem problem =
            problem_at(from.scanner, at, "a stray " + text_.substr(at, 1) + " between two events; take it out");
        problem.pointer = from.level == Level::EventsList ? "/events" : "";
        tell(report_.mended, std::move(problem));
        blank_out(from.scanner.offset(), next);
        text_[at] = from.behind_element ? ',' : ' ';
        return from;
    }

    /// Line breaks stay.
    void blank_out(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            text_[i] = text_[i] == '\n' ? '\n' : ' ';
        }
    }

    /// Leaves out the event or member that is being read.
    std::optional<Checkpoint> behind_piece(const TreeBuilder& builder) {
        const bool in_list = builder.level() == Level::EventsList || builder.level() == Level::RootList;
        if (builder.level() == Level::Start || builder.level() == Level::Done ||
            (!in_list && !builder.inside_piece())) {
            return std::nullopt;
        }
        // Between two events nothing is open: what stands there is left out like an event.
        std::size_t from = builder.inside_piece() ? builder.skip_from() : builder.scanner().offset();
        while (from < end_ && (text_[from] == ',' || text_[from] == ':' || text_[from] == ' ' || text_[from] == '\t' ||
                               text_[from] == '\r' || text_[from] == '\n')) {
            ++from;
        }
        const std::size_t to = end_of_value(view(), from);
        const std::size_t least = std::max(builder.safe().scanner.offset(), builder.inside_piece() ? 0 : from);
        if (to == std::string_view::npos || to <= least) {
            return std::nullopt;
        }
        Checkpoint next = builder.safe();
        next.scanner.move_to(to);
        next.behind_element = true;
        next.events += in_list ? 1 : 0;
        return next;
    }

    void mend(const SyntaxFault& fault) {
        blank_out(fault.mend_from, fault.mend_to);
        if (fault.mend_with.size() <= fault.mend_to - fault.mend_from) {
            text_.replace(fault.mend_from, fault.mend_with.size(), fault.mend_with);
        }
    }

    void tell(std::vector<geodata::Problem>& problems, geodata::Problem problem) {
        if (report_.mended.size() + report_.broken.size() < most_told) {
            problems.push_back(std::move(problem));
        } else {
            ++report_.untold;
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
    CarefulStretch careful_;
    std::size_t faults_ = 0;
};

void parse_lines(std::string& text, std::span<const std::size_t> repairs, EventSink& sink, ParseReport& report) {
    CarefulStretch careful;
    ListPlace place;
    while (place.at.offset < text.size()) {
        if (!careful.holds(place.at.offset)) {
            const auto taken = sink.take_events(place);
            if (!taken) {
                return;
            }
            place = *taken;
            careful.begin(place.at.offset);
        }
        const std::size_t begin = place.at.offset;
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto first = text.find_first_not_of(" \t\r", begin);
        if (first < end) {
            const auto before = std::lower_bound(repairs.begin(), repairs.end(), begin);
            Reader{text, end, {before, repairs.end()}, Layout::Event, sink, report}.read(place.at);
            ++place.events;
        }
        place.at = {end + 1, end + 1, place.at.line + 1};
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
        Reader{text, text.size(), repairs, layout, sink, report}.read({});
    }
    return report;
}

void parse_event_at(const std::string& text, const std::vector<std::size_t>& repairs, const ListPlace& place,
                    std::size_t end, EventSink& sink) {
    const std::string_view view = std::string_view{text}.substr(0, end);
    const Checkpoint from{TokenScanner{view, repairs, place.at}, place.level, place.events, false};
    TreeBuilder builder{view, sink, from, Layout::Event, 0};
    static_cast<void>(parse_from(view, from, builder));  // the list is not closed, which is no matter
}

}  // namespace events::json
