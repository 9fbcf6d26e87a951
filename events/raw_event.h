// One piece of an event file as it was written, before anybody judged it: a small tree of values, each of which knows
// its line, column and JSON pointer. A tree lives for one event (or one member of the file's object) at a time.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace events {

enum class RawType : std::uint8_t { Null, Boolean, Number, Text, List, Object };

struct RawTree;

/// A value in its tree. Nodes stand in the order of the file: a list or object is followed by what it holds.
struct RawNode {
    RawType type = RawType::Null;
    bool boolean = false;
    std::uint32_t line = 0;
    std::uint32_t column = 0;    ///< 1-based, in bytes
    std::uint32_t key_line = 0;  ///< of its name, in an object
    std::uint32_t key_column = 0;
    std::uint32_t parent = 0;  ///< index; the root is its own
    std::uint32_t end = 0;     ///< one past the last node that it holds
    std::uint32_t place_in_list = 0;
    std::uint32_t known = 0;
    const RawTree* shared = nullptr;  ///< what it holds is held by the root of that tree; null: it holds it itself
    double number = 0.0;
    std::string_view key;  ///< views into the file's bytes, or into a buffer that lives as long as the tree
    std::string_view text;
};

struct RawTree {
    std::vector<RawNode> nodes;
    std::string pointer;  ///< of the root in its file: "/events/12"
};

/// One value of a tree; as cheap to copy as a pointer. Valid as long as the tree is.
class RawValue {
public:
    RawValue(const RawTree& tree, std::uint32_t index) : tree_{&tree}, index_{index} {}

    [[nodiscard]] RawType type() const { return node().type; }
    [[nodiscard]] bool is(RawType type) const { return node().type == type; }
    [[nodiscard]] std::string_view text() const { return node().text; }  ///< empty unless Text
    [[nodiscard]] double number() const { return node().number; }        ///< 0 unless Number
    [[nodiscard]] bool boolean() const { return node().boolean; }        ///< false unless Boolean
    [[nodiscard]] std::string_view key() const { return node().key; }    ///< its name, if it stands in an object
    [[nodiscard]] int line() const { return static_cast<int>(node().line); }
    [[nodiscard]] int column() const { return static_cast<int>(node().column); }
    [[nodiscard]] int key_line() const { return static_cast<int>(node().key_line); }
    [[nodiscard]] int key_column() const { return static_cast<int>(node().key_column); }
    /// Lists and objects with the same number are written alike; 0 says nothing.
    [[nodiscard]] std::uint32_t known() const { return node().known; }
    [[nodiscard]] std::uint32_t index() const { return index_; }
    [[nodiscard]] const RawTree& tree() const { return *tree_; }
    /// RFC 6901, from the root of the file.
    [[nodiscard]] std::string pointer() const;

    /// What a list or object holds, in order.
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = RawValue;
        using pointer = const RawValue*;
        using reference = RawValue;
        using difference_type = std::ptrdiff_t;
        Iterator(const RawTree& tree, std::uint32_t index) : tree_{&tree}, index_{index} {}
        RawValue operator*() const { return {*tree_, index_}; }
        Iterator& operator++() {
            index_ = tree_->nodes[index_].end;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

    private:
        const RawTree* tree_;
        std::uint32_t index_;
    };
    [[nodiscard]] Iterator begin() const {
        return node().shared != nullptr ? Iterator{*node().shared, 1} : Iterator{*tree_, index_ + 1};
    }
    [[nodiscard]] Iterator end() const {
        return node().shared != nullptr ? Iterator{*node().shared, node().shared->nodes.front().end}
                                        : Iterator{*tree_, node().end};
    }
    [[nodiscard]] bool empty() const { return begin() == end(); }

private:
    [[nodiscard]] const RawNode& node() const { return tree_->nodes[index_]; }
    const RawTree* tree_;
    std::uint32_t index_;
};

/// "a number", "text", "a list", ... for messages.
[[nodiscard]] std::string_view words_from_type(RawType type);

/// Appends "/name" to a JSON pointer, with ~ and / escaped.
void append_to_pointer(std::string& pointer, std::string_view name);

}  // namespace events
