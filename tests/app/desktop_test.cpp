#include "app/platform/desktop.h"

#include <doctest/doctest.h>

using namespace app;

TEST_CASE("http and https alone are given to a browser") {
    CHECK(is_web_address("https://example.org/a?b=c&d=$(x)#e"));
    CHECK(is_web_address("http://example.org"));
    for (const char* other :
         {"", "https://", "http:///etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "HTTPS",
          "ftp://example.org", "-h", "https://a b", "https://a\n", "example.org", " https://a"}) {
        CAPTURE(other);
        CHECK_FALSE(is_web_address(other));
        CHECK(open_address(other));
    }
}
