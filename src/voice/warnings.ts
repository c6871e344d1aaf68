import type { Effect } from '../nav/effect.ts';
import type { State } from '../nav/state.ts';
import type { Stage, ZoneKind } from '../stage/stage.ts';

/** What the crew is warned of, whatever the way: a sign, the bell, a voice. Notes by index. */
export type Warning =
  /** A distance that the crew asked for was come to; `again` for all but the first of a note. */
  | { readonly kind: 'approach'; readonly note: number; readonly metres: number; readonly again: boolean }
  /** The limit is broken, or still is. */
  | { readonly kind: 'too-fast'; readonly limitKmh: number }
  | { readonly kind: 'zone-left'; readonly zone: ZoneKind }
  | { readonly kind: 'waypoint-missed'; readonly note: number }
  /** A neutralisation begins, or comes near its end. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'go' }
  | { readonly kind: 'left-early' }
  | { readonly kind: 'sensor'; readonly silent: boolean }
  | { readonly kind: 'finish' };

/** What was warned of already. */
export interface Warned {
  /** The note that is approached, and the least distance said of it. */
  readonly note: number | null;
  readonly distance: number;
  /** When the speed was last complained of, ms. */
  readonly speedAt: number | null;
  /** The least of `lastSeconds` that was said of this neutralisation. */
  readonly seconds: number;
}

export const unwarned: Warned = {
  note: null,
  distance: Number.POSITIVE_INFINITY,
  speedAt: null,
  seconds: Number.POSITIVE_INFINITY,
};

/** Somebody who goes on too fast is told again after this time, ms. */
const again = 5_000;
/** Before a neutralisation ends, seconds. */
const lastSeconds = [60, 10];
/** A reading this close before a distance is at it, as in nav/place.ts. */
const touch = 0.001;

/** What to warn of after an event; `distances` are metres before a note, in any order. Pure. */
export function warningsOf(
  stage: Stage,
  warned: Warned,
  state: State,
  effects: readonly Effect[],
  distances: readonly number[],
): [Warned, Warning[]] {
  const warnings = effects.flatMap((effect) => ofEffect(effect));
  let after = approach(stage, warned, state, distances, warnings);
  after = tooFast(stage, after, state, warnings);
  after = waiting(after, state, warnings);
  return [after, warnings];
}

function ofEffect(effect: Effect): Warning[] {
  switch (effect.effect) {
    case 'zone-left':
      return [{ kind: 'zone-left', zone: effect.kind }];
    case 'waypoint-missed':
      return [{ kind: 'waypoint-missed', note: effect.note }];
    case 'neutralisation-started':
      return [{ kind: 'wait', seconds: effect.seconds }];
    case 'neutralisation-ended':
      return [{ kind: 'go' }];
    case 'neutralisation-left-early':
      return [{ kind: 'left-early' }];
    case 'finish':
      return [{ kind: 'finish' }];
    default:
      return [];
  }
}

/** Of the note ahead alone: those behind it have their turn once it is past. */
function approach(
  stage: Stage,
  warned: Warned,
  { next, reading, instrument }: State,
  distances: readonly number[],
  warnings: Warning[],
): Warned {
  const stop = stage.notes[next];
  if (!stop) return warned;
  const said = warned.note === next ? warned.distance : Number.POSITIVE_INFINITY;
  const metres = stop.at - reading;
  // Nobody approaches who stands frozen in a search or goes back.
  if (instrument.frozen || instrument.direction === -1) return warned;
  let least = said;
  for (const distance of distances) if (distance < least && metres <= distance + touch) least = distance;
  if (least === said) return warned.note === next ? warned : { ...warned, note: next, distance: said };
  warnings.push({ kind: 'approach', note: next, metres, again: said !== Number.POSITIVE_INFINITY });
  return { ...warned, note: next, distance: least };
}

function tooFast(stage: Stage, warned: Warned, { over, t }: State, warnings: Warning[]): Warned {
  if (!over) return warned.speedAt === null ? warned : { ...warned, speedAt: null };
  const limitKmh = stage.zones[over.zone]?.limitKmh ?? null;
  if (limitKmh === null || t === null) return warned;
  if (warned.speedAt !== null && t - warned.speedAt < again) return warned;
  warnings.push({ kind: 'too-fast', limitKmh });
  return { ...warned, speedAt: t };
}

function waiting(warned: Warned, { neutralisation, t }: State, warnings: Warning[]): Warned {
  if (!neutralisation || neutralisation.ended || t === null) {
    return warned.seconds === Number.POSITIVE_INFINITY
      ? warned
      : { ...warned, seconds: Number.POSITIVE_INFINITY };
  }
  const left = (neutralisation.until - t) / 1000;
  const due = lastSeconds.findLast((seconds) => seconds < warned.seconds && left <= seconds);
  if (due === undefined) return warned;
  warnings.push({ kind: 'wait', seconds: due });
  return { ...warned, seconds: due };
}
