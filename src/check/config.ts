import * as z from 'zod';
import { documentOf } from '../formats/tree/document.ts';
import { jsonDocument } from '../formats/tree/json.ts';
import { placeOf } from '../formats/tree/node.ts';
import { parseYaml, YamlError } from '../formats/tree/yaml.ts';
import { yamlSyntaxError } from '../formats/tree/yaml-syntax.ts';
import { parseLenient } from '../model/lenient.ts';
import type { Locate, Path } from '../model/reading.ts';
import { profileNames } from '../rules/profile.ts';
import { levels } from '../rules/rule.ts';
import { Thresholds } from '../rules/thresholds.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { ConfigName } from './config-names.ts';
import { levelNames } from './level-names.ts';

const Patterns = z.array(z.string().min(1).max(1000)).max(1000);
const settings = {
  profile: z.enum(profileNames).optional(),
  rules: z
    .strictObject(Object.fromEntries(levelNames.map((name) => [name, z.enum(levels).optional()])))
    .optional(),
  thresholds: Thresholds.partial().optional(),
};

/** A config file: how to check the roadbooks of its folder and the folders below. Paths in it begin at its folder. */
export const Config = z.strictObject({
  ...settings,
  /** Files that a folder or pattern does not mean. */
  ignore: Patterns.optional(),
  /** Settings for some of the files; where several match, the last wins. */
  overrides: z
    .array(z.strictObject({ files: z.union([Patterns, z.string().transform((one) => [one])]), ...settings }))
    .max(1000)
    .optional(),
});
export type Config = z.output<typeof Config>;

/** Null: a package.json without the key. What is wrong in a config is reported, and the rest of it holds. */
export function readConfig(
  source: Source,
  name: ConfigName,
): { config: Config; diagnostics: readonly Diagnostic[] } | null {
  const { value, root, diagnostics } = name.endsWith('.yaml')
    ? yamlDocument(source.text)
    : jsonDocument(source.text);
  const base: Path = name === 'package.json' ? ['roadbook'] : [];
  if (base.length > 0 && !Object.hasOwn(Object(value), 'roadbook')) return null;
  const input: unknown = base.length > 0 ? Object(value).roadbook : (value ?? {});
  const locate: Locate = (path, part = 'value') => {
    const tree = root();
    return tree && placeOf(tree, [...base, ...path], part);
  };
  if (diagnostics.some(({ rule }) => rule === 'syntax')) return { config: {}, diagnostics };
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = 'the config must be a mapping';
    const found = problem('wrong-type', {
      message,
      span: locate([]),
      help: 'write `rules:` and under it `name: level`',
    });
    return { config: {}, diagnostics: [...diagnostics, found] };
  }
  const parsed = parseLenient(
    Config,
    structuredClone(input),
    locate,
    (path) => path.join(' ') || 'the config',
  );
  const found = [...diagnostics, ...parsed.diagnostics].map(shortened);
  return { config: parsed.value ?? {}, diagnostics: found };
}

function yamlDocument(text: string) {
  try {
    return documentOf(parseYaml(text));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return documentOf({ root: null, diagnostics: [yamlSyntaxError(error, text)] });
  }
}

/** A list of all rules is no help. */
function shortened(found: Diagnostic): Diagnostic {
  if (found.rule !== 'unknown-key' || (found.help ?? '').length < 300) return found;
  return { ...found, help: '`roadbook check --list-rules` lists the rules' };
}
