// What an event file says about itself beside its events: title, sources, its own kinds and places. And the tables that
// all files of one store share.
#pragma once

#include "events/event.h"
#include "events/file_problems.h"
#include "events/resolve.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace events {

/// The kinds of all files: built-in ones, declared ones, and those that events merely use.
class KindRegistry {
public:
    struct Found {
        KindId id{};
        bool is_new = false;  ///< nobody declared it: it was added in a neutral style just now
    };
    /// The kind of that name; when there are most_kinds already, "other" stands for a new one.
    [[nodiscard]] Found find_or_add(std::string_view name);
    /// A declaration of a file; it also replaces what was added without one. False for the name of a built-in kind.
    bool declare(Kind kind);
    /// More than a person can tell apart, and few enough to look through.
    static constexpr std::size_t most_kinds = 1000;
    [[nodiscard]] bool is_full() const { return kinds_.all().size() >= most_kinds; }
    [[nodiscard]] const Kind& operator[](KindId id) const { return kinds_[id]; }
    [[nodiscard]] const KindTable& table() const { return kinds_; }
    [[nodiscard]] std::vector<std::string_view> names() const;

private:
    KindTable kinds_;
    std::vector<std::string> undeclared_;
};

/// Sources, each once: those of all files, or those that a part of a file adds to them.
class SourceRegistry {
public:
    /// `first`: the index of the first one to be added here.
    explicit SourceRegistry(std::uint32_t first = 0) : first_{first} {}
    /// Its index; a source that says the same as an earlier one is that one.
    [[nodiscard]] std::uint32_t add(Source source);
    [[nodiscard]] const std::vector<Source>& all() const { return sources_; }
    /// The index that the next new one will get.
    [[nodiscard]] std::uint32_t end() const { return first_ + static_cast<std::uint32_t>(sources_.size()); }

private:
    std::uint32_t first_;
    std::vector<Source> sources_;
    std::unordered_map<std::string, std::uint32_t> by_content_;
};

/// A source object, in a file's header or inside an event.
[[nodiscard]] Source source_from(RawValue object, FileProblems& problems);

class FileHeader {
public:
    FileHeader(KindRegistry& kinds, SourceRegistry& sources, Resolver& resolver, FileProblems& problems)
        : kinds_{kinds}, sources_{sources}, resolver_{resolver}, problems_{problems} {}

    /// A member of the file's object. True when it matters to events that were read before it.
    bool read(RawValue member);
    /// The source that this file calls so.
    [[nodiscard]] std::optional<std::uint32_t> source(std::string_view id) const;
    /// The id nearest to one that the file does not have, or nothing.
    [[nodiscard]] std::string nearest_source(std::string_view id) const;
    [[nodiscard]] bool has_sources() const { return !source_ids_.empty(); }

private:
    template <class Take>
    void for_each_entry(RawValue member, std::string_view name_field, Take take);
    void read_format(RawValue member);
    void read_source(std::string_view id, RawValue value);
    void read_kind(std::string_view name, RawValue value);
    /// The built-in kind whose looks a field names, or "neutral"; empty for anything else, which is told.
    [[nodiscard]] std::string look_of(std::optional<RawValue> value, std::string_view what);
    void read_place(std::string_view name, RawValue value);

    KindRegistry& kinds_;
    SourceRegistry& sources_;
    Resolver& resolver_;
    FileProblems& problems_;
    TextMap<std::uint32_t> source_ids_;
    mutable SearchLimit searches_;
};

}  // namespace events
