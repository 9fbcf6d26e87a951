#include "app/platform/read_file.h"

#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using app::bytes_of_file;
namespace fs = std::filesystem;

namespace {

constexpr int short_patience_ms = 20;

struct Fixture {
    support::ScratchFolder scratch;
    fs::path path = scratch.path / "pipe";

    void make_pipe() const { REQUIRE(::mkfifo(path.c_str(), 0600) == 0); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a regular file is read whole") {
    const std::string bytes = std::string(200'000, 'x') + '\0' + "end";
    std::ofstream{path, std::ios::binary} << bytes;
    CHECK(bytes_of_file(path).bytes == bytes);
    CHECK(bytes_of_file(path).why.empty());
    std::ofstream{path, std::ios::trunc}.close();
    CHECK(bytes_of_file(path).bytes.empty());
    CHECK(bytes_of_file(path).why.empty());
}

TEST_CASE_FIXTURE(Fixture, "what is not there and what is a folder are said") {
    CHECK(bytes_of_file(path).why == "there is no such file");
    CHECK(bytes_of_file("").why == "there is no such file");
    CHECK(bytes_of_file(scratch.path).why == "cannot be read: Is a directory");
}

TEST_CASE_FIXTURE(Fixture, "a pipe is read to its end, however slow its writer is and in whatever pieces it writes") {
    make_pipe();
    const std::jthread writer{[this] {
        std::ofstream out{path, std::ios::binary};
        for (int i = 0; i < 3; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{3 * short_patience_ms});
            out << std::string(100'000, static_cast<char>('a' + i)) << std::flush;
        }
    }};
    const auto read = bytes_of_file(path, app::longest_stream_bytes, 10'000);
    CHECK(read.why.empty());
    CHECK(read.bytes == std::string(100'000, 'a') + std::string(100'000, 'b') + std::string(100'000, 'c'));
}

TEST_CASE_FIXTURE(Fixture, "a writer that says nothing for longer than patience lasts is waited for") {
    make_pipe();
    const int both = ::open(path.c_str(), O_RDWR);
    const std::jthread writer{[both] {
        std::this_thread::sleep_for(std::chrono::milliseconds{5 * short_patience_ms});
        CHECK(::write(both, "{}", 2) == 2);
        ::close(both);
    }};
    CHECK(bytes_of_file(path, app::longest_stream_bytes, short_patience_ms).bytes == "{}");
}

TEST_CASE_FIXTURE(Fixture, "a pipe that nobody writes into is said, and one into which nothing was written is empty") {
    make_pipe();
    CHECK(bytes_of_file(path, app::longest_stream_bytes, short_patience_ms).why ==
          "this is a pipe into which nobody writes");
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[1]);
    const auto read = bytes_of_file("/dev/fd/" + std::to_string(ends[0]), app::longest_stream_bytes, 10'000);
    CHECK(read.why.empty());
    CHECK(read.bytes.empty());
    ::close(ends[0]);
}

TEST_CASE_FIXTURE(Fixture, "what is waited for is not, once somebody has had enough") {
    make_pipe();
    const int both = ::open(path.c_str(), O_RDWR);
    int asked = 0;
    const auto read =
        bytes_of_file(path, app::longest_stream_bytes, short_patience_ms, [&asked] { return ++asked < 3; });
    CHECK(read.why == "reading was stopped");
    CHECK(asked == 3);
    ::close(both);
}

TEST_CASE("what never ends is given up") {
    CHECK(bytes_of_file("/dev/zero", std::size_t{3} << 20U).why == "this goes on for more than 3 MiB");
}
