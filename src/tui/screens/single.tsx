import { Box } from 'ink';
import { type ReactElement, useContext } from 'react';
import type { Size } from '../frame.ts';
import { Pane } from '../layout.tsx';
import { spelt } from '../panes/glossary.ts';
import { distances, side } from '../panes/note.ts';
import { tulip } from '../panes/tulip.ts';
import { bodyRows, figureRowsFor } from '../plan.ts';
import { Bare, Instruments, Notes } from './parts.tsx';

/** To look at one note: its tulip as large as it goes, its text spelt out, and what is behind it smaller. */
export function Single({ size }: { readonly size: Size }): ReactElement {
  const figures = Math.min(5, figureRowsFor(size));
  const rest = bodyRows(size) - figures - 1;
  const { count, each } = rest >= 40 ? { count: 2, each: 5 } : { count: 1, each: rest >= 12 ? 3 : 1 };
  const rows = rest - count * each;
  const isBare = useContext(Bare);
  const square = isBare ? 0 : Math.min(rows * 2, Math.floor(size.width * 0.45));
  return (
    <>
      <Instruments size={size} figures={figures} />
      <Box height={rows} flexShrink={0}>
        <Pane place={0} draw={side(0)} width={2} height={rows} />
        {!isBare && <Pane place={0} pictured draw={tulip(0)} width={square} height={rows} marginRight={2} />}
        <Box flexDirection="column" flexGrow={1}>
          <Pane place={0} draw={distances(0)} width={14} height={Math.min(3, rows)} />
          <Pane place={0} draw={spelt(0)} flexGrow={1} />
        </Box>
      </Box>
      <Notes from={1} count={count} each={each} width={size.width} />
    </>
  );
}
