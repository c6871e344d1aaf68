import type { Debrief, DebriefNote } from './debrief.ts';
import { clock, counted, type Figures } from './figures.ts';
import { type Piece, piece } from './story.ts';

/** An error this many deviations off was more than the odometer expected of itself. */
export const unexpected = 2;
/** At most so many of a kind are named; the tables have them all. */
const named = 5;

/** What the crew should talk about first, the gravest first. */
export function findingsOf(debrief: Debrief, figures: Figures): Piece[] {
  return [
    ...missed(debrief),
    ...speeding(debrief, figures),
    ...early(debrief),
    ...dangers(debrief),
    ...detours(debrief, figures),
    ...doubted(debrief, figures),
    ...surprising(debrief, figures),
    ...passed(debrief),
  ];
}

function missed({ waypoints }: Debrief): Piece[] {
  const found = waypoints.filter(({ status }) => status === 'missed');
  return limited(found, ({ type, name, number }) =>
    piece(`${type}${name === null ? '' : ` ${name}`} at note ${number} was not confirmed`, 'alarm'),
  );
}

function speeding({ zones, notes }: Debrief, figures: Figures): Piece[] {
  const found = zones.flatMap(({ breaches, limitKmh, firstNote }) => {
    if (breaches.length === 0 || limitKmh === null) return [];
    const worst = Math.max(...breaches.map(({ worstKmh }) => worstKmh));
    const ms = breaches.reduce((sum, breach) => sum + breach.ms, 0);
    return [{ worst, limitKmh, ms, number: notes[firstNote]?.number ?? 0 }];
  });
  return limited(found, ({ worst, limitKmh, ms, number }) =>
    piece(
      `${figures.speed(worst)} where ${figures.speed(limitKmh)} is allowed, ${clock(ms)} over, in the zone from note ${number}`,
      'alarm',
    ),
  );
}

function early({ zones, notes }: Debrief): Piece[] {
  return zones.flatMap(({ secondsEarly, firstNote }) => {
    if (secondsEarly === null) return [];
    const from = notes[firstNote]?.number ?? 0;
    return [
      piece(`The neutralisation of note ${from} was left ${clock(secondsEarly * 1000)} too early`, 'alarm'),
    ];
  });
}

function dangers({ notes }: Debrief): Piece[] {
  const found = notes.filter((note) => (note.danger ?? 0) >= 2 && isUnseen(note));
  return limited(found, ({ number, danger }) =>
    piece(`Note ${number}, danger ${'!'.repeat(danger ?? 0)}, went by unconfirmed`, 'warning'),
  );
}

/** Named one by one where the crew said where it was back; what was found out at a note has no place of its own. */
function detours({ detour, corrections, notes }: Debrief, figures: Figures): Piece[] {
  if (detour < slip) return [];
  const returns = corrections.filter(({ act, metres, done }) => act === 'return' && done && metres < -slip);
  const told = returns.reduce((sum, { metres }) => sum - metres, 0);
  if (Math.abs(told - detour) > slip)
    return [piece(`${figures.distance(detour)} were driven off the route and back`, 'warning')];
  return limited(returns, ({ at, metres }) => {
    const from = notes.findLast((note) => note.at <= at + metres)?.number ?? 0;
    return piece(`A wrong way behind note ${from}: ${figures.distance(-metres)} there and back`, 'warning');
  });
}

/** Less is no wrong way, metres. */
const slip = 20;

function doubted({ calls }: Debrief, figures: Figures): Piece[] {
  const found = calls.filter(({ outcome }) => outcome === 'doubted' || outcome === 'undone');
  return limited(found, ({ number, outcome, error }) => {
    const off = error === null ? '' : `, ${figures.signed(error)} off`;
    return piece(
      outcome === 'doubted'
        ? `A press for note ${number ?? '?'} did not fit the distance${off}`
        : `The press for note ${number ?? '?'} was taken back${off}`,
      'warning',
    );
  });
}

function surprising({ notes }: Debrief, figures: Figures): Piece[] {
  const found = notes.filter(isSurprising).sort((a, b) => Math.abs(b.error ?? 0) - Math.abs(a.error ?? 0));
  return limited(found, ({ number, error, sigma }) =>
    piece(
      `${figures.signed(error ?? 0)} off at note ${number}, more than the ±${figures.short(unexpected * (sigma ?? 0))} expected`,
      'warning',
    ),
  );
}

function passed({ notes }: Debrief): Piece[] {
  const found = notes.filter(isUnseen).length;
  return found === 0 ? [] : [piece(`${counted(found, 'note')} went by unconfirmed`, 'plain')];
}

/** Driven by, and nobody said so. */
export function isUnseen({ status }: DebriefNote): boolean {
  return status === 'passed' || status === 'skipped';
}

/** Printed rounding and the moment of the press are in every error; only beyond them is it the odometer's, metres. */
const ordinary = 15;

export function isSurprising({ error, sigma }: DebriefNote): boolean {
  return error !== null && sigma !== null && Math.abs(error) > unexpected * sigma + ordinary;
}

function limited<T>(found: readonly T[], say: (one: T) => Piece): Piece[] {
  const said = found.slice(0, named).map(say);
  const more = found.length - named;
  const last = said.at(-1);
  return more > 0 && last ? [...said, piece(`and ${more} more like that`, last.tone)] : said;
}
