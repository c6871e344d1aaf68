import { limitAt } from '../nav/limits.ts';
import type { Stage, Zone } from '../stage/stage.ts';
import type { Breach, ZoneDebrief } from './debrief.ts';
import { watchSpeed } from './trace.ts';
import { type Moment, tenth, type Watcher } from './watch.ts';

/** Shown before and behind a zone, as a share of its length, and at least this much, metres. */
const margin = { share: 0.15, least: 150 };
const stretches = 48;

/** What the crew did in every zone: when, how fast where the limit counts, over it for how long, left early. */
export function watchZones(stage: Stage): Watcher<ZoneDebrief[]> {
  const watchers = stage.zones.map((zone, index) => watchZone(zone, index));
  return {
    see(moment) {
      for (const { see } of watchers) see(moment);
    },
    found: (last) => watchers.map(({ found }) => found(last)),
  };
}

function watchZone(zone: Zone, index: number): Watcher<ZoneDebrief> {
  const around = Math.max(margin.least, margin.share * (zone.to - zone.from));
  const speed = zone.kind === 'speed' ? watchSpeed(zone.from - around, zone.to + around, stretches) : null;
  const breaches: Breach[] = [];
  let entered: number | null = null;
  let left: number | null = null;
  let worst: number | null = null;
  let early: number | null = null;
  let over: Breach | null = null;

  const hear = ({ effects, event, after }: Moment) => {
    const t = Math.round(event.t);
    for (const effect of effects) {
      if (effect.effect === 'neutralisation-left-early' && effect.note === zone.firstNote)
        early = effect.secondsEarly;
      if (!('zone' in effect) || effect.zone !== index) continue;
      if (effect.effect === 'zone-entered') entered ??= t;
      if (effect.effect === 'zone-left') left = t;
      if (effect.effect === 'limit-exceeded') {
        over = { t, at: tenth(after.reading), ms: 0, metres: 0, worstKmh: tenth(effect.speedKmh) };
      }
      if (effect.effect === 'limit-respected' && over) {
        breaches.push({
          ...over,
          metres: tenth(over.metres),
          ms: Math.round(effect.ms),
          worstKmh: tenth(effect.worstKmh),
        });
        over = null;
      }
    }
  };
  const measure = ({ stage, before, event, after }: Moment) => {
    if (over) {
      over.ms = Math.round(event.t) - over.t;
      over.metres += Math.abs(after.reading - before.reading);
      over.worstKmh = tenth(Math.max(over.worstKmh, after.speed.kmh ?? 0));
    }
    if (after.speed.kmh === null || !after.zones.includes(index)) return;
    const limit = limitAt(stage, after.zones, after.reading);
    if (limit?.zone === index && limit.counted) worst = Math.max(worst ?? 0, after.speed.kmh);
  };

  return {
    see(moment) {
      speed?.see(moment);
      if (moment.effects.length > 0) hear(moment);
      if (over || moment.after.zones.length > 0) measure(moment);
    },
    found: (last) => ({
      zone: index,
      kind: zone.kind,
      from: zone.from,
      to: zone.to,
      firstNote: zone.firstNote,
      limitKmh: zone.limitKmh,
      tolerance: zone.tolerance,
      entered,
      left,
      worstKmh: worst === null ? null : tenth(worst),
      // The run may have ended above the limit.
      breaches: over ? [...breaches, { ...over, metres: tenth(over.metres) }] : breaches,
      secondsOwed: zone.seconds,
      secondsEarly: early,
      trace: speed?.found(last) ?? [],
    }),
  };
}
