#include "app/export/png.h"

#include <fcntl.h>
#include <png.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace app {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::string cannot_write(const std::filesystem::path& path, const std::string& why) {
    return "cannot write " + path.string() + ": " + why;
}

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

/// Writes and brings to the disk. Nothing, or why not.
std::optional<std::string> encode(const render::Image& image, std::FILE* file, bool sync) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width_px);
    png.height = static_cast<png_uint_32>(image.height_px);
    png.format = PNG_FORMAT_RGBA;
    errno = 0;
    if (png_image_write_to_stdio(&png, file, 0, image.rgba.data(), 0, nullptr) == 0) {
        return errno != 0 ? reason_of(errno) : std::string{png.message};
    }
    return std::fflush(file) != 0 || (sync && ::fsync(::fileno(file)) != 0) ? std::optional{reason_of(errno)}
                                                                            : std::nullopt;
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

std::optional<std::string> write_and_rename(const render::Image& image, const std::filesystem::path& path) {
    std::filesystem::path temporary;
    const File file = open_in_folder_of(path, temporary);
    if (!file) {
        return reason_of(errno);
    }
    auto failure = encode(image, file.get(), true);
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

std::optional<std::string> write_directly(const render::Image& image, const std::filesystem::path& path) {
    const File file{std::fopen(path.c_str(), "wbe")};
    return file ? encode(image, file.get(), false) : std::optional{reason_of(errno)};
}

}  // namespace

std::optional<std::string> write_png(const render::Image& image, const std::filesystem::path& path) {
    const auto bytes = static_cast<std::size_t>(image.width_px) * static_cast<std::size_t>(image.height_px) * 4;
    if (image.width_px < 1 || image.height_px < 1 || image.rgba.size() != bytes) {
        return cannot_write(path, "the picture has no pixels");
    }
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (path.empty() || !path.has_filename() || std::filesystem::is_directory(status)) {
        return cannot_write(path, "that is a folder; name a file");
    }
    std::optional<std::string> failure;
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        failure = write_directly(image, path);
    } else {
        // A link keeps pointing where it does, and its target is what changes.
        const auto target = std::filesystem::is_symlink(std::filesystem::symlink_status(path, error))
                                ? std::filesystem::weakly_canonical(path, error)
                                : path;
        failure = write_and_rename(image, target.empty() ? path : target);
    }
    return failure ? std::optional{cannot_write(path, *failure)} : std::nullopt;
}

std::optional<render::Image> read_png(const std::filesystem::path& path, std::string* why) {
    const auto refuse = [&](const std::string& reason) -> std::optional<render::Image> {
        if (why != nullptr) {
            *why = "cannot read " + path.string() + ": " + reason;
        }
        return std::nullopt;
    };
    const File file{std::fopen(path.c_str(), "rbe")};
    if (!file) {
        return refuse(reason_of(errno));
    }
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> cleanup{&png, png_image_free};
    if (png_image_begin_read_from_stdio(&png, file.get()) == 0) {
        return refuse(png.message);
    }
    constexpr png_uint_32 largest = 16384;
    if (png.width > largest || png.height > largest) {
        return refuse("it is larger than 16384 by 16384 pixels");
    }
    png.format = PNG_FORMAT_RGBA;
    render::Image image{static_cast<int>(png.width), static_cast<int>(png.height), {}};
    image.rgba.resize(PNG_IMAGE_SIZE(png));
    if (png_image_finish_read(&png, nullptr, image.rgba.data(), 0, nullptr) == 0) {
        return refuse(png.message);
    }
    return image;
}

}  // namespace app
