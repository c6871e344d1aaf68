import type { LineStyle } from '../model/fields.ts';
import type { Language } from '../model/lexicon.ts';
import type { Tulip } from '../model/tulip.ts';

/** Directions by how far they turn at least, degrees either way, the widest first. */
const bands = [
  [170, 'turn'],
  [150, 'hairpin'],
  [110, 'sharp'],
  [50, 'plain'],
  [10, 'slight'],
  [0, 'straight'],
] as const;
type Band = (typeof bands)[number][1];

interface Words {
  readonly end: string;
  readonly straight: string;
  readonly turn: string;
  readonly left: Readonly<Record<Exclude<Band, 'straight' | 'turn'>, string>>;
  readonly right: Readonly<Record<Exclude<Band, 'straight' | 'turn'>, string>>;
  readonly roundabout: string;
  readonly exits: readonly string[];
  readonly onto: Readonly<Record<LineStyle, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    end: 'end of the route',
    straight: 'straight on',
    turn: 'turn round',
    left: { hairpin: 'hairpin left', sharp: 'sharp left', plain: 'left', slight: 'slight left' },
    right: { hairpin: 'hairpin right', sharp: 'sharp right', plain: 'right', slight: 'slight right' },
    roundabout: 'roundabout',
    exits: ['first exit', 'second exit', 'third exit', 'fourth exit', 'fifth exit', 'sixth exit'],
    onto: {
      'dual-carriageway': 'onto the dual carriageway',
      road: 'onto the road',
      'main-track': 'onto the main track',
      track: 'onto the track',
      'small-track': 'onto the small track',
      'low-visibility': 'onto the faint track',
      'off-piste': 'off track',
    },
  },
  fr: {
    end: 'fin du parcours',
    straight: 'tout droit',
    turn: 'demi-tour',
    left: {
      hairpin: 'épingle gauche',
      sharp: 'gauche serrée',
      plain: 'à gauche',
      slight: 'légèrement à gauche',
    },
    right: {
      hairpin: 'épingle droite',
      sharp: 'droite serrée',
      plain: 'à droite',
      slight: 'légèrement à droite',
    },
    roundabout: 'rond-point',
    exits: [
      'première sortie',
      'deuxième sortie',
      'troisième sortie',
      'quatrième sortie',
      'cinquième sortie',
      'sixième sortie',
    ],
    onto: {
      'dual-carriageway': 'sur la route à chaussées séparées',
      road: 'sur la route',
      'main-track': 'sur la piste principale',
      track: 'sur la piste',
      'small-track': 'sur la petite piste',
      'low-visibility': 'sur la piste peu visible',
      'off-piste': 'hors piste',
    },
  },
  es: {
    end: 'fin de la ruta',
    straight: 'recto',
    turn: 'media vuelta',
    left: {
      hairpin: 'horquilla a la izquierda',
      sharp: 'izquierda cerrada',
      plain: 'a la izquierda',
      slight: 'ligeramente a la izquierda',
    },
    right: {
      hairpin: 'horquilla a la derecha',
      sharp: 'derecha cerrada',
      plain: 'a la derecha',
      slight: 'ligeramente a la derecha',
    },
    roundabout: 'rotonda',
    exits: [
      'primera salida',
      'segunda salida',
      'tercera salida',
      'cuarta salida',
      'quinta salida',
      'sexta salida',
    ],
    onto: {
      'dual-carriageway': 'a la autovía',
      road: 'a la carretera',
      'main-track': 'a la pista principal',
      track: 'a la pista',
      'small-track': 'a la pista pequeña',
      'low-visibility': 'a la pista poco visible',
      'off-piste': 'fuera de pista',
    },
  },
};

/**
 * The way through a tulip in words, for a voice or for those who do not see the picture: `sharp left, off track`,
 * `roundabout, second exit`. A roundabout's exits are counted only where the other roads are drawn.
 */
export function describeTulip({ entry, exit, roads, roundabout }: Tulip, language: Language): string {
  const say = words[language];
  if (exit === null) return say.end;
  const passed = roads.filter((road) => road.angle > exit.angle).length;
  const counted = roundabout && roads.length > 0 ? say.exits[passed] : undefined;
  const way = counted ?? direction(exit.angle, say);
  const onto = exit.line === entry.line ? [] : [say.onto[exit.line]];
  return [...(roundabout ? [say.roundabout] : []), way, ...onto].join(', ');
}

function direction(angle: number, say: Words): string {
  const band = bands.find(([least]) => Math.abs(angle) >= least)?.[1] ?? 'straight';
  if (band === 'straight' || band === 'turn') return say[band];
  return (angle < 0 ? say.left : say.right)[band];
}
