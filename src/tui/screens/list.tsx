import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Size } from '../frame.ts';
import { bodyRows, isWide } from '../plan.ts';
import { Instruments, Note, Notes } from './parts.tsx';

/** To read ahead: as many notes as can be told apart, the one just passed above the one in hand. */
export function List({ size }: { readonly size: Size }): ReactElement {
  const figures = size.height >= 30 ? 5 : 3;
  const rest = bodyRows(size) - figures - 1;
  const each = size.height >= 30 ? 4 : 3;
  const columns = isWide(size) ? 2 : 1;
  const width = Math.floor(size.width / columns);
  const count = Math.floor(rest / each);
  return (
    <>
      <Instruments size={size} figures={figures} />
      <Box flexGrow={1}>
        <Box flexDirection="column" width={width}>
          <Note place={-1} rows={rest - (count - 1) * each} width={width} />
          <Notes from={0} count={count - 1} each={each} width={width} />
        </Box>
        {columns > 1 && (
          <Box flexDirection="column" width={width}>
            <Notes from={count - 1} count={count} each={each} width={width} />
          </Box>
        )}
      </Box>
    </>
  );
}
