// Finds events by their words: titles, people, places and summaries, whatever their script, accents and case. Made once
// for a store, and frozen.
//
// Texts that events share are kept once: a title, a summary, or the parties and places of an event. Each word that
// occurs knows in which texts; a question ranks texts by the words that begin as it does, and then looks at each
// event's three texts. So its cost is a walk over the events, whatever is asked for.
#pragma once

#include "events/event_store.h"
#include "events/icu/word_folder.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace events {

/// Where a word was found, the best first.
enum class FoundIn : std::uint8_t { TitleStart, TitleWord, People, Place, Summary };

struct FoundEvents {
    std::vector<EventIndex> best;  ///< by where their words are, then by how near they start to the day
    std::size_t all = 0;           ///< how many there are
};

/// Somebody who is named in events.
struct KnownPerson {
    std::string name;
    std::string words;       ///< folded, a space before each
    std::size_t events = 0;  ///< in how many
    EventIndex latest{};     ///< the last of them in order of start
};

class SearchIndex {
public:
    /// Takes some five seconds for a million events with titles of their own. Where `stop` becomes true meanwhile, the
    /// index finds nothing.
    SearchIndex(std::shared_ptr<const EventStore> store, const std::atomic<bool>& stop);

    /// Events that have, for each word of the text, a word that begins with it. A text without words finds none.
    [[nodiscard]] FoundEvents find(std::string_view text, double day, std::size_t most) const;
    /// The same, as a 1 for each event that is found and a 0 for each other one.
    [[nodiscard]] std::vector<std::uint8_t> matching(std::string_view text) const;
    /// In order of their names.
    [[nodiscard]] const std::vector<KnownPerson>& people() const { return people_; }
    [[nodiscard]] const std::shared_ptr<const EventStore>& store() const { return store_; }
    /// Memory, in bytes.
    [[nodiscard]] std::size_t bytes() const;

private:
    friend class SearchIndexBuilder;
    struct Texts {
        std::uint32_t title = 0;
        std::uint32_t summary = 0;
        std::uint32_t setting = 0;  ///< parties, venue and places on the way
    };
    static constexpr std::uint8_t nowhere = 255;
    /// For each event the sum of where its words were found, or `nowhere`.
    [[nodiscard]] std::vector<std::uint8_t> scores(std::string_view text) const;
    [[nodiscard]] std::string_view word(std::size_t i) const;
    /// The words that begin with this one: the first, and the one behind the last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> beginning_with(std::string_view start) const;

    std::shared_ptr<const EventStore> store_;
    std::vector<Texts> events_;
    std::size_t text_count_ = 0;
    std::string letters_;                     // all words in order, one behind the other
    std::vector<std::uint32_t> word_starts_;  // of each in letters_, and where the last one ends
    std::vector<std::uint32_t> first_texts_;  // of each in texts_, and where those of the last one end
    std::vector<std::uint32_t> texts_;        // eight times the text, and FoundIn
    std::vector<KnownPerson> people_;
};

/// The folded words of a text, a space before each: " xian" for "Xi'an".
[[nodiscard]] std::string spaced_words(WordFolder& folder, std::string_view text);
/// Whether for each word asked for one of spaced_words begins with it; without words it is not.
[[nodiscard]] bool has_words(std::string_view spaced, const std::vector<FoldedWord>& asked);
/// The parts of a text, in bytes, in which it matches what was asked for: the beginnings of words, or whole words where
/// folding has changed their length.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> matched_parts(WordFolder& folder, std::string_view text,
                                                                             const std::vector<FoldedWord>& asked);

}  // namespace events
