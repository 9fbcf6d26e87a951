#include "events/json/why_no_text.h"

#include "events/json/repair_utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace events::json {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view begins;
    std::string_view what;
};

// First bytes as the formats' own specifications have them.
constexpr std::array signatures{
    Signature{"\xFF\xFE\0\0"sv, "the file is UTF-32; save it as UTF-8"},
    Signature{"\0\0\xFE\xFF"sv, "the file is UTF-32; save it as UTF-8"},
    Signature{"\xFF\xFE"sv, "the file is UTF-16; save it as UTF-8"},
    Signature{"\xFE\xFF"sv, "the file is UTF-16; save it as UTF-8"},
    Signature{"\x1F\x8B"sv, "this is not JSON: it is compressed; unpack it with gunzip first"},
    Signature{"BZh"sv, "this is not JSON: it is compressed; unpack it with bunzip2 first"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "this is not JSON: it is compressed; unpack it with unxz first"},
    Signature{"\x28\xB5\x2F\xFD"sv, "this is not JSON: it is compressed; unpack it with unzstd first"},
    Signature{"PK\x03\x04"sv, "this is not JSON: it is a ZIP archive or an office document"},
    Signature{"SQLite format 3\0"sv,
              "this is not JSON: it is a database, perhaps a GeoPackage; boundaries go behind --boundaries"},
    Signature{"\x89PNG"sv, "this is not JSON: it is a picture"},
    Signature{"\xFF\xD8\xFF"sv, "this is not JSON: it is a picture"},
    Signature{"%PDF-"sv, "this is not JSON: it is a PDF document"},
    Signature{"\x7F"
              "ELF"sv,
              "this is not JSON: it is a program"},
};

constexpr std::size_t looked_at = 1024;

/// Every other byte, or three of four, is zero: ASCII in wide characters.
bool is_wide_text(std::string_view start) {
    const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    return start.size() >= 4 && zeros * 5 >= start.size() * 2 &&
           (start.substr(0, 2).find('\0') != std::string_view::npos);
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

std::string_view why_no_text(std::string_view bytes) {
    const auto* const known = std::find_if(signatures.begin(), signatures.end(), [bytes](const Signature& signature) {
        return bytes.starts_with(signature.begins);
    });
    if (known != signatures.end()) {
        return known->what;
    }
    const std::string_view start = bytes.substr(0, looked_at);
    if (is_wide_text(start)) {
        return "the file is UTF-16 or UTF-32; save it as UTF-8";
    }
    std::string copy{start};
    const std::size_t bad = repair_utf8(copy).places.size() +
                            static_cast<std::size_t>(std::count_if(start.begin(), start.end(), is_control));
    // What begins like JSON is JSON with mistakes in it until a fifth of it is no text.
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    const bool begins_well = first != std::string_view::npos && (start[first] == '{' || start[first] == '[');
    return bad * (begins_well ? 5 : 20) > start.size() ? "this is not JSON; is it a text file at all?" : "";
}

}  // namespace events::json
