#include "app/platform/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <memory>
#include <system_error>

namespace app {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

/// Calls `make` with names that a file beside `path` may have until one is free. Whether there was one; errno says why
/// not.
template <class Make>
bool made_beside(const std::filesystem::path& path, std::filesystem::path& name, Make make) {
    static std::atomic<unsigned> serial{0};
    for (int attempt = 0; attempt < 100; ++attempt) {
        name = path.parent_path() / ("." + path.filename().string().substr(0, 200) + "." + std::to_string(::getpid()) +
                                     "-" + std::to_string(serial++) + ".tmp");
        if (make(name.c_str())) {
            return true;
        }
        if (errno != EEXIST) {
            break;
        }
    }
    return false;
}

/// A file in the folder of `path`, with the permissions that any new file gets. It has no name, so that a program that
/// is killed leaves nothing behind, and where the file system cannot do that, that of `temporary`.
File open_in_folder_of(const std::filesystem::path& path, std::filesystem::path& temporary) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    int fd = ::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
    if (fd < 0) {
        const bool made = made_beside(path, temporary, [&fd](const char* name) {
            fd = ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            return fd >= 0;
        });
        if (!made) {
            return nullptr;
        }
    }
    return File{::fdopen(fd, "wb")};
}

/// Gives a file without a name one beside `path`.
bool name_beside(const std::filesystem::path& path, std::FILE* file, std::filesystem::path& temporary) {
    const std::string open_file = "/proc/self/fd/" + std::to_string(::fileno(file));
    return made_beside(path, temporary, [&open_file](const char* name) {
        return ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
    });
}

std::optional<std::string> write_and_rename(const std::filesystem::path& path, const WriteTo& write) {
    std::filesystem::path temporary;
    const File file = open_in_folder_of(path, temporary);
    if (!file) {
        return reason_of(errno);
    }
    auto failure = write(file.get());
    if (!failure && (std::fflush(file.get()) != 0 || ::fsync(::fileno(file.get())) != 0)) {
        failure = reason_of(errno);
    }
    if (!failure && temporary.empty() && !name_beside(path, file.get(), temporary)) {
        failure = reason_of(errno);
    }
    if (!failure && std::rename(temporary.c_str(), path.c_str()) != 0) {
        failure = reason_of(errno);
    }
    if (failure && !temporary.empty()) {
        ::unlink(temporary.c_str());
    }
    return failure;
}

}  // namespace

std::optional<std::string> write_whole_file(const std::filesystem::path& path, const WriteTo& write) {
    std::error_code error;
    // A link keeps pointing where it does, and its target is what changes.
    const auto target = std::filesystem::is_symlink(std::filesystem::symlink_status(path, error))
                            ? std::filesystem::weakly_canonical(path, error)
                            : path;
    return write_and_rename(target.empty() ? path : target, write);
}

std::optional<std::string> write_whole_file(const std::filesystem::path& path, const std::string& bytes) {
    return write_whole_file(path, [&bytes](std::FILE* file) {
        return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() ? std::nullopt
                                                                                : std::optional{reason_of(errno)};
    });
}

}  // namespace app
