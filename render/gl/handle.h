// The move-only owner of one OpenGL name. Objects live and die on the thread of the context.
#pragma once

#include <cstdint>
#include <utility>

namespace render::gl {

/// Owns a name and gives it to `Deleter` in the end. 0 is no name.
template <class Deleter>
class Handle {
public:
    Handle() = default;
    explicit Handle(std::uint32_t name) noexcept : name_{name} {}
    Handle(Handle&& other) noexcept : name_{std::exchange(other.name_, 0U)} {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (name_ != 0) {
            Deleter{}(name_);
        }
    }
    [[nodiscard]] std::uint32_t name() const noexcept { return name_; }

private:
    std::uint32_t name_ = 0;
};

}  // namespace render::gl
