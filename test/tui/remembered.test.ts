import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/nav/settings.ts';
import { start } from '../../src/nav/state.ts';
import { composed, slotsOf } from '../../src/tui/compose.ts';
import { crew } from '../../src/tui/crew.ts';
import type { Frame } from '../../src/tui/frame.ts';
import { usualCell } from '../../src/tui/graphics/protocol.ts';
import { sketchOf } from '../../src/tui/graphics/sketch.ts';
import { looksOf } from '../../src/tui/look.ts';
import { countdownBar } from '../../src/tui/panes/bar.ts';
import { gaugesAlone } from '../../src/tui/panes/gauges.ts';
import { title } from '../../src/tui/panes/title.ts';
import type { Picture } from '../../src/tui/picture.ts';
import { pictureOf, stage } from './moments.ts';

const looks = looksOf(false);
const size = { width: 120, height: 40 };

/** A drive, turned by hand. */
function driven() {
  const drive = crew(stage, start(stage, defaultSettings));
  let [t, raw] = [0, 0];
  return {
    press: drive.press,
    wheel(metres: number) {
      t += metres * 40;
      raw += metres;
      drive.hear({ type: 'wheel', t, raw });
    },
    picture: () => drive.picture({ name: 'by hand', rate: 1, ended: false }, looks),
  };
}

function panes(picture: Picture) {
  return slotsOf(picture, size).map((slot) => ({ ...slot, lines: slot.draw(picture, slot.rect) }));
}

test('when the wheel has turned by a metre, only what counts single metres is drawn anew', () => {
  const drive = driven();
  for (let i = 0; i < 3; i++) drive.wheel(61);
  const before = panes(drive.picture());
  drive.wheel(1);
  const after = panes(drive.picture());
  const isAnew = ({ lines }: (typeof after)[number], i: number) =>
    lines.length > 0 && lines !== before[i]?.lines;
  const anew = after.filter(isAnew).map(({ draw }) => draw);
  expect(after.length).toBeGreaterThan(20);
  expect(anew).toContain(countdownBar);
  expect(anew.filter((draw) => ![title, countdownBar, gaugesAlone].includes(draw))).toEqual([]);
});

test('a tulip that is sent as a picture is not looked at again by the next frame, until it is sent', () => {
  const picture = pictureOf('near');
  const [hand] = picture.stage.notes.slice(picture.view.hand);
  if (!hand?.note.tulip) throw new Error('no tulip in hand');
  let looks = 0;
  const tulip = new Proxy(hand.note.tulip, {
    get(target, name) {
      looks++;
      return Reflect.get(target, name);
    },
  });
  const notes = picture.stage.notes.map((stop) =>
    stop === hand ? { ...stop, note: { ...stop.note, tulip } } : stop,
  );
  const frame = () =>
    sketchOf(
      { ...picture, stage: { ...picture.stage, notes }, graphics: { protocol: 'kitty', cell: usualCell } },
      0,
      { width: 28, height: 14 },
    );
  expect(frame()?.key).toBeDefined();
  expect(looks).toBeGreaterThan(0);
  looks = 0;
  const again = frame();
  expect(looks).toBe(0);
  expect(again?.make().rgb.some((level) => level > 0)).toBe(true);
  expect(looks).toBeGreaterThan(0);
});

const keys = ['space', 'down', 'up', 'f', '+', 'u', 'z', 'r', 'n', 'v', 'a', 'x', '?', 'esc', 'enter', 'o'];
const move = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(...keys));

test('whatever is done, a pane that is remembered is the pane that would be drawn, and so is a frame over a used one', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) => {
      const drive = driven();
      let used: Frame | null = null;
      for (const one of moves) {
        if (typeof one === 'number') drive.wheel(one);
        else drive.press(one);
        const picture = drive.picture();
        for (const { draw, rect, lines } of panes(picture)) {
          // At another size it must draw, and then has only that to remember.
          draw(picture, { width: rect.width + 1, height: rect.height });
          expect(lines).toEqual(draw(picture, rect));
        }
        const { frame } = composed(picture, size, used);
        expect(frame).toEqual(composed(picture, size).frame);
        used = frame;
      }
    }),
    { numRuns: 60, seed: 10 },
  );
});
