#include "app/platform/control_socket.h"

#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace app;
namespace fs = std::filesystem;

namespace {

/// A main loop that answers "LENGTH:FIRST 20 BYTES" whenever it is woken.
class Program {
public:
    explicit Program(const fs::path& path, ControlSocket::Handler handler = echo)
        : handler_{std::move(handler)},
          socket_{std::make_unique<ControlSocket>(path, [this] { wake(); })},
          thread_{[this](const std::stop_token& stop) { run(stop); }} {}
    ~Program() { stop(); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void stop() {
        if (thread_.joinable()) {
            thread_.request_stop();
            wake();
            thread_.join();
        }
        socket_.reset();
    }
    static std::string echo(std::string_view line) {
        return std::to_string(line.size()) + ":" + std::string{line.substr(0, 20)};
    }

private:
    void wake() {
        const std::scoped_lock lock{mutex_};
        woken_ = true;
        ready_.notify_one();
    }
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            {
                std::unique_lock lock{mutex_};
                ready_.wait(lock, [this] { return woken_; });
                woken_ = false;
            }
            socket_->answer_pending(handler_);
        }
    }

    ControlSocket::Handler handler_;
    std::mutex mutex_;
    std::condition_variable ready_;
    bool woken_ = false;
    std::unique_ptr<ControlSocket> socket_;
    std::jthread thread_;
};

class Client {
public:
    explicit Client(const fs::path& path) : fd_{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string text = path.string();
        std::copy(text.begin(), text.end(), std::begin(address.sun_path));
        connected_ =
            ::connect(fd_.get(), static_cast<const sockaddr*>(static_cast<const void*>(&address)), sizeof address) == 0;
        const timeval patience{20, 0};
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }
    [[nodiscard]] bool connected() const { return connected_; }
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto sent = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void send_no_more() const { ::shutdown(fd_.get(), SHUT_WR); }
    /// The next line; "(end)" where there are no more.
    std::string line() {
        for (;;) {
            const auto newline = in_.find('\n');
            if (newline != std::string::npos) {
                std::string result = in_.substr(0, newline);
                in_.erase(0, newline + 1);
                return result;
            }
            std::vector<char> bytes(65536);
            const auto got = ::recv(fd_.get(), bytes.data(), bytes.size(), 0);
            if (got <= 0) {
                return got == 0 ? "(end)" : "(nothing came)";
            }
            in_.append(bytes.data(), static_cast<std::size_t>(got));
        }
    }
    std::string ask(std::string_view text) {
        send(std::string{text} + "\n");
        return line();
    }

private:
    FileDescriptor fd_;
    std::string in_;
    bool connected_ = false;
};

std::string why_not(const fs::path& path) {
    try {
        const ControlSocket socket{path, [] {}};
        return {};
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("each line is answered with one line, in order") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    Client client{folder.path / "s"};
    REQUIRE(client.connected());
    CHECK(client.ask("hello") == "5:hello");
    client.send("a\nbb\r\n\n  \nc");
    CHECK(client.line() == "1:a");
    CHECK(client.line() == "3:bb\r");
    client.send("cc\n");
    CHECK(client.line() == "3:ccc");
}

TEST_CASE("a line may come a byte at a time and hold any bytes") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    Client client{folder.path / "s"};
    for (const char byte : std::string_view{"x\0\xff{\"", 5}) {
        client.send({&byte, 1});
    }
    CHECK(client.ask("") == std::string{"5:x\0\xff{\"", 7});
}

TEST_CASE("only its owner may use the socket, and it goes with the program") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    struct stat made {};
    REQUIRE(::stat((folder.path / "s").c_str(), &made) == 0);
    CHECK(S_ISSOCK(made.st_mode));
    CHECK((made.st_mode & 0777U) == 0600U);
    program.stop();
    CHECK_FALSE(fs::exists(folder.path / "s"));
}

TEST_CASE("a socket that nobody listens at is replaced, anything else is left alone") {
    const support::ScratchFolder folder;
    {
        const FileDescriptor left{::socket(AF_UNIX, SOCK_STREAM, 0)};
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string text = (folder.path / "stale").string();
        std::copy(text.begin(), text.end(), std::begin(address.sun_path));
        REQUIRE(::bind(left.get(), static_cast<const sockaddr*>(static_cast<const void*>(&address)), sizeof address) ==
                0);
    }
    REQUIRE(fs::exists(folder.path / "stale"));
    CHECK(why_not(folder.path / "stale").empty());

    std::ofstream{folder.path / "file"} << "precious";
    CHECK(why_not(folder.path / "file").find("no socket") != std::string::npos);
    CHECK(fs::file_size(folder.path / "file") == 8);

    Program program{folder.path / "live"};
    CHECK(why_not(folder.path / "live").find("another program") != std::string::npos);
    Client client{folder.path / "live"};
    CHECK(client.ask("still here") == "10:still here");

    CHECK(why_not(folder.path / "no" / "s").find("cannot open the control socket") != std::string::npos);
    CHECK_FALSE(why_not(folder.path / std::string(200, 'x')).empty());
    CHECK_FALSE(why_not("").empty());
}

TEST_CASE("a socket that took the place of ours is not removed") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    fs::remove(folder.path / "s");
    Program other{folder.path / "s"};
    program.stop();
    Client client{folder.path / "s"};
    CHECK(client.ask("x") == "1:x");
}

TEST_CASE("a line of a megabyte is taken, a longer one is refused and the next one answered") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    Client client{folder.path / "s"};
    CHECK(client.ask(std::string(ControlSocket::max_line_bytes, 'a')) == "1048576:" + std::string(20, 'a'));
    client.send("before\n" + std::string(3 * ControlSocket::max_line_bytes, 'b') + "\nafter\n");
    CHECK(client.line() == "6:before");
    CHECK(client.line().find(R"("ok":false)") != std::string::npos);
    CHECK(client.line() == "5:after");
    client.send(std::string(ControlSocket::max_line_bytes + 1, 'c') + "\n");
    CHECK(client.line().find("longer than") != std::string::npos);
}

TEST_CASE("a client that stops sending gets its answers, and its last line needs no newline") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    Client client{folder.path / "s"};
    client.send("one\ntwo");
    client.send_no_more();
    CHECK(client.line() == "3:one");
    CHECK(client.line() == "3:two");
    CHECK(client.line() == "(end)");
}

TEST_CASE("clients that vanish harm nobody") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    for (int i = 0; i < 200; ++i) {
        const Client client{folder.path / "s"};
        if (i % 2 == 0) {
            client.send("answer me\nand me\nhalf a li");
        }
    }
    Client client{folder.path / "s"};
    CHECK(client.ask("still here") == "10:still here");
}

TEST_CASE("what a client said before it left still counts") {
    const support::ScratchFolder folder;
    std::atomic<int> lines{0};
    Program program{folder.path / "s", [&](std::string_view) { return std::to_string(++lines); }};
    for (int i = 0; i < 10; ++i) {
        const Client client{folder.path / "s"};
        for (int k = 0; k < 100; ++k) {
            client.send("do this\n");
        }
        client.send("and this");
    }
    Client client{folder.path / "s"};
    for (int i = 0; i < 500 && lines < 1010; ++i) {
        client.ask("done?");
        lines -= 1;
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    CHECK(lines == 1010);
}

TEST_CASE("two clients get their own answers") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    Client a{folder.path / "s"};
    Client b{folder.path / "s"};
    for (int i = 0; i < 50; ++i) {
        a.send("a" + std::to_string(i) + "\n");
        b.send("bb" + std::to_string(i) + "\n");
    }
    for (int i = 0; i < 50; ++i) {
        const std::string n = std::to_string(i);
        CHECK(a.line() == std::to_string(n.size() + 1) + ":a" + n);
        CHECK(b.line() == std::to_string(n.size() + 2) + ":bb" + n);
    }
}

TEST_CASE("a client that never reads does not hold up another") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s", [](std::string_view) { return std::string(200000, 'z'); }};
    const Client greedy{folder.path / "s"};
    for (int i = 0; i < 300; ++i) {
        greedy.send("more\n");
    }
    Client polite{folder.path / "s"};
    CHECK(polite.ask("x").size() == 200000);
    CHECK(polite.ask("y").size() == 200000);
}

TEST_CASE("thousands of lines sent at once are all answered") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    Client client{folder.path / "s"};
    std::string lines;
    for (int i = 0; i < 5000; ++i) {
        lines += "line\n";
    }
    const std::jthread sender{[&] { client.send(lines); }};
    int answers = 0;
    while (answers < 5000 && client.line() == "4:line") {
        ++answers;
    }
    CHECK(answers == 5000);
}

TEST_CASE("one client too many is told so") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s"};
    std::vector<std::unique_ptr<Client>> clients;
    for (std::size_t i = 0; i < ControlSocket::max_clients; ++i) {
        clients.push_back(std::make_unique<Client>(folder.path / "s"));
        CHECK(clients.back()->ask("x") == "1:x");
    }
    Client late{folder.path / "s"};
    CHECK(late.line().find("too many") != std::string::npos);
    CHECK(late.line() == "(end)");
}

TEST_CASE("a handler that throws costs that line an error") {
    const support::ScratchFolder folder;
    Program program{folder.path / "s", [](std::string_view line) -> std::string {
                        return line == "bad" ? throw std::runtime_error("oh") : "fine\nfine";
                    }};
    Client client{folder.path / "s"};
    CHECK(client.ask("bad").find(R"("ok":false)") != std::string::npos);
    CHECK(client.ask("good") == "fine fine");
}

TEST_CASE("the answer to the last line goes out before the end") {
    const support::ScratchFolder folder;
    std::atomic<int> wakes{0};
    auto socket = std::make_unique<ControlSocket>(folder.path / "s", [&] { ++wakes; });
    Client client{folder.path / "s"};
    client.send("quit\n");
    while (wakes == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    CHECK(socket->answer_pending([](std::string_view line) { return std::string{line} + "!"; }) == 1);
    socket.reset();
    CHECK(client.line() == "quit!");
    CHECK(client.line() == "(end)");
}
