import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { listeningTo } from '../support/listening.ts';

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('a network sensor that goes away is found again, and its counter goes on', async () => {
  let server = await listening(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const connected = once(server, 'connection');
  const { clock, notices, running, until, raw } = listeningTo('tcp', `127.0.0.1:${address.port}`, 0.5);
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
