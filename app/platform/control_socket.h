// The control socket: takes one line of text at a time from other programs and answers each with one line. What the
// lines say is not its business (app/platform/control_protocol.h).
//
//   client --bytes--> thread: poll(), cut into lines --queue--> main loop: answer_pending(handler)
//          <--bytes-- thread <-----------------------queue-----'
//
// The thread alone touches the sockets and the main loop alone calls the handler; two queues behind one mutex lie
// between them.
#pragma once

#include "app/platform/file_descriptor.h"

#include <sys/types.h>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace app {

class ControlSocket {
public:
    /// Gives the answer to a line, without the newline at its end.
    using Handler = std::function<std::string(std::string_view line)>;

    static constexpr std::size_t max_line_bytes = std::size_t{1} << 20U;
    static constexpr std::size_t max_clients = 32;

    /// Opens the socket at `path` with mode 0600. A socket that nobody listens at any more is replaced; anything else
    /// that lies there is left alone. `wake` is called on the socket's own thread whenever lines begin to wait; it must
    /// return at once and be safe there (glfwPostEmptyEvent is). Throws std::runtime_error with one line.
    ControlSocket(std::filesystem::path path, std::function<void()> wake);
    /// Sends the answers that wait (at most half a second), closes everything and removes the socket.
    ~ControlSocket();
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;
    ControlSocket(ControlSocket&&) = delete;
    ControlSocket& operator=(ControlSocket&&) = delete;

    /// Answers every line that waits, in the order in which they came, and returns how many there were. Called from the
    /// main loop after each wake; never blocks on a client. A handler that throws costs that line an error and no more.
    std::size_t answer_pending(const Handler& handler);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    struct Line {
        std::uint64_t client = 0;
        std::string text;
        bool too_long = false;
    };
    class Loop;

    void take_path();
    void ping() const;

    std::filesystem::path path_;
    std::function<void()> wake_;
    FileDescriptor listener_;
    FileDescriptor bell_;  // eventfd: answers wait, or the end is near
    dev_t device_ = 0;     // of the socket as it was made: only that one is removed
    ino_t inode_ = 0;
    std::mutex mutex_;  // guards the two queues
    std::vector<Line> lines_;
    std::vector<Line> answers_;
    std::jthread thread_;  // last: starts when the rest is there
};

}  // namespace app
