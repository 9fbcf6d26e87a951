#include "events/file_problems.h"

#include "events/counted.h"
#include "events/first_characters.h"
#include "events/nearest_word.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <tuple>
#include <utility>

namespace events {
namespace {

constexpr std::size_t most_unknown_fields = 20;

std::string words_from_number(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

/// Files may hold anything, and a problem is one line on somebody's terminal: no control characters, and not too long.
std::string one_line(std::string text) {
    constexpr std::size_t longest = 400;
    if (text.size() > longest) {
        std::size_t length = longest;
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
            --length;  // not in the middle of a character
        }
        text.resize(length);
        text += "...";
    }
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return text;
}

/// "tags", or "an element of tags" for what stands in a list.
std::string name_of(RawValue value) {
    if (!value.key().empty()) {
        return std::string{value.key()};
    }
    const std::string_view list = value.tree().nodes[value.tree().nodes[value.index()].parent].key;
    return list.empty() ? "this" : "an element of " + std::string{list};
}

std::string too_long(std::string_view text, std::size_t longest) {
    return " has " + std::to_string(count_characters(text)) + " characters; no more than " + std::to_string(longest) +
           " are kept";
}

void wrong_type(RawValue value, std::string_view expected, FileProblems& problems) {
    problems.error(value, name_of(value) + " must be " + std::string{expected} + ", not " +
                              std::string{words_from_type(value.type())});
}

}  // namespace

void FileProblems::add(geodata::Severity severity, RawValue at, std::string what) {
    ++count_;
    if (only_count_) {
        return;
    }
    problems_.push_back({severity, one_line(std::move(what)), file_, at.line(), at.column(), one_line(at.pointer())});
}

void FileProblems::error(std::string what, int line, int column) {
    problems_.push_back({geodata::Severity::Error, one_line(std::move(what)), file_, line, column, {}});
}

void FileProblems::warn(std::string what, int line, int column, std::string pointer) {
    ++count_;
    if (only_count_) {
        return;
    }
    problems_.push_back(
        {geodata::Severity::Warning, one_line(std::move(what)), file_, line, column, one_line(std::move(pointer))});
}

void FileProblems::add(std::vector<geodata::Problem> problems) {
    for (geodata::Problem& problem : problems) {
        problem.file = file_;
        problem.what = one_line(std::move(problem.what));
        problem.pointer = one_line(std::move(problem.pointer));
        problems_.push_back(std::move(problem));
    }
}

void FileProblems::unknown_field(RawValue field, std::span<const std::string_view> known) {
    ++count_;
    if (only_count_ || ++unknown_fields_ > most_unknown_fields) {
        return;
    }
    const std::string_view nearest = nearest_word(field.key(), known);
    warn("unknown field " + std::string{field.key()} + did_you_mean(nearest), field.key_line(), field.key_column(),
         field.pointer());
}

bool FileProblems::is_first_of_its_name(RawValue at, std::string_view name) {
    ++count_;
    if (only_count_) {
        return false;
    }
    const auto known = unknown_sources_.find(name);
    if (known == unknown_sources_.end()) {
        return true;
    }
    UnknownSource& source = known->second;
    const RawValue event{at.tree(), 0};
    if (source.last_pointer != at.tree().pointer || source.last_line != event.line()) {
        source.last_pointer = at.tree().pointer;
        source.last_line = event.line();
        ++source.more_events;
    }
    return false;
}

void FileProblems::tell_unknown_source(RawValue at, std::string_view name, std::string hint) {
    const RawValue event{at.tree(), 0};
    unknown_sources_.emplace(name,
                             UnknownSource{problems_.size(), std::move(hint), at.tree().pointer, event.line(), 0});
    problems_.push_back({geodata::Severity::Error, {}, file_, at.line(), at.column(), one_line(at.pointer())});
}

void FileProblems::clear() {
    problems_.clear();
    unknown_sources_.clear();
    unknown_fields_ = 0;
}

std::vector<geodata::Problem> FileProblems::take() {
    for (const auto& [name, source] : unknown_sources_) {
        const std::string more = source.more_events == 0 ? ""
                                 : source.more_events == 1
                                     ? ", and one more event names it"
                                     : ", and " + counted(source.more_events, "more event") + " name it";
        problems_[source.problem].what = one_line("there is no source " + name + " in this file" + more + source.hint);
    }
    unknown_sources_.clear();
    std::stable_sort(problems_.begin(), problems_.end(), [](const geodata::Problem& a, const geodata::Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    if (unknown_fields_ > most_unknown_fields) {
        warn("and " + counted(unknown_fields_ - most_unknown_fields, "more unknown field"));
    }
    unknown_fields_ = 0;
    return std::exchange(problems_, {});
}

Fields::Fields(RawValue object, std::span<const std::string_view> names, FileProblems& problems)
    : tree_{&object.tree()} {
    std::fill(std::begin(found_), std::end(found_), none);
    if (!object.is(RawType::Object)) {
        return;
    }
    auto from = names.begin();  // files mostly keep to the order of the names, so the next one is sought from there
    for (const RawValue member : object) {
        tree_ = &member.tree();
        auto name = std::find(from, names.end(), member.key());
        if (name == names.end()) {
            name = std::find(names.begin(), from, member.key());
            name = name == from ? names.end() : name;
        }
        if (name == names.end()) {
            problems.unknown_field(member, names);
            continue;
        }
        from = name + 1;
        std::uint32_t& slot = found_[static_cast<std::size_t>(name - names.begin())];
        if (slot != none) {
            problems.warn(member, "the field " + std::string{member.key()} + " is there twice; the first one counts");
        } else if (!member.is(RawType::Null)) {
            slot = member.index();
        }
    }
}

std::string_view text_of(std::optional<RawValue> value, FileProblems& problems, std::size_t longest) {
    if (!value) {
        return {};
    }
    if (!value->is(RawType::Text)) {
        wrong_type(*value, "text", problems);
    }
    const std::string_view text = value->text();
    const std::string_view kept = first_characters(text, longest);
    if (kept.size() < text.size()) {
        problems.warn(*value, name_of(*value) + too_long(text, longest));
    }
    return kept;
}

std::string_view key_of(RawValue value, FileProblems& problems) {
    const std::string_view kept = first_characters(value.key(), longest_text);
    if (kept.size() < value.key().size()) {
        problems.warn("this name" + too_long(value.key(), longest_text), value.key_line(), value.key_column());
    }
    return kept;
}

std::vector<std::string> texts_of(std::optional<RawValue> value, FileProblems& problems) {
    std::vector<std::string> result;
    if (!value) {
        return result;
    }
    if (value->is(RawType::Text)) {
        result.emplace_back(value->text());
        return result;
    }
    if (!value->is(RawType::List)) {
        wrong_type(*value, "text or a list of texts", problems);
        return result;
    }
    for (const RawValue element : *value) {
        const std::string_view text = text_of(element, problems);
        if (!text.empty()) {
            result.emplace_back(text);
        }
    }
    return result;
}

bool flag_of(std::optional<RawValue> value, bool fallback, FileProblems& problems) {
    if (value && !value->is(RawType::Boolean)) {
        problems.error(*value, std::string{value->key()} + " must be true or false, not " +
                                   std::string{words_from_type(value->type())});
        return fallback;
    }
    return value ? value->boolean() : fallback;
}

std::optional<double> number_of(std::optional<RawValue> value, double low, double high, FileProblems& problems) {
    if (!value) {
        return std::nullopt;
    }
    if (!value->is(RawType::Number)) {
        wrong_type(*value, "a number", problems);
        return std::nullopt;
    }
    const double number = value->number();
    if (!(number >= low && number <= high)) {
        const std::string name = value->key().empty() ? "the number" : std::string{value->key()};
        problems.error(*value, name + ' ' + words_from_number(number) + " is out of range: from " +
                                   words_from_number(low) + " to " + words_from_number(high));
        return std::nullopt;
    }
    return number;
}

}  // namespace events
