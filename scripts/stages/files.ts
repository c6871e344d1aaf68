import type { FormatName } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/registry.ts';
import { complete } from '../../src/model/complete.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';
import { desertDay } from './desert-day.ts';
import { draft } from './draft.ts';
import type { Itinerary } from './itinerary.ts';
import { shakedown } from './shakedown.ts';

const stages = { shakedown, 'desert-day': desertDay } as const;
const written: readonly FormatName[] = ['native', 'openrally'];

/** The invented stages of `roadbooks/`, each in each format: file name and text. */
export async function stageFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, itinerary] of Object.entries(stages)) {
    const roadbook = roadbookOf(itinerary);
    for (const format of formats.filter((format) => written.includes(format.name))) {
      const { write } = (await format.load()).format;
      if (write === null) throw new Error(`${format.title} cannot be written`);
      files.set(`${name}${format.extensions[0]}`, write(roadbook, {}).text);
    }
  }
  return files;
}

function roadbookOf(itinerary: Itinerary): Roadbook {
  const { roadbook, diagnostics } = complete(draft(itinerary), () => null);
  if (roadbook === null || diagnostics.length > 0) {
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  }
  return roadbook;
}
