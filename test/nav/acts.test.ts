import { describe, expect, it } from 'vitest';
import { Crew, short, stageOf } from '../support/drive.ts';

const straight = stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 2000 }, { distance: 5000 }]);

describe('confirm', () => {
  it('puts the total on the note and the partial to zero', () => {
    const crew = new Crew(straight);
    crew.drive(980);
    expect(crew.act({ type: 'confirm' }).map(short)).toEqual(['note-confirmed 1', 'note-reached 1']);
    expect(crew.view).toMatchObject({ total: 1000, partial: 0, next: 2, toNext: 1000 });
  });

  it('takes the nearest note after the last confirmed, ahead or behind', () => {
    const crew = new Crew(straight);
    crew.drive(1030);
    crew.act({ type: 'confirm' });
    expect(crew.state.instrument.lastConfirmed).toBe(1);
    crew.drive(980);
    crew.act({ type: 'confirm' });
    expect(crew.state.instrument.lastConfirmed).toBe(2);
  });

  it('keeps a note behind that was just confirmed, whatever small nudge follows', () => {
    const crew = new Crew(straight);
    crew.drive(1000);
    crew.act({ type: 'confirm' });
    crew.act({ type: 'nudge', metres: -10 });
    expect(crew.view).toMatchObject({ total: 990, partial: -10, next: 2 });
  });

  it('asks before it believes a note that the distance speaks against, and changes nothing', () => {
    const crew = new Crew(straight);
    crew.drive(1000);
    crew.act({ type: 'confirm' });
    crew.drive(400);
    const before = crew.state.instrument;
    const [asked] = crew.act({ type: 'confirm', note: 2 });
    expect(asked).toMatchObject({ effect: 'note-doubted', note: 2, off: 600 });
    expect(asked?.effect === 'note-doubted' && asked.fits.map((fit) => fit.note)).toEqual([1, 0]);
    expect(crew.state.instrument.anchor).toBe(before.anchor);
    crew.act({ type: 'confirm', note: 2, sure: true });
    expect(crew.view).toMatchObject({ total: 2000, partial: 0 });
    expect(crew.view.calibration).toBe(1);
  });

  it('names the notes that fit instead, best first', () => {
    const crew = new Crew(
      stageOf([{ distance: 0 }, { distance: 900 }, { distance: 940 }, { distance: 3000 }]),
    );
    crew.drive(930);
    const [asked] = crew.act({ type: 'confirm', note: 3 });
    expect(asked).toMatchObject({ effect: 'note-doubted', fits: [{ note: 2 }, { note: 1 }] });
  });

  it('learns the scale of a wheel that runs short', () => {
    const crew = new Crew(stageOf(Array.from({ length: 40 }, (_, i) => ({ distance: i * 1000 }))));
    for (let i = 1; i < 40; i++) {
      crew.drive(1000 / 1.02);
      crew.act({ type: 'confirm' });
    }
    expect(crew.view.calibration).toBeCloseTo(1.02, 3);
    expect(crew.view.total).toBe(39_000);
  });

  it('is refused when no note is left', () => {
    const crew = new Crew(stageOf([{ distance: 0 }]));
    crew.act({ type: 'confirm' });
    expect(crew.act({ type: 'confirm' })).toMatchObject([{ effect: 'refused', act: 'confirm' }]);
  });
});

describe('the odometer', () => {
  it('is derived from the raw count: 200,000 samples leave no rounding behind', () => {
    const crew = new Crew(stageOf([{ distance: 0 }, { distance: 20_000 }]), { metresPerCount: 0.1 });
    crew.drive(20_000, { by: 0.1 });
    expect(crew.view.reading).toBe(20_000 * 0.1);
  });

  it('counts from wherever the counter stood at the start', () => {
    const crew = new Crew(straight, {}, 1_000_000);
    crew.drive(500);
    expect(crew.view.total).toBe(500);
  });

  it.each([
    ['nudge', { type: 'nudge', metres: 10 }, 510],
    ['nudge back', { type: 'nudge', metres: -100 }, 400],
    ['set', { type: 'set', metres: 700 }, 700],
  ] as const)('%s', (_, act, total) => {
    const crew = new Crew(straight);
    crew.drive(500);
    crew.act(act);
    expect(crew.view.total).toBe(total);
    crew.drive(100);
    expect(crew.view.total).toBe(total + 100);
  });

  it('stands while frozen and goes on from there', () => {
    const crew = new Crew(straight);
    crew.drive(500);
    crew.act({ type: 'freeze' });
    crew.drive(300);
    expect(crew.view).toMatchObject({ total: 500, partial: 500, frozen: true });
    crew.act({ type: 'freeze' });
    crew.drive(100);
    expect(crew.view).toMatchObject({ total: 600, frozen: false });
  });

  it('counts down in reverse, and says no note twice when it comes again', () => {
    const crew = new Crew(straight);
    crew.drive(1020);
    crew.act({ type: 'reverse', on: true });
    crew.drive(120);
    expect(crew.view).toMatchObject({ total: 900, next: 1, reversing: true });
    crew.act({ type: 'reverse', on: false });
    expect(crew.drive(120).map(short)).toEqual([]);
  });

  it('resets the trip alone', () => {
    const crew = new Crew(straight);
    crew.drive(600);
    crew.act({ type: 'trip-reset' });
    crew.drive(50);
    expect(crew.view).toMatchObject({ total: 650, partial: 50 });
  });

  it('calibrates from a true distance without losing the reading', () => {
    const crew = new Crew(straight);
    crew.drive(1000);
    crew.act({ type: 'calibrate', metres: 1050 });
    expect(crew.view.total).toBe(1000);
    crew.drive(1000);
    expect(crew.view.total).toBeCloseTo(2050);
  });

  it.each([
    [{ type: 'calibrate', metres: 0 }],
    [{ type: 'calibrate', metres: 90_000 }],
    [{ type: 'set', metres: -1 }],
    [{ type: 'set', metres: Number.NaN }],
    [{ type: 'nudge', metres: Number.POSITIVE_INFINITY }],
    [{ type: 'undo' }],
  ] as const)('refuses %j and says why', (act) => {
    const crew = new Crew(straight);
    crew.drive(500);
    expect(crew.act(act)).toMatchObject([{ effect: 'refused', act: act.type }]);
    expect(crew.view.total).toBe(500);
  });
});

describe('undo', () => {
  it.each([
    [{ type: 'confirm', note: 1 }],
    [{ type: 'nudge', metres: 100 }],
    [{ type: 'set', metres: 3000 }],
    [{ type: 'trip-reset' }],
    [{ type: 'freeze' }],
    [{ type: 'reverse' }],
    [{ type: 'calibrate', metres: 1000 }],
  ] as const)('takes back %j as if it had not been, road since included', (act) => {
    const plain = new Crew(straight);
    plain.drive(1150);
    const crew = new Crew(straight);
    crew.drive(990);
    crew.act(act);
    crew.drive(160);
    expect(crew.view.undoes).toBe(act.type);
    expect(crew.act({ type: 'undo' })).toContainEqual({ effect: 'undone', act: act.type });
    expect(crew.view).toMatchObject({
      total: plain.view.total,
      partial: plain.view.partial,
      next: plain.view.next,
    });
  });

  it('goes back a hundred acts', () => {
    const crew = new Crew(straight);
    crew.drive(100);
    for (let i = 0; i < 150; i++) crew.act({ type: 'nudge', metres: 1 });
    for (let i = 0; i < 100; i++) expect(crew.act({ type: 'undo' })).toMatchObject([{ effect: 'undone' }]);
    expect(crew.view.total).toBe(150);
    expect(crew.act({ type: 'undo' })).toMatchObject([{ effect: 'refused' }]);
  });
});

it('looks ahead without losing the note, until told to follow', () => {
  const crew = new Crew(straight);
  crew.drive(500);
  crew.act({ type: 'scroll', by: 2 });
  expect(crew.view).toMatchObject({ hand: 3, following: false, next: 1 });
  crew.act({ type: 'scroll', by: 99 });
  expect(crew.view.hand).toBe(3);
  crew.drive(600);
  expect(crew.view).toMatchObject({ hand: 3, next: 2 });
  crew.act({ type: 'follow' });
  expect(crew.view).toMatchObject({ hand: 2, following: true });
});
