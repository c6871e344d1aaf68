import { describe, expect, it } from 'vitest';
import { abbreviationOf, symbolOf } from '../../src/model/lexicon.ts';
import type { Note } from '../../src/model/roadbook.ts';
import { organiser } from './sample.ts';

/** Capitals that are words or names and no abbreviation. */
const capitals = new Set(['START', 'FINISH', 'STOP', 'RESTART', 'SS']);

describe.each(['shakedown', 'desert-day'])('%s', async (stage) => {
  const { notes } = await organiser(stage);
  const said = (list: readonly Note[]) => list.map((note) => `${note.number}: ${note.text}`);

  it('has something to say in every note, short enough for its box, and not twice in a row', () => {
    expect(said(notes.filter(({ text }) => !text || text.length > 60))).toEqual([]);
    expect(said(notes.filter(({ text }, i) => text === notes[i - 1]?.text))).toEqual([]);
  });

  it('uses abbreviations and symbols of the lexicon', () => {
    const unknown = notes.flatMap(({ text }) =>
      (text?.match(/\b[A-Z]{2,}\b(?:--)?/g) ?? []).filter(
        (code) => !abbreviationOf(code) && !capitals.has(code),
      ),
    );
    expect(unknown).toEqual([]);
    const drawn = notes.flatMap((note) => [
      ...note.symbols,
      ...(note.tulip?.symbols.map((s) => s.symbol) ?? []),
    ]);
    expect(drawn.filter((id) => symbolOf(id) === null)).toEqual([]);
  });

  it('turns where it says', () => {
    const wrong = notes.filter(({ text, tulip }) => {
      const [, side] = /^(?:STOP, |DT, |FT, |RP, |Hairpin )?(?:kp)?([LR])\b/.exec(text ?? '') ?? [];
      const angle = tulip?.exit?.angle ?? 0;
      return side === 'L' ? angle > -10 : side === 'R' ? angle < 10 : false;
    });
    expect(said(wrong)).toEqual([]);
  });

  it('keeps left where the other road is on the right, and the other way round', () => {
    const wrong = notes.filter(({ text, tulip }) => {
      const [, side] = /^kp([LR])\b/.exec(text ?? '') ?? [];
      const exit = tulip?.exit?.angle ?? 0;
      const offs = (tulip?.roads ?? []).map(({ angle }) => angle - exit);
      return offs.some((off) => (side === 'L' ? off < 0 : side === 'R' ? off > 0 : false));
    });
    expect(said(wrong)).toEqual([]);
  });

  it('draws a fork, a T or a junction wherever it names one', () => {
    const named = notes.filter(({ text }) => /\bat (fork|T|\d ways)\b/.test(text ?? ''));
    expect(said(named.filter(({ tulip }) => (tulip?.roads.length ?? 0) === 0))).toEqual([]);
  });

  it('draws a landmark on the side where it says it stands', () => {
    const wrong = notes.filter(({ text, tulip }) => {
      const [, side] = /^[^,]*\bon([LR])\b/.exec(text ?? '') ?? [];
      return (tulip?.symbols ?? []).some(({ at: [x] }) =>
        side === 'L' ? x >= 0 : side === 'R' ? x <= 0 : false,
      );
    });
    expect(said(wrong)).toEqual([]);
  });

  it('gives a reason for every danger, and a safety waypoint for every danger 3', () => {
    const worst = notes.filter(({ danger }) => danger === 3);
    expect(worst.length).toBeGreaterThan(0);
    expect(said(worst.filter(({ waypoints }) => !waypoints.some(({ type }) => type === 'WPS')))).toEqual([]);
    expect(said(notes.filter(({ danger, text }) => danger !== null && !text))).toEqual([]);
  });
});
