#include "app/platform/control_socket.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace app {

namespace {

constexpr std::string_view answer_too_long = R"({"ok":false,"error":"the line is longer than 1 MiB"})";
constexpr std::string_view answer_failed = R"({"ok":false,"error":"the program could not do that"})";
constexpr std::string_view answer_crowded = "{\"ok\":false,\"error\":\"too many connections\"}\n";

// A client that asks faster than it is answered, or does not read, waits: nothing more is read from it.
constexpr std::size_t max_lines_waiting = 64;
constexpr std::size_t max_bytes_unsent = std::size_t{1} << 20U;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why) {
    throw std::runtime_error("cannot open the control socket " + path.string() + ": " + why);
}

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

sockaddr_un address_of(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string& text = path.native();
    if (text.empty() || text.size() >= sizeof address.sun_path) {
        fail(path, "the path must have 1 to " + std::to_string(sizeof address.sun_path - 1) + " bytes");
    }
    std::copy(text.begin(), text.end(), std::begin(address.sun_path));
    return address;
}

const sockaddr* as_sockaddr(const sockaddr_un& address) {
    return static_cast<const sockaddr*>(static_cast<const void*>(&address));
}

FileDescriptor new_socket(const std::filesystem::path& path) {
    FileDescriptor fd{::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    if (fd.get() < 0) {
        fail(path, reason_of(errno));
    }
    return fd;
}

/// Removes a socket whose program is gone; fails when anything else lies there.
void clear_the_way(const std::filesystem::path& path, const sockaddr_un& address) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) {
        return;  // nothing there, or bind() will say what is wrong
    }
    if (!S_ISSOCK(found.st_mode)) {
        fail(path, "a file that is no socket lies there; give another path");
    }
    const FileDescriptor probe = new_socket(path);
    if (::connect(probe.get(), as_sockaddr(address), sizeof address) == 0 || errno != ECONNREFUSED) {
        fail(path, "another program listens there; give another path");
    }
    ::unlink(path.c_str());
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

/// The thread's side: owns the clients.
class ControlSocket::Loop {
public:
    Loop(ControlSocket& socket, std::stop_token stop) : socket_{socket}, stop_{std::move(stop)} {}

    void run() {
        while (!stop_.stop_requested()) {
            turn(-1);
        }
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds{500};
        closing_ = true;
        do {
            turn(20);
        } while (anything_unsent() && std::chrono::steady_clock::now() < deadline);
    }

private:
    struct Client {
        std::uint64_t id = 0;
        FileDescriptor fd;
        std::string in;           // bytes that make no line yet
        std::string out;          // bytes not sent yet
        std::size_t waiting = 0;  // lines handed over and not answered
        bool skipping = false;    // inside a line that is too long
        bool ended = false;       // it sends no more
        bool gone = false;        // nobody reads its answers; what it sent still counts

        [[nodiscard]] bool may_read() const {
            return !ended && waiting < max_lines_waiting && out.size() < max_bytes_unsent;
        }
        [[nodiscard]] bool finished() const { return ended && in.empty() && (gone || (waiting == 0 && out.empty())); }
    };

    /// One wait, and everything that can be done after it.
    void turn(int timeout_ms) {
        wait(timeout_ms);
        take_answers();
        for (std::size_t i = 0; i < clients_.size(); ++i) {
            if (fds_[i + 2].revents != 0 && clients_[i].may_read() && !closing_) {
                receive(clients_[i], (fds_[i + 2].revents & POLLHUP) != 0);
            }
        }
        bool handed_over = false;
        for (Client& client : clients_) {
            handed_over = cut_lines(client) || handed_over;
            send_out(client);
        }
        std::erase_if(clients_, [](const Client& client) { return client.finished(); });
        if ((fds_[1].revents & POLLIN) != 0) {
            accept_all();
        }
        if (handed_over && !closing_) {
            socket_.wake_();
        }
    }

    void wait(int timeout_ms) {
        const bool listens = !out_of_descriptors_ && !closing_;
        fds_.assign({{socket_.bell_.get(), POLLIN, 0}, {listens ? socket_.listener_.get() : -1, POLLIN, 0}});
        for (const Client& client : clients_) {
            const int events = (client.may_read() && !closing_ ? POLLIN : 0) | (client.out.empty() ? 0 : POLLOUT);
            // One that nothing is wanted of is left out, or its hanging up would wake us again and again.
            fds_.push_back({events != 0 ? client.fd.get() : -1, static_cast<short>(events), 0});
        }
        constexpr int pause_ms = 200;  // until somebody gives a descriptor back
        if (::poll(fds_.data(), fds_.size(), out_of_descriptors_ ? pause_ms : timeout_ms) < 0) {
            for (pollfd& fd : fds_) {
                fd.revents = 0;
            }
        }
        out_of_descriptors_ = false;
        std::uint64_t rings = 0;
        [[maybe_unused]] const auto got = ::read(socket_.bell_.get(), &rings, sizeof rings);
    }

    /// Takes clients up to the limit. Only where that was reached before, and those there have had a turn in which to
    /// leave, others are sent away.
    void accept_all() {
        const bool full = clients_.size() >= max_clients;
        while (full || clients_.size() < max_clients) {
            FileDescriptor fd{::accept4(socket_.listener_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)};
            if (fd.get() < 0) {
                out_of_descriptors_ = errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS;
                return;
            }
            if (full) {
                [[maybe_unused]] const auto sent =
                    ::send(fd.get(), answer_crowded.data(), answer_crowded.size(), MSG_NOSIGNAL);
                continue;
            }
            Client client;
            client.id = ++last_id_;
            client.fd = std::move(fd);
            clients_.push_back(std::move(client));
        }
    }

    static void receive(Client& client, bool hung_up) {
        constexpr std::size_t enough_for_now = std::size_t{1} << 18U;
        std::array<char, 65536> bytes;  // filled by recv
        for (std::size_t all = 0; all < enough_for_now;) {
            const auto got = ::recv(client.fd.get(), bytes.data(), bytes.size(), 0);
            if (got > 0) {
                client.in.append(bytes.data(), static_cast<std::size_t>(got));
                all += static_cast<std::size_t>(got);
                continue;
            }
            if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
                client.ended = true;
                client.gone = client.gone || hung_up || got < 0;
                if (!client.in.empty()) {
                    client.in += '\n';  // what was sent last counts without its newline too
                }
            }
            return;
        }
    }

    /// Hands over what is whole. True when there was any.
    bool cut_lines(Client& client) {
        std::size_t from = 0;
        bool any = false;
        while (client.waiting < max_lines_waiting) {
            const std::size_t newline = client.in.find('\n', from);
            const std::size_t length = std::min(newline, client.in.size()) - from;
            if (length > max_line_bytes && !client.skipping) {
                client.skipping = true;
                any = hand_over(client, {client.id, {}, true});
            }
            if (newline == std::string::npos) {
                from = client.skipping ? client.in.size() : from;
                break;
            }
            const std::string_view line = std::string_view{client.in}.substr(from, length);
            if (!std::exchange(client.skipping, false) && !is_blank(line)) {
                any = hand_over(client, {client.id, std::string{line}, false});
            }
            from = newline + 1;
        }
        client.in.erase(0, from);
        return any;
    }

    bool hand_over(Client& client, Line line) {
        ++client.waiting;
        const std::scoped_lock lock{socket_.mutex_};
        socket_.lines_.push_back(std::move(line));
        return true;
    }

    void take_answers() {
        std::vector<Line> answers;
        {
            const std::scoped_lock lock{socket_.mutex_};
            answers.swap(socket_.answers_);
        }
        for (const Line& answer : answers) {
            const auto client = std::find_if(clients_.begin(), clients_.end(),
                                             [&](const Client& candidate) { return candidate.id == answer.client; });
            if (client != clients_.end()) {
                --client->waiting;
                client->out += client->gone ? std::string_view{} : std::string_view{answer.text};
            }
        }
    }

    static void send_out(Client& client) {
        while (!client.out.empty()) {
            const auto sent = ::send(client.fd.get(), client.out.data(), client.out.size(), MSG_NOSIGNAL);
            if (sent >= 0) {
                client.out.erase(0, static_cast<std::size_t>(sent));
            } else if (errno == EAGAIN) {
                return;
            } else if (errno != EINTR) {
                client.gone = true;
                client.out.clear();
            }
        }
    }

    [[nodiscard]] bool anything_unsent() const {
        return std::any_of(clients_.begin(), clients_.end(), [](const Client& client) { return !client.out.empty(); });
    }

    ControlSocket& socket_;
    std::stop_token stop_;
    std::vector<Client> clients_;
    std::vector<pollfd> fds_;  // the bell, the listener, then the clients in their order
    std::uint64_t last_id_ = 0;
    bool out_of_descriptors_ = false;
    bool closing_ = false;
};

ControlSocket::ControlSocket(std::filesystem::path path, std::function<void()> wake)
    : path_{std::move(path)},
      wake_{std::move(wake)},
      listener_{new_socket(path_)},
      bell_{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)} {
    if (bell_.get() < 0) {
        fail(path_, reason_of(errno));
    }
    take_path();
    thread_ = std::jthread{[this](const std::stop_token& stop) { Loop{*this, stop}.run(); }};
}

ControlSocket::~ControlSocket() {
    thread_.request_stop();
    ping();
    thread_.join();
    struct stat found {};
    if (::lstat(path_.c_str(), &found) == 0 && found.st_dev == device_ && found.st_ino == inode_) {
        ::unlink(path_.c_str());
    }
}

void ControlSocket::take_path() {
    const sockaddr_un address = address_of(path_);
    clear_the_way(path_, address);
    constexpr mode_t only_the_owner = 0600;
    // Linux gives the new socket the mode of the descriptor, so that there is no moment at which others could connect.
    if (::fchmod(listener_.get(), only_the_owner) != 0 ||
        ::bind(listener_.get(), as_sockaddr(address), sizeof address) != 0) {
        fail(path_, reason_of(errno));
    }
    struct stat made {};
    if (::chmod(path_.c_str(), only_the_owner) != 0 || ::lstat(path_.c_str(), &made) != 0 ||
        ::listen(listener_.get(), static_cast<int>(max_clients)) != 0) {
        const int error = errno;
        ::unlink(path_.c_str());
        fail(path_, reason_of(error));
    }
    device_ = made.st_dev;
    inode_ = made.st_ino;
}

void ControlSocket::ping() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto sent = ::write(bell_.get(), &one, sizeof one);
}

std::size_t ControlSocket::answer_pending(const Handler& handler) {
    std::vector<Line> lines;
    {
        const std::scoped_lock lock{mutex_};
        lines.swap(lines_);
    }
    for (Line& line : lines) {
        std::string answer{line.too_long ? answer_too_long : std::string_view{}};
        try {
            if (!line.too_long) {
                answer = handler(line.text);
            }
        } catch (const std::exception&) {
            answer = answer_failed;
        }
        std::replace(answer.begin(), answer.end(), '\n', ' ');
        const std::scoped_lock lock{mutex_};
        answers_.push_back({line.client, answer + '\n', false});
    }
    if (!lines.empty()) {
        ping();
    }
    return lines.size();
}

}  // namespace app
