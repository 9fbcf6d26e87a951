#!/usr/bin/env python3
"""Checks what data/ ships: events, places, organisations and boundaries. Python's own library only.

usage: check_data.py [DATA]      exit status 1, with a line for each problem, where something is wrong
"""
import collections
import glob
import json
import os
import sqlite3
import struct
import sys
import unicodedata

DATA = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data')
KINDS = set('visit meeting agreement trade route security tension ceasefire statement milestone'.split())
STATUSES = set('occurred planned proposed invited'.split())
REGION = set('AFG BGD BTN IND IRN KAZ KGZ LKA MDV MMR NPL PAK TJK TKM UZB'.split())
# Their consonants with a dot below have code points of their own that normal form C takes apart
COMPOSED_APART = set('hi bn as pa or'.split())
BOX = (35, -15, 125, 60)
problems = []


def problem(*words):
    problems.append(' '.join(map(str, words)))


# ---------------------------------------------------------------- boundaries

def geometry(blob):
    """Rings of a GeoPackage geometry, one list of rings for each polygon; or one list of points for a line."""
    assert blob[:2] == b'GP', 'no GeoPackage geometry'
    envelope = (blob[3] >> 1) & 7
    at = 8 + (0, 32, 48, 48, 64)[envelope]

    def read(at):
        order = '<' if blob[at] else '>'
        kind, = struct.unpack_from(order + 'I', blob, at + 1)
        n, = struct.unpack_from(order + 'I', blob, at + 5)
        at += 9

        def points(n, at):
            v = struct.unpack_from(f'{order}{2 * n}d', blob, at)
            return list(zip(v[::2], v[1::2])), at + 16 * n
        if kind == 2:
            return points(n, at)
        if kind == 3:
            rings = []
            for _ in range(n):
                m, = struct.unpack_from(order + 'I', blob, at)
                ring, at = points(m, at + 4)
                rings.append(ring)
            return rings, at
        if kind == 6:
            parts = []
            for _ in range(n):
                part, at = read(at)
                parts.append(part)
            return parts, at
        raise ValueError(f'geometry type {kind}')
    return read(at)[0]


def area2(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


class Land:
    """Which country lies at a point: edges in bands of latitude."""
    STEP = 0.1

    def __init__(self, countries):
        self.bands = collections.defaultdict(list)
        for i, (_, _, parts) in enumerate(countries):
            for part in parts:
                for ring in part:
                    for a, b in zip(ring, ring[1:]):
                        lo, hi = sorted((a[1], b[1]))
                        for band in range(int(lo // self.STEP), int(hi // self.STEP) + 1):
                            self.bands[band].append((a, b, i))

    def at(self, x, y):
        inside = collections.Counter()
        for a, b, i in self.bands.get(int(y // self.STEP), ()):
            if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]):
                inside[i] += 1
        return [i for i, n in inside.items() if n % 2]


def check_boundaries():
    db = sqlite3.connect(f'file:{DATA}/boundaries/boundaries.gpkg?mode=ro', uri=True)
    want = {'countries': 'geom code name disputed_area in_region label_lon label_lat', 'boundary_lines': 'geom class name',
            'lakes': 'geom name', 'rivers': 'geom name rank', 'worldviews': 'view name statement area code'}
    for table, fields in want.items():
        have = [r[1] for r in db.execute(f'pragma table_info({table})')]
        if have != ['fid'] + fields.split():
            problem(table, 'has the fields', have)
    countries = [(c, n, geometry(g)) for c, n, g in db.execute('select code, name, geom from countries')]
    areas = [a for a, in db.execute('select disputed_area from countries')]     # of the same pieces
    land = Land(countries)
    codes = [c for (c, _, _), area in zip(countries, areas) if c and not area]
    if len(codes) != len(set(codes)):
        problem('a country code stands twice')
    named = [a for a in areas if a]
    if len(named) != len(set(named)):
        problem('a disputed area stands twice')
    for (code, name, _), area in zip(countries, areas):
        if area and code and code not in codes:
            problem(area, 'is held by', code, 'of which there is nothing else')
    marked = {c for c, in db.execute('select code from countries where in_region = 1')}
    if marked != REGION:
        problem('in_region is wrong for', marked ^ REGION)

    edges = {}
    vertices = 0
    for i, (code, name, parts) in enumerate(countries):
        for part in parts:
            for k, ring in enumerate(part):
                vertices += len(ring)
                if ring[0] != ring[-1] or len(ring) < 4:
                    problem(name, 'has a ring that is not closed or too short')
                if (area2(ring) > 0) != (k == 0):
                    problem(name, 'has a ring that runs the wrong way round')
                for e in zip(ring, ring[1:]):
                    if e in edges:
                        problem(name, 'and', countries[edges[e]][1], 'lie at the same side of', e)
                    edges[e] = i
    def country_of(i):
        return countries[i][0] or countries[i][1]
    borders = {frozenset(e) for e, i in edges.items() if (e[1], e[0]) in edges and country_of(i) != country_of(edges[e[1], e[0]])}
    seams = {frozenset(e): {areas[i], areas[edges[e[1], e[0]]]} for e, i in edges.items()
             if (e[1], e[0]) in edges and frozenset(e) not in borders}
    # an edge of one country only must be a coast: just beyond it there is no other country
    gaps = 0
    for (a, b), i in edges.items():
        if (b, a) in edges or not (BOX[0] <= a[0] <= BOX[2] and BOX[1] <= a[1] <= BOX[3]):
            continue
        length = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
        x, y = (a[0] + b[0]) / 2 + (b[1] - a[1]) / length * 2e-4, (a[1] + b[1]) / 2 - (b[0] - a[0]) / length * 2e-4
        if any(j != i for j in land.at(x, y)):
            gaps += 1
    if gaps:
        problem(gaps, 'edges of one country run along another without sharing its vertices')

    drawn, claimed = collections.Counter(), collections.Counter()
    classes = collections.Counter()
    for cls, name, blob in db.execute('select class, name, geom from boundary_lines'):
        classes[cls] += 1
        points = geometry(blob)
        (claimed if cls == 'claim' else drawn).update(frozenset(e) for e in zip(points, points[1:]))
    if set(classes) != {'international', 'disputed', 'indefinite', 'claim'}:
        problem('classes of lines:', dict(classes))
    for what, wrong in (('is drawn twice', [e for e, n in drawn.items() if n > 1]), ('is no border', set(drawn) - borders),
                        ('is not drawn', borders - set(drawn))):
        if wrong:
            problem(len(wrong), 'edges of which each', what, list(wrong)[0])
    # the rim of a disputed area within the country that holds it is a claim, but for the seam of two of its units
    rims = {e for e, sides in seams.items() if None in sides}
    if any(n > 1 for n in claimed.values()) or rims - set(claimed):
        problem(len(rims - set(claimed)), 'edges of the rims of disputed areas are no claim lines, or a claim line stands twice')
    check_worldviews(db, {a for a in areas if a}, set(codes))
    for code, x, y in db.execute('select code, label_lon, label_lat from countries where in_region = 1 and disputed_area is null'):
        if code != 'MDV' and [countries[i][0] for i in land.at(x, y)] != [code]:
            problem('the label of', code, 'is not inside it')
    print(f'boundaries: {len(codes)} countries and {len(named)} disputed areas of {vertices} vertices, {len(borders)} border edges, {dict(classes)}, {gaps} gaps')
    return countries, land


def check_worldviews(db, areas, codes):
    stored = collections.defaultdict(dict)
    for view, name, statement, area, code in db.execute('select view, name, statement, area, code from worldviews'):
        stored[view, name, statement][area] = code
    written = json.load(open(f'{DATA}/boundaries/worldviews.json', encoding='utf-8'))['worldviews']
    if stored != {(v['id'], v['name'], v['statement']): {**v['areas'], **v.get('countries', {})} for v in written}:
        problem('the worldviews of boundaries.gpkg are not those of worldviews.json; run build.sh')
    official = {c['code']: c['name'] for c in json.load(open(f'{DATA}/places.json', encoding='utf-8'))['countries']}
    if [v['id'] for v in written] != sorted({v['id'] for v in written}):
        problem('the worldviews are not sorted, or one stands twice')
    for v in written:
        if official.get(v['id']) != v['name'] or not v['statement'].startswith('Boundaries: as ') or not v['notes']:
            problem('the worldview', v['id'], 'has a wrong name, no statement or no notes')
        for area, code in v['areas'].items():
            if area not in areas or code not in codes:
                problem('the worldview', v['id'], 'gives', area, 'to', code, 'and one of them does not exist')
        for country, code in v.get('countries', {}).items():
            if country not in codes or code not in codes or country == code:
                problem('the worldview', v['id'], 'gives', country, 'to', code, 'and one of them does not exist')
        if v['id'] not in v['areas'].values():
            problem('the worldview', v['id'], 'gives nothing to', v['name'])
    contested = {area for v in written for area in v['areas']}
    if areas - contested:
        problem('no worldview names', sorted(areas - contested))
    print(f'worldviews: {", ".join(v["id"] for v in written)}')


# ---------------------------------------------------------------- places, organisations, events

def check_places(countries, land):
    data = json.load(open(f'{DATA}/places.json', encoding='utf-8'))
    codes = {c['code']: c['name'] for c in data['countries']}
    if len(codes) != len(data['countries']) or len({c['alpha2'] for c in data['countries']}) != len(codes):
        problem('a country stands twice in places.json')
    capitals = collections.Counter(p['country'] for p in data['places'] if p['rank'] == 'capital')
    for code, n in capitals.items():
        if n != 1:
            problem(code, 'has', n, 'capitals')
    for code in REGION:
        if code not in capitals:
            problem(code, 'has no capital')
    names = {}
    for p in data['places']:
        if p['country'] not in codes:
            problem(p['name'], 'is in no known country')
        if p['rank'] not in ('capital', 'city', 'town', 'port', 'site'):
            problem(p['name'], 'has the rank', p['rank'])
        for n in [p['name']] + p['aliases']:
            if (p['country'], n) in names:
                problem('two places are called', p['country'], n)
            names[p['country'], n] = p
        if BOX[0] <= p['lon'] <= BOX[2] and BOX[1] <= p['lat'] <= BOX[3]:
            d = 0.12    # ports stand on the water, passes on the border
            near = {countries[i][0] for dx in (-d, 0, d) for dy in (-d, 0, d) for i in land.at(p['lon'] + dx, p['lat'] + dy)}
            if p['country'] not in near:
                problem(p['name'], 'is not in', p['country'], 'but near', near)
    print(f"places: {len(data['countries'])} countries, {len(data['places'])} places, {sum(capitals.values())} capitals")
    return codes, names


def check_names(codes, places):
    data = json.load(open(f'{DATA}/names.json', encoding='utf-8'))
    for entry in data['countries']:
        if entry['code'] not in codes:
            problem('names.json names the unknown country', entry['code'])
    for entry in data['places']:
        if (entry['country'], entry['name']) not in places:
            problem('names.json names the unknown place', entry['country'], entry['name'])
    languages = set()
    waters = [entry['name'] for entry in data['waters']]
    for name in {name for name in waters if waters.count(name) > 1}:
        problem('names.json names a water twice', name)
    for entry in data['countries'] + data['places'] + data['waters']:
        for name in entry['names']:
            languages.add(name['lang'])
            if unicodedata.normalize('NFC', name['name']) != name['name'] or name['name'].strip() != name['name']:
                if name['lang'] not in COMPOSED_APART:
                    problem('the name', name['name'], 'is not in normal form C, or has spaces around it')
    print(f"names: {len(data['countries'])} countries, {len(data['places'])} places, {len(waters)} waters, "
          f"{len(languages)} languages")


def check_organisations(codes, places):
    all_ = json.load(open(f'{DATA}/organisations.json', encoding='utf-8'))['organisations']
    for o in all_:
        always = [m for m in o['members'] if isinstance(m, str)]
        later = [m for m in o['members'] if isinstance(m, dict)]
        for m in always + [m['code'] for m in later]:
            if m not in codes:
                problem(o['code'], 'has an unknown member', m)
        for m in later:
            if m['from'] < o['founded'] or m.get('until', '9999') < m['from']:
                problem(o['code'], 'was joined before it was founded, or left before, by', m)
        each = always + [m['code'] for m in later]
        if always != sorted(always) or later != sorted(later, key=lambda m: m['code']) or len(set(each)) < len(each):
            problem('the members of', o['code'], 'are not sorted, or one stands twice')
        if o['code'] in codes or tuple(o['seat'].split(':')) not in places:
            problem(o['code'], 'is named like a country, or has no known seat')
    print('organisations:', ', '.join(f"{o['code']} {len(o['members'])}" for o in all_))
    return {o['code'] for o in all_}


def check_passages(land):
    """A gate that ends at sea can be sailed round."""
    passages = json.load(open(f'{DATA}/passages.json', encoding='utf-8'))['passages']
    ids = [p['id'] for p in passages]
    for p in passages:
        if ids.count(p['id']) > 1 or p['id'] != p['id'].lower():
            problem('the id', p['id'], 'stands twice or has capitals')
        for x, y in (p['gate'][0], p['gate'][-1]) if 'gate' in p else ():
            if not land.at(x, y):
                problem('the gate of', p['id'], 'ends at sea, at', x, y)
        if 'channel' in p and land.at(*p['channel'][0]) or 'channel' in p and land.at(*p['channel'][-1]):
            problem('the channel of', p['id'], 'ends on land')
    print(f'passages: {len(passages)}')


def check_events(codes, names, organisations, land):
    ids, kinds, waypoints = [], collections.Counter(), 0
    files = sorted(glob.glob(f'{DATA}/events/*.json'))
    for path in files:
        data = json.load(open(path, encoding='utf-8'))
        file = os.path.basename(path)
        if data['format'] != 'caravan-events/1':
            problem(file, 'has the format', data['format'])
        for e in data['events']:
            where = file + ' ' + e['id']
            ids.append(e['id'])
            kinds[e['kind']] += 1
            if e['kind'] not in KINDS or e['status'] not in STATUSES:
                problem(where, 'has the kind', e['kind'], 'and the status', e['status'])
            if not e['summary'] or len(e['title']) > 45:
                problem(where, 'has no summary, or a long title')
            if any(s not in data['sources'] for s in e['sources']) or not e['sources']:
                problem(where, 'cites no source')
            if any(c in e['date'] for c in '~?%') and not e.get('note'):
                problem(where, 'does not say how its date was derived')
            seen = set()
            for p in e['parties']:
                if p['code'] not in codes and p['code'] not in organisations:
                    problem(where, 'names', p['code'])
                if p['code'] in seen:
                    problem(where, 'names', p['code'], 'twice')
                seen.add(p['code'])
                if 'place' in p and (p['code'], p['place']) not in names:
                    problem(where, 'has no place', p['code'], p['place'])
            venue = e.get('venue', {})
            if 'place' in venue and (venue['code'], venue['place']) not in names:
                problem(where, 'has no venue', venue)
            for leg in e.get('path', {}).get('legs', ()):
                stops = []
                for w in leg['via']:
                    if isinstance(w, str):
                        p = names.get(tuple(w.split(':')))
                        if p is None:
                            problem(where, 'has no waypoint', w)
                            continue
                        w = p
                    stops.append((w['lon'], w['lat']))
                waypoints += len(stops)
                if leg['mode'] == 'sea':    # at sea from the roads of the first port to those of the last
                    for (x0, y0), (x1, y1) in list(zip(stops, stops[1:]))[1:-1]:
                        for k in range(41):
                            x, y = x0 + (x1 - x0) * k / 40, y0 + (y1 - y0) * k / 40
                            if land.at(x, y):
                                problem(where, 'runs over land at', round(x, 2), round(y, 2))
                                break
    if sorted(ids) != ['fact-%02d' % n for n in range(1, 47)]:
        problem('the events are not fact-01 to fact-46')
    print(f'events: {len(ids)} in {len(files)} files, {waypoints} waypoints, {dict(kinds)}')


def main():
    countries, land = check_boundaries()
    codes, names = check_places(countries, land)
    check_names(codes, names)
    organisations = check_organisations(codes, names)
    check_passages(land)
    check_events(codes, names, organisations, land)
    for p in problems:
        print('problem:', p, file=sys.stderr)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
