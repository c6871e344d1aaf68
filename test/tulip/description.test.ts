import { expect, test } from 'vitest';
import { describeTulip } from '../../src/tulip/description.ts';
import { fromNotation } from '../../src/tulip/notation.ts';
import type { TulipNotation } from '../../src/tulip/notation-schema.ts';

test.each<[TulipNotation, en: string, fr: string, es: string]>([
  ['straight', 'straight on', 'tout droit', 'recto'],
  ['slight-left', 'slight left', 'légèrement à gauche', 'ligeramente a la izquierda'],
  ['right', 'right', 'à droite', 'a la derecha'],
  ['sharp-left', 'sharp left', 'gauche serrée', 'izquierda cerrada'],
  ['hairpin-right', 'hairpin right', 'épingle droite', 'horquilla a la derecha'],
  ['u-turn', 'turn round', 'demi-tour', 'media vuelta'],
  ['end', 'end of the route', 'fin du parcours', 'fin de la ruta'],
  [
    { out: 40, surface: ['track', 'off-piste'] },
    'slight right, off track',
    'légèrement à droite, hors piste',
    'ligeramente a la derecha, fuera de pista',
  ],
  [
    { out: 0, roads: [90, -90], roundabout: true },
    'roundabout, second exit',
    'rond-point, deuxième sortie',
    'rotonda, segunda salida',
  ],
  ['roundabout-left', 'roundabout, left', 'rond-point, à gauche', 'rotonda, a la izquierda'],
])('%j in words', (notation, ...expected) => {
  const tulip = fromNotation(notation);
  expect((['en', 'fr', 'es'] as const).map((language) => describeTulip(tulip, language))).toEqual(expected);
});
