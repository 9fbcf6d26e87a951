#include "app/platform/desktop.h"

#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <thread>

extern char** environ;  // NOLINT: POSIX has it so

namespace app {

bool is_web_address(const std::string& address) {
    const auto behind = [&](std::string_view scheme) {
        return address.size() > scheme.size() && address.starts_with(scheme) && address[scheme.size()] != '/';
    };
    return (behind("http://") || behind("https://")) && std::all_of(address.begin(), address.end(), [](char c) {
               return static_cast<unsigned char>(c) > 0x20 && c != 0x7F;
           });
}

std::optional<std::string> open_address(const std::string& address) {
    if (!is_web_address(address)) {
        return "'" + address.substr(0, 200) + "' is no web address (http or https); it is not opened";
    }
    std::string program = "xdg-open";
    std::string argument = address;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    const int failed = posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ);
    if (failed != 0) {
        return "cannot open " + address + ": xdg-open: " + std::strerror(failed) + "; install xdg-utils";
    }
    std::thread{[child] {
        int status = 0;
        waitpid(child, &status, 0);
    }}.detach();
    return std::nullopt;
}

}  // namespace app
