#include "geodata/triangulate.h"

#include <GL/glu.h>
#include <array>
#include <bit>
#include <cmath>
#include <memory>
#include <new>

namespace geodata {
namespace {

struct TessellatorDeleter {
    void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};
using Tessellator = std::unique_ptr<GLUtesselator, TessellatorDeleter>;

// What the callbacks write to. They are called from C, which no exception may cross: running out of memory is noted
// here and thrown when the tessellator has returned.
struct Output {
    Triangles triangles;
    bool out_of_memory = false;
};

// GLU carries one pointer for each vertex; an index in it saves an allocation for each.
void* pointer_from_index(std::size_t index) {
    return std::bit_cast<void*>(index);
}

std::uint32_t index_from_pointer(void* pointer) {
    return static_cast<std::uint32_t>(std::bit_cast<std::size_t>(pointer));
}

std::size_t add_vertex(Triangles& triangles, WorldXY p) {
    triangles.vertices.push_back(p);
    return triangles.vertices.size() - 1;
}

void on_vertex(void* vertex, void* user) {
    auto& output = *static_cast<Output*>(user);
    try {
        output.triangles.indices.push_back(index_from_pointer(vertex));
    } catch (const std::bad_alloc&) {
        output.out_of_memory = true;
    }
}

// Two rings cross, or a ring itself: a new vertex stands where they do.
void on_combine(GLdouble position[3], void* [4], GLfloat[4], void** vertex, void* user) {
    auto& output = *static_cast<Output*>(user);
    try {
        *vertex = pointer_from_index(add_vertex(output.triangles, {position[0], position[1]}));
    } catch (const std::bad_alloc&) {
        output.out_of_memory = true;
        *vertex = nullptr;
    }
}

// Asking for edge flags is GLU's way to say "only triangles, no fans and strips"; the flags themselves are not used.
void on_edge_flag(GLboolean, void*) {}

template <class Function>
void set_callback(GLUtesselator* tessellator, GLenum which, Function* function) {
    gluTessCallback(tessellator, which, reinterpret_cast<_GLUfuncptr>(function));
}

Tessellator make_tessellator() {
    Tessellator tessellator(gluNewTess());
    if (!tessellator) {
        throw std::bad_alloc();
    }
    set_callback(tessellator.get(), GLU_TESS_VERTEX_DATA, &on_vertex);
    set_callback(tessellator.get(), GLU_TESS_COMBINE_DATA, &on_combine);
    set_callback(tessellator.get(), GLU_TESS_EDGE_FLAG_DATA, &on_edge_flag);
    gluTessProperty(tessellator.get(), GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tessellator.get(), 0.0, 0.0, 1.0);
    return tessellator;
}

// The ring without the repeated first point and without what is not a number.
std::vector<WorldXY> open_ring(const std::vector<WorldXY>& ring) {
    std::vector<WorldXY> points;
    points.reserve(ring.size());
    for (const WorldXY& p : ring) {
        if (std::isfinite(p.x) && std::isfinite(p.y)) {
            points.push_back(p);
        }
    }
    while (points.size() > 1 && points.front() == points.back()) {
        points.pop_back();
    }
    return points;
}

void add_contour(GLUtesselator* tessellator, Triangles& triangles, const std::vector<WorldXY>& points) {
    gluTessBeginContour(tessellator);
    for (const WorldXY& p : points) {
        std::array<GLdouble, 3> position{p.x, p.y, 0.0};
        gluTessVertex(tessellator, position.data(), pointer_from_index(add_vertex(triangles, p)));
    }
    gluTessEndContour(tessellator);
}

}  // namespace

Triangles triangulate(std::span<const std::vector<WorldXY>> rings) {
    const Tessellator tessellator = make_tessellator();
    Output output;
    gluTessBeginPolygon(tessellator.get(), &output);
    for (const auto& ring : rings) {
        const std::vector<WorldXY> points = open_ring(ring);
        if (points.size() >= 3) {
            add_contour(tessellator.get(), output.triangles, points);
        }
    }
    gluTessEndPolygon(tessellator.get());
    if (output.out_of_memory) {
        throw std::bad_alloc();
    }
    return std::move(output.triangles);
}

}  // namespace geodata
