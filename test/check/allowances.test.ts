import { describe, expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { profiles } from '../../src/rules/profile.ts';
import type { Level } from '../../src/rules/rule.ts';

async function findings(text: string, file = 'x.roadbook.yaml', levels: Record<string, Level> = {}) {
  const { diagnostics } = await lint(Buffer.from(text), file, { profile: profiles[0], levels });
  return diagnostics.map(({ rule, span }) => `${rule} “${text.slice(span?.start, span?.end)}”`);
}

const yaml = (before: string, after = '', inside = '') => `roadbook: 1
notes:
  - { km: 0.00, text: start }
${before}  - km: 4.20
    zone: DZ${after}
${inside}    limit: 50
  - { km: 9.80, text: finish }
`;

const gpx = (before: string, inside = '') => `<?xml version="1.0"?>
<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1" xmlns:openrally="http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3">
  <wpt lat="1" lon="1"><extensions><openrally:distance>0</openrally:distance><openrally:cap>0</openrally:cap></extensions></wpt>
${before}  <wpt lat="1.01" lon="1">${inside}
    <extensions><openrally:distance>4.2</openrally:distance><openrally:dz/><openrally:speed>50</openrally:speed></extensions>
  </wpt>
  <wpt lat="1.02" lon="1"><extensions><openrally:distance>9.8</openrally:distance><openrally:cap>0</openrally:cap></extensions></wpt>
</gpx>
`;

describe('a comment allows a rule on its note', () => {
  test.each([
    ['above it', yaml('  # roadbook-allow zone-not-closed: it ends in the bivouac\n')],
    ['by its code', yaml('  # roadbook-allow RB301: it ends in the bivouac\n')],
    ['above other comments', yaml('  # roadbook-allow zone-not-closed: why\n  # the village\n')],
    ['behind a value', yaml('', ' # roadbook-allow zone-not-closed: why')],
    ['between its lines', yaml('', '', '    # roadbook-allow zone-not-closed: why\n')],
  ])('%s', async (_, text) => {
    expect(await findings(text)).toEqual([]);
  });

  test.each([
    ['above the element', gpx('  <!-- roadbook-allow zone-not-closed: it ends in the bivouac -->\n')],
    ['inside the element', gpx('', '<!-- roadbook-allow zone-not-closed: why -->')],
  ])('in GPX %s', async (_, text) => {
    expect(await findings(text, 'x.gpx')).toEqual([]);
  });

  test('in the head of the file', async () => {
    const text = 'roadbook: 1\ntotal: 7 # roadbook-allow total-mismatch: the liaison home has no notes\n';
    expect(await findings(`${text}notes:\n  - { km: 0, text: a }\n  - { km: 1, text: b }\n`)).toEqual([]);
  });

  test('what a reader reports', async () => {
    expect(await findings(yaml('', '', '    # roadbook-allow unknown-key: ours\n    ours: 1\n'))).toEqual([
      'zone-not-closed “DZ”',
    ]);
  });
});

describe('a comment that does not', () => {
  test('on another note: nothing is allowed, and it is unused', async () => {
    const text = yaml('').replace('text: start }', 'text: start } # roadbook-allow zone-not-closed: why');
    expect(await findings(text)).toEqual([
      'allowance-unused “# roadbook-allow zone-not-closed: why”',
      'zone-not-closed “DZ”',
    ]);
  });

  test('of a rule that is off is left alone', async () => {
    const text = yaml('  # roadbook-allow zone-not-closed: why\n');
    expect(await findings(text, 'x.roadbook.yaml', { 'zone-not-closed': 'off' })).toEqual([]);
  });

  test('without a reason allows, but is named', async () => {
    expect(await findings(yaml('', ' # roadbook-allow zone-not-closed'))).toEqual([
      'allowance-without-reason “# roadbook-allow zone-not-closed”',
    ]);
    expect(await findings(gpx('<!-- roadbook-allow zone-not-closed: -->\n'), 'x.gpx')).toEqual([
      'allowance-without-reason “<!-- roadbook-allow zone-not-closed: -->”',
    ]);
  });

  test('of no rule', async () => {
    expect(await findings(yaml('  # roadbook-allow zone-not-close: why\n'))).toEqual([
      'allowance-unknown “zone-not-close”',
      'zone-not-closed “DZ”',
    ]);
  });
});

test.each([
  ['a line of its own goes with its line', yaml('  # roadbook-allow no-notes: why\n'), yaml('')],
  ['behind a value the value stays', yaml('', ' # roadbook-allow no-notes: why'), yaml('')],
  ['in GPX', gpx('  <!-- roadbook-allow no-notes: why -->\n'), gpx('')],
])('an unused comment is taken away: %s', async (_, text, expected) => {
  const { diagnostics } = await lint(Buffer.from(text), 'x', { profile: profiles[0], levels: {} });
  const [edit] = diagnostics.find(({ rule }) => rule === 'allowance-unused')?.fix?.edits ?? [];
  expect(text.slice(0, edit?.span.start) + edit?.text + text.slice(edit?.span.end)).toBe(expected);
});
