#include "events/event_pools.h"

#include <algorithm>
#include <cstring>

namespace events {
namespace {

template <class Number>
void append_number(std::string& key, Number number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    key.append(bytes, sizeof number);
}

void append_text(std::string& key, std::string_view text) {
    append_number(key, text.size());
    key += text;
}

void append_texts(std::string& key, const std::vector<std::string>& texts) {
    append_number(key, texts.size());
    for (const std::string& text : texts) {
        append_text(key, text);
    }
}

/// A short string lives in its own object.
std::size_t held(const std::string& text) {
    const std::string empty;
    return text.capacity() > empty.capacity() ? text.capacity() + 1 : 0;
}

std::size_t held(const std::vector<std::string>& texts) {
    std::size_t sum = texts.capacity() * sizeof(std::string);
    for (const std::string& text : texts) {
        sum += held(text);
    }
    return sum;
}

}  // namespace

void append_content(std::string& key, const DateInWords& value) {
    append_text(key, value.words);
    append_text(key, value.date.text);
    for (const double day :
         {value.date.strict.start, value.date.strict.end, value.date.fuzzy.start, value.date.fuzzy.end}) {
        append_number(key, day);
    }
}

void append_content(std::string& key, const EventPlace& value) {
    append_text(key, value.name);
    append_text(key, value.country);
    if (value.at) {
        append_number(key, value.at->lon);
        append_number(key, value.at->lat);
    }
}

void append_content(std::string& key, const Party& value) {
    for (const std::string* text : {&value.code, &value.name, &value.role_name, &value.office}) {
        append_text(key, *text);
    }
    append_texts(key, value.people);
    key += static_cast<char>(value.role);
    key += static_cast<char>((value.is_country ? 1 : 0) + (value.is_organisation ? 2 : 0) + (value.signed_on ? 4 : 0));
    if (value.signed_on) {
        append_number(key, value.signed_on->start);
        append_number(key, value.signed_on->end);
    }
    append_content(key, value.place);
}

void append_content(std::string& key, const Value& value) {
    append_number(key, value.amount);
    append_text(key, value.currency);
    append_text(key, value.measure);
}

void append_content(std::string& key, const SourceList& value) {
    for (const std::uint32_t number : value) {
        append_number(key, number);
    }
}

void append_content(std::string& key, const TagList& value) {
    append_texts(key, value);
}

std::size_t bytes_held(const DateInWords& value) {
    return held(value.words) + held(value.date.text);
}

std::size_t bytes_held(const EventPlace& value) {
    return held(value.name) + held(value.country);
}

std::size_t bytes_held(const Party& value) {
    return held(value.code) + held(value.name) + held(value.role_name) + held(value.office) + held(value.people) +
           bytes_held(value.place);
}

std::size_t bytes_held(const Value& value) {
    return held(value.currency) + held(value.measure);
}

std::size_t bytes_held(const SourceList& value) {
    return value.capacity() * sizeof(std::uint32_t);
}

std::size_t bytes_held(const TagList& value) {
    return held(value);
}

const char* Letters::put(std::initializer_list<std::string_view> parts) {
    constexpr std::size_t usual_block = 1U << 18U;
    std::size_t size = 0;
    for (const std::string_view part : parts) {
        size += part.size();
    }
    if (size > left_ || free_ == nullptr) {
        left_ = std::max(usual_block, size);
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        free_ = blocks_.back().get();
    }
    char* const begin = free_;
    for (const std::string_view part : parts) {
        free_ = std::copy(part.begin(), part.end(), free_);
    }
    left_ -= size;
    bytes_ += size;
    return begin;
}

void Letters::take(Letters others) {
    blocks_.insert(blocks_.end(), std::make_move_iterator(others.blocks_.begin()),
                   std::make_move_iterator(others.blocks_.end()));
    bytes_ += others.bytes_;
}

void EventPools::close() {
    dates.close();
    places.close();
    parties.close();
    source_lists.close();
    tag_lists.close();
    values.close();
}

std::size_t EventPools::bytes() const {
    return dates.bytes() + places.bytes() + parties.bytes() + source_lists.bytes() + tag_lists.bytes() + values.bytes();
}

}  // namespace events
