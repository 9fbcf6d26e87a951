#include "geodata/outlines.h"

#include "geodata/edge_hash.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace geodata {

namespace {

constexpr std::int64_t coast = -1;
constexpr std::int64_t left_out = -2;

bool on_antimeridian(LonLat a, LonLat b) {
    return std::abs(a.lon) >= 180.0 && std::abs(b.lon) >= 180.0;
}

struct Edge {
    std::uint64_t hash = 0;
    std::uint32_t country = 0;
    std::uint32_t index = 0;  // in the order of the walk over all rings
};

template <class Visit>
void for_each_ring(const BoundarySet& boundaries, Visit visit) {
    for (std::uint32_t c = 0; c < boundaries.countries().size(); ++c) {
        const auto& polygons = boundaries.countries()[c].polygons;
        for (std::uint32_t p = 0; p < polygons.size(); ++p) {
            for (std::uint32_t r = 0; r < polygons[p].rings.size(); ++r) {
                visit(Outline{c, p, r, 0, 0, std::nullopt}, polygons[p].rings[r]);
            }
        }
    }
}

std::unordered_set<std::uint64_t> disputed_edges(const BoundarySet& boundaries) {
    std::unordered_set<std::uint64_t> edges;
    for (const BoundaryLine& line : boundaries.lines()) {
        if (line.line_class == LineClass::Disputed || line.line_class == LineClass::Indefinite) {
            for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
                edges.insert(edge_hash(line.points[i], line.points[i + 1]));
            }
        }
    }
    return edges;
}

/// For each edge of the walk: the other country, `coast` or `left_out`.
std::vector<std::int64_t> label_edges(const BoundarySet& boundaries) {
    const auto disputed = disputed_edges(boundaries);
    std::vector<Edge> edges;
    std::vector<std::int64_t> labels;
    for_each_ring(boundaries, [&](const Outline& at, const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const std::uint64_t hash = edge_hash(ring[i], ring[i + 1]);
            edges.push_back({hash, at.country, static_cast<std::uint32_t>(labels.size())});
            const bool skipped = on_antimeridian(ring[i], ring[i + 1]) || disputed.contains(hash);
            labels.push_back(skipped ? left_out : coast);
        }
    });
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.hash < b.hash; });
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i + 1;
        while (end < edges.size() && edges[end].hash == edges[i].hash) {
            ++end;
        }
        for (std::size_t k = i; end - i > 1 && k < end; ++k) {
            // Shared by two: each is the other's neighbour. Twice by one country: a seam inside it.
            const Edge& other = edges[k == i ? i + 1 : i];
            std::int64_t& label = labels[edges[k].index];
            if (label != left_out) {
                label = other.country == edges[k].country ? left_out : static_cast<std::int64_t>(other.country);
            }
        }
        i = end;
    }
    return labels;
}

/// Cuts one ring into runs of edges with one label, starting where the label changes.
void append_runs(const Outline& at, const Ring& ring, const std::int64_t* labels, std::vector<Outline>& out) {
    const std::size_t edges = ring.size() - 1;
    std::size_t start = 0;
    while (start < edges && labels[start] == labels[(start + edges - 1) % edges]) {
        ++start;
    }
    start %= edges;
    for (std::size_t done = 0; done < edges;) {
        const std::int64_t label = labels[(start + done) % edges];
        std::size_t length = 1;
        while (done + length < edges && labels[(start + done + length) % edges] == label) {
            ++length;
        }
        if (label == coast || label > static_cast<std::int64_t>(at.country)) {
            Outline outline = at;
            outline.first = static_cast<std::uint32_t>((start + done) % edges);
            outline.edges = static_cast<std::uint32_t>(length);
            if (label != coast) {
                outline.neighbour = static_cast<std::uint32_t>(label);
            }
            out.push_back(outline);
        }
        done += length;
    }
}

}  // namespace

std::vector<Outline> outlines(const BoundarySet& boundaries) {
    const std::vector<std::int64_t> labels = label_edges(boundaries);
    std::vector<Outline> out;
    std::size_t first = 0;
    for_each_ring(boundaries, [&](const Outline& at, const Ring& ring) {
        if (ring.size() < 2) {
            return;
        }
        append_runs(at, ring, labels.data() + first, out);
        first += ring.size() - 1;
    });
    return out;
}

}  // namespace geodata
