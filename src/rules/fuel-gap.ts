import type { Note } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';

/**
 * From the start to the finish no way between two places to refuel is longer than the range that the roadbook declares.
 *
 * Source: Tulip 1.11 prints as the fuel range the longest way between start, fuel and end; Dinaric Rally, “fuel”.
 */
export const rule: Rule = {
  code: 'RB801',
  name: 'fuel-gap',
  severity: 'error',
  needs: 'odometer',
  *check({ roadbook: { fuelRange }, notes, layout: { places, drops }, locate, say, length }) {
    if (fuelRange === null || drops.length > 0) return;
    let last = 0;
    for (const [index, note] of notes.entries()) {
      const isEnd = index === notes.length - 1;
      if (!hasFuel(note) && !isEnd) continue;
      const way = (places[index]?.at ?? 0) - (places[last]?.at ?? 0);
      if (way > fuelRange) {
        yield {
          message: `it is ${length(way)} from ${last === 0 ? 'the start' : `the fuel at ${say(last)}`} to ${isEnd ? 'the end' : 'the fuel'} at ${say(index)}, further than the declared range of ${length(fuelRange)}`,
          span: locate(['notes', index, 'distance']),
          notes: [{ message: `range ${length(fuelRange)}`, span: locate(['fuelRange']) }],
          help: 'add a place to refuel, or declare the range that is needed',
        };
      }
      last = index;
    }
  },
};

function hasFuel({ services, symbols, tulip }: Note): boolean {
  const isFuel = (id: string) => id.startsWith('fuel') || id === 'petrol-station';
  return (
    services.includes('fuel') ||
    symbols.some(isFuel) ||
    (tulip?.symbols.some(({ symbol }) => isFuel(symbol)) ?? false)
  );
}
