import { PassThrough } from 'node:stream';
import { Box, type BoxProps, type DOMElement, render } from 'ink';
import { createContext, type ReactElement, useContext, useLayoutEffect, useRef } from 'react';
import type { Rect } from './frame.ts';
import type { Draw, Slot } from './picture.ts';

type Register = (node: DOMElement, pane: Omit<Slot, 'rect'>) => void;

const Registry = createContext<Register>(() => {});

type PaneProps = BoxProps & {
  readonly draw: Draw;
  /** Which note stands here, counted from the one in hand. */
  readonly place?: number | null;
  /** A terminal that shows pictures is sent one for it. */
  readonly pictured?: boolean;
};

/** A box that is drawn by `draw` instead of by its children. Later panes lie over earlier ones. */
export function Pane({ draw, place = null, pictured = false, ...box }: PaneProps): ReactElement {
  const node = useRef<DOMElement>(null);
  const register = useContext(Registry);
  useLayoutEffect(() => {
    if (node.current) register(node.current, { draw, place, pictured });
  });
  return <Box ref={node} flexShrink={0} {...box} />;
}

/**
 * Has Ink lay a tree of boxes out and answers where its panes are. Ink writes nothing to the terminal: its frame is
 * zero rows high and goes into a stream that nobody reads. So a frame of the cockpit costs what its panes cost, and Ink
 * is asked again only when the boxes change: another size, another view.
 */
export function layOut(tree: ReactElement, width: number): Slot[] {
  const found: { node: DOMElement; pane: Omit<Slot, 'rect'> }[] = [];
  const register: Register = (node, pane) => found.push({ node, pane });
  const nowhere = () => Object.assign(new PassThrough().resume(), { columns: width, rows: 1 });
  const instance = render(
    <Registry.Provider value={register}>
      <Box height={0} width={width}>
        {tree}
      </Box>
    </Registry.Provider>,
    {
      stdout: nowhere() as unknown as NodeJS.WriteStream,
      stderr: nowhere() as unknown as NodeJS.WriteStream,
      stdin: nowhere() as unknown as NodeJS.ReadStream,
      // Whole frames, at once, and no escape sequences to erase earlier ones.
      debug: true,
      patchConsole: false,
      exitOnCtrlC: false,
    },
  );
  const slots = found.map(({ node, pane }) => ({ rect: placeOf(node), ...pane }));
  instance.unmount();
  return slots;
}

/** Yoga's positions are relative to the parent. */
function placeOf(node: DOMElement): Rect {
  let x = 0;
  let y = 0;
  for (let box: DOMElement | undefined = node; box; box = box.parentNode) {
    x += box.yogaNode?.getComputedLeft() ?? 0;
    y += box.yogaNode?.getComputedTop() ?? 0;
  }
  return {
    x,
    y,
    width: node.yogaNode?.getComputedWidth() ?? 0,
    height: node.yogaNode?.getComputedHeight() ?? 0,
  };
}
