// Finds countries and places of the gazetteer by any of their names, in any script.
#pragma once

#include "events/icu/word_folder.h"
#include "events/load.h"

#include <cstddef>
#include <string>
#include <vector>

namespace events {

class NameIndex {
public:
    NameIndex() = default;
    explicit NameIndex(const Gazetteer& gazetteer);

    /// Positions in the gazetteer's countries, and in its places, that have a name with all these words: those whose
    /// English name begins with them first, then the order of the gazetteer, for places by their rank.
    [[nodiscard]] std::vector<std::size_t> countries(const std::vector<FoldedWord>& asked, std::size_t most) const;
    [[nodiscard]] std::vector<std::size_t> places(const std::vector<FoldedWord>& asked, std::size_t most) const;

private:
    struct Entry {
        std::vector<std::string> names;  ///< folded, a space before each word, the English one first
        int rank = 0;
    };
    [[nodiscard]] static std::vector<std::size_t> found(const std::vector<Entry>& entries,
                                                        const std::vector<FoldedWord>& asked, std::size_t most);

    std::vector<Entry> countries_;
    std::vector<Entry> places_;
};

}  // namespace events
