import { describe, expect, it } from 'vitest';
import { candumpParser, parseSignal } from '../../src/odometer/can.ts';

/** A parser of the signal as the user writes it. */
function parser(signal: string) {
  const parsed = parseSignal(signal);
  if (typeof parsed === 'string') throw new Error(parsed);
  return candumpParser(parsed);
}

describe('a line of candump', () => {
  it.each([
    ['1A0:2:2:little:0.01:kmh', '(1699999999.500000) can0 1A0#00001027', 1_699_999_999_500, 'kmh', 100],
    ['1A0:2:2:big:0.01:kmh', '  can0  1A0   [4]  00 00 27 10', null, 'kmh', 100],
    ['0x18FEF100:0:1:big:1:counts', 'can1 18FEF100#FF', null, 'counts', 255],
    ['1a0:0:4:little:1:counts', 'vcan0 1A0#FFFFFFFF00', null, 'counts', 4_294_967_295],
    ['1A0:0:3:big:0.1:metres', 'can0 1A0#00000A', null, 'metres', 1],
  ])('%s of %s', (signal, line, t, kind, value) => {
    expect(parser(signal)(line)).toEqual({ t, kind, value });
  });

  it.each([
    ['', null],
    ['can0 1A1#0000', null],
    ['can0 1A0#00', 'frame 1A0 is too short for the signal'],
    ['can0 1A0#R', 'not a line of candump'],
    ['hello', 'not a line of candump'],
  ])('%j says %j', (line, said) => {
    expect(parser('1A0:2:2:little:0.01:kmh')(line)).toBe(said);
  });
});

describe('a signal', () => {
  it.each([
    '',
    '1A0',
    '1A0:2:5:big:1:counts',
    '1A0:2:2:middle:1:kmh',
    'XYZ:2:2:big:1:kmh',
    '1A0:2:2:big:-1:kmh',
  ])('%j is no signal, and its form is said', (text) => {
    expect(parseSignal(text)).toBe(
      'a CAN signal is ID:BYTE:BYTES:big|little:SCALE:kmh|counts|metres, as in 1A0:2:2:little:0.01:kmh',
    );
  });
});
