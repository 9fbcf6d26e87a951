#include "render/gl/mesh.h"

#include <glad/gl.h>

namespace render::gl {

namespace {

GLenum gl_type(AttributeType type) {
    switch (type) {
        case AttributeType::UnsignedByteNormalised:
            return GL_UNSIGNED_BYTE;
        case AttributeType::UnsignedShort:
            return GL_UNSIGNED_SHORT;
        case AttributeType::Float:
            break;
    }
    return GL_FLOAT;
}

const void* offset_pointer(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

std::uint32_t new_buffer() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return name;
}

void store(GLenum target, std::size_t& capacity, std::size_t bytes, const void* data) {
    if (bytes > capacity) {
        // What grows once will grow again; what is uploaded once stays as it is.
        capacity = capacity == 0 ? bytes : bytes + bytes / 2;
    }
    // Orphaning the old storage lets the driver go on reading it while we write.
    glBufferData(target, static_cast<GLsizeiptr>(capacity), nullptr, GL_STREAM_DRAW);
    if (bytes > 0) {
        glBufferSubData(target, 0, static_cast<GLsizeiptr>(bytes), data);
    }
}

}  // namespace

void DeleteBuffer::operator()(std::uint32_t name) const {
    glDeleteBuffers(1, &name);
}
void DeleteVertexArray::operator()(std::uint32_t name) const {
    glDeleteVertexArrays(1, &name);
}

Mesh::Mesh(std::size_t vertex_size, std::span<const Attribute> attributes)
    : vertices_{new_buffer()}, indices_{new_buffer()} {
    GLuint array = 0;
    glGenVertexArrays(1, &array);
    array_ = Handle<DeleteVertexArray>{array};
    glBindVertexArray(array);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const Attribute& a = attributes[i];
        const auto location = static_cast<GLuint>(i);
        const bool normalised = a.type == AttributeType::UnsignedByteNormalised;
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, a.components, gl_type(a.type), normalised ? GL_TRUE : GL_FALSE,
                              static_cast<GLsizei>(vertex_size), offset_pointer(a.offset));
    }
    glBindVertexArray(0);
}

void Mesh::upload(std::span<const std::byte> vertices, std::span<const std::uint32_t> indices) {
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    store(GL_ARRAY_BUFFER, vertex_capacity_, vertices.size_bytes(), vertices.data());
    store(GL_ELEMENT_ARRAY_BUFFER, index_capacity_, indices.size_bytes(), indices.data());
    glBindVertexArray(0);
    index_count_ = static_cast<std::uint32_t>(indices.size());
}

void Mesh::draw() const {
    draw(IndexRange{0, index_count_});
}

void Mesh::draw(IndexRange range) const {
    if (range.count == 0) {
        return;
    }
    glBindVertexArray(array_.name());
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(range.count), GL_UNSIGNED_INT,
                   offset_pointer(range.first * sizeof(std::uint32_t)));
    glBindVertexArray(0);
}

void Mesh::draw(std::span<const IndexRange> ranges) const {
    glBindVertexArray(array_.name());
    std::vector<GLsizei> counts;
    std::vector<const void*> offsets;
    for (const IndexRange& range : ranges) {
        counts.push_back(static_cast<GLsizei>(range.count));
        offsets.push_back(offset_pointer(range.first * sizeof(std::uint32_t)));
    }
    if (!counts.empty()) {
        glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                            static_cast<GLsizei>(counts.size()));
    }
    glBindVertexArray(0);
}

}  // namespace render::gl
