#include "app/platform/end_signals.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <utility>

namespace app {

namespace {

/// Those that would end the program; one that somebody has it ignore (nohup does) stays ignored.
sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now {};
        if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) {
            sigaddset(&set, number);
        }
    }
    return set;
}

/// As if nobody had ever caught it.
void end_by(int number) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    std::signal(number, SIG_DFL);
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    std::raise(number);
}

}  // namespace

EndSignals::EndSignals(std::function<void()> wake)
    : wake_{std::move(wake)}, bell_{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)} {
    const sigset_t set = ending_signals();
    signals_ = FileDescriptor{::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC)};
    if (signals_.get() < 0 || bell_.get() < 0) {
        return;  // out of descriptors: they end the program as they always do
    }
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::jthread{[this](const std::stop_token& stop) { listen(stop); }};
}

EndSignals::~EndSignals() {
    thread_.request_stop();
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto sent = ::write(bell_.get(), &one, sizeof one);
}

void EndSignals::listen(const std::stop_token& stop) {
    std::array<pollfd, 2> waiting{{{signals_.get(), POLLIN, 0}, {bell_.get(), POLLIN, 0}}};
    while (!stop.stop_requested()) {
        signalfd_siginfo signal{};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 ||
            ::read(signals_.get(), &signal, sizeof signal) != static_cast<ssize_t>(sizeof signal)) {
            continue;
        }
        const int number = static_cast<int>(signal.ssi_signo);
        if (!there_is_a_loop_ || received_.exchange(number) != 0) {
            end_by(number);
        }
        wake_();
    }
}

}  // namespace app
