import type { Sample } from './lines.ts';

/** Where in a CAN frame the wheel speed or count is. */
export interface CanSignal {
  /** Arbitration id. */
  readonly id: number;
  /** First byte of the value, 0–63. */
  readonly byte: number;
  /** Length, 1 to 4 bytes, unsigned. */
  readonly bytes: number;
  readonly order: 'big' | 'little';
  /** What one unit is worth, in the unit of `kind`. */
  readonly scale: number;
  readonly kind: Sample['kind'];
}

const form = 'ID:BYTE:BYTES:big|little:SCALE:kmh|counts|metres, as in 1A0:2:2:little:0.01:kmh';

/** Parses the signal as the user writes it; a string says what is wrong. */
export function parseSignal(text: string): CanSignal | string {
  const [, id = '', byte = '', bytes = '', order = '', scale = '', kind = ''] =
    /^(?:0x)?([0-9a-f]{1,8}):(\d{1,2}):([1-4]):(big|little):(\d+(?:\.\d+)?):(kmh|counts|metres)$/i.exec(
      text,
    ) ?? [];
  if (id === '') return `a CAN signal is ${form}`;
  if (kind !== 'kmh' && kind !== 'counts' && kind !== 'metres') return `a CAN signal is ${form}`;
  return {
    id: Number.parseInt(id, 16),
    byte: Number(byte),
    bytes: Number(bytes),
    order: order === 'big' ? 'big' : 'little',
    scale: Number(scale),
    kind,
  };
}

/**
 * Lines as candump prints them, with or without time stamps: `(1699999999.123456) can0 1A0#0011223344` (`-L`) or
 * `can0  1A0   [5]  00 11 22 33 44`. Frames of other ids say nothing.
 */
export function candumpParser(signal: CanSignal): (line: string) => Sample | string | null {
  return (line) => {
    const frame = parseFrame(line.trim());
    if (frame === null) return line.trim() === '' ? null : 'not a line of candump';
    if (frame.id !== signal.id) return null;
    const data = frame.data.slice(signal.byte, signal.byte + signal.bytes);
    if (data.length < signal.bytes)
      return `frame ${frame.id.toString(16).toUpperCase()} is too short for the signal`;
    const ordered = signal.order === 'big' ? data : data.reverse();
    const value = ordered.reduce((sum, byte) => sum * 256 + byte, 0) * signal.scale;
    return { t: frame.t, kind: signal.kind, value };
  };
}

function parseFrame(line: string): { t: number | null; id: number; data: number[] } | null {
  const [, time, id = '', packed, spaced] =
    /^(?:\((\d+\.\d+)\)\s+)?[\w-]+\s+([0-9a-f]{3,8})(?:#([0-9a-f]*)|\s+\[\d+\]\s+([0-9a-f ]*))$/i.exec(
      line,
    ) ?? [];
  if (id === '') return null;
  const hex = packed ?? spaced?.replaceAll(' ', '') ?? '';
  const data = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return { t: time === undefined ? null : Number(time) * 1000, id: Number.parseInt(id, 16), data };
}
