#include "events/search_index.h"

#include "geodata/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace events {

namespace {

constexpr std::uint8_t most_words = 24;  // of a question: their sum stays below `nowhere`

std::uint32_t posting(std::uint32_t text, FoundIn where) {
    return text * 8U + static_cast<std::uint32_t>(where);
}

}  // namespace

/// Reads a store, and fills an index.
class SearchIndexBuilder {
public:
    explicit SearchIndexBuilder(SearchIndex& index) : index_{index} {}

    /// Whether it came to the end.
    bool read(const std::atomic<bool>& stop) {
        constexpr std::size_t look_up_every = 4096;
        const EventStore& store = *index_.store_;
        index_.events_.reserve(store.size());
        for (std::size_t i = 0; i < store.size(); ++i) {
            if (i % look_up_every == 0 && stop) {
                return false;
            }
            const auto at = static_cast<EventIndex>(i);
            add(store[at], at);
        }
        return !stop;
    }

    void finish() {
        sort_words();
        index_.text_count_ = next_text_;
        for (auto& [name, person] : people_) {
            index_.people_.push_back(std::move(person));
        }
        std::sort(index_.people_.begin(), index_.people_.end(),
                  [](const KnownPerson& a, const KnownPerson& b) { return a.name < b.name; });
    }

private:
    using Place = std::pair<std::uint32_t, FoundIn>;  // a word, and where it stands

    void add(const Event& event, EventIndex at) {
        index_.events_.push_back({text_of(titles_, event.title, FoundIn::TitleWord),
                                  text_of(summaries_, event.summary, FoundIn::Summary), setting_of(event)});
        for (const Party& party : event.parties) {
            add_people(party.people, at);
        }
        add_people(event.people, at);
    }

    template <class People>
    void add_people(const People& people, EventIndex at) {
        for (const std::string& name : people) {
            auto [found, is_new] = people_.try_emplace(name);
            KnownPerson& person = found->second;
            if (is_new) {
                person.name = name;
                person.words = spaced_words(folder_, name);
            }
            person.events += is_new || person.latest != at ? 1 : 0;
            person.latest = at;
        }
    }

    std::uint32_t text_of(std::unordered_map<std::string_view, std::uint32_t>& known, std::string_view text,
                          FoundIn where) {
        const auto [found, is_new] = known.try_emplace(text, next_text_);
        if (is_new) {
            places_.clear();
            append_words(places_, text, where);
            if (where == FoundIn::TitleWord && !places_.empty()) {
                places_.front().second = FoundIn::TitleStart;
            }
            close_text();
        }
        return found->second;
    }

    std::uint32_t setting_of(const Event& event) {
        key_.clear();
        const auto append = [&](const void* at) { key_.append(reinterpret_cast<const char*>(&at), sizeof at); };
        for (const Party& party : event.parties) {
            append(&party);
        }
        append(event.venue ? &*event.venue : nullptr);
        append(event.people.empty() ? nullptr : event.people.data());
        append(event.path.empty() ? nullptr : event.path.data());
        const auto [found, is_new] = settings_.try_emplace(key_, next_text_);
        if (is_new) {
            places_.clear();
            for (const Party& party : event.parties) {
                const std::vector<Place>& words = words_of(party);
                places_.insert(places_.end(), words.begin(), words.end());
            }
            for (const std::string& name : event.people) {
                append_words(places_, name, FoundIn::People);
            }
            if (event.venue) {
                append_words(places_, event.venue->name, FoundIn::Place);
            }
            for (const RouteLeg& leg : event.path) {
                for (const EventPlace& point : leg.points) {
                    append_words(places_, point.name, FoundIn::Place);
                }
            }
            close_text();
        }
        return found->second;
    }

    const std::vector<Place>& words_of(const Party& party) {
        const auto [found, is_new] = parties_.try_emplace(&party);
        if (is_new) {
            for (const std::string& name : party.people) {
                append_words(found->second, name, FoundIn::People);
            }
            for (const std::string* name : {&party.name, &party.code, &party.place.name}) {
                append_words(found->second, *name, FoundIn::Place);
            }
        }
        return found->second;
    }

    void append_words(std::vector<Place>& places, std::string_view text, FoundIn where) {
        for (FoldedWord& word : folder_.words(text)) {
            const auto [found, is_new] =
                words_.try_emplace(std::move(word.word), static_cast<std::uint32_t>(texts_.size()));
            if (is_new) {
                texts_.emplace_back();
            }
            places.emplace_back(found->second, where);
        }
    }

    /// Of a word that stands in a text several times the best place counts.
    void close_text() {
        std::sort(places_.begin(), places_.end());
        std::uint32_t last = no_number;
        for (const auto& [word, where] : places_) {
            if (word != last) {
                texts_[word].push_back(posting(next_text_, where));
            }
            last = word;
        }
        ++next_text_;
    }

    void sort_words() {
        std::vector<std::pair<std::string_view, std::uint32_t>> order{words_.begin(), words_.end()};
        std::sort(order.begin(), order.end());
        std::size_t letters = 0;
        std::size_t texts = 0;
        for (const auto& [word, number] : order) {
            letters += word.size();
            texts += texts_[number].size();
        }
        index_.letters_.reserve(letters);
        index_.texts_.reserve(texts);
        for (const auto& [word, number] : order) {
            index_.word_starts_.push_back(static_cast<std::uint32_t>(index_.letters_.size()));
            index_.first_texts_.push_back(static_cast<std::uint32_t>(index_.texts_.size()));
            index_.letters_ += word;
            index_.texts_.insert(index_.texts_.end(), texts_[number].begin(), texts_[number].end());
            texts_[number] = {};
        }
        index_.word_starts_.push_back(static_cast<std::uint32_t>(index_.letters_.size()));
        index_.first_texts_.push_back(static_cast<std::uint32_t>(index_.texts_.size()));
    }

    SearchIndex& index_;
    WordFolder folder_;
    std::unordered_map<std::string, std::uint32_t> words_;
    std::vector<std::vector<std::uint32_t>> texts_;  // by word
    std::uint32_t next_text_ = 0;
    std::unordered_map<std::string_view, std::uint32_t> titles_;
    std::unordered_map<std::string_view, std::uint32_t> summaries_;
    std::unordered_map<std::string, std::uint32_t> settings_;
    std::unordered_map<const Party*, std::vector<Place>> parties_;
    std::unordered_map<std::string, KnownPerson> people_;
    std::vector<Place> places_;  // of the present text
    std::string key_;
};

SearchIndex::SearchIndex(std::shared_ptr<const EventStore> store, const std::atomic<bool>& stop)
    : store_{std::move(store)} {
    SearchIndexBuilder builder{*this};
    if (builder.read(stop)) {
        builder.finish();
    } else {
        events_.clear();
    }
}

std::string_view SearchIndex::word(std::size_t i) const {
    return std::string_view{letters_}.substr(word_starts_[i], word_starts_[i + 1] - word_starts_[i]);
}

std::pair<std::size_t, std::size_t> SearchIndex::beginning_with(std::string_view start) const {
    const std::size_t count = word_starts_.empty() ? 0 : word_starts_.size() - 1;
    const auto first_not = [&](std::size_t from, const auto& before) {
        std::size_t low = from;
        for (std::size_t length = count - from; length > 0;) {
            const std::size_t half = length / 2;
            if (before(word(low + half))) {
                low += half + 1;
                length -= half + 1;
            } else {
                length = half;
            }
        }
        return low;
    };
    const std::size_t first = first_not(0, [&](std::string_view w) { return w < start; });
    return {first, first_not(first, [&](std::string_view w) { return w.substr(0, start.size()) == start; })};
}

std::vector<std::uint8_t> SearchIndex::scores(std::string_view text) const {
    WordFolder folder;
    std::vector<FoldedWord> words = folder.words(text);
    words.resize(std::min<std::size_t>(words.size(), most_words));
    std::vector<std::uint8_t> scores(store_->size(), words.empty() || events_.empty() ? nowhere : std::uint8_t{0});
    if (events_.empty()) {
        return scores;
    }
    for (const FoldedWord& asked : words) {
        std::vector<std::uint8_t> of_texts(text_count_, nowhere);
        const auto [first, last] = beginning_with(asked.word);
        for (std::size_t i = first_texts_[first]; i < first_texts_[last]; ++i) {
            std::uint8_t& best = of_texts[texts_[i] / 8];
            best = std::min(best, static_cast<std::uint8_t>(texts_[i] % 8));
        }
        geodata::in_parallel(static_cast<int>(events_.size()), [&](int from, int to) {
            for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(to); ++i) {
                const Texts& event = events_[i];
                const std::uint8_t best =
                    std::min({of_texts[event.title], of_texts[event.summary], of_texts[event.setting]});
                scores[i] =
                    best == nowhere || scores[i] == nowhere ? nowhere : static_cast<std::uint8_t>(scores[i] + best);
            }
        });
    }
    return scores;
}

FoundEvents SearchIndex::find(std::string_view text, double day, std::size_t most) const {
    struct Candidate {
        double away_days = 0.0;
        std::uint32_t event = 0;
        std::uint8_t score = 0;
        bool operator<(const Candidate& other) const {
            return std::tie(score, away_days, event) < std::tie(other.score, other.away_days, other.event);
        }
    };
    const std::vector<std::uint8_t> found = scores(text);
    FoundEvents result;
    std::vector<Candidate> best;  // a heap, the worst in front
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i] == nowhere) {
            continue;
        }
        ++result.all;
        if (most == 0 || (best.size() == most && found[i] > best.front().score)) {
            continue;
        }
        const EdtfDate* date = store_->date_of(static_cast<EventIndex>(i));
        const double away_days =
            date == nullptr ? std::numeric_limits<double>::infinity() : std::abs(date->strict.start - day);
        const Candidate candidate{away_days, static_cast<std::uint32_t>(i), found[i]};
        if (best.size() == most) {
            if (!(candidate < best.front())) {
                continue;
            }
            std::pop_heap(best.begin(), best.end());
            best.pop_back();
        }
        best.push_back(candidate);
        std::push_heap(best.begin(), best.end());
    }
    std::sort(best.begin(), best.end());
    for (const Candidate& candidate : best) {
        result.best.push_back(static_cast<EventIndex>(candidate.event));
    }
    return result;
}

std::vector<std::uint8_t> SearchIndex::matching(std::string_view text) const {
    std::vector<std::uint8_t> found = scores(text);
    for (std::uint8_t& score : found) {
        score = score == nowhere ? 0 : 1;
    }
    return found;
}

std::size_t SearchIndex::bytes() const {
    std::size_t sum = events_.capacity() * sizeof(Texts) + letters_.capacity() +
                      (word_starts_.capacity() + first_texts_.capacity() + texts_.capacity()) * sizeof(std::uint32_t);
    for (const KnownPerson& person : people_) {
        sum += sizeof person + person.name.capacity() + person.words.capacity();
    }
    return sum;
}

std::string spaced_words(WordFolder& folder, std::string_view text) {
    std::string spaced;
    for (const FoldedWord& word : folder.words(text)) {
        spaced += ' ' + word.word;
    }
    return spaced;
}

bool has_words(std::string_view spaced, const std::vector<FoldedWord>& asked) {
    return !asked.empty() && std::all_of(asked.begin(), asked.end(), [&](const FoldedWord& word) {
        return spaced.find(' ' + word.word) != std::string_view::npos;
    });
}

std::vector<std::pair<std::size_t, std::size_t>> matched_parts(WordFolder& folder, std::string_view text,
                                                               const std::vector<FoldedWord>& asked) {
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    for (const FoldedWord& word : folder.words(text)) {
        std::size_t length = 0;
        for (const FoldedWord& start : asked) {
            if (word.word.starts_with(start.word)) {
                length = std::max(length, start.word.size());
            }
        }
        if (length > 0) {
            const bool same_length = word.to - word.from == word.word.size();
            parts.emplace_back(word.from, same_length ? word.from + length : word.to);
        }
    }
    return parts;
}

}  // namespace events
