#!/usr/bin/env python3
"""Checks data/schema/events.schema.json: the bundled events and the good fixtures must fit it, and bad ones must not.

Needs python3-jsonschema; exit status 77 (skipped) without it, 1 with a line for each problem.
"""
import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is not installed')
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / 'tests/fixtures/events'
schema = json.loads((ROOT / 'data/schema/events.schema.json').read_text())
jsonschema.Draft202012Validator.check_schema(schema)
whole = jsonschema.Draft202012Validator(schema)
wrong = []

good = sorted((ROOT / 'data/events').glob('*.json')) + [FIXTURES / 'peers_samples.json', FIXTURES / 'short_forms.json']
for path in good:
    for error in whole.iter_errors(json.loads(path.read_text())):
        wrong.append(f'{path.relative_to(ROOT)}: {error.json_path}: {error.message[:200]}')
for name in ('wrong_types', 'names', 'dates', 'own_kinds', 'geo', 'story', 'many_unknown'):
    if whole.is_valid(json.loads((FIXTURES / f'{name}.json').read_text())):
        wrong.append(f'{name}.json fits the schema, and should not')

# Every date that the program accepts fits the schema's pattern.
pattern = re.compile(schema['$defs']['date']['pattern'])
for line in (ROOT / 'tests/fixtures/dates/accepted.txt').read_text().splitlines():
    text = line.split(' | ')[0]
    if text and not text.startswith('#') and not pattern.match(text):
        wrong.append(f'the date {text} does not fit the pattern')
for text in ('2025-02-01T10:30:00Z', '2025-02-01T10:30:59.25+05:30', '2025-02-01T10:30Z/2025-02-01T12:00Z'):
    if not pattern.match(text):
        wrong.append(f'the date {text} does not fit the pattern')

# Every code block of the documentation that is a whole file fits the schema.
for block in re.findall(r'```json\n(.*?)```', (ROOT / 'docs/events.md').read_text(), re.S):
    document = json.loads(block)
    if isinstance(document, list) or 'events' in document:
        for error in whole.iter_errors(document):
            wrong.append(f'docs/events.md: {error.json_path}: {error.message[:200]}')

print('\n'.join(wrong) if wrong else 'the schema fits')
sys.exit(1 if wrong else 0)
