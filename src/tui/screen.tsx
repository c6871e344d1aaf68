import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Size } from './frame.ts';
import { Pane } from './layout.tsx';
import { countdownBar } from './panes/bar.ts';
import { toNext } from './panes/distance.ts';
import { hints, messages } from './panes/foot.ts';
import { gauges, gaugesAlone, trips } from './panes/gauges.ts';
import { least } from './panes/least.ts';
import { description, distances, side } from './panes/note.ts';
import { overlay } from './panes/overlay.ts';
import { title } from './panes/title.ts';
import { tulip } from './panes/tulip.ts';

export interface ScreenProps {
  readonly size: Size;
  /** What the overlay wants; 0 by 0 when there is none. */
  readonly over: Size;
}

/** The whole screen as boxes. What stands in them is the panes' affair. */
export function Screen({ size, over }: ScreenProps): ReactElement {
  return (
    <Box width={size.width} height={size.height} flexShrink={0} flexDirection="column">
      <Cockpit size={size} />
      {over.height > 0 && (
        <Box
          position="absolute"
          flexDirection="column"
          width={size.width}
          height={size.height}
          alignItems="center"
          justifyContent="flex-end"
          paddingBottom={Math.min(2, size.height - over.height)}
        >
          <Pane draw={overlay} width={over.width} height={over.height} />
        </Box>
      )}
    </Box>
  );
}

function Cockpit({ size }: { readonly size: Size }): ReactElement {
  if (size.width < 36 || size.height < 9)
    return <Pane draw={least} width={size.width} height={size.height} />;
  const figures = figureRowsFor(size);
  return (
    <>
      <Pane draw={title} height={1} />
      {size.width >= 150 ? <Wide size={size} figures={figures} /> : <Tall size={size} figures={figures} />}
      <Pane draw={messages} height={size.height >= 36 ? 3 : 1} />
      {size.height >= 16 && <Pane draw={hints} height={1} />}
    </>
  );
}

/** The most of the screen that figures may take and leave the notes enough. */
function figureRowsFor({ width, height }: Size): number {
  if (height >= 48 && width >= 150) return 9;
  if (height >= 34 && width >= 100) return 7;
  return height >= 19 ? 5 : 3;
}

interface PartProps {
  readonly size: Size;
  readonly figures: number;
}

/** Figures above, all notes under them. */
function Tall({ size, figures }: PartProps): ReactElement {
  const rest = size.height - figures - 1 - feet(size) - 1;
  const hand = Math.max(1, Math.min(14, Math.floor((rest * 2) / 5)));
  const each = Math.max(1, Math.min(5, Math.floor((rest - hand) / 3)));
  const following = Math.floor((rest - hand) / each);
  return (
    <>
      <Instruments width={size.width} figures={figures} />
      <Pane draw={countdownBar} height={1} />
      <Box flexDirection="column" flexGrow={1}>
        <Note place={0} rows={hand + rest - hand - following * each} width={size.width} />
        <Following count={following} each={each} width={size.width} />
      </Box>
    </>
  );
}

/** The note in hand under the figures, large; gauges and the notes after it in a column of their own. */
function Wide({ size, figures }: PartProps): ReactElement {
  const rest = size.height - 1 - feet(size);
  const left = Math.floor(size.width * 0.58);
  const each = rest >= 40 ? 6 : 5;
  const following = Math.floor((rest - gaugeRows) / each);
  return (
    <Box flexGrow={1}>
      <Box flexDirection="column" width={left}>
        <Box height={figures}>
          <Pane draw={toNext} width={Math.floor(left * 0.6)} height={figures} />
          <Pane draw={trips} flexGrow={1} height={figures} />
        </Box>
        <Pane draw={countdownBar} height={1} />
        <Note place={0} rows={Math.min(24, rest - figures - 1)} width={left} />
      </Box>
      <Box flexDirection="column" width={size.width - left} paddingLeft={2}>
        <Pane draw={gaugesAlone} height={gaugeRows} />
        <Following count={following} each={each} width={size.width - left - 2} />
      </Box>
    </Box>
  );
}

/** Rows of gauges that stand over a column of notes. */
const gaugeRows = 5;

function feet({ height }: Size): number {
  return (height >= 36 ? 3 : 1) + (height >= 16 ? 1 : 0);
}

function Instruments({ width, figures }: { readonly width: number; readonly figures: number }): ReactElement {
  if (figures < 7) {
    return (
      <Box height={figures}>
        <Pane draw={toNext} width={Math.min(46, Math.floor(width * 0.56))} height={figures} />
        <Pane draw={gauges} flexGrow={1} height={figures} />
      </Box>
    );
  }
  return (
    <Box height={figures}>
      <Pane draw={toNext} width={46} height={figures} />
      <Pane draw={trips} width={36} height={figures} />
      <Pane draw={gaugesAlone} flexGrow={1} height={figures} />
    </Box>
  );
}

function Following({ count, each, width }: { count: number; each: number; width: number }): ReactElement {
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place has no other name
        <Note key={i} place={i + 1} rows={each} width={width} />
      ))}
    </>
  );
}

/** A row of the roadbook: distances, tulip, description. */
function Note({ place, rows, width }: { place: number; rows: number; width: number }): ReactElement {
  // A braille cell is half as wide as it is high: twice as many columns as rows make a square.
  const square = Math.max(3, Math.min(rows * 2, Math.floor(width / 3)));
  return (
    <Box height={rows} flexShrink={0}>
      <Pane draw={side(place)} width={2} height={rows} />
      <Pane draw={distances(place)} width={13} height={rows} />
      <Box width={1} />
      <Pane draw={tulip(place)} width={square} height={rows} />
      <Box width={1} />
      <Pane draw={description(place)} flexGrow={1} height={rows} />
    </Box>
  );
}
