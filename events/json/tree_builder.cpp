#include "events/json/tree_builder.h"

#include <algorithm>

namespace events::json {

Prefix prefix_of(const Checkpoint& at) {
    switch (at.level) {
        case Level::RootObject:
            return at.behind_element ? Prefix{R"({"":0)", 3} : Prefix{"{", 1};
        case Level::RootList:
            return at.behind_element ? Prefix{"[0", 2} : Prefix{"[", 1};
        case Level::EventsList:
            return at.behind_element ? Prefix{R"({"":[0)", 4} : Prefix{R"({"":[)", 3};
        default:
            return {};
    }
}

bool TreeBuilder::key(std::string& value) {
    if (ignores()) {
        return true;
    }
    if (open_.empty()) {
        checkpoint(last_ == LastToken::Value);  // before the token: a mended member is read again with its name
    }
    take_token(LastToken::Key);
    key_ = kept_text(value);
    key_token_ = token_;
    if (open_.empty()) {
        skip_from_ = scanner_.offset();
    }
    return true;
}

std::string_view TreeBuilder::kept_text(const std::string& value) {
    if (!token_.escaped) {
        return text_.substr(token_.offset + 1, token_.length - 2);
    }
    char* copy = std::pmr::polymorphic_allocator<char>{&strings_}.allocate(std::max<std::size_t>(value.size(), 1));
    std::copy(value.begin(), value.end(), copy);
    return {copy, value.size()};
}

void TreeBuilder::before_piece() {
    if (in_list()) {
        checkpoint(last_ == LastToken::Value);
        skip_from_ = scanner_.offset();
    }
}

bool TreeBuilder::open(RawType type) {
    if (ignores()) {
        return true;
    }
    if (begins_piece()) {
        before_piece();
    }
    take_token(LastToken::Open);
    if (begins_piece() && enter_level(type)) {
        return !paused_;
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

bool TreeBuilder::enter_level(RawType type) {
    if (level_ == Level::Start && layout_ == Layout::Document) {
        level_ = type == RawType::Object ? Level::RootObject : Level::RootList;
    } else if (level_ == Level::RootObject && type == RawType::List && key_ == "events") {
        level_ = Level::EventsList;
    } else {
        return false;
    }
    has_list_ = has_list_ || in_list();
    paused_ = in_list();
    checkpoint(false);
    return true;
}

bool TreeBuilder::close() {
    if (ignores()) {
        return true;
    }
    if (open_.empty() && in_list()) {
        end_of_list_ = Checkpoint{scanner_, level_, events_, last_ == LastToken::Value};
    }
    take_token(LastToken::Value);
    if (open_.empty()) {
        end_offset_ = in_list() ? scanner_.offset() : 0;
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
    return !paused_;
}

RawNode& TreeBuilder::add_node() {
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    RawNode& node = tree_.nodes.emplace_back();
    node.line = token_.line;
    node.column = token_.column;
    node.end = index + 1;
    if (in_object()) {
        node.key = key_;
        node.key_line = key_token_.line;
        node.key_column = key_token_.column;
    }
    if (open_.empty()) {
        set_root_pointer();
    } else {
        node.parent = open_.back();
        node.place_in_list = children_.back()++;
    }
    return node;
}

void TreeBuilder::set_root_pointer() {
    tree_.pointer.clear();
    if (level_ == Level::RootObject) {
        append_to_pointer(tree_.pointer, key_);
    } else if (level_ != Level::Start) {
        tree_.pointer = level_ == Level::EventsList ? "/events/" : "/";
        tree_.pointer += std::to_string(events_);
    }
}

void TreeBuilder::deliver() {
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
    paused_ = in_list() && scanner_.offset() >= pause_at_;
}

}  // namespace events::json
