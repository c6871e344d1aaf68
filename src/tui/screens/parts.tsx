import { Box } from 'ink';
import { createContext, type ReactElement, useContext } from 'react';
import type { Size } from '../frame.ts';
import { Pane } from '../layout.tsx';
import { countdownBar } from '../panes/bar.ts';
import { toNext } from '../panes/distance.ts';
import { gauges, gaugesAlone, trips } from '../panes/gauges.ts';
import { description, distances, side } from '../panes/note.ts';
import { tulip } from '../panes/tulip.ts';
import { noteColumns, toNextWidth, tripsWidth } from '../plan.ts';

/** A book without tulips. */
export const Bare = createContext(false);

interface InstrumentsProps {
  readonly size: Size;
  /** Rows of the figures. */
  readonly figures: number;
}

/** The distance to go, what the crew glances at beside it, and the bar under both. */
export function Instruments({ size, figures }: InstrumentsProps): ReactElement {
  return (
    <>
      <Box height={figures} flexShrink={0}>
        <Pane draw={toNext} width={toNextWidth(size, figures)} height={figures} />
        {figures >= 7 && <Pane draw={trips} width={tripsWidth} height={figures} />}
        <Pane draw={figures < 7 ? gauges : gaugesAlone} flexGrow={1} height={figures} />
      </Box>
      <Pane draw={countdownBar} height={1} />
    </>
  );
}

interface NotesProps {
  /** The place of the first, counted from the note in hand. */
  readonly from: number;
  readonly count: number;
  readonly each: number;
  readonly width: number;
}

/** Notes under each other, all of the same height. */
export function Notes({ from, count, each, width }: NotesProps): ReactElement {
  const places = Array.from({ length: Math.max(0, count) }, (_, i) => from + i);
  return (
    <>
      {places.map((place) => (
        <Note key={place} place={place} rows={each} width={width} />
      ))}
    </>
  );
}

interface NoteProps {
  readonly place: number;
  readonly rows: number;
  readonly width: number;
}

/** A row of the roadbook: distances, tulip, description. */
export function Note({ place, rows, width }: NoteProps): ReactElement {
  const isBare = useContext(Bare);
  const [bar, box, square] = noteColumns({ width, height: rows }, isBare);
  return (
    <Box height={rows} flexShrink={0}>
      <Pane place={place} draw={side(place)} width={bar} height={rows} />
      <Pane place={place} draw={distances(place)} width={box} height={rows} />
      <Box width={1} />
      {!isBare && (
        <Pane place={place} pictured draw={tulip(place)} width={square} height={rows} marginRight={1} />
      )}
      <Pane place={place} draw={description(place)} flexGrow={1} height={rows} />
    </Box>
  );
}
