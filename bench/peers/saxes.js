/** Parses XML files with saxes and does nothing with them: `node saxes.js FILE…`. */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

for (const file of process.argv.slice(2)) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(readFileSync(file, 'utf8')).close();
}
