// What many events have in common, kept once: parties, places, dates, lists of sources and of tags, amounts. Events
// know them by number. And the letters of all events.
#pragma once

#include "events/event.h"

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace events {

/// Stands for a thing that an event does not have.
inline constexpr std::uint32_t no_number = 0xFFFFFFFF;

/// A date with the words for it.
struct DateInWords {
    EdtfDate date;
    std::string words;
};
using SourceList = std::vector<std::uint32_t>;
using TagList = std::vector<std::string>;

/// Appends to `key` what tells a value from others of its type, and how much memory a value holds beside itself.
void append_content(std::string& key, const DateInWords& value);
void append_content(std::string& key, const EventPlace& value);
void append_content(std::string& key, const Party& value);
void append_content(std::string& key, const Value& value);
void append_content(std::string& key, const SourceList& value);
void append_content(std::string& key, const TagList& value);
[[nodiscard]] std::size_t bytes_held(const DateInWords& value);
[[nodiscard]] std::size_t bytes_held(const EventPlace& value);
[[nodiscard]] std::size_t bytes_held(const Party& value);
[[nodiscard]] std::size_t bytes_held(const Value& value);
[[nodiscard]] std::size_t bytes_held(const SourceList& value);
[[nodiscard]] std::size_t bytes_held(const TagList& value);

/// Different values of one type, numbered in the order of their coming. References to them hold as long as the pool.
template <class T>
class Pool {
public:
    /// The number of this value; equal values have the same.
    std::uint32_t add(T value) {
        key_.clear();
        append_content(key_, value);
        const auto [at, is_new] = by_content_.try_emplace(key_, static_cast<std::uint32_t>(values_.size()));
        if (is_new) {
            values_.push_back(std::move(value));
        }
        return at->second;
    }
    [[nodiscard]] const T& operator[](std::uint32_t number) const { return values_[number]; }
    [[nodiscard]] const std::deque<T>& all() const { return values_; }
    [[nodiscard]] std::size_t size() const { return values_.size(); }
    /// No more will be added: lets go of what finds equal values.
    void close() { by_content_ = {}; }
    [[nodiscard]] std::size_t bytes() const {
        std::size_t sum = 0;
        for (const T& value : values_) {
            sum += sizeof(T) + bytes_held(value);
        }
        return sum;
    }

private:
    std::deque<T> values_;
    std::unordered_map<std::string, std::uint32_t> by_content_;
    std::string key_;
};

/// Texts behind each other in blocks that never move.
class Letters {
public:
    /// A copy of the parts, one behind the other; holds as long as these letters, or those that took them.
    [[nodiscard]] const char* put(std::initializer_list<std::string_view> parts);
    /// Takes over all texts of others, which stay where they are.
    void take(Letters others);
    /// Of the texts alone.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
    std::size_t bytes_ = 0;
};

struct EventPools {
    Pool<DateInWords> dates;
    Pool<EventPlace> places;
    Pool<Party> parties;
    Pool<SourceList> source_lists;
    Pool<TagList> tag_lists;
    Pool<Value> values;
    Letters letters;

    void close();
    /// Beside the letters.
    [[nodiscard]] std::size_t bytes() const;
};

}  // namespace events
