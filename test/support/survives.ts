import { expect } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { Roadbook } from '../../src/model/roadbook.ts';

/** What holds of reading any bytes whatever; the name decides the format where they no longer tell it. */
export async function survives(bytes: Uint8Array, file: string): Promise<void> {
  const before = process.cpuUsage().user;
  const { roadbook, diagnostics, locate, source } = await readRoadbook(bytes, file);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
  if (roadbook) expect(Roadbook.safeParse(roadbook).error).toBeUndefined();
  else expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  for (const { span, message } of diagnostics) {
    // What the file says stands between quotation marks.
    expect(message.replace(/“[^”]*”/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]|undefined|\[object/u);
    if (!span) continue;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(source.text.length + 1);
  }
  locate(['notes', 0, 'tulip', 'roads', 0, 'angle']);
  expect(Object.prototype).not.toHaveProperty('polluted');
}
