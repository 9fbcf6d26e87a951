#include "app/panels/citation.h"

#include <string_view>

namespace app {

namespace {

/// Ends in a full stop, or in what does for one.
std::string as_sentence(std::string text) {
    if (!text.empty() && std::string_view{".?!"}.find(text.back()) == std::string_view::npos) {
        text += '.';
    }
    return text;
}

}  // namespace

std::string citation(const events::Source& source) {
    std::string words;
    const auto add = [&](const std::string& sentence) {
        words += (words.empty() || sentence.empty() ? "" : " ") + sentence;
    };
    add(as_sentence(source.author));
    if (!source.title.empty()) {
        add("\u201C" + as_sentence(source.title) + "\u201D");
    }
    const bool both = !source.publication.empty() && !source.date_words.empty();
    add(as_sentence(source.publication + (both ? ", " : "") + source.date_words));
    if (!source.url.empty()) {
        add(source.url);
    } else if (source.author.empty() && source.title.empty() && source.publication.empty()) {
        add(source.file);
    }
    return words;
}

}  // namespace app
