/**
 * The cockpit's own picture on Ink as it comes: the baseline of `bench cockpit`. Only the way to the terminal differs:
 * each row is a <Text>, and Ink writes the frame itself. One row is left free, as with a frame as high as the terminal
 * Ink clears screen and scrollback every time.
 */
import { readFile } from 'node:fs/promises';
import { Box, render, Text, useInput, useStdout } from 'ink';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { systemClock } from '../src/commands/clock.ts';
import { readRoadbook } from '../src/formats/read.ts';
import { defaultSettings } from '../src/nav/settings.ts';
import { start } from '../src/nav/state.ts';
import { paced } from '../src/odometer/paced.ts';
import { simulate } from '../src/odometer/simulate.ts';
import { compile } from '../src/stage/compile.ts';
import { composed, loadLayouts } from '../src/tui/compose.ts';
import { type Crew, crew } from '../src/tui/crew.ts';
import type { Frame } from '../src/tui/frame.ts';
import { looksOf } from '../src/tui/look.ts';
import { plain, transition } from '../src/tui/style.ts';

const looks = looksOf(false);
const source = { name: 'simulated, 90 km/h', rate: 1, ended: false };

function App({ drive }: { readonly drive: Crew }): ReactElement {
  const [shown, show] = useState<readonly string[]>([]);
  const { stdout } = useStdout();
  // Not while React renders: the picture's own layout is Ink's too.
  const redraw = useCallback(() => {
    show(
      rows(composed(drive.picture(source, looks), { width: stdout.columns, height: stdout.rows - 1 }).frame),
    );
  }, [drive, stdout]);
  useInput((input) => {
    for (const key of input) drive.press(key);
    redraw();
  });
  useEffect(() => systemClock.every(100, redraw), [redraw]);
  return (
    <Box flexDirection="column">
      {shown.map((row, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name
        <Text key={y} wrap="truncate">
          {row}
        </Text>
      ))}
    </Box>
  );
}

function rows(frame: Frame): string[] {
  return Array.from({ length: frame.height }, (_, y) => {
    let row = '';
    let style = plain;
    for (let at = y * frame.width; at < (y + 1) * frame.width; at++) {
      const wanted = frame.style[at] ?? plain;
      row += transition(style, wanted) + frame.text[at];
      style = wanted;
    }
    return row + transition(style, plain);
  });
}

async function begin(file: string, incrementalRendering: boolean): Promise<void> {
  await loadLayouts();
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} does not read`);
  const stage = compile(roadbook);
  const drive = crew(stage, start(stage, defaultSettings));
  paced(source.name, simulate(stage), systemClock).start(
    (event) => drive.hear(event),
    () => {},
  );
  render(<App drive={drive} />, { incrementalRendering });
}

const [, , file = '', way] = process.argv;
begin(file, way === 'incremental');
