#include "events/json/chunk_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace events::json {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_known = 20'000;  // different lists and objects to remember

/// Lists and objects that were read before, by their bytes.
class KnownValues {
public:
    /// 0 for one that is not known.
    [[nodiscard]] std::uint32_t find(std::string_view bytes) const {
        const auto found = numbers_.find(bytes);
        return found == numbers_.end() ? 0 : found->second;
    }
    /// Remembers the nodes from the first on, which are one whole value; `bytes` must stay where they are. Gives its
    /// number, or 0 when there are enough.
    std::uint32_t add(std::string_view bytes, const RawTree& tree, std::uint32_t first) {
        if (numbers_.size() >= most_known) {
            return find(bytes);
        }
        const auto [at, is_new] = numbers_.emplace(bytes, static_cast<std::uint32_t>(trees_.size() + 1));
        if (is_new) {
            RawTree& kept = trees_.emplace_back();
            kept.nodes.assign(tree.nodes.begin() + first, tree.nodes.end());
            for (RawNode& node : kept.nodes) {
                node.parent -= std::min(node.parent, first);
                node.end -= first;
                node.text = strings_.emplace_back(node.text);
                node.key = strings_.emplace_back(node.key);
            }
        }
        return at->second;
    }
    [[nodiscard]] const RawTree& operator[](std::uint32_t number) const { return trees_[number - 1]; }

private:
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::deque<RawTree> trees_;
    std::deque<std::string> strings_;
};

}  // namespace

/// Builds the tree of one event after the other. The names of its functions are nlohmann's.
class ChunkReader::Handler {
public:
    /// What stands for, or is, one of EventChunk::flats.
    struct Flat {
        std::string_view bytes;   // empty for a null
        std::uint32_t known = 0;  // not 0: the parser sees a null
    };
    std::vector<Flat> flats;
    KnownValues known;

    void begin(const EventChunk& chunk, Sink& sink, std::size_t longest) {
        chunk_ = &chunk;
        sink_ = &sink;
        next_flat_ = event_ = 0;
        in_list_ = false;
        open_.clear();
        tree_.nodes.clear();
        letters_.resize(std::max(letters_.size(), longest));
        free_ = letters_.data();
    }

    bool null() {
        const Flat& flat = flats[next_flat_++];
        if (!open_.empty()) {
            open_.back().is_flat = false;
        }
        if (flat.known == 0) {
            add_node();
        } else {
            add_known(flat.known);
        }
        return true;
    }
    bool boolean(bool value) {
        RawNode& node = add_node();
        node.type = RawType::Boolean;
        node.boolean = value;
        return true;
    }
    bool number_integer(Json::number_integer_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return number(static_cast<double>(value)); }
    bool number_float(Json::number_float_t value, const std::string&) { return number(value); }
    bool string(std::string& value) {
        RawNode& node = add_node();
        node.type = RawType::Text;
        node.text = kept(value);
        return true;
    }
    bool binary(Json::binary_t&) { return false; }
    bool key(std::string& value) {
        key_ = kept(value);
        return true;
    }
    bool start_object(std::size_t) { return open(RawType::Object); }
    bool start_array(std::size_t) { return open(RawType::List); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

private:
    struct Open {
        std::uint32_t node = 0;
        std::uint32_t children = 0;
        bool is_flat = true;
    };

    std::string_view kept(const std::string& value) {
        const std::string_view text{free_, value.size()};
        free_ = std::copy(value.begin(), value.end(), free_);
        return text;
    }

    bool number(double value) {
        RawNode& node = add_node();
        node.type = RawType::Number;
        node.number = value;
        return true;
    }

    RawNode& add_node() {
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        RawNode& node = tree_.nodes.emplace_back();
        node.end = index + 1;
        if (!open_.empty()) {
            node.parent = open_.back().node;
            node.place_in_list = open_.back().children++;
            node.key = tree_.nodes[node.parent].type == RawType::Object ? key_ : std::string_view{};
        }
        return node;
    }

    void add_known(std::uint32_t number) {
        const RawTree& shared = known[number];
        RawNode& node = add_node();
        node.type = shared.nodes.front().type;
        node.known = number;
        node.shared = &shared;
    }

    bool open(RawType type) {
        if (!in_list_) {
            in_list_ = true;  // the list of the chunk's events itself
            return true;
        }
        if (open_.size() == max_depth) {
            return false;
        }
        if (open_.empty()) {
            free_ = letters_.data();
        } else {
            open_.back().is_flat = false;
        }
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        add_node().type = type;
        open_.push_back({index});
        return true;
    }

    bool close() {
        if (open_.empty()) {
            return true;
        }
        const Open closed = open_.back();
        open_.pop_back();
        tree_.nodes[closed.node].end = static_cast<std::uint32_t>(tree_.nodes.size());
        if (!open_.empty()) {
            if (closed.is_flat) {
                tree_.nodes[closed.node].known = known.add(flats[next_flat_++].bytes, tree_, closed.node);
            }
            return true;
        }
        tree_.nodes.front().line = chunk_->events[event_].begin.line;
        const bool goes_on = sink_->on_event({tree_, 0}, event_++);
        tree_.nodes.clear();
        return goes_on;
    }

    const EventChunk* chunk_ = nullptr;
    Sink* sink_ = nullptr;
    RawTree tree_;
    std::vector<Open> open_;
    std::string_view key_;
    std::vector<char> letters_;  // of the event that is being read; never more than its bytes
    char* free_ = nullptr;
    std::size_t next_flat_ = 0;
    std::size_t event_ = 0;
    bool in_list_ = false;
};

ChunkReader::ChunkReader(const std::string& text) : text_{text}, handler_{std::make_unique<Handler>()} {}
ChunkReader::~ChunkReader() = default;

/// Writes the chunk's events as one list, with nulls for what is known.
void ChunkReader::prepare(const EventChunk& chunk) {
    const std::string_view text{text_};
    prepared_.assign(1, '[');
    handler_->flats.clear();
    auto flat = chunk.flats.begin();
    for (const EventChunk::Place& event : chunk.events) {
        prepared_.append(prepared_.size() > 1 ? "," : "");
        std::size_t written = event.begin.offset;
        for (; flat != chunk.flats.end() && flat->begin < event.end; ++flat) {
            const std::string_view bytes = text.substr(flat->begin, flat->length);
            const std::uint32_t known = bytes.empty() ? 0 : handler_->known.find(bytes);
            handler_->flats.push_back({bytes, known});
            if (known != 0) {
                prepared_.append(text, written, flat->begin - written).append("null");
                written = flat->begin + flat->length;
            }
        }
        prepared_.append(text, written, event.end - written);
    }
    prepared_ += ']';
}

bool ChunkReader::read(const EventChunk& chunk, Sink& sink) {
    prepare(chunk);
    handler_->begin(chunk, sink, prepared_.size());
    return Json::sax_parse(prepared_.data(), prepared_.data() + prepared_.size(), handler_.get());
}

}  // namespace events::json
