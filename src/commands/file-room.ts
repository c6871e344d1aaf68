import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** The largest file that the room is made for, bytes; a larger one gets its own. */
const largest = 8 * 1024 * 1024;

let room = Buffer.alloc(0);

/**
 * What `use` makes of the bytes of a file. They lie in one room for all files, as memory of its own would cost each four times as
 * much as reading it: `use` must be done with them when it returns, or first waits. Throws as `readFileSync` does.
 */
export function withBytesOf<T>(path: string, use: (bytes: Uint8Array) => T): T {
  const file = openSync(path, 'r');
  try {
    const found = fstatSync(file);
    // One byte more shows that the file has not grown meanwhile.
    const length = found.isFile() && found.size < largest ? fill(file, found.size + 1) : null;
    return use(length === null ? readFileSync(file) : room.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

/** The bytes read, the file's position left at its start; null where there are `size` or more. */
function fill(file: number, size: number): number | null {
  if (room.length < size) room = Buffer.allocUnsafeSlow(Math.max(2 * size, 256 * 1024));
  let length = 0;
  while (length < size) {
    const read = readSync(file, room, length, size - length, length);
    if (read === 0) return length;
    length += read;
  }
  return null;
}
