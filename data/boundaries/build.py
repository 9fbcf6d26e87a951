#!/usr/bin/python3
"""Makes data/boundaries/boundaries.gpkg.

usage: build.py SOURCES OUT      SOURCES is the folder that data/scripts/fetch.sh filled

The countries are Natural Earth's 10m admin-1 units, dissolved by cancelling the edges that two units of one country
share. No geometry engine touches a border, so that neighbours keep exactly the same vertices. Inside the box FULL every
vertex of the source stays (rounded to 5 decimals); outside it each arc, a stretch of border or coast between two
junctions, is simplified once for both of its sides. What each layer holds is said in README.md beside this file.

A country that has disputed areas is made of pieces: one for each area, and the rest. A piece is known by a key, which is
the country's code or, for an area, `CODE|AREA`.
"""
import collections
import json
import math
import os
import sys

os.environ.setdefault('OGR_CURRENT_DATE', '2025-01-01T00:00:00.000Z')   # the same bytes each time

from osgeo import ogr, osr
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, polygonize, polylabel, unary_union
from shapely.strtree import STRtree
from shapely import wkb

FULL = (32.0, -15.0, 125.0, 60.0)      # full detail in here
NEAR = (-12.0, -45.0, 150.0, 68.0)     # what a flat view of the region still shows at its edge
TOLERANCE = (0.03, 0.08)               # degrees, outside FULL: in NEAR, and beyond
SMALLEST_ISLAND = (0.01, 0.05)         # square degrees, likewise; a country's largest part always stays

# Natural Earth's own codes: to ISO 3166-1 (XKX is the user-assigned code in common use), or into the country that
# administers the place; '' is an area that has no code of its own
TO_CODE = {
    'KAB': 'KAZ', 'SDS': 'SSD', 'KOS': 'XKX', 'PSX': 'PSE', 'SAH': 'ESH', 'ALD': 'ALA', 'USG': 'CUB', 'WSB': 'GBR', 'ESB': 'GBR',
    'ATC': 'AUS', 'CSI': 'AUS', 'CLP': 'FRA',
}
NO_CODE = {'KAS': 'Siachen', 'CYN': 'Northern Cyprus', 'SOL': 'Somaliland', 'PGA': 'Spratly Islands'}
LEFT_OUT = {'ATA'}
REGION = 'AFG BGD BTN IND IRN KAZ KGZ LKA MDV MMR NPL PAK TJK TKM UZB'.split()

# points for labels where the middle of the largest part is not the best one
LABELS = {
    'IND': (79.2, 21.6), 'PAK': (68.9, 28.7), 'CHN': (103.5, 33.0), 'KAZ': (67.0, 48.3), 'IRN': (54.3, 32.6), 'AFG': (65.3, 33.3),
    'NPL': (83.9, 28.35), 'BGD': (90.6, 24.5), 'MMR': (95.8, 21.4), 'UZB': (63.4, 42.0), 'TKM': (59.2, 39.2), 'KGZ': (74.9, 41.6),
    'TJK': (73.0, 38.3), 'BTN': (90.45, 27.42), 'LKA': (80.7, 7.75), 'MDV': (73.3, 3.2), 'MNG': (103.3, 46.6), 'RUS': (90.0, 60.5),
    'MYS': (102.2, 4.2), 'IDN': (113.6, -0.7), 'THA': (101.3, 15.6), 'VNM': (107.9, 13.9), 'LAO': (102.6, 19.9), 'PHL': (121.3, 16.6),
    'TUR': (34.5, 39.0), 'SAU': (44.6, 24.2), 'OMN': (56.6, 21.3), 'YEM': (47.6, 15.7), 'IRQ': (43.3, 32.7), 'SYR': (38.5, 35.0),
    'USA': (-98.5, 39.6), 'CAN': (-106.0, 57.5), 'FRA': (2.5, 46.7), 'NOR': (9.2, 61.3), 'GBR': (-1.6, 52.6), 'JPN': (138.3, 36.3),
    'AZE': (47.7, 40.5), 'KOR': (127.9, 36.4), 'PRK': (126.6, 40.1), 'NZL': (171.6, -43.4), 'CHL': (-70.6, -30.0),
}

# Lines by the unit on one side: Natural Earth 3.0 calls parts of these agreed, or does not know them yet
DISPUTED_UNITS = {
    ('IND', 'Jammu and Kashmir'), ('IND', 'Ladakh'), ('RUS', 'Crimea'), ('RUS', 'Sevastopol'), ('UKR', "Donets'k"), ('UKR', "Luhans'k"),
}
DISPUTED_PAIRS = {('ESH', 'MAR'), ('CHN', 'IND', 'Arunachal Pradesh')}
LINE_CLASS = {
    'International boundary (verify)': 'international', 'International boundary (Magics)': 'international',
    'Disputed (please verify)': 'disputed', 'Line of control (please verify)': 'disputed',
    'Indefinite (please verify)': 'indefinite', 'Indeterminant frontier': 'indefinite',
}   # overlay limits (demilitarised zones), lease limits and "ForgetMagics" are not borders between countries
CLAIMS_IN = {'CHN', 'IND', 'PAK', 'BTN', 'GEO', 'ISR', 'LBN'}

AREAS = [   # name, country, its admin-1 unit
    ('Jammu and Kashmir', 'IND', 'Jammu and Kashmir'), ('Ladakh', 'IND', 'Ladakh'),
    ('Gilgit-Baltistan', 'PAK', 'Northern Areas'), ('Azad Kashmir', 'PAK', 'Azad Kashmir'), ('Siachen', '~KAS', 'Kashmir'),
    ('Crimea', 'RUS', 'Crimea'), ('Crimea', 'RUS', 'Sevastopol'), ('Donetsk', 'UKR', "Donets'k"), ('Luhansk', 'UKR', "Luhans'k"),
    ('Zaporizhzhia', 'UKR', 'Zaporizhzhya'), ('Kherson', 'UKR', 'Kherson'), ('Spratly Islands', '~PGA', 'Spratly Islands'),
]
AREA_OF_UNIT = {(code, unit): name for name, code, unit in AREAS}
AREAS_FROM_CLAIMS = [   # name, the piece that it is cut from, a point inside
    ('Arunachal Pradesh', 'IND', (93.6, 27.1)), ('Aksai Chin', 'CHN', (79.5, 35.2)), ('Shaksgam', 'CHN', (76.6, 36.15)),
    ('Northern Bhutan', 'BTN', (90.1, 28.22)), ('Doklam', 'BTN', (89.02, 27.57)), ('Nelang', 'IND', (79.08, 31.25)),
    ('Barahoti', 'IND', (80.05, 30.75)), ('Kaurik and Shipki', 'IND', (78.6, 32.05)), ('Kalapani', 'IND', (80.95, 30.235)),
    ('Demchok', 'IND|Ladakh', (79.32, 32.7)),
]
REACH = {'Demchok': 0.08}   # degrees from the end of a claim line to the border, where that is more than 0.02

LAKE_NAMES = [   # the middle of the lake, its name
    (59.61, 45.4, 'Aral Sea'), (75.62, 46.28, 'Lake Balkhash'), (77.27, 42.44, 'Issyk-Kul'), (107.7, 53.42, 'Lake Baikal'),
    (100.2, 36.88, 'Qinghai Lake'), (45.43, 37.69, 'Lake Urmia'), (42.96, 38.65, 'Lake Van'), (83.8, 48.4, 'Lake Zaysan'),
    (81.74, 46.14, 'Lake Alakol'), (92.74, 50.31, 'Uvs Nuur'), (100.48, 51.08, 'Khövsgöl Nuur'), (57.43, 41.92, 'Lake Sarygamysh'),
    (67.23, 40.85, 'Aydar Lake'), (90.6, 30.74, 'Namtso'), (88.99, 31.78, 'Siling Lake'), (104.07, 12.89, 'Tonlé Sap'),
    (45.34, 40.35, 'Lake Sevan'), (36.18, 3.58, 'Lake Turkana'), (37.3, 12.02, 'Lake Tana'), (32.91, -1.1, 'Lake Victoria'),
    (29.88, -6.21, 'Lake Tanganyika'), (34.51, -11.96, 'Lake Malawi'), (77.41, 54.85, 'Lake Chany'), (117.44, 48.96, 'Hulun Lake'),
    (120.19, 31.2, 'Lake Tai'), (116.29, 29.2, 'Poyang Lake'), (112.4, 28.89, 'Dongting Lake'), (69.04, 50.42, 'Lake Tengiz'),
    (92.35, 48.08, 'Khar-Us Nuur'), (93.31, 49.18, 'Khyargas Nuur'), (87.04, 41.97, 'Bosten Lake'), (98.8, 2.62, 'Lake Toba'),
    (31.46, 60.85, 'Lake Ladoga'), (35.38, 61.79, 'Lake Onega'), (35.49, 31.53, 'Dead Sea'), (77.61, 43.84, 'Lake Kapchagay'),
    (82.95, 44.88, 'Lake Ebinur'), (80.95, 46.59, 'Lake Sasykkol'), (43.26, 33.96, 'Lake Tharthar'), (-87.76, 47.54, 'Lake Superior'),
    (-82.25, 44.96, 'Lake Huron'), (-86.76, 44.02, 'Lake Michigan'), (-120.94, 66.02, 'Great Bear Lake'),
    (-114.04, 61.7, 'Great Slave Lake'), (-97.81, 52.61, 'Lake Winnipeg'), (-81.24, 42.16, 'Lake Erie'), (-77.76, 43.67, 'Lake Ontario'),
    (13.27, 58.91, 'Vänern'), (-69.36, -15.88, 'Lake Titicaca'),
]

_open = []


def layer(path, name=None):
    data = ogr.Open(path)
    if data is None:
        sys.exit(f'cannot open {path}')
    _open.append(data)
    return data.GetLayerByName(name) if name else data.GetLayer(0)


def far(points):
    """0 where a part of it lies in NEAR, 1 beyond: an index into the tables above."""
    return 0 if any(NEAR[0] <= x <= NEAR[2] and NEAR[1] <= y <= NEAR[3] for x, y in points) else 1


def in_full(p):
    return FULL[0] <= p[0] <= FULL[2] and FULL[1] <= p[1] <= FULL[3]


def area2(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


# ---------------------------------------------------------------- admin-1 units

def read_units(path):
    """Directed edges of every unit, the unit at their left: {(from, to): (code, unit)}, and the names of the codes."""
    edges, names = {}, {}
    for f in json.load(open(path))['features']:
        p = f['properties']
        own = p['adm0_a3']
        if own in LEFT_OUT:
            continue
        code = TO_CODE.get(own, own)
        if own == 'IOA':    # Christmas Island and the Cocos Islands together
            code = {'CX': 'CXR', 'CC': 'CCK'}.get(p.get('iso_a2'), 'CXR')
        if own in NO_CODE:
            code = '~' + own
            names[code] = NO_CODE[own]
        unit = (code, p.get('name') or '')
        g = f['geometry']
        for polygon in g['coordinates'] if g['type'] == 'MultiPolygon' else [g['coordinates']]:
            for i, ring in enumerate(polygon):
                r = [(round(x, 5), round(y, 5)) for x, y in (q[:2] for q in ring)]
                r = [a for a, b in zip(r, r[1:] + [None]) if a != b]
                if r[0] != r[-1]:
                    r.append(r[0])
                if (area2(r) > 0) != (i == 0):
                    r.reverse()
                for e in zip(r, r[1:]):
                    if e in edges:
                        sys.exit(f'two units at the same side of {e}')
                    edges[e] = unit
    return edges, names


def key_of(unit):
    """The piece that a unit, (code, name), is part of."""
    area = AREA_OF_UNIT.get(unit)
    return f'{unit[0]}|{area}' if area else unit[0]


def code_of(key):
    return key.partition('|')[0]


def area_of(key):
    return key.partition('|')[2]


def dissolve(edges, same):
    """Edges of the areas that `same` makes of the units: those between two units of one area go."""
    out = {}
    for (a, b), unit in edges.items():
        other = edges.get((b, a))
        if other is None or same(other) != same(unit):
            out[(a, b)] = same(unit)
    return out


# ---------------------------------------------------------------- arcs

def arcs_of(edges):
    """Chains of edges with the same area at the left and the same (or none) at the right: [(points, left, right)]."""
    def sides(e):
        return edges[e], edges.get((e[1], e[0]))
    one_way = {}          # each undirected edge once
    for e in edges:
        if (e[1], e[0]) in edges and (e[1], e[0]) in one_way:
            continue
        one_way[e] = sides(e)
    touching = collections.defaultdict(list)
    for e in one_way:
        touching[e[0]].append(e)
        touching[e[1]].append(e)

    def next_edge(at, e):
        t = touching[at]
        if len(t) != 2:
            return None
        return t[0] if t[1] == e else t[1]

    done, arcs = set(), []
    starts = [e for e in one_way if len(touching[e[0]]) != 2 or len(touching[e[1]]) != 2]
    for first in starts + list(one_way):
        if first in done:
            continue
        left, right = one_way[first]
        # walk both ways from the first edge
        points = collections.deque(first)
        done.add(first)
        for forward in (True, False):
            e, at = first, first[1] if forward else first[0]
            while True:
                n = next_edge(at, e)
                if n is None or n in done:
                    break
                done.add(n)
                at = n[1] if n[0] == at else n[0]
                points.append(at) if forward else points.appendleft(at)
                e = n
        arcs.append((list(points), left, right))
    return arcs


def peucker(points, tolerance):
    """Douglas-Peucker; the ends stay."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        i, j = stack.pop()
        (x0, y0), (x1, y1) = points[i], points[j]
        dx, dy = x1 - x0, y1 - y0
        d2 = dx * dx + dy * dy
        most, where = tolerance * tolerance, None
        for k in range(i + 1, j):
            px, py = points[k][0] - x0, points[k][1] - y0
            t = min(1.0, max(0.0, (px * dx + py * dy) / d2)) if d2 else 0.0
            d = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if d > most:
                most, where = d, k
        if where is not None:
            keep[where] = True
            stack += [(i, where), (where, j)]
    return [p for p, k in zip(points, keep) if k]


def coarser(points, tolerance):
    """The arc with its stretches outside the box simplified."""
    if tolerance == 0 or all(in_full(p) for p in points):
        return points
    closed = points[0] == points[-1]
    if closed and not any(in_full(p) for p in points):
        apart = max(range(len(points)), key=lambda k: (points[k][0] - points[0][0]) ** 2 + (points[k][1] - points[0][1]) ** 2)
        halves = peucker(points[:apart + 1], tolerance)[:-1] + peucker(points[apart:], tolerance)
        return halves if len(halves) >= 4 else points      # an islet would collapse: it stays as it is
    out, i, n = [], 0, len(points)
    while i < n:
        if in_full(points[i]):
            out.append(points[i])
            i += 1
            continue
        j = i
        while j < n and not in_full(points[j]):
            j += 1
        run = points[max(0, i - 1):min(n, j + 1)]
        s = peucker(run, tolerance) if run[0] != run[-1] else run
        if i > 0:
            s = s[1:]
        if j < n:
            s = s[:-1]
        out += s
        i = j
    return out


def simplify(arcs):
    """Simplifies the arcs outside the box so that none crosses another or itself."""
    largest = {}
    for pts, left, right in arcs:       # the extent stands for the size of a part
        xs, ys = [p[0] for p in pts], [p[1] for p in pts]
        size = (max(xs) - min(xs)) * (max(ys) - min(ys))
        if left not in largest or size > largest[left][0]:
            largest[left] = (size, pts)
    keep = []
    for pts, left, right in arcs:
        lonely = pts[0] == pts[-1] and right is None and not any(in_full(p) for p in pts)
        if lonely and abs(area2(pts)) / 2 < SMALLEST_ISLAND[far(pts)] and largest[left][1] is not pts:
            continue
        # long arcs in pieces, so that one crossing keeps the detail of a short stretch only
        step = 250 if len(pts) > 400 and not all(in_full(p) for p in pts) else len(pts)
        for k in range(0, len(pts) - 1, step):
            keep.append((pts[k:k + step + 1], left, right))
    tolerance = [TOLERANCE[far(a[0])] for a in keep]
    new = [coarser(a[0], t) for a, t in zip(keep, tolerance)]
    for round_ in range(8):
        lines = [LineString(p) for p in new]
        tree = STRtree(lines)
        index = {id(l): i for i, l in enumerate(lines)}
        bad = set()
        for i, line in enumerate(lines):
            if len(new[i]) < len(keep[i][0]) and not line.is_simple:
                bad.add(i)
            ends = {new[i][0], new[i][-1]}
            for other in tree.query(line):
                j = index[id(other)] if hasattr(other, 'geom_type') else int(other)     # Shapely 1.8, 2
                if j <= i or (len(new[i]) == len(keep[i][0]) and len(new[j]) == len(keep[j][0])):
                    continue
                if not line.intersects(other):
                    continue
                meet = line.intersection(other)
                points = [meet] if meet.geom_type == 'Point' else list(meet.geoms) if meet.geom_type == 'MultiPoint' else None
                shared = ends & {new[j][0], new[j][-1]}
                if points is None or any((p.x, p.y) not in shared for p in points):
                    bad.update((i, j))
        if not bad:
            print(f'simplified without crossings after {round_ + 1} rounds')
            break
        for i in bad:
            tolerance[i] = tolerance[i] / 3 if round_ < 4 else 0
            new[i] = coarser(keep[i][0], tolerance[i])
    else:
        print(f'{len(bad)} arcs still touch others')
    return [(p, l, r) for p, (_, l, r) in zip(new, keep)]


def edges_of(arcs):
    edges = {}
    for pts, left, right in arcs:
        for a, b in zip(pts, pts[1:]):
            for e, area in (((a, b), left), ((b, a), right)):
                if area is None:
                    continue
                if edges.get(e, area) != area:
                    print('overlap at', e, area, edges[e])
                edges[e] = area
    # an area that was squeezed to nothing leaves both directions of an edge behind
    return {e: area for e, area in edges.items() if edges.get((e[1], e[0])) != area}


# ---------------------------------------------------------------- polygons

def polygons_of(edges):
    """{area: [[outer, hole, ...], ...]} from directed edges with the area at the left."""
    by_area = collections.defaultdict(lambda: collections.defaultdict(list))
    for (a, b), area in edges.items():
        by_area[area][a].append(b)
    out = {}
    for area, follow in by_area.items():
        rings = []
        for start in list(follow):
            while follow[start]:
                path, at = [start], start
                where = {start: 0}
                while True:
                    choices = follow[at]
                    if len(choices) > 1 and len(path) > 1:   # the sharpest turn to the left stays in the same corner
                        back = math.atan2(path[-2][1] - at[1], path[-2][0] - at[0])
                        choices.sort(key=lambda q: (back - math.atan2(q[1] - at[1], q[0] - at[0])) % (2 * math.pi), reverse=True)
                    nxt = choices.pop()
                    if nxt in where:        # a ring closes; cut it off, so that no ring touches itself
                        k = where[nxt]
                        ring = path[k:] + [nxt]
                        rings.append(ring)
                        for p in path[k + 1:]:
                            del where[p]
                        path = path[:k + 1]
                        at = nxt
                        if len(path) == 1 and not follow[at]:
                            break
                        if len(path) == 1:
                            continue
                    else:
                        where[nxt] = len(path)
                        path.append(nxt)
                        at = nxt
        outers = [(area2(r), r) for r in rings if area2(r) > 0]
        holes = [r for r in rings if area2(r) < 0]
        outers.sort(key=lambda o: o[0])
        parts = [[r] for _, r in outers]
        shapes = [Polygon(r) for _, r in outers]
        boxes = [s.bounds for s in shapes]
        for h in holes:
            inside = Polygon(h).representative_point()
            for part, shape, b in zip(parts, shapes, boxes):
                if b[0] <= inside.x <= b[2] and b[1] <= inside.y <= b[3] and shape.contains(inside):
                    part.append(h)
                    break
            else:
                print('hole without a shell in', area, h[0])
        parts.reverse()     # the largest first
        out[area] = parts
    return out


def shape_of(parts):
    return MultiPolygon([(p[0], p[1:]) for p in parts])


def label_point(code, shape):
    if code in LABELS:
        return LABELS[code]
    largest = max(shape.geoms, key=lambda p: p.area)
    small = largest.simplify(0.02)
    if small.geom_type != 'Polygon' or not small.is_valid:
        small = largest
    size = math.sqrt(small.area)
    try:
        p = polylabel(small, max(0.002, size / 100))
    except Exception:
        p = small.representative_point()
    return round(p.x, 3), round(p.y, 3)


# ---------------------------------------------------------------- lines

def read_line_classes(path):
    out = collections.defaultdict(list)
    for f in layer(path):
        g = f.GetGeometryRef()
        cls = LINE_CLASS.get(f['featurecla'])
        if g is None or cls is None:
            continue
        pair = []
        for c in (f['adm0_a3_l'], f['adm0_a3_r']):
            pair.append('~' + c if c in NO_CODE else TO_CODE.get(c, c))
        if pair[0] != pair[1]:
            out[tuple(sorted(pair))].append((cls, wkb.loads(bytes(g.ExportToWkb()))))
    return out


def boundary_lines(edges, units, classes, names, contested):
    """[(class, name, points)], every shared edge of two countries once. `contested`: edges of areas that China claims or holds."""
    def unit_of(e):
        return units.get(e) or ('', '')
    groups = collections.defaultdict(list)
    unmatched = 0
    for (a, b), left in edges.items():
        right = edges.get((b, a))
        left, right = code_of(left), code_of(right) if right else None
        if right is None or not left < right:
            continue
        sides = {unit_of((a, b)), unit_of((b, a))}
        unit_names = {u[1] for u in sides}
        pair = (left, right)
        best = None
        middle = Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        for cls, line in classes.get(pair, ()):
            d = line.distance(middle)
            if best is None or d < best[0] - 1e-9:
                best = (d, cls)
        if best is None:
            unmatched += 1
        cls = best[1] if best else 'international'
        name = f'{names[left]} – {names[right]}'
        if any(c.startswith('~') for c in pair) or pair in DISPUTED_PAIRS or sides & DISPUTED_UNITS \
                or any(pair + (u,) in DISPUTED_PAIRS for u in unit_names):
            cls = 'disputed'
        if cls == 'international' and 'CHN' in pair and frozenset((a, b)) in contested:
            cls = 'disputed'
        if cls == 'disputed':
            if pair == ('IND', 'PAK'):
                name = 'Working Boundary' if 'Punjab' in unit_names else 'Line of Control'
            elif pair == ('CHN', 'IND'):
                name = 'Line of Actual Control'
            elif '~KAS' in pair:
                name = 'Siachen'
            elif pair == ('KOR', 'PRK'):
                name = 'Military Demarcation Line'
        groups[(pair, name)].append((a, b, cls))

    out = []
    for (pair, name), found in sorted(groups.items()):
        cls_of = {frozenset((a, b)): c for a, b, c in found}
        for line in lines_from([(a, b) for a, b, _ in found]):
            pts = list(line.coords)
            runs = []       # [class, first, last]
            for k, e in enumerate(zip(pts, pts[1:])):
                c = cls_of[frozenset(e)]
                if runs and runs[-1][0] == c:
                    runs[-1][2] = k + 1
                else:
                    runs.append([c, k, k + 1])
            length = lambda r: LineString(pts[r[1]:r[2] + 1]).length
            while len(runs) > 1:        # a scrap of another class is noise of the nearest-line search
                k = min(range(len(runs)), key=lambda k: length(runs[k]))
                if length(runs[k]) > 0.06:
                    break
                near = [m for m in (k - 1, k + 1) if 0 <= m < len(runs)]
                runs[k][0] = runs[max(near, key=lambda m: length(runs[m]))][0]
                joined = [runs[0]]
                for r in runs[1:]:
                    if r[0] == joined[-1][0]:
                        joined[-1][2] = r[2]
                    else:
                        joined.append(r)
                runs = joined
            for c, i, j in runs:
                out.append((c, name, pts[i:j + 1]))
    print(f'{sum(len(v) for v in groups.values())} border edges, {unmatched} of them between countries that Natural Earth has no line for')
    return out


def read_claims(path):
    out = []
    for f in layer(path, 'disputed_borders'):
        host = f['adm0_a3_l']
        if host not in CLAIMS_IN:
            continue
        g = wkb.loads(bytes(f.GetGeometryRef().ExportToWkb()))
        if hasattr(g, 'geoms'):
            g = linemerge(g)
        for line in g.geoms if hasattr(g, 'geoms') else [g]:
            pts = [(round(x, 5), round(y, 5)) for x, y in (c[:2] for c in line.coords)]
            pts = [a for a, b in zip(pts, pts[1:] + [None]) if a != b]
            if len(pts) > 1:
                out.append((f['name'], host, pts))
    return out


# ---------------------------------------------------------------- areas that are claimed

def face_of_claim(host, at, reach, shape, claims):
    """The face of a piece, cut by the claim lines in its country, that holds the given point: its outer ring."""
    def lengthen(pts, d=reach):
        (x0, y0), (x1, y1), (u0, v0), (u1, v1) = pts[0], pts[1], pts[-1], pts[-2]
        a, b = math.hypot(x0 - x1, y0 - y1) or 1, math.hypot(u0 - u1, v0 - v1) or 1
        return LineString([(x0 + (x0 - x1) / a * d, y0 + (y0 - y1) / a * d)] + pts + [(u0 + (u0 - u1) / b * d, v0 + (v0 - v1) / b * d)])
    near = box(at[0] - 6, at[1] - 6, at[0] + 6, at[1] + 6)
    lines = [lengthen(p) for _, h, p in claims if h == code_of(host) and LineString(p).intersects(near)]
    border = shape.boundary.intersection(near)
    faces = [f for f in polygonize(unary_union([border] + lines)) if f.contains(Point(at))]
    if len(faces) != 1 or not shape.buffer(1e-6).contains(faces[0]):
        sys.exit(f'no clean face at {at}')
    ring = rounded_rings(faces[0])[0]
    return ring if area2(ring) > 0 else ring[::-1]


def meet_border(ring, host, edges, units):
    """The ring with its ends of claim lines on vertices of the border: on one that is near, or on a new one, which is put into
    the edges of both sides."""
    x0, y0, x1, y1 = Polygon(ring).bounds
    near = {e for e, key in edges.items() if key == host and x0 - 1 < e[0][0] < x1 + 1 and y0 - 1 < e[0][1] < y1 + 1}
    vertices = {e[0] for e in near}

    def split(e, v):
        near.discard(e)
        near.update([(e[0], v), (v, e[1])])
        vertices.add(v)
        for known in (edges, units):
            for a, b in (e, e[::-1]):
                if (a, b) in known:
                    known[a, v] = known[v, b] = known.pop((a, b))

    out = []
    for v in ring:
        if v not in vertices:
            e = min(near, key=lambda e: LineString(e).distance(Point(v)))
            if LineString(e).distance(Point(v)) < 2e-5:
                end = min(e, key=lambda p: math.dist(p, v))
                if math.dist(end, v) < 0.002:
                    v = end
                else:
                    split(e, v)
        if not out or out[-1] != v:
            out.append(v)
    if out[0] != out[-1]:
        out.append(out[0])
    return out


def cut_out(name, host, ring, edges):
    """Makes a piece of the ring: edges along the border change hands, the others are new and lie between it and its host."""
    key = f'{code_of(host)}|{name}'
    for a, b in zip(ring, ring[1:]):
        if edges.get((a, b)) == host:
            edges[a, b] = key
        elif (a, b) not in edges and (b, a) not in edges:
            edges[a, b], edges[b, a] = key, host
        else:
            sys.exit(f'{name} does not fit into {host} at {(a, b)}')


def inner_lines(edges, claims):
    """[(class, name, points)]: the rims of disputed areas inside the country that holds them, and what other claims there are.
    A rim stands in place of the claim line that runs beside it. Two admin-1 units that are both disputed have no line."""
    beside = 0.02
    from_claims = {name for name, _, _ in AREAS_FROM_CLAIMS}
    hosts = {code_of(key) for key in edges.values() if area_of(key)}
    claims_of, known_of = collections.defaultdict(list), collections.defaultdict(list)
    for name, host, pts in claims:
        claims_of[host].append((name, LineString(pts)))
    rims = collections.defaultdict(list)
    for (a, b), key in edges.items():
        other = edges.get((b, a))
        if code_of(key) in hosts:
            known_of[code_of(key)] += [LineString((a, b))] if other and other != key else []
        if other is None or code_of(key) != code_of(other) or not key < other:
            continue
        areas = {area_of(key), area_of(other)}
        if '' not in areas and not areas & from_claims:
            continue
        middle = Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        near = sorted((line.distance(middle), name) for name, line in claims_of[code_of(key)])
        rims[key, other, near[0][1] if near and near[0][0] < 2.5 * beside else area_of(other)].append((a, b))
    out = []
    for (_, _, name), found in sorted(rims.items()):
        out += [('claim', name, list(line.coords)) for line in lines_from(found)]
    for name, host, pts in claims:
        tree = STRtree(known_of[host]) if host in hosts else None
        left = [e for e in zip(pts, pts[1:])
                if tree is None or not any(near.distance(LineString(e).centroid) < beside
                                           for near in near_in(tree, known_of[host], LineString(e).buffer(beside)))]
        out += [('claim', name, list(line.coords)) for line in lines_from(left) if tree is None or line.length > 0.05]
    return out


def near_in(tree, lines, shape):
    return [f if hasattr(f, 'geom_type') else lines[int(f)] for f in tree.query(shape)]     # Shapely 1.8, 2


def lines_from(edges):
    if not edges:
        return []
    merged = linemerge(MultiLineString(edges))
    return list(merged.geoms) if merged.geom_type == 'MultiLineString' else [merged]


# ---------------------------------------------------------------- water

def rounded_rings(polygon):
    out = []
    for r in [polygon.exterior] + list(polygon.interiors):
        pts = [(round(x, 5), round(y, 5)) for x, y in (c[:2] for c in r.coords)]
        pts = [a for a, b in zip(pts, pts[1:] + [None]) if a != b]
        if len(pts) >= 4:
            out.append(pts)
        elif not out:
            return None
    return out


def read_lakes(path):
    frame = box(*FULL)
    lakes = []
    for f in layer(path):
        g = f.GetGeometryRef()
        if g is None:
            continue
        shape = wkb.loads(bytes(g.ExportToWkb()))
        if not shape.is_valid:
            shape = shape.buffer(0)
        inside = shape.intersects(frame)
        if shape.area < (0.03 if inside else 0.3):
            continue
        if not inside:
            shape = shape.simplify(TOLERANCE[0] / 2)
        parts = [rounded_rings(p) for p in (shape.geoms if hasattr(shape, 'geoms') else [shape])]
        parts = [p for p in parts if p]
        if shape.area > 25:     # the Caspian Sea is outside the countries already
            continue
        name = next((n for x, y, n in LAKE_NAMES if shape.distance(Point(x, y)) < 0.3 and shape.centroid.distance(Point(x, y)) < 0.3), '')
        lakes.append((name, parts, shape))
    lost = {n for _, _, n in LAKE_NAMES} - {l[0] for l in lakes}
    if lost:
        print('lakes not found:', sorted(lost))
    lakes.sort(key=lambda l: -l[2].area)
    return lakes


def read_rivers(path, lakes):
    frame = box(*FULL)
    water = unary_union([l[2] for l in lakes if l[2].intersects(frame)])
    groups = collections.defaultdict(list)
    for f in layer(path):
        g = f.GetGeometryRef()
        rank = int(f['scalerank'])
        if g is None or rank > 6:
            continue
        line = wkb.loads(bytes(g.ExportToWkb()))
        if not line.intersects(frame):
            continue
        line = line.intersection(frame)
        if f['featurecla'] == 'Lake Centerline':
            line = line.difference(water)
        parts = line.geoms if hasattr(line, 'geoms') else [line]
        groups[(f['name'] or '', rank)] += [p for p in parts if p.geom_type == 'LineString' and p.length > 0.02]
    out = []
    for (name, rank), parts in sorted(groups.items(), key=lambda g: (g[0][1], g[0][0])):
        if not parts:
            continue
        merged = linemerge(parts) if len(parts) > 1 else parts[0]
        for line in merged.geoms if hasattr(merged, 'geoms') else [merged]:
            pts = [(round(x, 5), round(y, 5)) for x, y in (c[:2] for c in line.simplify(0.002).coords)]
            pts = [a for a, b in zip(pts, pts[1:] + [None]) if a != b]
            if len(pts) > 1:
                out.append((name, rank, pts))
    return out


# ---------------------------------------------------------------- writing

def write(out, pieces, lines, lakes, rivers, worldviews):
    if os.path.exists(out):
        os.remove(out)
    data = ogr.GetDriverByName('GPKG').CreateDataSource(out, options=['VERSION=1.2', 'ADD_GPKG_OGR_CONTENTS=NO'])
    data.SetMetadataItem('CARAVAN_PREPARED', 'YES')   # every ring was checked here: the program need not
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def new_layer(name, kind, fields):
        made = data.CreateLayer(name, wgs84, kind, options=['SPATIAL_INDEX=NO', 'GEOMETRY_NAME=geom', 'FID=fid'])
        for field, field_type in fields:
            made.CreateField(ogr.FieldDefn(field, field_type))
        return made

    def multipolygon(parts):
        g = ogr.Geometry(ogr.wkbMultiPolygon)
        for part in parts:
            p = ogr.Geometry(ogr.wkbPolygon)
            for i, ring in enumerate(part):
                if (area2(ring) > 0) != (i == 0):
                    ring = ring[::-1]
                r = ogr.Geometry(ogr.wkbLinearRing)
                for x, y in ring:
                    r.AddPoint_2D(x, y)
                p.AddGeometry(r)
            g.AddGeometry(p)
        return g

    def linestring(points):
        g = ogr.Geometry(ogr.wkbLineString)
        for x, y in points:
            g.AddPoint_2D(x, y)
        return g

    def put(made, geometry, **fields):
        f = ogr.Feature(made.GetLayerDefn())
        for k, v in fields.items():
            f.SetField(k, v)
        if geometry is not None:
            f.SetGeometry(geometry)
        made.CreateFeature(f)

    text, whole, real = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
    data.StartTransaction()
    made = new_layer('countries', ogr.wkbMultiPolygon, [('code', text), ('name', text), ('disputed_area', text), ('in_region', whole),
                                                        ('label_lon', real), ('label_lat', real)])
    for code, name, area, parts, at in pieces:
        label = {'disputed_area': area} if area else {'label_lon': at[0], 'label_lat': at[1]}
        put(made, multipolygon(parts), code=code, name=name, in_region=int(code in REGION), **label)
    made = new_layer('boundary_lines', ogr.wkbLineString, [('class', text), ('name', text)])
    for cls, name, pts in lines:
        f = {'class': cls, 'name': name}
        put(made, linestring(pts), **f)
    made = new_layer('lakes', ogr.wkbMultiPolygon, [('name', text)])
    for name, parts, _ in lakes:
        put(made, multipolygon(parts), name=name)
    made = new_layer('rivers', ogr.wkbLineString, [('name', text), ('rank', whole)])
    for name, rank, pts in rivers:
        put(made, linestring(pts), name=name, rank=rank)
    made = new_layer('worldviews', ogr.wkbNone, [(field, text) for field in ('view', 'name', 'statement', 'area', 'code')])
    for view in worldviews:
        for area, code in {**view['areas'], **view.get('countries', {})}.items():
            put(made, None, view=view['id'], name=view['name'], statement=view['statement'], area=area, code=code)
    data.CommitTransaction()
    data = None


def main():
    sources, out = sys.argv[1:3]
    share = f'{sources}/root/usr/share'
    units, names = read_units(f'{sources}/package/data/states/admin1.json')
    gazetteer = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'places.json')
    for c in json.load(open(gazetteer, encoding='utf-8'))['countries']:
        names[c['code']] = c['name']

    arcs = simplify(arcs_of(dissolve(units, key_of)))
    edges = edges_of(arcs)
    shapes = {key: shape_of(parts) for key, parts in polygons_of(edges).items()}
    unknown = {code_of(key) for key in shapes} - set(names)
    if unknown:
        sys.exit(f'no name for {unknown}')
    for missing in sorted({key_of(u) for u in units.values()} - set(shapes)):
        print('lost:', missing)

    claims = read_claims(f'{share}/qgis/resources/data/world_map.gpkg')
    contested = set()
    for name, host, at in AREAS_FROM_CLAIMS:
        ring = meet_border(face_of_claim(host, at, REACH.get(name, 0.02), shapes[host], claims), host, edges, units)
        cut_out(name, host, ring, edges)
        contested.update(frozenset(e) for e in zip(ring, ring[1:]))

    parts_of = polygons_of(edges)
    shapes = {key: shape_of(parts) for key, parts in parts_of.items()}
    bad = [key for key, shape in shapes.items() if not shape.is_valid]
    print(f'{len(shapes)} pieces, {sum(len(r) for p in parts_of.values() for q in p for r in q)} vertices; not valid: {bad}')
    pieces = []
    for key, parts in sorted(parts_of.items(), key=lambda p: (p[0].startswith('~'), p[0])):
        code, area = code_of(key), area_of(key)
        at = None
        if area:
            print(f'  {area}: {shapes[key].area:.3f} square degrees')
        else:
            whole = unary_union([shape for other, shape in shapes.items() if code_of(other) == code])
            at = label_point(code, MultiPolygon([whole]) if whole.geom_type == 'Polygon' else whole)
        pieces.append(('' if code.startswith('~') else code, names[code], area, parts, at))

    classes = read_line_classes(f'{share}/magics/10m/ne_10m_admin_0_boundary_lines_land.shp')
    # `units` knows no edge that was simplified; the places where a unit decides the class lie in the box
    lines = boundary_lines(edges, units, classes, names, contested) + inner_lines(edges, claims)
    lakes = read_lakes(f'{share}/gnudatalanguage/resource/maps/high/ne_10m_lakes.shp')
    rivers = read_rivers(f'{share}/magics/10m/ne_10m_rivers_lake_centerlines.shp', lakes)
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'worldviews.json')
    worldviews = json.load(open(beside, encoding='utf-8'))['worldviews']
    write(out, pieces, lines, lakes, rivers, worldviews)
    print(f'{len({code_of(key) for key in shapes})} countries, {dict(collections.Counter(l[0] for l in lines))} lines of '
          f'{sum(len(l[2]) for l in lines)} vertices, {len(lakes)} lakes, {len(rivers)} river lines of '
          f'{sum(len(r[2]) for r in rivers)} vertices, {len(worldviews)} worldviews, {os.path.getsize(out)} bytes')


if __name__ == '__main__':
    main()
