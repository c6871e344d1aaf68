import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  define: { ROADBOOK_VERSION: JSON.stringify(version) },
  plugins: [
    {
      name: 'markdown-as-text',
      enforce: 'pre',
      async load(id) {
        if (!id.endsWith('.md')) return null;
        return `export default ${JSON.stringify(await readFile(id, 'utf8'))};`;
      },
    },
  ],
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Against a hang; a slow machine with other work on it may take its time.
    testTimeout: 60_000,
    env: { TZ: 'UTC', LC_ALL: 'C.UTF-8', NO_COLOR: '1', ROADBOOK_DEBUG: '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'test',
          include: ['test/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/build.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'fuzz', include: ['test/**/*.fuzz.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
