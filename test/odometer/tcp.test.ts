import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { sources } from '../../src/odometer/registry.ts';
import type { SourceEvent } from '../../src/odometer/source.ts';
import { handClock } from '../support/clock.ts';

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('a network sensor that goes away is found again, and its counter goes on', async () => {
  let server = await listening(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const tcp = sources.find(({ name }) => name === 'tcp');
  if (!tcp?.sensor) throw new Error('there is no tcp source');
  const clock = handClock();
  const events: SourceEvent[] = [];
  const notices: string[] = [];
  let heard = () => {};
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      heard = () => done() && resolve();
      heard();
    });
  const connected = once(server, 'connection');
  const wheel = tcp.open(`127.0.0.1:${address.port}`, { clock, stdin: process.stdin, metresPerCount: 0.5 });
  const running = wheel.start(
    (event) => {
      events.push(event);
      heard();
    },
    () => {},
    (text) => {
      notices.push(text);
      heard();
    },
  );
  const raw = () => events.findLast((event) => event.type === 'wheel')?.raw;
  let [socket]: Socket[] = await connected;
  socket?.write('c 100\nc 130\n');
  await until(() => raw() === 30);

  server.close();
  socket?.destroy();
  await until(() => notices.length === 1);
  expect(notices[0]).toMatch(/closed; trying again$/);
  clock.pass(1_500);
  await until(() => notices.length === 2);
  expect(notices[1]).toMatch(/ECONNREFUSED.*trying again$/);

  server = await listening(address.port);
  const again = once(server, 'connection');
  clock.pass(1_500);
  [socket] = await again;
  socket?.write('{"counts":150}\n');
  await until(() => raw() === 50);
  expect(notices.at(-1)).toMatch(/heard again$/);
  running.stop();
  server.close();
});
