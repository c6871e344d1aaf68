import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readRn2 } from '../../../src/formats/rn2/read.ts';
import type { Tulip } from '../../../src/model/tulip.ts';

/** The tulip of a box between a way in from the south and a way out to the given heading. */
function tulip(elements: object[], settings: object = {}, heading = 0): Tulip {
  const turn = (heading * Math.PI) / 180;
  const waypoints = [
    { lat: 0, lon: 0 },
    { lat: 0.001, lon: 0, show: true, tulip: { elements } },
    { lat: 0.001 + 0.001 * Math.cos(turn), lon: 0.001 * Math.sin(turn) },
  ];
  const { roadbook } = readRn2({ file: 'x', text: JSON.stringify({ route: { waypoints, settings } }) });
  const drawn = roadbook?.notes[0]?.tulip;
  if (!drawn) throw new Error('no tulip');
  return drawn;
}

const track = (roadOut: object = {}, roadIn: object = {}) => ({ type: 'Track', roadIn, roadOut });

describe('the way out', () => {
  test.each([0, 45, 90, 135, -30, -90, -150])(
    'turns as the track does where nobody drew it: %d°',
    (heading) => {
      expect(tulip([track()], {}, heading).exit?.angle).toBeCloseTo(heading, 1);
    },
  );

  it('goes where it was drawn', () => {
    expect(tulip([track({ end: { x: -55, y: 0 } })]).exit).toMatchObject({ angle: -90, path: null });
  });

  it('keeps its drawn line when it bends, and ends as the track turns when only handles were moved', () => {
    const { exit } = tulip([track({ handles: [{ x: 20, y: -25 }] })]);
    expect(exit?.angle).toBe(0);
    expect(exit?.path?.[0]).toEqual([0, 0]);
    expect(exit?.path?.at(-1)).toEqual([0, 1]);
    const handle = [20 / 55, 25 / 55] as const;
    expect(
      Math.min(...(exit?.path ?? []).map(([x, y]) => Math.hypot(x - handle[0], y - handle[1]))),
    ).toBeLessThan(0.05);
    expect(exit?.path?.length).toBeLessThan(10);
  });

  it('a U-turn does not run into the way in: it ends 35 pixels below the junction', () => {
    expect(tulip([track({ handles: [{ x: 20, y: 0 }] })], {}, 180).exit?.path?.at(-1)).toEqual([0, -0.636]);
  });
});

describe('places', () => {
  const icon = { type: 'Icon', name: 'Tree', x: 154.5, y: 29 };
  const at = (drawn: Tulip) => drawn.symbols[0]?.at;

  it('icons and texts are absolute, a unit is 55 pixels from the junction', () => {
    expect(at(tulip([track(), icon]))).toEqual([1, 1]);
    expect(tulip([track(), { type: 'Text', text: ' 12\nkm ', x: 99.5, y: 111.5 }]).labels).toEqual([
      { text: '12 km', at: [0, -0.5] },
    ]);
  });

  it('from a junction that was moved', () => {
    expect(at(tulip([track({ start: { x: 44.5, y: 84 } }), icon]))).toEqual([2, 1]);
  });

  it('from the junction of the lowered layout', () => {
    expect(at(tulip([track(), icon], { tulipLoweredLayout: true }))).toEqual([1, 1.18]);
  });

  it('from the template of an icon that was never moved', () => {
    const fresh = { type: 'Icon', name: 'Tree', template: { x: 99.5, y: 29, z: -1 } };
    expect(at(tulip([track(), fresh]))).toEqual([0, 1]);
  });

  it('sizes and angles', () => {
    const sized = { ...icon, w: 50, width: 144, scaleX: 0.6944444, angle: 405 };
    expect(tulip([track(), sized]).symbols[0]).toMatchObject({ scale: 2, angle: 45 });
    expect(tulip([track(), { ...icon, w: 25 }]).symbols[0]).toMatchObject({ scale: 0.5 });
  });

  it('in the order of their layers, numbers and strings alike', () => {
    const layers = [
      ['c', '7'],
      ['b', 1],
      ['a', '-1'],
      ['d', 7],
    ].map(([name, z]) => ({ ...icon, name, z }));
    expect(tulip([track(), ...layers]).symbols.map(({ symbol }) => symbol)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('side roads', () => {
  it('begin at the junction, or where they say', () => {
    const roads = [
      { type: 'Road', end: { x: 55, y: 0 } },
      { type: 'Road', start: { x: 0, y: -27.5 }, end: { x: 55, y: -27.5 } },
    ];
    expect(tulip([track(), ...roads]).roads).toMatchObject([
      { angle: 90, path: null },
      {
        angle: 63.4,
        path: [
          [0, 0.5],
          [1, 0.5],
        ],
      },
    ]);
  });

  test.each([
    [4, 'small-track'],
    [12, 'dual-carriageway'],
    [15, 'low-visibility'],
    [16, 'off-piste'],
    [17, 'track'],
    [18, 'road'],
    [2, 'off-piste'],
    [10, 'road'],
    [14, 'main-track'],
    [6, 'track'],
    [99, 'track'],
  ])('type %d is drawn as %s', (typeId, line) => {
    expect(tulip([track(), { type: 'Road', end: { x: 55, y: 0 }, typeId }]).roads[0]?.line).toBe(line);
  });

  it('without a type are drawn as the route is by default', () => {
    const drawn = tulip([track(), { type: 'Road', end: { x: 55, y: 0 } }], { defaultTrackType: 4 });
    expect([drawn.entry.line, drawn.exit?.line, drawn.roads[0]?.line]).toEqual(Array(3).fill('small-track'));
  });
});

describe('the line of the way', () => {
  it('goes on from way in to way out to the next box until the file says another', () => {
    const types = [{}, { roadIn: { typeId: 18 } }, {}, { roadOut: { typeId: 16 } }, {}];
    const waypoints = types.map((type, i) => ({
      lat: i / 100,
      lon: 0,
      show: true,
      tulip: { elements: [{ type: 'Track', roadIn: {}, roadOut: {}, ...type }] },
    }));
    const { roadbook } = readRn2({ file: 'x', text: JSON.stringify({ route: { waypoints } }) });
    expect(roadbook?.notes.map(({ tulip }) => [tulip?.entry.line, tulip?.exit?.line])).toEqual([
      ['track', 'track'],
      ['road', 'road'],
      ['road', 'road'],
      ['road', 'off-piste'],
      ['off-piste', 'off-piste'],
    ]);
  });
});

describe('the roundabout', () => {
  const ring = {
    type: 'Icon',
    name: 'Rond-point',
    id: '5d157992-6013-4bef-86cb-92fea891944c',
    x: 101,
    y: 83,
  };

  it('is the junction when it stands on it, by its id or its flag', () => {
    expect(tulip([track(), ring])).toMatchObject({ roundabout: true, symbols: [] });
    expect(tulip([track(), { ...ring, id: 'x', isRoundabout: true }]).roundabout).toBe(true);
  });

  it('is a sign when it stands beside', () => {
    expect(tulip([track(), { ...ring, x: 20 }])).toMatchObject({
      roundabout: false,
      symbols: [{ symbol: 'roundabout' }],
    });
  });
});

it('what is drawn wildly stays inside the model', () => {
  const far = [1e308, -1e308, 1e300].map((x) => ({ x, y: -x }));
  const road = { type: 'Road', start: far[0], end: far[1], handles: [...far, null, 'x', { x: 'y' }] };
  const many = Array.from({ length: 200 }, () => road);
  const drawn = tulip([
    track({ end: far[2], handles: far }),
    ...many,
    { type: 'Icon', x: 1e300, y: 5, w: 1e9 },
  ]);
  expect(drawn.roads).toHaveLength(32);
  expect(drawn.symbols[0]).toMatchObject({ scale: 10 });
});

it('a file of the lowered layout reads without complaint', () => {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/rn2/lowered.rn2'), 'utf8');
  const { roadbook, diagnostics } = readRn2({ file: 'x', text });
  expect(diagnostics).toEqual([]);
  const [, second, third] = roadbook?.notes.map(({ tulip }) => tulip) ?? [];
  expect(second?.symbols[0]?.at).toEqual([0, 0]);
  expect(second?.entry.path?.at(-1)).toEqual([0, -0.582]);
  expect(third).toMatchObject({ exit: { angle: -90 }, symbols: [{ at: [1, 0] }] });
});
