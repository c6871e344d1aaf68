import type { Frame, Rect } from '../frame.ts';
import { writePng } from './png-write.ts';
import type { Protocol } from './protocol.ts';
import { sixels } from './sixel.ts';
import type { Sketch } from './sketch.ts';

/** A picture in its place on the screen. */
export interface Placed {
  readonly rect: Rect;
  readonly sketch: Sketch;
}

/** Shows pictures over the cells of a frame. */
export interface Canvas {
  /**
   * Spoils in `shown` the cells from which pictures must go by being written over; to be called before the frame's own
   * difference is taken.
   */
  wipe(shown: Frame | null, wanted: readonly Placed[]): void;
  /** What must be written, after the frame, so that these pictures stand there and no others. */
  draw(wanted: readonly Placed[], protocol: Protocol | null): string;
  /** Whatever stands there is not to be relied on. */
  forget(): void;
}

/** So many pictures a kitty may keep; then all are sent anew. */
const kept = 40;

/** Takes every picture from a kitty's screen and memory. */
const forgetAll = '\x1b_Ga=d,d=A,q=2\x1b\\';

const name = ({ rect, sketch }: Placed) => `${rect.x},${rect.y} ${rect.width}x${rect.height} ${sketch.key}`;

export function canvas(): Canvas {
  let standing: readonly Placed[] = [];
  let stale = false;
  /** Pictures the terminal keeps, by key. */
  const sent = new Map<string, number>();

  const gone = (wanted: readonly Placed[]) => {
    const names = new Set(wanted.map(name));
    return standing.filter((one) => !names.has(name(one)));
  };
  const put = (one: Placed, protocol: Protocol): string => {
    const { rect, sketch } = one;
    const home = `\x1b[${rect.y + 1};${rect.x + 1}H`;
    switch (protocol) {
      case 'kitty': {
        const known = sent.get(sketch.key);
        const id = known ?? 1 + sent.size;
        sent.set(sketch.key, id);
        const place = `\x1b_Ga=p,i=${id},p=1,c=${rect.width},r=${rect.height},C=1,q=2\x1b\\`;
        return `${known === undefined ? upload(id, writePng(sketch.make())) : ''}${home}${place}`;
      }
      case 'iterm': {
        const png = writePng(sketch.make());
        const size = `width=${rect.width};height=${rect.height};preserveAspectRatio=0;size=${png.length}`;
        return `${home}\x1b]1337;File=inline=1;${size}:${png.toString('base64')}\x07`;
      }
      case 'sixel':
        return `${home}${sixels(sketch.make())}`;
    }
  };

  return {
    wipe(shown, wanted) {
      if (shown === null) return;
      for (const { rect } of gone(wanted)) {
        for (let y = rect.y; y < Math.min(shown.height, rect.y + rect.height); y++) {
          // No cell is ever empty: whatever comes there differs.
          shown.text.fill(
            '\0',
            y * shown.width + rect.x,
            y * shown.width + Math.min(shown.width, rect.x + rect.width),
          );
        }
      }
    },
    draw(wanted, protocol) {
      if (protocol === null) return '';
      const before = new Set(standing.map(name));
      let out = '';
      if (protocol === 'kitty') {
        if (stale) out += forgetAll;
        for (const { sketch } of gone(wanted))
          out += `\x1b_Ga=d,d=i,i=${sent.get(sketch.key) ?? 0},p=1,q=2\x1b\\`;
        if (sent.size > kept) {
          sent.clear();
          before.clear();
          out += forgetAll;
        }
      }
      for (const one of wanted) if (!before.has(name(one))) out += put(one, protocol);
      standing = wanted;
      stale = false;
      return out;
    },
    forget() {
      standing = [];
      sent.clear();
      stale = true;
    },
  };
}

/** A picture in pieces of at most 4,096 characters, as kitty wants them. */
function upload(id: number, png: Buffer): string {
  const pieces = png.toString('base64').match(/.{1,4096}/g) ?? [];
  return pieces
    .map((piece, i) => {
      const more = i + 1 < pieces.length ? 1 : 0;
      return `\x1b_G${i === 0 ? `a=t,f=100,t=d,i=${id},q=2,` : ''}m=${more};${piece}\x1b\\`;
    })
    .join('');
}
