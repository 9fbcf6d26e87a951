// What shaping gave, by what was asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "render/text/text.h"

namespace render::text {

/// A map from (text, style, one number more) that is searched without copying the text, and forgets what has not been
/// asked for in a while once it has grown large. References to values stay valid until their entry is dropped.
template <typename Value>
class TextCache {
public:
    /// Null when there is nothing under the key; what is found counts as used in this frame.
    [[nodiscard]] Value* find(std::string_view utf8, const TextStyle& style, float number) {
        const auto found = entries_.find(KeyView{utf8, style, number});
        if (found == entries_.end()) {
            return nullptr;
        }
        found->second.used_in_frame = frame_;
        return &found->second.value;
    }

    Value& insert(std::string_view utf8, const TextStyle& style, float number, Value value) {
        Entry entry{.value = std::move(value), .used_in_frame = frame_};
        return entries_.insert_or_assign(Key{std::string(utf8), style, number}, std::move(entry)).first->second.value;
    }

    /// Counts a frame; once more than max_entries are held, drops those unused for max_age_frames.
    void begin_frame(std::size_t max_entries, std::uint64_t max_age_frames) {
        ++frame_;
        // Looking every 64th frame keeps the walk over a large cache, all of it in use, out of the others.
        if (entries_.size() > max_entries && frame_ % 64 == 0) {
            std::erase_if(entries_,
                          [&](const auto& entry) { return frame_ - entry.second.used_in_frame > max_age_frames; });
        }
    }

    void clear() { entries_.clear(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct KeyView {
        std::string_view utf8;
        const TextStyle& style;
        float number;
    };
    struct Key {
        std::string utf8;
        TextStyle style;
        float number;
        operator KeyView() const {
            return {utf8, style, number};
        }  // NOLINT(google-explicit-constructor): the key's view
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(const KeyView& key) const {
            std::size_t hash = std::hash<std::string_view>{}(key.utf8);
            mix(hash, static_cast<std::size_t>(key.style.face));
            mix(hash, std::hash<float>{}(key.style.size_pt));
            mix(hash, std::hash<float>{}(key.style.spacing_em));
            mix(hash, std::hash<std::string_view>{}(key.style.language.tag()));
            mix(hash, std::hash<float>{}(key.number));
            return hash;
        }
        static void mix(std::size_t& hash, std::size_t value) {
            hash ^= value + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U);
        }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(const KeyView& a, const KeyView& b) const {
            return a.utf8 == b.utf8 && a.style == b.style && a.number == b.number;
        }
    };
    struct Entry {
        Value value;
        std::uint64_t used_in_frame = 0;
    };

    std::unordered_map<Key, Entry, Hash, Equal> entries_;
    std::uint64_t frame_ = 0;
};

}  // namespace render::text
