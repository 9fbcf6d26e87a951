// The problems of one event file while it is read, and the checks of type that every field needs.
#pragma once

#include "events/raw_event.h"
#include "geodata/problem.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace events {

class FileProblems {
public:
    /// `only_count`: keeps no words and no places, for a first reading that asks just whether all is well.
    explicit FileProblems(std::string file, bool only_count = false)
        : file_{std::move(file)}, only_count_{only_count} {}

    [[nodiscard]] const std::string& file() const { return file_; }
    void error(RawValue at, std::string what) { add(geodata::Severity::Error, at, std::move(what)); }
    void warn(RawValue at, std::string what) { add(geodata::Severity::Warning, at, std::move(what)); }
    /// `words` makes the text, where that takes a search.
    template <std::invocable Words>
    void error(RawValue at, Words words) {
        add(geodata::Severity::Error, at, only_count_ ? std::string{} : words());
    }
    template <std::invocable Words>
    void warn(RawValue at, Words words) {
        add(geodata::Severity::Warning, at, only_count_ ? std::string{} : words());
    }
    /// Of the file as a whole, or of a line of it.
    void error(std::string what, int line = 0, int column = 0);
    void warn(std::string what, int line = 0, int column = 0, std::string pointer = {});
    void add(std::vector<geodata::Problem> problems);
    /// A field that nobody knows; after twenty of them only their number is told.
    void unknown_field(RawValue field, std::span<const std::string_view> known);
    /// A source that an event names and the file does not: told once for each name, where it is met first, with the
    /// number of events behind it that name it too. `hint` makes what is said about the name.
    template <std::invocable Hint>
    void unknown_source(RawValue at, std::string_view name, Hint hint) {
        if (is_first_of_its_name(at, name)) {
            tell_unknown_source(at, name, hint());
        }
    }
    /// How many there were so far, unknown fields among them.
    [[nodiscard]] std::size_t count() const { return count_; }
    /// Forgets everything, for a second reading of the same file.
    void clear();
    /// All of them in the order of the file.
    [[nodiscard]] std::vector<geodata::Problem> take();

private:
    struct UnknownSource {
        std::size_t problem = 0;  // its index
        std::string hint;
        std::string last_pointer;  // of the last event that named it
        int last_line = 0;
        std::size_t more_events = 0;
    };

    void add(geodata::Severity severity, RawValue at, std::string what);
    /// Counts the event that names it.
    [[nodiscard]] bool is_first_of_its_name(RawValue at, std::string_view name);
    void tell_unknown_source(RawValue at, std::string_view name, std::string hint);

    std::string file_;
    bool only_count_;
    std::vector<geodata::Problem> problems_;
    std::size_t count_ = 0;
    std::size_t unknown_fields_ = 0;
    std::map<std::string, UnknownSource, std::less<>> unknown_sources_;
};

/// The members of an object by the names that are known for it. Unknown names, names written twice (the first one
/// counts) and the like are told. A member that is null counts as missing.
class Fields {
public:
    /// `names` outlives the object and has at most 48 names.
    Fields(RawValue object, std::span<const std::string_view> names, FileProblems& problems);

    /// The member whose name is names[which].
    [[nodiscard]] std::optional<RawValue> operator[](std::size_t which) const {
        return found_[which] == none ? std::nullopt : std::optional{RawValue{*tree_, found_[which]}};
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    const RawTree* tree_;
    std::uint32_t found_[48];
};

/// Characters that are kept of a title, a name or whatever else stands in one line, and of a summary or a note: what is
/// longer is not what it says it is, and would be laid out in every frame.
inline constexpr std::size_t longest_text = 1'000;
inline constexpr std::size_t longest_prose = 100'000;

/// The value's text; an error and nothing when it is there but is no text. Of one that is longer than `longest`
/// characters its beginning, and a warning.
[[nodiscard]] std::string_view text_of(std::optional<RawValue> value, FileProblems& problems,
                                       std::size_t longest = longest_text);
/// The same for a name that stands before a colon, such as a source's or a kind's.
[[nodiscard]] std::string_view key_of(RawValue value, FileProblems& problems);
/// A text, or a list of texts; what else there is in it is an error.
[[nodiscard]] std::vector<std::string> texts_of(std::optional<RawValue> value, FileProblems& problems);
/// True or false; an error and the fallback when it is there but neither.
[[nodiscard]] bool flag_of(std::optional<RawValue> value, bool fallback, FileProblems& problems);
/// The value's number; an error and nothing when it is there but is no number, or outside of [low, high].
[[nodiscard]] std::optional<double> number_of(std::optional<RawValue> value, double low, double high,
                                              FileProblems& problems);

}  // namespace events
