import { stringify } from 'yaml';
import { forMarkup } from '../../src/text/escape.ts';
import { ink, transition } from '../../src/tui/style.ts';
import { night } from '../../src/tui/themes/night.ts';
import { type Cell, tulipCells } from '../../src/tulip/cells.ts';
import { drawTulip } from '../../src/tulip/drawing.ts';
import { fromNotation } from '../../src/tulip/notation.ts';
import type { TulipNotation } from '../../src/tulip/notation-schema.ts';
import { toSvg } from '../../src/tulip/svg.ts';
import { Xterm } from '../../test/support/xterm.ts';
import { svgOf } from './screen.ts';

/** Eight junctions as every stage has them. */
const junctions: readonly (readonly [words: string, notation: TulipNotation])[] = [
  ['right onto the main track', { out: 72, roads: [-88], surface: ['track', 'main-track'] }],
  ['keep left at the fork', { out: -22, roads: [18], surface: 'main-track' }],
  [
    'left onto the road',
    { out: -58, roads: [{ angle: 122, line: 'road' }], surface: ['main-track', 'road'] },
  ],
  ['roundabout, third exit', { out: -85, roads: [0, 90], surface: 'road', roundabout: true }],
  [
    'off the track at the cairn',
    { out: 36, roads: [-12], surface: ['track', 'off-piste'], symbols: ['cairn'] },
  ],
  ['many tracks, keep straight', { out: 0, roads: [-60, -25, 30, 75], surface: 'small-track' }],
  ['hairpin right', { out: 140, roads: [20], surface: 'track' }],
  ['across the wadi', { out: 10, surface: 'track', symbols: [{ symbol: 'sandy-wadi', at: 'across' }] }],
];

const columns = 24;
const rows = 12;
/** Units of one panel of the picture. */
const panel = { width: 400, height: 204 };

/** Each as it is written, as the terminal draws it, and as it is printed. */
export async function tulipPicture(): Promise<string> {
  const panels = await Promise.all(
    junctions.map(async ([words, notation], i) => {
      const tulip = fromNotation(notation);
      const left = (i % 2) * panel.width;
      const top = Math.floor(i / 2) * (panel.height + 46);
      const written = stringify(notation, { collectionStyle: 'flow', lineWidth: 0 }).trim();
      const inTerminal = nested(
        await drawnInTerminal(tulipCells(tulip, { columns, rows, alphabet: 'braille' })),
        left,
        top + 40,
        192,
        panel.height,
      );
      const printed = nested(toSvg(drawTulip(tulip)), left + 200, top + 40, 180, panel.height);
      return [
        `<text x="${left}" y="${top + 16}" font-weight="bold">${forMarkup(words)}</text>`,
        `<text x="${left}" y="${top + 32}" font-size="9" fill="#555">${forMarkup(written)}</text>`,
        `<rect x="${left + 200}" y="${top + 40}" width="180" height="${panel.height}" fill="#fff" stroke="#bbb"/>`,
        inTerminal,
        printed,
      ].join('\n');
    }),
  );
  const size = [panel.width * 2, (panel.height + 46) * 4 + 10].join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -4 ${size}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>Eight tulips: as written, in the terminal, in print</title>
<rect x="-10" y="-4" width="100%" height="100%" fill="#f6f6f4"/>
${panels.join('\n')}
</svg>
`;
}

/** An SVG document inside another. */
function nested(svg: string, x: number, y: number, width: number, height: number): string {
  return svg
    .replace('<svg ', `<svg x="${x}" y="${y}" width="${width}" height="${height}" `)
    .replace(/<title>[^<]*<\/title>/, '')
    .trim();
}

async function drawnInTerminal(cells: readonly (readonly Cell[])[]): Promise<string> {
  const terminal = new Xterm({ cols: columns, rows, allowProposedApi: true });
  const styles = { route: night.strong, road: night.faint, symbol: night.symbol, danger: night.danger };
  const text = cells
    .map((row) =>
      row
        .map(({ char, style }) => `${transition(ink(0), style === null ? 0 : styles[style])}${char}`)
        .join(''),
    )
    .join('\x1b[m\r\n');
  await new Promise<void>((done) => terminal.write(text, done));
  return svgOf(terminal, '');
}
