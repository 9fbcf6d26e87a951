#include "app/platform/read_file.h"

#include "app/platform/file_descriptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace app {

namespace {

using events::FileBytes;

/// Until there is something to read (POLLIN), or a writer that there was is gone (POLLHUP); 0 when neither happens in
/// time. Below 0: for ever.
int wait_for(const FileDescriptor& file, int patience_ms) {
    pollfd waiting{file.get(), POLLIN, 0};
    return ::poll(&waiting, 1, patience_ms) > 0 ? waiting.revents : 0;
}

FileBytes refused(int error) {
    return {{},
            error == ENOENT ? "there is no such file" : "cannot be read: " + std::generic_category().message(error)};
}

}  // namespace

FileBytes bytes_of_file(const std::filesystem::path& path, std::size_t longest, int patience_ms,
                        const std::function<bool()>& goes_on) {
    // Not to wait for a writer here: a pipe without one would hold up everything, and could not be told from a slow
    // one.
    const FileDescriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)};
    struct stat about {};
    if (file.get() < 0 || ::fstat(file.get(), &about) != 0) {
        return refused(errno);
    }
    FileBytes result;
    bool out_of_patience = false;
    if (S_ISREG(about.st_mode)) {
        result.bytes.reserve(static_cast<std::size_t>(about.st_size));
    }
    std::array<char, 65536> piece;  // filled by read
    for (;;) {
        const auto got = ::read(file.get(), piece.data(), piece.size());
        if (got > 0) {
            result.bytes.append(piece.data(), static_cast<std::size_t>(got));
            if (!S_ISREG(about.st_mode) && result.bytes.size() > longest) {
                return {{}, "this goes on for more than " + std::to_string(longest >> 20U) + " MiB"};
            }
        } else if (got == 0) {
            // An end; but a pipe that nobody has opened for writing yet reads like that too, and only poll knows.
            if (!S_ISFIFO(about.st_mode) || !result.bytes.empty()) {
                return result;
            }
            if (out_of_patience) {
                return {{}, "this is a pipe into which nobody writes"};
            }
            const int seen = wait_for(file, patience_ms);
            if ((seen & (POLLIN | POLLHUP)) == POLLHUP) {
                return result;
            }
            out_of_patience = seen == 0;
        } else if (errno == EAGAIN) {
            out_of_patience = false;  // there is somebody
            constexpr int ask_every_ms = 100;
            while (wait_for(file, goes_on ? ask_every_ms : -1) == 0 && goes_on) {
                if (!goes_on()) {
                    return {{}, "reading was stopped"};
                }
            }
        } else if (errno != EINTR) {
            return refused(errno);
        }
    }
}

}  // namespace app
