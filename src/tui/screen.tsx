import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { Size } from './frame.ts';
import { layOut, Pane } from './layout.tsx';
import { hints, messages } from './panes/foot.ts';
import { least } from './panes/least.ts';
import { overlay } from './panes/overlay.ts';
import { title } from './panes/title.ts';
import type { Slot } from './picture.ts';
import { feetOf, isTiny } from './plan.ts';
import { Cockpit } from './screens/cockpit.tsx';
import { List } from './screens/list.tsx';
import { Overview } from './screens/overview.tsx';
import { Bare } from './screens/parts.tsx';
import { Single } from './screens/single.tsx';
import type { ViewName } from './ui.ts';

/** Where everything stands; `over` is what the overlay wants, 0 by 0 when there is none; a bare book has no tulips. */
export function layOutScreen(size: Size, over: Size, view: ViewName, isBare: boolean): Slot[] {
  return layOut(
    <Bare.Provider value={isBare}>
      <Screen size={size} over={over} view={view} />
    </Bare.Provider>,
    size.width,
  );
}

interface ScreenProps {
  readonly size: Size;
  readonly over: Size;
  readonly view: ViewName;
}

/** The whole screen as boxes. What stands in them is the panes' affair. */
function Screen({ size, over, view }: ScreenProps): ReactElement {
  return (
    <Box width={size.width} height={size.height} flexShrink={0} flexDirection="column">
      {isTiny(size) ? (
        <Pane draw={least} width={size.width} height={size.height} />
      ) : (
        <Framed size={size} view={view} />
      )}
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

function Framed({ size, view }: Omit<ScreenProps, 'over'>): ReactElement {
  const feet = feetOf(size);
  return (
    <>
      <Pane draw={title} height={1} />
      <Body size={size} view={view} />
      <Pane draw={messages} height={feet.messages} />
      {feet.hints > 0 && <Pane draw={hints} height={feet.hints} />}
    </>
  );
}

function Body({ size, view }: Omit<ScreenProps, 'over'>): ReactElement {
  switch (view) {
    case 'cockpit':
      return <Cockpit size={size} />;
    case 'list':
      return <List size={size} />;
    case 'note':
      return <Single size={size} />;
    case 'overview':
      return <Overview size={size} />;
  }
}
