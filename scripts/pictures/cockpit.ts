import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readRoadbook } from '../../src/formats/read.ts';
import { compile } from '../../src/stage/compile.ts';
import { rig } from '../../test/tui/rig.ts';
import { svgOf } from './screen.ts';

interface Shot {
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  /** How far the crew has driven, metres of the stage, and what they type then. */
  readonly metres: number;
  readonly keys: string;
}

const shots: Readonly<Record<string, Shot>> = {
  cockpit: { title: 'The cockpit at night', columns: 100, rows: 30, metres: 13_720, keys: '' },
  'cockpit-day': { title: 'The same in daylight', columns: 100, rows: 30, metres: 13_720, keys: 'n' },
  list: { title: 'The list of notes', columns: 100, rows: 30, metres: 13_720, keys: '2' },
  note: { title: 'One note, its letters spelt out', columns: 100, rows: 30, metres: 13_720, keys: '3' },
  overview: { title: 'The whole stage', columns: 100, rows: 30, metres: 76_250, keys: '4' },
};

/** Pictures of the real cockpit on a terminal of memory, driven by hand: the same every time. */
export async function cockpitPictures(): Promise<Record<string, string>> {
  const file = fileURLToPath(new URL('../../roadbooks/desert-day.roadbook.yaml', import.meta.url));
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} cannot be read`);
  const stage = compile(roadbook);
  const pictures: Record<string, string> = {};
  for (const [name, { title, columns, rows, metres, keys }] of Object.entries(shots)) {
    const at = rig({ stage, columns, rows, quiet: true });
    // As a crew drives: 80 km/h, each note confirmed as it is reached.
    const stops = stage.notes.map((stop) => stop.at).filter((place) => place < metres);
    at.wheel(0, 0);
    for (const stop of stops) {
      for (let left = 100; left >= 0; left -= 50)
        if (stop > left) at.wheel(stop - left, (stop - left) / 22.2);
      await at.type(' ');
    }
    for (let left = 120; left >= 0; left -= 20) at.wheel(metres - left, (metres - left) / 22.2);
    await at.type(keys);
    at.clock.pass(100);
    await at.text();
    pictures[name] = svgOf(at.screen, `${title}: ${stage.title}`);
    await at.type('\x03\x03');
    await at.done;
  }
  return pictures;
}
