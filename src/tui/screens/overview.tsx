import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Size } from '../frame.ts';
import { Pane } from '../layout.tsx';
import { ahead } from '../panes/ahead.ts';
import { strip, stripRows } from '../panes/strip.ts';
import { bodyRows } from '../plan.ts';
import { Instruments } from './parts.tsx';

/** To know where one is: the whole stage as a strip, and what comes in the order in which it comes. */
export function Overview({ size }: { readonly size: Size }): ReactElement {
  const figures = size.height >= 30 ? 5 : 3;
  const rest = bodyRows(size) - figures - 1;
  const high = Math.min(stripRows, rest);
  return (
    <>
      <Instruments size={size} figures={figures} />
      <Pane draw={strip} height={high} />
      <Box height={Math.max(0, rest - high)} flexShrink={0}>
        <Pane draw={ahead} flexGrow={1} height={Math.max(0, rest - high)} />
      </Box>
    </>
  );
}
