import { readFile } from 'node:fs/promises';

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  const address = new URL(url);
  if (!address.pathname.endsWith('.md')) return nextLoad(url, context);
  address.search = '';
  const text = await readFile(address, 'utf8');
  return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
}
