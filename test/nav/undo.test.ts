import { describe, expect, it } from 'vitest';
import { penalties } from '../../src/nav/penalties.ts';
import { Crew, short, stageOf } from '../support/drive.ts';

const wrong = (note: number) => ({ type: 'confirm', note, sure: true }) as const;

/** What the crew is told from here on. */
function since(crew: Crew, work: () => void): string[] {
  const before = crew.told.length;
  work();
  return crew.told.slice(before).map(short);
}

describe('undo of a wrong confirmation takes back', () => {
  const timed = stageOf([
    { distance: 0, waypoints: [{ type: 'TC', seconds: 600 }] },
    { distance: 2000 },
    { distance: 5000, waypoints: [{ type: 'TC', seconds: 120 }] },
    { distance: 8000, waypoints: [{ type: 'TC' }] },
  ]);

  it('the arrival at a time control, and what began there; the true one counts', () => {
    const crew = new Crew(timed);
    crew.drive(2000, { kmh: 60 });
    expect(since(crew, () => crew.act(wrong(2)))).toEqual(
      expect.arrayContaining(['note-reached 2', 'leg-ended 2', 'leg-started 2']),
    );
    expect(crew.view.leg).toMatchObject({ leg: 1 });
    crew.drive(500, { kmh: 60 });
    crew.act({ type: 'undo' });
    expect(crew.view).toMatchObject({ total: 2500, next: 2, leg: { leg: 0, until: 600_000 } });
    expect(since(crew, () => crew.drive(2500, { kmh: 60 }))).toEqual([
      'note-near 2',
      'note-reached 2',
      'leg-ended 2',
      'leg-started 2',
    ]);
    expect(crew.state.ledger.legs).toMatchObject([
      { leg: 0, until: 300_000 },
      { leg: 1, since: 300_000 },
    ]);
  });

  const neutralised = stageOf([
    { distance: 0 },
    { distance: 1000 },
    { distance: 3000, waypoints: [{ type: 'DN', seconds: 120 }] },
    { distance: 4000, waypoints: [{ type: 'FN', clear: 90 }] },
    { distance: 6000 },
  ]);

  it('the neutralisation that began with it', () => {
    const crew = new Crew(neutralised);
    crew.drive(1000);
    crew.act(wrong(2));
    expect(crew.view.neutralisation).not.toBeNull();
    crew.drive(100);
    crew.act({ type: 'undo' });
    expect(crew.view.neutralisation).toBeNull();
    expect(since(crew, () => crew.drive(1900))).toContain('neutralisation-started 2');
    expect(crew.view.neutralisation).toMatchObject({ note: 2, msLeft: 120_000 });
  });

  it('the neutralisation that it left early', () => {
    const crew = new Crew(neutralised);
    crew.drive(3100);
    const { until } = crew.view.neutralisation ?? {};
    expect(since(crew, () => crew.act(wrong(4)))).toContain('neutralisation-left-early 2');
    crew.act({ type: 'undo' });
    expect(crew.view.neutralisation).toMatchObject({ note: 2, until });
    expect(penalties(neutralised, crew.state, 'fia-2026-unofficial').list).toEqual([]);
    expect(since(crew, () => crew.wait(120_000))).toEqual(['neutralisation-ended 2']);
  });

  it('waypoints that were missed by it, and says them again when they are', () => {
    const stage = stageOf([
      { distance: 0, waypoints: [{ type: 'DSS' }] },
      { distance: 1000, waypoints: [{ type: 'WPM' }] },
      { distance: 2000, waypoints: [{ type: 'WPM' }] },
      { distance: 9000, waypoints: [{ type: 'ASS' }] },
    ]);
    const crew = new Crew(stage);
    crew.act({ type: 'confirm' });
    crew.drive(980);
    expect(since(crew, () => crew.act(wrong(2)))).toContain('waypoint-missed 1');
    crew.act({ type: 'undo' });
    expect(crew.view.waypoints).toEqual({ all: 4, confirmed: 1, missed: 0 });
    expect(crew.view.waypoint).toMatchObject({ note: 1 });
    expect(since(crew, () => crew.drive(600))).toEqual([
      'note-reached 1',
      'note-passed 1',
      'waypoint-missed 1',
    ]);
  });

  it('the finish', () => {
    const crew = new Crew(neutralised);
    crew.drive(1000);
    expect(since(crew, () => crew.act(wrong(4)))).toContain('finish 4');
    crew.act({ type: 'undo' });
    expect(crew.view.finished).toBe(false);
    crew.drive(2000);
    crew.wait(200_000);
    expect(since(crew, () => crew.drive(3000))).toContain('finish 4');
  });

  it('speeding in a zone where the car never was', () => {
    const stage = stageOf([
      { distance: 0 },
      { distance: 1000 },
      { distance: 4000, waypoints: [{ type: 'DZ' }], limitKmh: 30 },
      { distance: 6000, waypoints: [{ type: 'FZ' }] },
    ]);
    const crew = new Crew(stage);
    crew.drive(1000);
    expect(since(crew, () => crew.act(wrong(2)))).toContain('limit-exceeded 0');
    crew.drive(500);
    crew.act({ type: 'undo' });
    expect(crew.view).toMatchObject({ speeding: [], limit: null });
    expect(since(crew, () => crew.drive(2700))).toEqual(
      expect.arrayContaining(['zone-entered 0', 'limit-exceeded 0']),
    );
    expect(crew.view.speeding).toMatchObject([{ zone: 0, times: 1 }]);
  });

  it('the full tank', () => {
    const stage = stageOf(
      [{ distance: 0 }, { distance: 5000 }, { distance: 9000, services: ['fuel'] }, { distance: 90_000 }],
      { fuelRange: 100_000 },
    );
    const crew = new Crew(stage);
    crew.drive(5000);
    crew.act(wrong(2));
    expect(crew.view.fuel?.left).toBe(100_000);
    crew.act({ type: 'undo' });
    expect(crew.view.fuel?.left).toBe(95_000);
    crew.drive(4000);
    expect(crew.view.fuel?.left).toBe(100_000);
  });
});

it('undo keeps what the road since has truly brought, and tells what the act had jumped over', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 1000 },
    { distance: 1400 },
    { distance: 3000 },
    { distance: 5000 },
  ]);
  const nudged = new Crew(stage);
  nudged.drive(900);
  nudged.act({ type: 'nudge', metres: 20 });
  nudged.drive(300);
  expect(since(nudged, () => nudged.act({ type: 'undo' }))).toEqual(['undone nudge']);
  const jumped = new Crew(stage);
  jumped.drive(900);
  jumped.act(wrong(3));
  jumped.drive(600);
  expect(since(jumped, () => jumped.act({ type: 'undo' }))).toEqual([
    'undone confirm',
    'note-reached 1',
    'note-reached 2',
    'note-passed 1',
  ]);
  expect(jumped.view).toMatchObject({ total: 1500, next: 3 });
});

it('return takes back what was told on the way that was not the route', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 1000 },
    { distance: 1600, waypoints: [{ type: 'DN', seconds: 600 }] },
    { distance: 1700, waypoints: [{ type: 'FN' }] },
    { distance: 5000 },
  ]);
  const crew = new Crew(stage);
  crew.drive(1000);
  crew.act({ type: 'confirm' });
  expect(since(crew, () => crew.drive(1200))).toEqual(
    expect.arrayContaining(['neutralisation-started 2', 'neutralisation-left-early 2']),
  );
  crew.act({ type: 'return' });
  expect(crew.view).toMatchObject({ total: 1000, detour: 1200, neutralisation: null, next: 2 });
  expect(crew.state.ledger.leftEarly).toEqual([]);
  expect(since(crew, () => crew.drive(600))).toEqual(
    expect.arrayContaining(['note-reached 2', 'neutralisation-started 2']),
  );
});
