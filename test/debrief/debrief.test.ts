import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Debrief } from '../../src/debrief/debrief.ts';
import { markdown } from '../../src/debrief/markdown.ts';
import { page } from '../../src/debrief/page.ts';
import { debriefOf } from '../../src/debrief/run.ts';
import { tell } from '../../src/debrief/tell.ts';
import { terminalLines } from '../../src/debrief/terminal.ts';
import { readRoadbook } from '../../src/formats/read.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { JournalRecord } from '../../src/journal/record.ts';
import type { Act, Event } from '../../src/nav/event.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { compile } from '../../src/stage/compile.ts';
import type { Stage } from '../../src/stage/stage.ts';
import { widthOf } from '../../src/text/cells.ts';
import { stageOf } from '../support/drive.ts';
import { messyRun } from '../support/messy-run.ts';
import { root } from '../support/run.ts';

const source = `${root}roadbooks/shakedown.roadbook.yaml`;
const { roadbook } = await readRoadbook(readFileSync(source), source);
if (!roadbook) throw new Error('the shakedown cannot be read');
const shakedown = compile(roadbook);
const bytes = messyRun(shakedown, source, {
  unseen: [9],
  mistaken: [13],
  regretted: [6],
  hurried: [2500, 3500],
  scale: 0.98,
});
const journal = readJournal(bytes, 'start');
if (!journal.ok) throw new Error(journal.reason);
const messy = debriefOf(shakedown, journal, 'fim-2025-unofficial');

function text(columns: number, ascii: boolean, all: boolean): string {
  const lines = [...terminalLines(tell(messy), { columns, ascii, all })];
  return `${lines
    .map((line) =>
      line
        .map((piece) => piece.text)
        .join('')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

/** A debrief of events made by hand, at one count a metre. */
function of(stage: Stage, events: readonly Event[]): Debrief {
  const header = {
    journal: 1,
    id: '',
    fingerprint: stage.fingerprint,
    title: stage.title,
    file: null,
    settings: defaultSettings,
    started: '2026-10-12T07:40:00Z',
  } as const;
  const records = events.map((event): JournalRecord => {
    if (event.type === 'wheel') return { kind: 'wheel', samples: [event.t, event.raw] };
    return event.type === 'tick' ? { kind: 'tick', t: event.t } : { kind: 'act', act: event };
  });
  return debriefOf(stage, { header, records });
}

/** Drives from one place to another at a speed, a sample each half second, from time `t` on; and then acts. */
function* leg(
  from: number,
  to: number,
  kmh: number,
  t: number,
  ...acts: readonly Act['type'][]
): Generator<Event> {
  const seconds = ((to - from) / kmh) * 3.6;
  let now = t;
  for (let s = 0; s < seconds; s += 0.5) {
    now = t + s * 1000;
    yield { type: 'wheel', t: now, raw: from + (s / 3.6) * kmh };
  }
  now = t + seconds * 1000;
  yield { type: 'wheel', t: now, raw: to };
  for (const type of acts) if (type === 'confirm' || type === 'undo') yield { type, t: now };
}

it('is of the documented shape', () => {
  expect(Debrief.parse(JSON.parse(JSON.stringify(messy)))).toEqual(messy);
});

it('says what became of every note, press and zone of a messy run', () => {
  const { notes, calls, zones, finished } = messy;
  expect(finished).toBe(true);
  expect(notes.filter(({ status }) => status !== 'confirmed').map(({ note }) => note)).toEqual([6, 9]);
  expect(calls.filter(({ outcome }) => outcome === 'doubted').map(({ note }) => note)).toEqual([12]);
  expect(calls.filter(({ outcome }) => outcome === 'undone').map(({ note }) => note)).toEqual([6]);
  expect(notes[13]).toMatchObject({ status: 'confirmed', calls: 1 });
  expect(zones.find(({ kind }) => kind === 'speed')).toMatchObject({
    breaches: [{ worstKmh: expect.any(Number) }],
  });
});

it('counts a whole journal, also one that snapshots have cut short for resuming', () => {
  const cut = readJournal(bytes);
  const whole = readJournal(bytes, 'start');
  expect(cut.ok && whole.ok && cut.records.length < whole.records.length).toBe(true);
  expect(messy.seconds).toBeGreaterThan(200);
});

it('measures an excess by time, road and worst speed, where the limit counts', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 1000, waypoints: [{ type: 'DZ', clear: 90 }], limitKmh: 50 },
    { distance: 2000, waypoints: [{ type: 'FZ', clear: 90 }] },
    { distance: 3000 },
  ]);
  const debrief = of(stage, [...leg(0, 1400, 72, 0), ...leg(1400, 3000, 45, 70_000)]);
  const [zone] = debrief.zones;
  expect(zone).toMatchObject({ limitKmh: 50, worstKmh: 72 });
  expect(zone?.breaches).toHaveLength(1);
  // From 1,090 m on at 20 m a second, to 1,400 m; the speedometer follows within a second.
  expect(zone?.breaches[0]?.metres).toBeGreaterThan(295);
  expect(zone?.breaches[0]?.metres).toBeLessThan(335);
  expect(zone?.breaches[0]?.worstKmh).toBe(72);
  expect(of(stage, [...leg(0, 3000, 49, 0)]).zones[0]?.breaches).toEqual([]);
});

it('closes an excess at the end of a run that ended in it', () => {
  const stage = stageOf([
    { distance: 0 },
    { distance: 500, waypoints: [{ type: 'DZ' }], limitKmh: 30 },
    { distance: 5000, waypoints: [{ type: 'FZ' }] },
  ]);
  const { zones } = of(stage, [...leg(0, 1500, 90, 0)]);
  expect(zones[0]?.breaches).toMatchObject([{ worstKmh: 90 }]);
  expect(zones[0]?.breaches[0]?.ms).toBeGreaterThan(39_000);
});

describe('an error is what the odometer read less what the page prints', () => {
  const stage = stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 2000 }]);

  it('above 0 when it showed too much', () => {
    const { calls, errors, calibration } = of(stage, [...leg(0, 1012, 90, 0, 'confirm')]);
    expect(calls).toMatchObject([{ note: 1, error: 12, outcome: 'confirmed', at: 1012 }]);
    expect(errors).toEqual({ count: 1, bias: 12, median: 12, most: 12, worst: 12 });
    expect(calibration.at(-1)?.factor).toBeLessThan(1);
  });

  it('and is no error any more once the press is taken back', () => {
    const { calls, errors, notes } = of(stage, [...leg(0, 1012, 90, 0, 'confirm', 'undo')]);
    expect(calls).toMatchObject([{ note: 1, outcome: 'undone' }]);
    expect(errors).toBeNull();
    expect(notes[1]?.error).toBeNull();
  });
});

it('says of a run without events that nothing was driven', () => {
  const stage = stageOf([{ distance: 0 }, { distance: 1000 }]);
  const empty = of(stage, []);
  expect(empty).toMatchObject({ finished: false, seconds: 0, driven: 0, errors: null });
  const shown = page(tell(empty));
  expect(shown).toContain('left at 0.00 km');
  // Nor does it praise, or draw a chart of nothing.
  expect(shown).toContain('Nothing to talk about as far as the run went.');
  expect(shown).not.toContain('<svg');
});

it('tells of a wrong way, and from where', () => {
  const stage = stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 3000 }]);
  const wrong = [...leg(0, 1000, 90, 0, 'confirm'), ...leg(1000, 1400, 60, 60_000)];
  const back = { type: 'return', t: 90_000 } as const;
  const findings = (events: readonly Event[]) =>
    tell(of(stage, events)).chapters.find(({ id }) => id === 'findings')?.blocks;
  expect(findings([...wrong, { type: 'lost', t: 85_000 }, back])).toMatchObject([
    { items: [{ text: 'A wrong way behind note 2: 0.40 km there and back', tone: 'warning' }] },
  ]);
  expect(findings(wrong)).toMatchObject([{ text: 'Nothing to talk about as far as the run went.' }]);
});

it('draws the way that was driven of a run that ended early, and says that nothing was confirmed', () => {
  const stage = stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 50_000 }]);
  const early = tell(of(stage, [...leg(0, 600, 60, 0)]));
  const speed = early.chapters.find(({ id }) => id === 'speed')?.blocks[0];
  const end = speed?.kind === 'charts' ? speed.charts[0]?.x.domain[1] : null;
  expect(end).toBeCloseTo(0.612, 3);
  const odometer = early.chapters.find(({ id }) => id === 'odometer')?.blocks;
  expect(odometer).toMatchObject([{ kind: 'text', text: expect.stringMatching(/^No note was confirmed/) }]);
});

describe('for a terminal', () => {
  it('is a page of facts, tables and plots', async () => {
    await expect(text(100, false, false)).toMatchFileSnapshot('../golden/debrief/messy.txt');
  });

  it('fits a narrow one in ASCII, and lists every note if asked', async () => {
    const narrow = text(48, true, true);
    await expect(narrow).toMatchFileSnapshot('../golden/debrief/messy.narrow.txt');
    expect(narrow).toMatch(/^[ -~\n]*$/);
  });

  it.each([20, 40, 60, 80, 132])('no line is longer than %i cells', (columns) => {
    const longest = Math.max(...text(columns, false, true).split('\n').map(widthOf));
    expect(longest).toBeLessThanOrEqual(columns);
  });
});

it('counts penalties by the profile asked for, never as official, with where each figure is from', () => {
  const { penalties } = messy;
  expect(penalties).toMatchObject({ profile: 'fim-2025-unofficial', unofficial: true, seconds: 60 });
  expect(penalties.list).toMatchObject([{ kind: 'speeding', seconds: 60, number: 9 }]);
  expect(penalties.list.every(({ source }) => source.length > 10)).toBe(true);
  expect(markdown(tell(messy))).toContain('Penalties, unofficial');
});

it('is Markdown', async () => {
  await expect(markdown(tell(messy))).toMatchFileSnapshot('../golden/debrief/messy.md');
});

describe('the page', () => {
  const hostile = '</title><script>alert(1)</script><img src=x onerror=alert(2)>"\'&`';
  const stage = stageOf(
    [
      { distance: 0, waypoints: [{ type: 'WPM', name: hostile }] },
      { distance: 1000, waypoints: [{ type: 'WPE', name: hostile }] },
    ],
    { event: hostile, stage: { name: hostile } },
  );

  it.each([
    ['of a messy run', page(tell(messy))],
    ['of a hostile roadbook', page(tell(of(stage, [...leg(0, 1200, 90, 0)])))],
  ])('%s loads nothing and runs nothing', (_, html) => {
    expect(html).not.toMatch(/<script|<img|<iframe|<object|<embed|@import|url\(/i);
    const tags = (html.match(/<[a-z][^<>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '='));
    expect(tags.filter((tag) => /\s(?:src|srcset|on\w+|action|formaction|ping)\b/.test(tag))).toEqual([]);
    expect(html.match(/\shref="(?!#[a-z]+"|data:,")/g)).toBeNull();
    expect(html).toContain("default-src 'none'");
  });

  it('draws each chart with words for those who do not see it', () => {
    const html = page(tell(messy));
    expect(html.match(/<figure/g)).toHaveLength(4);
    expect(html.match(/role="img" aria-label="[^"]{20,}"/g)).toHaveLength(4);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});
