// Ctrl+C and its kin: the system asks the program to end. The program then ends by itself, so that nothing of it is
// left lying about; a second time it does not wait.
#pragma once

#include "app/platform/file_descriptor.h"

#include <atomic>
#include <functional>
#include <thread>

namespace app {

class EndSignals {
public:
    /// Takes SIGINT, SIGTERM and SIGHUP (those that are not ignored) away from this thread and from all that it starts
    /// from now on: make it before them. Until wait_for_the_loop() is called they end the program at once, as they
    /// always do. `wake` is called on a thread of its own when the first one comes behind that.
    explicit EndSignals(std::function<void()> wake);
    ~EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    EndSignals(EndSignals&&) = delete;
    EndSignals& operator=(EndSignals&&) = delete;

    /// From here on there is a loop that looks at received().
    void wait_for_the_loop() { there_is_a_loop_ = true; }
    /// The signal that asked for the end; 0 while none has.
    [[nodiscard]] int received() const { return received_; }

private:
    void listen(const std::stop_token& stop);

    std::function<void()> wake_;
    FileDescriptor signals_;
    FileDescriptor bell_;
    std::atomic<bool> there_is_a_loop_{false};
    std::atomic<int> received_{0};
    std::jthread thread_;
};

}  // namespace app
