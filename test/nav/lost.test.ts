import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../src/nav/fits.ts';
import { Crew, short, stageOf } from '../support/drive.ts';

/** Notes 41 to 45. */
const stage = stageOf(
  [0, 800, 1500, 3080, 4000].map((distance, i) => ({ number: 41 + i, distance, text: null })),
);

function at(crew: Crew, metres: number, note: number): void {
  crew.drive(metres - crew.view.reading);
  crew.act({ type: 'confirm', note });
}

function fitting(crew: Crew): string[] {
  return (crew.view.lost ?? []).map((fit) => reasonOf(stage, fit));
}

describe('lost', () => {
  it('names the notes that may be, best first, and says why', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.drive(2310);
    crew.act({ type: 'lost' });
    expect(fitting(crew)).toEqual([
      'note 44: 2.31 km since note 42, the book says 2.28',
      'note 45: 2.31 km since note 42, the book says 3.20',
    ]);
  });

  it('names the nearest where none fits, in miles on a page of miles', () => {
    const miles = stageOf([{ distance: 0 }, { distance: 16_093 }, { distance: 32_187 }], {
      units: 'imperial',
    });
    const crew = new Crew(miles);
    at(crew, 16_093, 1);
    crew.drive(3219);
    const [first] = crew.act({ type: 'lost' }).flatMap((e) => (e.effect === 'lost' ? [e.fits] : []));
    expect(first?.map((fit) => [reasonOf(miles, fit), fit.sigmas > 3])).toEqual([
      ['note 2: 2.00 mi since note 2, the book says 0.00', true],
      ['note 3: 2.00 mi since note 2, the book says 10.00', true],
    ]);
  });

  it('names what fits if the last confirmation was wrong', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    // They believe in note 43 at once, 700 m too early; 700 m later note 43 is there.
    crew.act({ type: 'confirm', note: 2, sure: true });
    crew.drive(700);
    crew.act({ type: 'lost' });
    expect(fitting(crew)[0]).toBe('note 43: 0.70 km since note 42 if note 43 was wrong, the book says 0.70');
  });

  it('is quiet about notes until one is confirmed, and then goes on', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.act({ type: 'lost' });
    expect(crew.drive(1500).map(short)).toEqual([]);
    expect(crew.view).toMatchObject({ next: 2, lost: [{ note: 3 }, {}] });
    expect(crew.act({ type: 'confirm', note: 3, sure: true }).map(short)).toContain('note-confirmed 3');
    expect(crew.view).toMatchObject({ lost: null, total: 3080, next: 4 });
    expect(crew.drive(920).map(short)).toEqual(['note-near 4', 'note-reached 4', 'finish 4']);
  });

  it('is over when the crew says so, and undone like any act', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.act({ type: 'lost' });
    crew.act({ type: 'lost' });
    expect(crew.view.lost).toBeNull();
    crew.act({ type: 'lost', on: true });
    crew.act({ type: 'undo' });
    expect(crew.view.lost).toBeNull();
    expect(crew.drive(700).map(short)).toContain('note-reached 2');
  });

  it('counts what was driven too much as detour when a note further back is found', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.drive(2000);
    crew.act({ type: 'lost' });
    crew.act({ type: 'confirm', note: 2, sure: true });
    expect(crew.view).toMatchObject({ total: 1500, detour: 1300, calibration: 1 });
  });
});

describe('return', () => {
  it('puts the total back to the last sure note, and counts the detour apart', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.drive(600);
    crew.act({ type: 'lost' });
    crew.act({ type: 'freeze' });
    crew.drive(150);
    crew.act({ type: 'reverse' });
    crew.drive(450);
    expect(crew.act({ type: 'return' }).map(short)).toContain('returned 1');
    expect(crew.view).toMatchObject({ total: 800, partial: 0, detour: 1200, next: 2, lost: null });
    expect(crew.view).toMatchObject({ frozen: false, reversing: false });
    expect(crew.drive(700).map(short)).toContain('note-reached 2');
    expect(crew.view.total).toBe(1500);
  });

  it('adds detours up, each counted once', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.drive(200);
    crew.act({ type: 'return' });
    crew.drive(100);
    crew.act({ type: 'return' });
    expect(crew.view.detour).toBe(300);
  });

  it('goes back to a total that was set, or to the start', () => {
    const crew = new Crew(stage);
    crew.drive(300);
    expect(crew.act({ type: 'return' })).toMatchObject([{ effect: 'returned', note: null, detour: 300 }]);
    expect(crew.view.total).toBe(0);
    crew.act({ type: 'set', metres: 1200 });
    crew.drive(300);
    crew.act({ type: 'return' });
    expect(crew.view).toMatchObject({ total: 1200, detour: 600 });
  });

  it('is undone, road since included', () => {
    const crew = new Crew(stage);
    at(crew, 800, 1);
    crew.drive(600);
    crew.act({ type: 'return' });
    crew.drive(50);
    crew.act({ type: 'undo' });
    expect(crew.view).toMatchObject({ total: 1450, detour: 0 });
  });
});
