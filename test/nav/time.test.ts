import { describe, expect, it } from 'vitest';
import { penalties } from '../../src/nav/penalties.ts';
import { Crew, short, stageOf } from '../support/drive.ts';

describe('a leg with a time', () => {
  const stage = stageOf([
    { distance: 0, waypoints: [{ type: 'TC', seconds: 600 }] },
    { distance: 5000, waypoints: [{ type: 'TC', seconds: 120 }] },
    { distance: 8000, waypoints: [{ type: 'DSS' }] },
    { distance: 9000, waypoints: [{ type: 'DT', seconds: 300 }] },
    { distance: 12_000, waypoints: [{ type: 'FT' }] },
    { distance: 13_000, waypoints: [{ type: 'ASS' }] },
  ]);

  it('is told when it begins and ends, and says beforehand how early or late the crew will be', () => {
    const crew = new Crew(stage);
    crew.drive(200, { kmh: 60 });
    expect(crew.view.leg).toMatchObject({
      kind: 'liaison',
      note: 1,
      toGo: 4800,
      arrival: null,
      msEarly: null,
    });
    crew.drive(2300, { kmh: 60 });
    const { leg } = crew.view;
    expect(leg?.until).toBe(600_000);
    expect(leg?.msLeft).toBeCloseTo(450_000, -2);
    expect(leg?.arrival).toBeCloseTo(300_000, -2);
    expect(leg?.msEarly).toBeCloseTo(300_000, -2);
    crew.drive(2500, { kmh: 60 });
    expect(crew.told.map(short)).toEqual(
      expect.arrayContaining(['leg-started 0', 'leg-ended 1', 'leg-started 1']),
    );
    expect(crew.told.find((e) => e.effect === 'leg-ended')).toMatchObject({
      kind: 'liaison',
      secondsEarly: 300,
    });
  });

  it('that ends late is late by minutes begun, in the profile that has a figure', () => {
    const crew = new Crew(stage);
    crew.drive(8000, { kmh: 60 });
    expect(crew.told.findLast((e) => e.effect === 'leg-ended')).toMatchObject({ secondsEarly: -60 });
    crew.drive(1000, { kmh: 60 });
    expect(crew.view.leg).toMatchObject({ kind: 'transfer', note: 4 });
    expect(penalties(stage, crew.state, 'fia-2026-unofficial').list).toMatchObject([
      { kind: 'late', what: 'liaison 60 s late', note: 2, seconds: 60 },
    ]);
    expect(penalties(stage, crew.state, 'adventure')).toMatchObject({ seconds: 0, unknown: 1 });
  });
});

describe('fuel', () => {
  const stage = stageOf(
    [{ distance: 0 }, { distance: 40_000 }, { distance: 60_000, services: ['fuel'] }, { distance: 130_000 }],
    { fuelRange: 65_000 },
  );

  it('lasts as far as the wheel turns, detours included, and what is short is said once', () => {
    const crew = new Crew(stage, {}, 500_000);
    crew.drive(30_000, { by: 50 });
    expect(crew.view.fuel).toEqual({ left: 35_000, note: 2, toGo: 30_000 });
    crew.act({ type: 'freeze' });
    crew.drive(6000, { by: 50 });
    crew.act({ type: 'freeze' });
    crew.drive(2000, { by: 50 });
    expect(crew.told.filter((e) => e.effect === 'fuel-short')).toEqual([
      { effect: 'fuel-short', note: 2, metres: expect.any(Number), toGo: expect.any(Number) },
    ]);
  });

  it('is full again where there is some', () => {
    const crew = new Crew(stage);
    crew.drive(60_000, { by: 50 });
    expect(crew.view.fuel).toEqual({ left: 65_000, note: 3, toGo: 70_000 });
    expect(crew.told.filter((e) => e.effect === 'fuel-short')).toMatchObject([{ note: 3 }]);
  });
});

describe('speeding', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 1000, waypoints: [{ type: 'DZ', clear: 90 }], limitKmh: 50 },
    { distance: 3000, waypoints: [{ type: 'FZ', clear: 90 }] },
    { distance: 4000 },
  ]);

  it('adds up in each zone: how often, how long, how far, and the worst speed', () => {
    const crew = new Crew(stage);
    crew.drive(1200, { kmh: 40 });
    for (const kmh of [72, 40, 60, 40]) crew.drive(300, { kmh });
    const [zone] = crew.view.speeding;
    expect(zone).toMatchObject({ zone: 0, times: 2 });
    expect(zone?.worstKmh).toBeCloseTo(72, 0);
    expect(zone?.metres).toBeGreaterThan(550);
    expect(zone?.metres).toBeLessThan(650);
    expect((zone?.ms ?? 0) / 1000).toBeCloseTo(15 + 18, -1);
    expect(crew.view.limit?.over).toBe(false);
  });

  it('is charged once a zone, by the worst excess, while it is under way too', () => {
    const crew = new Crew(stage);
    crew.drive(1200, { kmh: 40 });
    for (const kmh of [65, 40, 72]) crew.drive(300, { kmh });
    expect(penalties(stage, crew.state, 'fim-2025-unofficial')).toMatchObject({
      unofficial: true,
      seconds: 120,
      list: [{ kind: 'speeding', what: '22 km/h over the limit of 50', note: 1, source: expect.any(String) }],
    });
  });
});

describe('waypoints', () => {
  const stage = stageOf([
    { distance: 0, waypoints: [{ type: 'DSS' }] },
    { distance: 1000, waypoints: [{ type: 'WPM' }] },
    { distance: 1040, waypoints: [{ type: 'WPN' }] },
    { distance: 1080, waypoints: [{ type: 'WPC' }] },
    { distance: 2000, waypoints: [{ type: 'ASS' }] },
  ]);

  it('are missed when a later one is confirmed first, and made good by a confirmation', () => {
    const crew = new Crew(stage);
    crew.act({ type: 'confirm' });
    crew.drive(1080);
    expect(crew.act({ type: 'confirm', note: 3, sure: true }).map(short)).toEqual([
      'note-confirmed 3',
      'waypoint-confirmed 3',
      'waypoint-missed 1',
      'waypoint-missed 2',
    ]);
    expect(crew.view.waypoints).toEqual({ all: 5, confirmed: 2, missed: 2 });
    expect(penalties(stage, crew.state, 'fim-2025-unofficial').list).toMatchObject([
      { what: 'WPM missed', seconds: 900 },
      { what: 'WPN missed', seconds: 3600 },
    ]);
    crew.act({ type: 'confirm', note: 1, sure: true });
    expect(crew.view.waypoints).toEqual({ all: 5, confirmed: 3, missed: 1 });
  });

  it('too few of them, and the run counts as not finished', () => {
    const crew = new Crew(stage);
    crew.act({ type: 'confirm' });
    crew.act({ type: 'confirm', note: 4, sure: true });
    const { list } = penalties(stage, crew.state, 'fim-2025-unofficial');
    expect(list.at(-1)).toMatchObject({ kind: 'too-few-waypoints', seconds: null });
  });
});

it('a neutralisation left early is in the ledger, its amount unknown', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 500, waypoints: [{ type: 'DN', seconds: 900 }] },
    { distance: 600, waypoints: [{ type: 'FN' }] },
    { distance: 900 },
  ]);
  const crew = new Crew(stage);
  crew.drive(550);
  expect(crew.view.neutralisation).toMatchObject({ note: 1, until: 920_000 });
  crew.drive(300);
  expect(penalties(stage, crew.state, 'fim-2025-unofficial')).toMatchObject({
    unknown: 1,
    list: [{ kind: 'left-early', what: 'neutralisation left 896 s early', note: 1, seconds: null }],
  });
});
