import { camelGrass } from './desert-day/camel-grass.ts';
import { chott } from './desert-day/chott.ts';
import { erg } from './desert-day/erg.ts';
import { hills } from './desert-day/hills.ts';
import { lastSands } from './desert-day/last-sands.ts';
import { liaisonHome } from './desert-day/liaison-home.ts';
import { liaisonOut } from './desert-day/liaison-out.ts';
import { oued } from './desert-day/oued.ts';
import { reg } from './desert-day/reg.ts';
import type { Itinerary } from './itinerary.ts';

/** A full day in the desert: liaison, 220 km of selective section, liaison. */
export const desertDay: Itinerary = {
  event: 'Rallye des Trois Regs (invented)',
  stage: {
    number: '4',
    name: 'Tin Ouzal – Bir Amessa',
    date: '2026-11-12',
    start: '2026-11-12T06:10:00+01:00',
    releaseMinutes: 15,
  },
  description: [
    'Invented for practice: no such event, place, track or village exists. The coordinates lie in empty desert.',
    'Distances: haversine over the track, earth radius 6371.0 km. CAP: true north.',
  ].join('\n'),
  fuelRangeKm: 150,
  from: [26.905, -1.842],
  heading: 196,
  seed: 411,
  entries: [
    ...liaisonOut,
    ...reg,
    ...oued,
    ...camelGrass,
    ...erg,
    ...chott,
    ...hills,
    ...lastSands,
    ...liaisonHome,
  ],
};
