import { expect, it } from 'vitest';
import { waypointTypes } from '../../src/model/fields.ts';
import { compile } from '../../src/stage/compile.ts';
import { organiser } from './sample.ts';

const roadbook = await organiser('desert-day');
const { notes } = roadbook;
const stage = compile(roadbook);
const marks = notes.flatMap((note) => note.waypoints.map((waypoint) => ({ note, ...waypoint })));
const texts = notes.map((note) => note.text ?? '').join('\n');

it('is a day: liaison, selective section of 200 km or more, liaison, each liaison against the clock', () => {
  const sections = stage.sections.map(({ kind, from, to }) => ({ kind, km: (to - from) / 1000 }));
  const selective = sections.filter(({ kind }) => kind === 'selective');
  expect(selective).toHaveLength(1);
  expect(selective[0]?.km).toBeGreaterThanOrEqual(200);
  expect(sections.at(0)?.kind).toBe('liaison');
  expect(sections.at(-1)?.kind).toBe('liaison');
  for (const section of stage.sections) {
    if (section.kind === 'liaison' && section.to - section.from > 1000)
      expect(section.secondsAllowed, `liaison at ${section.from} m`).not.toBeNull();
  }
});

it('has 250 notes or more, 50 m to 4 km apart', () => {
  expect(notes.length).toBeGreaterThanOrEqual(250);
  const partials = notes.slice(1).map((note) => note.partial ?? 0);
  expect(Math.min(...partials)).toBeGreaterThanOrEqual(50);
  expect(Math.min(...partials)).toBeLessThan(100);
  expect(Math.max(...partials.slice(22, 253))).toBeLessThanOrEqual(4000);
});

it('has every waypoint type', () => {
  expect(waypointTypes.filter((type) => !marks.some((mark) => mark.type === type))).toEqual([]);
});

it('has two speed zones in villages, a transfer with a limit, and a neutralisation of 15 minutes with fuel', () => {
  const speed = stage.zones.filter(({ kind }) => kind === 'speed').map(({ limitKmh }) => limitKmh);
  expect(speed).toEqual([50, 50, 30, 90, 50]);
  expect(stage.zones.filter(({ kind }) => kind === 'transfer')).toHaveLength(1);
  const [neutralisation, ...others] = stage.zones.filter(({ kind }) => kind === 'neutralisation');
  expect(others).toEqual([]);
  expect(neutralisation?.seconds).toBe(900);
  const inside = notes.slice(neutralisation?.firstNote, neutralisation?.lastNote ?? undefined);
  expect(inside.some((note) => note.services.includes('fuel'))).toBe(true);
});

it('can be driven on the fuel it asks for', () => {
  const fuel = stage.notes.filter(({ note }) => note.services.includes('fuel')).map(({ at }) => at);
  const gaps = [...fuel, stage.length].map((at, i) => at - (fuel[i - 1] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(roadbook.fuelRange ?? 0);
});

it('leads over dunes, chott, oued and camel grass, off the tracks by average CAP', () => {
  const surfaces = new Set(notes.map(({ surface }) => surface));
  for (const surface of ['dunes', 'chott', 'wadi', 'sand', 'off-piste', 'stones', 'tarmac'] as const)
    expect(surfaces).toContain(surface);
  expect(texts).toMatch(/camel grass/);
  expect(notes.filter((note) => note.averageCap !== null).length).toBeGreaterThan(20);
});

it('counts again from a reset, and has dangers of every level, stops, bulletins and secrets of the organiser', () => {
  expect(notes.filter((note) => note.reset === 0)).toHaveLength(2);
  expect(new Set(notes.map(({ danger }) => danger))).toEqual(new Set([null, 1, 2, 3]));
  expect(notes.some((note) => note.stopSeconds === 3)).toBe(true);
  expect(new Set(notes.map(({ change }) => change))).toEqual(new Set([null, 'MODIF', 'NEWNOTE']));
  expect(notes.some((note) => note.remark !== null)).toBe(true);
  expect(notes.filter((note) => note.tulip?.roundabout)).toHaveLength(2);
});

it('says that it is invented', () => {
  expect(`${roadbook.event} ${roadbook.description}`).toMatch(/invented.*no such event/is);
});
