import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Size } from '../frame.ts';
import { Pane } from '../layout.tsx';
import { glossary } from '../panes/glossary.ts';
import { description, distances, side } from '../panes/note.ts';
import { tulip } from '../panes/tulip.ts';
import { bodyRows, figureRowsFor } from '../plan.ts';
import { Instruments, Note } from './parts.tsx';

/** To look at one note: its tulip as large as it goes, its text spelt out, and the one behind it in three rows. */
export function Single({ size }: { readonly size: Size }): ReactElement {
  const figures = Math.min(5, figureRowsFor(size));
  const rest = bodyRows(size) - figures - 1;
  const then = rest >= 12 ? 3 : 1;
  const rows = rest - then;
  const square = Math.min(rows * 2, Math.floor(size.width * 0.45));
  return (
    <>
      <Instruments size={size} figures={figures} />
      <Box height={rows} flexShrink={0}>
        <Pane place={0} draw={side(0)} width={2} height={rows} />
        <Pane place={0} pictured draw={tulip(0)} width={square} height={rows} />
        <Box width={2} />
        <Box flexDirection="column" flexGrow={1}>
          <Pane place={0} draw={distances(0)} width={14} height={Math.min(3, rows)} />
          <Pane place={0} draw={description(0)} height={Math.ceil((rows - 3) / 2)} />
          <Pane place={0} draw={glossary(0)} flexGrow={1} />
        </Box>
      </Box>
      <Note place={1} rows={then} width={size.width} />
    </>
  );
}
