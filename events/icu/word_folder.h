// Words as a search compares them: without case, accents and scripts. `Türkiye` is turkiye, `Ташкент` is tashkent and
// `北京` is beijing.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace events {

struct FoldedWord {
    std::string word;      ///< lower-case ASCII letters and digits; what has no Latin letters stays UTF-8
    std::size_t from = 0;  ///< bytes of the text that it was made of ...
    std::size_t to = 0;    ///< ... up to this one
    friend bool operator==(const FoldedWord&, const FoldedWord&) = default;
};

/// Remembers words it has folded, so it is for one thread alone. Costs nothing until a word that is not ASCII comes.
class WordFolder {
public:
    WordFolder();
    ~WordFolder();
    WordFolder(const WordFolder&) = delete;
    WordFolder& operator=(const WordFolder&) = delete;

    /// The words of a text in order. What is neither letter, digit nor mark parts words; an apostrophe is passed over
    /// ("Xi'an" is xian). Text that is not UTF-8 has no words where it is broken.
    [[nodiscard]] std::vector<FoldedWord> words(std::string_view text);

private:
    struct Transliterators;
    [[nodiscard]] const std::string& folded(const std::string& word);

    std::unique_ptr<Transliterators> transliterators_;
    std::unordered_map<std::string, std::string> known_;
};

}  // namespace events
