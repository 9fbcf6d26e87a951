#include "render/text/characters.h"

#include <doctest/doctest.h>

using render::text::is_joined_writing;

TEST_CASE("Writing whose letters join or stack is told by its first letter") {
    for (const char* joined : {"پاکستان", "भारत", "বাংলাদেশ", "ශ්‍රී ලංකා", "འབྲུག", "မြန်မာ"}) {
        CHECK_MESSAGE(is_joined_writing(joined), joined);
    }
    for (const char* apart : {"Pakistan", "Қазақстан", "中国", "한국", "Ελλάδα", ""}) {
        CHECK_FALSE_MESSAGE(is_joined_writing(apart), apart);
    }
}
