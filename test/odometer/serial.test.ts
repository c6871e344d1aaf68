import { mkdtemp, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { describe, expect, it } from 'vitest';
import { listeningTo } from '../support/listening.ts';

/** The package is optional, and so is its native part on this system. */
const installed = await import('serialport').then(
  () => true,
  () => false,
);

/** A wheel sensor at the far end of a pseudo-terminal, and the path of the near end. */
async function sensor() {
  const pty = spawn('sh', ['-c', 'stty raw -echo; tty; exec sleep 1000'], {});
  const path = await new Promise<string>((resolve) => {
    let said = '';
    pty.onData((data) => {
      said += data;
      const [found] = /\/dev\/\S+(?=\s)/.exec(said) ?? [];
      if (found) resolve(found);
    });
  });
  return { path, send: (text: string) => pty.write(text), unplug: () => pty.kill() };
}

function listening(device: string) {
  const source = listeningTo('serial', device, 0.05);
  const { events, until } = source;
  /** A port that is being opened throws away what came before: a sensor says it again and again. */
  const greeted = async (send: (text: string) => void, line: string) => {
    const before = events.length;
    const timer = setInterval(() => send(line), 20);
    await until(() => events.length > before);
    clearInterval(timer);
  };
  return { ...source, greeted };
}

describe.skipIf(process.platform === 'win32' || !installed)('a wheel sensor on a serial port', () => {
  it('loses none of 500 counts a second in ten minutes', async () => {
    const { path, send, unplug } = await sensor();
    const { events, notices, running, until, greeted, raw } = listening(path);
    await greeted(send, '@0 c 0\n');
    const total = 500 * 600;
    let sent = 0;
    // A line for each count with its time, half a second at once: what a terminal holds is less than 64 KiB.
    for (let count = 1; count <= total; ) {
      let lines = '';
      for (let i = 0; i < 250 && count <= total; i++, count++) lines += `@${count * 2} c ${count}\n`;
      sent = count - 1;
      send(lines);
      await until(() => raw() === sent);
    }
    running.stop();
    unplug();
    expect(notices).toEqual([]);
    const turns = events.filter((event) => event.type === 'wheel');
    expect(turns).toHaveLength(total + 1);
    expect(turns.every(({ raw, t }, i) => raw === i && t === i * 2)).toBe(true);
  }, 60_000);

  it('is said to be gone, is found again under its name, and nothing is counted between', async () => {
    const device = join(await mkdtemp(join(tmpdir(), 'roadbook-')), 'wheel');
    const first = await sensor();
    await symlink(first.path, device);
    const { clock, notices, running, until, greeted, raw } = listening(`${device}@9600`);
    await greeted(first.send, 'c 1000\n');
    first.send('c 1010\n');
    await until(() => raw() === 10);
    first.unplug();
    await until(() => notices.length === 1);
    expect(notices[0]).toMatch(/^serial .*wheel: .*trying again$/);

    const second = await sensor();
    await symlink(second.path, `${device}.new`);
    await rename(`${device}.new`, device);
    clock.pass(2_000);
    // It counted on while nobody listened; the counter is absolute.
    await greeted(second.send, 'c 1025\n');
    expect(raw()).toBe(25);
    expect(notices.at(-1)).toMatch(/heard again$/);
    running.stop();
    second.unplug();
  });

  it('says once what is wrong with a device that is not there', async () => {
    const { clock, notices, running, until } = listening('/dev/no-such-wheel');
    await until(() => notices.length === 1);
    for (let i = 0; i < 5; i++) {
      clock.pass(1_500);
      await new Promise((done) => setTimeout(done, 20));
    }
    running.stop();
    expect(notices.filter((text) => text.includes('trying again'))).toHaveLength(1);
    expect(notices[0]).toMatch(/No such file/);
    expect(notices).toContain('serial /dev/no-such-wheel: silent');
  });
});
