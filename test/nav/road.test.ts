import { describe, expect, it } from 'vitest';
import { Crew, short, stageOf } from '../support/drive.ts';

describe('notes', () => {
  it('are announced, reached and passed once each, in order', () => {
    const crew = new Crew(
      stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 1100 }, { distance: 3000 }]),
    );
    crew.drive(3000);
    expect(crew.told.map(short)).toEqual([
      // One starts there: nothing to confirm.
      'note-reached 0',
      'note-near 1',
      'note-near 2',
      'note-reached 1',
      'note-reached 2',
      'note-passed 1',
      'note-passed 2',
      'note-near 3',
      'note-reached 3',
      'finish 3',
    ]);
  });

  it('where one starts are never missed, a waypoint there neither', () => {
    const [wp, dss] = [{ waypoints: [{ type: 'WPM' as const }] }, { waypoints: [{ type: 'DSS' as const }] }];
    const crew = new Crew(stageOf([{ distance: 0, ...dss }, { distance: 1000, ...wp }, { distance: 2000 }]));
    crew.drive(1000);
    crew.act({ type: 'confirm' });
    crew.drive(500);
    expect(crew.told.map(short).filter((told) => /missed|passed/.test(told))).toEqual([]);
    expect(crew.view.waypoints.missed).toBe(0);
  });

  it('come in order however coarse the samples are', () => {
    const crew = new Crew(stageOf(Array.from({ length: 20 }, (_, i) => ({ distance: i * 100 }))));
    crew.drive(2500, { by: 700 });
    const reached = crew.told.filter((e) => e.effect === 'note-reached').map((e) => e.note);
    expect(reached).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('that a set jumps over are not said to be reached', () => {
    const crew = new Crew(
      stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 2000 }, { distance: 3000 }]),
    );
    crew.act({ type: 'set', metres: 2500 });
    expect(crew.told.map(short)).toEqual(['note-reached 0']);
    expect(crew.view.next).toBe(3);
  });

  it('with a reset start a new printed axis behind them', () => {
    const stage = stageOf([
      { distance: 0 },
      { distance: 1000, reset: 0 },
      { distance: 400 },
      { distance: 900 },
    ]);
    const crew = new Crew(stage);
    crew.drive(990);
    expect(crew.view.total).toBe(990);
    crew.drive(110);
    expect(crew.view.total).toBeCloseTo(100);
    crew.act({ type: 'set', metres: 380 });
    expect(crew.view).toMatchObject({ total: 380, toNext: 20, reading: 1380 });
    crew.drive(520);
    expect(crew.told.at(-1)).toMatchObject({ effect: 'finish', note: 3 });
    expect(crew.view.total).toBeCloseTo(900);
  });

  it('whose distance drops without a reset begin a new axis, and that is said', () => {
    const stage = stageOf([{ distance: 0 }, { distance: 510 }, { distance: 500 }, { distance: 700 }]);
    expect(stage.remarks).toEqual([
      { note: 2, message: expect.stringContaining('drops from 0.51 to 0.50 km without a reset') },
    ]);
    expect(stage.notes.map((n) => n.at)).toEqual([0, 510, 1010, 1210]);
    const crew = new Crew(stage);
    crew.drive(1210);
    expect(crew.view.total).toBe(700);
    expect(crew.state.finished).toBe(true);
  });

  it('without a distance stand at the note before, and that is said', () => {
    const stage = stageOf([{ distance: 0 }, {}, { distance: 700 }]);
    expect(stage.notes.map((n) => [n.at, n.measured])).toEqual([
      [0, true],
      [0, false],
      [700, true],
    ]);
    expect(stage.remarks).toHaveLength(1);
  });
});

describe('speed zones', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 1000, waypoints: [{ type: 'DZ', clear: 90 }], limitKmh: 50 },
    { distance: 2000, waypoints: [{ type: 'FZ', clear: 90 }] },
    { distance: 3000 },
  ]);

  it('are entered and left once', () => {
    const crew = new Crew(stage);
    crew.drive(1500, { kmh: 40 });
    crew.act({ type: 'nudge', metres: -600 });
    crew.drive(1500, { kmh: 40 });
    expect(crew.told.filter((e) => e.effect.startsWith('zone')).map(short)).toEqual([
      'zone-entered 0',
      'zone-left 0',
    ]);
  });

  it('count the limit outside their clear radii only', () => {
    const crew = new Crew(stage);
    crew.drive(3000, { kmh: 80 });
    const [over, kept] = crew.told.filter((e) => e.effect.startsWith('limit'));
    expect(over).toMatchObject({ effect: 'limit-exceeded', zone: 0, limitKmh: 50 });
    expect(kept).toMatchObject({ effect: 'limit-respected', zone: 0 });
    // 820 of the 1,000 m are counted; at 80 km/h that is 36.9 s.
    expect(kept?.effect === 'limit-respected' && kept.ms / 1000).toBeCloseTo(36.9, 0);
  });

  it('say every infringement, and the worst speed of each', () => {
    const crew = new Crew(stage);
    crew.drive(1200, { kmh: 40 });
    for (const kmh of [70, 40, 60, 40]) crew.drive(100, { kmh });
    const kept = crew.told.flatMap((e) => (e.effect === 'limit-respected' ? [Math.round(e.worstKmh)] : []));
    expect(kept).toEqual([70, 60]);
  });

  it('show limit and distance to the end', () => {
    const crew = new Crew(stage);
    crew.drive(1500, { kmh: 40 });
    expect(crew.view.limit).toMatchObject({ kmh: 50, counted: true, over: false });
    expect(crew.view.limit?.toEnd).toBeCloseTo(500);
  });

  it('change their limit at a second DZ or at a limit inside', () => {
    const { zones } = stageOf([
      { distance: 0, waypoints: [{ type: 'DZ' }], limitKmh: 50 },
      { distance: 100, waypoints: [{ type: 'DZ' }], limitKmh: 30 },
      { distance: 200, limitKmh: 40 },
      { distance: 300, waypoints: [{ type: 'FZ' }] },
      { distance: 400, waypoints: [{ type: 'DZ' }], limitKmh: 90 },
    ]);
    expect(zones.map((z) => [z.from, z.to, z.limitKmh, z.lastNote])).toEqual([
      [0, 100, 50, 1],
      [100, 200, 30, 2],
      [200, 300, 40, 3],
      [400, 400, 90, null],
    ]);
  });
});

describe('neutralisation', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 500, waypoints: [{ type: 'DN', seconds: 900 }], services: ['fuel'] },
    { distance: 600, waypoints: [{ type: 'FN' }] },
    { distance: 900 },
  ]);

  it('counts down from its note and says when it is over', () => {
    const crew = new Crew(stage);
    crew.drive(550);
    expect(crew.told.map(short)).toContain('neutralisation-started 1');
    const left = crew.view.neutralisation?.msLeft ?? 0;
    expect(left).toBeGreaterThan(890_000);
    expect(crew.wait(left - 1)).toEqual([]);
    expect(crew.wait(1).map(short)).toEqual(['neutralisation-ended 1']);
    expect(crew.wait(1000)).toEqual([]);
    expect(crew.drive(200).map(short)).not.toContain('neutralisation-left-early 1');
  });

  it('left early is said, with the seconds', () => {
    const crew = new Crew(stage);
    crew.drive(550);
    crew.wait(600_000);
    const [early] = crew.drive(100).filter((e) => e.effect === 'neutralisation-left-early');
    expect(early).toMatchObject({ note: 1, secondsEarly: 296 });
    expect(crew.view.neutralisation).toBeNull();
  });
});

describe('waypoints', () => {
  const stage = stageOf([
    { distance: 0, waypoints: [{ type: 'DSS' }] },
    { distance: 1000, waypoints: [{ type: 'WPM', name: '1', open: 800, clear: 90 }] },
    { distance: 2000 },
    { distance: 3000, waypoints: [{ type: 'ASS' }] },
  ]);

  it('are due, then confirmed with their note', () => {
    const crew = new Crew(stage);
    crew.act({ type: 'confirm' });
    crew.drive(1000);
    expect(crew.act({ type: 'confirm' }).map(short)).toEqual(['note-confirmed 1', 'waypoint-confirmed 1']);
    expect(crew.told.map(short)).toContain('waypoint-due 1');
    expect(crew.view.waypoint).toMatchObject({ note: 3, type: 'ASS' });
  });

  it('are missed when their note is passed unconfirmed', () => {
    const crew = new Crew(stage);
    crew.act({ type: 'confirm' });
    crew.drive(1500);
    expect(crew.told.map(short)).toContain('waypoint-missed 1');
  });
});

describe('the estimate', () => {
  const stage = stageOf(Array.from({ length: 6 }, (_, i) => ({ distance: i * 5000 })));

  it('grows with distance and shrinks at a confirmation', () => {
    const crew = new Crew(stage);
    crew.drive(1000);
    const near = crew.view.sigma;
    crew.drive(4000);
    const far = crew.view.sigma;
    expect(far).toBeGreaterThan(near);
    crew.act({ type: 'confirm' });
    expect(crew.view.sigma).toBeLessThan(near);
    crew.drive(5000);
    expect(crew.view.sigma).toBeLessThan(far);
  });

  it('grows faster in dunes than on tarmac', () => {
    const sigma = (surface: 'dunes' | 'tarmac') => {
      const crew = new Crew(stageOf([{ distance: 0, surface }, { distance: 9000 }]));
      crew.drive(5000);
      return crew.view.sigma;
    };
    expect(sigma('dunes')).toBeGreaterThan(1.1 * sigma('tarmac'));
  });
});
