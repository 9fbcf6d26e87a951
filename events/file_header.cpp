#include "events/file_header.h"

#include "events/first_characters.h"
#include "events/nearest_word.h"
#include "events/read_place.h"

#include <algorithm>
#include <array>

namespace events {
namespace {

constexpr std::array<std::string_view, 14> member_names{"format",  "title",   "sources",  "kinds",       "places",
                                                        "events",  "$schema", "about",    "description", "licence",
                                                        "license", "author",  "language", "note"};

constexpr std::array<std::string_view, 15> source_names{"id",   "title",     "publication", "publisher", "date",
                                                        "url",  "file",      "language",    "author",    "accessed",
                                                        "note", "date_text", "type",        "page",      "quote"};
enum SourceField {
    SourceId,
    SourceTitle,
    Publication,
    Publisher,
    SourceDate,
    Url,
    File,
    Language,
    Author,
    Accessed,
    SourceNote,
    SourceDateText
};

constexpr std::array<std::string_view, 8> kind_names{"name",   "label", "motion", "style",
                                                     "colour", "color", "glyph",  "note"};
enum KindField { KindName, Label, MotionName, Style, Colour, Color, Glyph };

constexpr std::array<std::string_view, 9> motions{"travel", "gather", "bond",   "flow", "path",
                                                  "strike", "seal",   "ripple", "mark"};

/// "air_show" reads "Air show".
std::string label_from_name(std::string_view name) {
    std::string label{name};
    std::replace(label.begin(), label.end(), '_', ' ');
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
    }
    return label;
}

bool is_colour(std::string_view text) {
    return text.size() == 7 && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_web_address(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) &&
           url.find_first_of(" \t\r\n\"<>") == std::string_view::npos;
}

}  // namespace

KindRegistry::Found KindRegistry::find_or_add(std::string_view name) {
    if (const auto known = kinds_.find(name)) {
        return {*known, false};
    }
    if (is_full()) {
        return {kinds_.add({"other", "Other", Motion::Bond, "neutral", false, {}}), false};
    }
    undeclared_.emplace_back(name);
    // Bond is the plainest motion: a line where there are two parties, a mark where there is one.
    return {kinds_.add({std::string{name}, label_from_name(name), Motion::Bond, "neutral", false, {}}), true};
}

bool KindRegistry::declare(Kind kind) {
    if (kind.label.empty()) {
        kind.label = label_from_name(kind.name);
    }
    const auto undeclared = std::find(undeclared_.begin(), undeclared_.end(), kind.name);
    const std::string name = kind.name;
    const KindId id = kinds_.add(kind);
    if (undeclared != undeclared_.end()) {
        undeclared_.erase(undeclared);
        kinds_.redefine(id, std::move(kind));
    }
    return !kinds_[id].built_in;
}

std::vector<std::string_view> KindRegistry::names() const {
    std::vector<std::string_view> names;
    for (const Kind& kind : kinds_.all()) {
        names.push_back(kind.name);
    }
    return names;
}

std::uint32_t SourceRegistry::add(Source source) {
    std::string content;
    for (const std::string* part :
         {&source.author, &source.title, &source.publication, &source.date_words, &source.url, &source.file}) {
        content.append(*part).push_back('\n');
    }
    const auto [at, is_new] =
        by_content_.emplace(std::move(content), first_ + static_cast<std::uint32_t>(sources_.size()));
    if (is_new) {
        source.number = static_cast<int>(first_ + sources_.size()) + 1;
        sources_.push_back(std::move(source));
    }
    return at->second;
}

bool FileHeader::read(RawValue member) {
    const std::string_view name = member.key();
    if (name == "format") {
        read_format(member);
    } else if (name == "title") {
        static_cast<void>(text_of(member, problems_));
    } else if (name == "sources") {
        for_each_entry(member, "id", [&](std::string_view id, RawValue value) { read_source(id, value); });
        return true;
    } else if (name == "kinds") {
        for_each_entry(member, "name", [&](std::string_view kind, RawValue value) { read_kind(kind, value); });
        return true;
    } else if (name == "places") {
        for_each_entry(member, "name", [&](std::string_view place, RawValue value) { read_place(place, value); });
        return true;
    } else if (name == "events") {
        problems_.error(member, "events must be a list, not " + std::string{words_from_type(member.type())});
    } else if (std::find(member_names.begin(), member_names.end(), name) == member_names.end()) {
        problems_.unknown_field(member, member_names);
    }
    return false;
}

/// An object of entries by name, or a list of entries that hold their name.
template <class Take>
void FileHeader::for_each_entry(RawValue member, std::string_view name_field, Take take) {
    if (!member.is(RawType::Object) && !member.is(RawType::List)) {
        problems_.error(member, std::string{member.key()} + " must be an object or a list, not " +
                                    std::string{words_from_type(member.type())});
        return;
    }
    for (const RawValue entry : member) {
        std::string_view name = key_of(entry, problems_);
        if (member.is(RawType::List)) {
            name = {};
            for (const RawValue field : entry) {
                name = entry.is(RawType::Object) && field.key() == name_field ? field.text() : name;
            }
        }
        name = first_characters(name, longest_text);
        if (name.empty()) {
            problems_.error(entry, "this has no " + std::string{name_field});
        } else {
            take(name, entry);
        }
    }
}

void FileHeader::read_format(RawValue member) {
    const std::string_view format = text_of(member, problems_);
    if (!format.empty() && format != "caravan-events/1") {
        problems_.warn(member, "the format is " + std::string{format} + "; this program reads caravan-events/1");
    }
}

Source source_from(RawValue object, FileProblems& problems) {
    const Fields fields{object, source_names, problems};
    Source source;
    source.id = text_of(fields[SourceId], problems);
    source.author = text_of(fields[Author], problems);
    source.title = text_of(fields[SourceTitle], problems);
    source.publication = text_of(fields[fields[Publication] ? Publication : Publisher], problems);
    source.date_words = text_of(fields[SourceDateText], problems);
    if (const auto date = fields[SourceDate]; date && source.date_words.empty()) {
        // Not every source has a date that EDTF can write; its own words will do.
        const std::string_view text = text_of(date, problems);
        const auto edtf = edtf_from_text(text);
        source.date_words = edtf ? words_from_date(*edtf) : std::string{text};
    }
    source.url = text_of(fields[Url], problems, longest_prose);
    if (!source.url.empty() && !is_web_address(source.url)) {
        problems.warn(*fields[Url], "an address begins with https:// or http://; this one is left out");
        source.url.clear();
    }
    source.file = text_of(fields[File], problems);
    if (object.is(RawType::Object) && source.title.empty() && source.publication.empty() && source.url.empty()) {
        problems.warn(object, "this source has neither title nor publication nor url");
    }
    return source;
}

void FileHeader::read_source(std::string_view id, RawValue value) {
    Source source;
    if (value.is(RawType::Text)) {
        source.title = text_of(value, problems_);  // "sources": {"s1": "A title"}
    } else if (value.is(RawType::Object)) {
        source = source_from(value, problems_);
    } else {
        problems_.error(value, "a source must be an object, not " + std::string{words_from_type(value.type())});
        return;
    }
    source.id = id;
    if (!source_ids_.emplace(id, sources_.add(std::move(source))).second) {
        problems_.error(value, "there is a source " + std::string{id} + " already; this one is left out");
    }
}

void FileHeader::read_kind(std::string_view name, RawValue value) {
    if (!value.is(RawType::Object)) {
        problems_.error(value, "a kind must be an object, not " + std::string{words_from_type(value.type())});
        return;
    }
    const Fields fields{value, kind_names, problems_};
    Kind kind;
    kind.name = name;
    kind.label = text_of(fields[Label], problems_);
    kind.motion = Motion::Bond;
    if (const auto motion = fields[MotionName]) {
        const auto known = motion_from_name(text_of(motion, problems_));
        kind.motion = known.value_or(Motion::Bond);
        if (!known && motion->is(RawType::Text)) {
            problems_.error(*motion, "there is no motion " + std::string{motion->text()} +
                                         did_you_mean(nearest_word(motion->text(), motions)));
        }
    }
    const std::string style = look_of(fields[Style], "style");
    kind.glyph = look_of(fields[Glyph], "glyph");
    const auto colour = fields[fields[Colour] ? Colour : Color];
    kind.colour = text_of(colour, problems_);
    if (!kind.colour.empty() && !is_colour(kind.colour)) {
        problems_.warn(*colour, "a colour is written #rrggbb");
        kind.colour.clear();
    }
    if (kinds_.is_full() && !kinds_.table().find(name)) {
        problems_.error(value, "there are " + std::to_string(KindRegistry::most_kinds) + " kinds already");
        return;
    }
    kind.style = style.empty() ? "neutral" : style;
    if (!kinds_.declare(std::move(kind))) {
        problems_.warn(value, std::string{name} + " is a built-in kind; it stays as it is");
    }
}

std::string FileHeader::look_of(std::optional<RawValue> value, std::string_view what) {
    const std::string_view name = text_of(value, problems_);
    const auto kind = kinds_.table().find(name);
    if (kind && kinds_[*kind].built_in) {
        return kinds_[*kind].name;
    }
    if (!name.empty() && name != "neutral") {
        std::vector<std::string_view> names{"neutral"};
        for (const Kind& known : kinds_.table().all()) {
            if (known.built_in) {
                names.push_back(known.name);
            }
        }
        problems_.warn(*value, "a " + std::string{what} + " is the name of a built-in kind, or neutral" +
                                   did_you_mean(nearest_word(name, names)));
    }
    return name == "neutral" ? "neutral" : "";
}

void FileHeader::read_place(std::string_view name, RawValue value) {
    EventPlace place = place_from(value, {}, resolver_, problems_).value_or(EventPlace{});
    if (place.name.empty()) {
        place.name = name;
    }
    if (place.at) {
        resolver_.add_place(name, std::move(place));
    } else if (value.is(RawType::Object)) {
        problems_.error(value, "the place " + std::string{name} + " needs a lon and a lat");
    }
}

std::optional<std::uint32_t> FileHeader::source(std::string_view id) const {
    const auto found = source_ids_.find(id);
    return found == source_ids_.end() ? std::nullopt : std::optional{found->second};
}

std::string FileHeader::nearest_source(std::string_view id) const {
    std::vector<std::string_view> ids;
    if (searches_.take()) {
        for (const auto& [known, index] : source_ids_) {
            ids.push_back(known);
        }
        std::sort(ids.begin(), ids.end());
    }
    return std::string{nearest_word(id, ids)};
}

}  // namespace events
