import { describe, expect, test } from 'vitest';
import {
  type FieldTable,
  keptOf,
  lossesOf,
  metricOnly,
  numberCounted,
  partialFromTotals,
} from '../../src/formats/carries.ts';
import { complete } from '../../src/model/complete.ts';
import type { Roadbook, RoadbookDraft } from '../../src/model/roadbook.ts';

const sketch: FieldTable = {
  roadbook: {
    event: false,
    'stage-number': true,
    'stage-name': true,
    date: true,
    start: true,
    release: true,
    units: metricOnly,
    edition: true,
    description: true,
    total: true,
    'fuel-range': true,
    track: true,
    kept: keptOf('sketch'),
  },
  note: {
    number: numberCounted,
    name: true,
    distance: true,
    partial: partialFromTotals,
    at: true,
    elevation: true,
    'show-at': true,
    waypoint: {
      how: 'the first of several',
      loses: ({ waypoints }) => waypoints.length > 1,
    },
    'waypoint-name': true,
    open: true,
    clear: true,
    time: true,
    limit: true,
    cap: true,
    'average-cap': false,
    danger: true,
    tulip: true,
    'tulip-picture': true,
    'text-picture': true,
    text: true,
    symbols: true,
    stop: true,
    reset: true,
    services: true,
    surface: true,
    change: true,
    remark: true,
    kept: keptOf('sketch'),
  },
};

const losses = (draft: RoadbookDraft): string[] =>
  lossesOf(roadbook(draft), sketch, 'Sketch').map((loss) => loss.message);

function roadbook(draft: RoadbookDraft): Roadbook {
  const { roadbook: whole, diagnostics } = complete(draft, () => null);
  expect(diagnostics).toEqual([]);
  if (whole === null) throw new Error('the draft is no roadbook');
  return whole;
}

describe('losses', () => {
  test('nothing there, nothing lost', () => {
    expect(losses({ notes: [{ distance: 0 }, { distance: 420 }] })).toEqual([]);
  });

  test('name note and field, the roadbook first, then note by note', () => {
    expect(
      losses({
        event: 'Erfoud shakedown',
        units: 'imperial',
        notes: [
          { distance: 0, averageCap: 92 },
          { number: 12, waypoints: [{ type: 'DZ' }, { type: 'DN' }] },
        ],
      }),
    ).toEqual([
      'event is not carried by Sketch',
      'units is not fully carried by Sketch: always metric',
      'note 1: average-cap is not carried by Sketch',
      'note 12: number is not fully carried by Sketch: counted from 1',
      'note 12: waypoint is not fully carried by Sketch: the first of several',
    ]);
  });

  test('a partial is lost only where the totals say another', () => {
    expect(losses({ notes: [{ distance: 0 }, { distance: 420, partial: 420 }] })).toEqual([]);
    expect(losses({ notes: [{ distance: 0 }, { distance: 420, partial: 400 }] })).toEqual([
      'note 2: partial is not fully carried by Sketch: worked out from the totals',
    ]);
  });

  test('what was kept for another format is lost', () => {
    expect(losses({ notes: [{ kept: [{ format: 'sketch', content: 'x' }] }] })).toEqual([]);
    expect(losses({ notes: [{ kept: [{ format: 'rn2', content: 'x' }] }] })).toEqual([
      'note 1: kept is not fully carried by Sketch: what was read from the same format',
    ]);
  });

  test('each says for counting what its message says for people', () => {
    expect(lossesOf(roadbook({ notes: [{ number: 7, averageCap: 0 }] }), sketch, 'Sketch')).toMatchObject([
      { code: 'RB901', rule: 'not-carried', severity: 'warning', span: null, note: 7, field: 'number' },
      { note: 7, field: 'average-cap' },
    ]);
  });
});
