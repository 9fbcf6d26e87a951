// Vertices and indices on the GPU, with the layout that a shader reads them in.
#pragma once

#include "render/gl/handle.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace render::gl {

struct DeleteBuffer {
    void operator()(std::uint32_t name) const;
};
struct DeleteVertexArray {
    void operator()(std::uint32_t name) const;
};

enum class AttributeType { Float, UnsignedByteNormalised, UnsignedShort };

/// One vertex attribute at `layout(location = index in the list)`.
struct Attribute {
    int components = 1;
    AttributeType type = AttributeType::Float;
    std::size_t offset = 0;
};

/// A run of indices.
struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Indexed triangles. Vertices are any plain struct; the attributes say where in it each value stands.
class Mesh {
public:
    Mesh() = default;
    Mesh(std::size_t vertex_size, std::span<const Attribute> attributes);

    /// Replaces the contents; storage grows as needed and is kept.
    void upload(std::span<const std::byte> vertices, std::span<const std::uint32_t> indices);
    [[nodiscard]] std::uint32_t index_count() const { return index_count_; }
    /// Draws with the program in use.
    void draw() const;
    void draw(IndexRange range) const;
    /// Draws several runs in one call.
    void draw(std::span<const IndexRange> ranges) const;

private:
    Handle<DeleteVertexArray> array_;
    Handle<DeleteBuffer> vertices_;
    Handle<DeleteBuffer> indices_;
    std::size_t vertex_capacity_ = 0;
    std::size_t index_capacity_ = 0;
    std::uint32_t index_count_ = 0;
};

}  // namespace render::gl
