/** JSON.parse and ajv: `node ajv.js SCHEMA FILE…`; exit code 1 where a file is not valid. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const [schema = '', ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
for (const file of files) {
  if (!validate(JSON.parse(readFileSync(file, 'utf8')))) process.exitCode = 1;
}
