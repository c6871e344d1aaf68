const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const filename = join(dist, 'quick-check.cjs');

/** What V8 made of the quick check when it was built: a V8 of another version or with other flags leaves it alone. */
const compiled = join(dist, 'quick-check.v8');

/** The quick check of src/commands/quick-check.ts, and its script. */
function loadQuickCheck() {
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData });
  /** @type {{ exports: Partial<typeof import('../src/commands/quick-check.ts')> }} */
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, filename, dist);
  return { script, quickCheck: module.exports.quickCheck };
}

module.exports = { loadQuickCheck };
