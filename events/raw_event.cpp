#include "events/raw_event.h"

#include <algorithm>

namespace events {

std::string RawValue::pointer() const {
    std::vector<std::uint32_t> way;
    for (std::uint32_t at = index_; at != 0; at = tree_->nodes[at].parent) {
        way.push_back(at);
    }
    std::string pointer = tree_->pointer;
    for (auto at = way.rbegin(); at != way.rend(); ++at) {
        const RawNode& node = tree_->nodes[*at];
        if (tree_->nodes[node.parent].type == RawType::List) {
            pointer += '/' + std::to_string(node.place_in_list);
        } else {
            append_to_pointer(pointer, node.key);
        }
    }
    return pointer;
}

std::string_view words_from_type(RawType type) {
    switch (type) {
        case RawType::Null:
            return "null";
        case RawType::Boolean:
            return "true or false";
        case RawType::Number:
            return "a number";
        case RawType::Text:
            return "text";
        case RawType::List:
            return "a list";
        case RawType::Object:
            return "an object";
    }
    return "";
}

void append_to_pointer(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (const char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

}  // namespace events
