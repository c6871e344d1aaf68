import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Size } from '../frame.ts';
import { Pane } from '../layout.tsx';
import { ahead } from '../panes/ahead.ts';
import { countdownBar } from '../panes/bar.ts';
import { toNext } from '../panes/distance.ts';
import { gaugesAlone, trips } from '../panes/gauges.ts';
import { bodyRows, figureRowsFor, isWide, leftWidth, noteRows, wideRows } from '../plan.ts';
import { Instruments, Note, Notes } from './parts.tsx';

interface CockpitProps {
  readonly size: Size;
}

/** To drive by: the figures, the note in hand large, the next ones smaller. */
export function Cockpit({ size }: CockpitProps): ReactElement {
  return isWide(size) ? <Wide size={size} /> : <Tall size={size} />;
}

/** Figures above, all notes under them. */
function Tall({ size }: CockpitProps): ReactElement {
  const { hand, each, following } = noteRows(size);
  return (
    <>
      <Instruments size={size} figures={figureRowsFor(size)} />
      <Box flexDirection="column" flexGrow={1}>
        <Note place={0} rows={hand} width={size.width} />
        <Notes from={1} count={following} each={each} width={size.width} />
      </Box>
    </>
  );
}

/** Rows of gauges that stand over a column of notes. */
const gaugeRows = 5;

/** The note in hand under the figures, large, and what is to be heeded behind it; gauges and the notes after it in a column of their own. */
function Wide({ size }: CockpitProps): ReactElement {
  const figures = figureRowsFor(size);
  const rest = bodyRows(size);
  const left = leftWidth(size);
  const { hand, ahead: below } = wideRows(size);
  const each = rest >= 40 ? 6 : 5;
  return (
    <Box flexGrow={1}>
      <Box flexDirection="column" width={left}>
        <Box height={figures}>
          <Pane draw={toNext} width={Math.floor(left * 0.6)} height={figures} />
          <Pane draw={trips} flexGrow={1} height={figures} />
        </Box>
        <Pane draw={countdownBar} height={1} />
        <Note place={0} rows={hand} width={left} />
        {below > 0 && <Pane draw={ahead} marginTop={1} height={below - 1} />}
      </Box>
      <Box flexDirection="column" width={size.width - left} paddingLeft={2}>
        <Pane draw={gaugesAlone} height={gaugeRows} />
        <Notes
          from={1}
          count={Math.floor((rest - gaugeRows) / each)}
          each={each}
          width={size.width - left - 2}
        />
      </Box>
    </Box>
  );
}
