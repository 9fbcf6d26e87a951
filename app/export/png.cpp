#include "app/export/png.h"

#include "app/platform/whole_file.h"

#include <png.h>

#include <cerrno>
#include <cstdio>
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

/// Nothing, or why not.
std::optional<std::string> encode(const render::Image& image, std::FILE* file) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width_px);
    png.height = static_cast<png_uint_32>(image.height_px);
    png.format = PNG_FORMAT_RGBA;
    errno = 0;
    if (png_image_write_to_stdio(&png, file, 0, image.rgba.data(), 0, nullptr) == 0) {
        return errno != 0 ? reason_of(errno) : std::string{png.message};
    }
    return std::fflush(file) != 0 ? std::optional{reason_of(errno)} : std::nullopt;
}

std::optional<std::string> write_directly(const render::Image& image, const std::filesystem::path& path) {
    const File file{std::fopen(path.c_str(), "wbe")};
    return file ? encode(image, file.get()) : std::optional{reason_of(errno)};
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
        failure = write_whole_file(path, [&image](std::FILE* file) { return encode(image, file); });
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
