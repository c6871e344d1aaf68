import { pageOf, titleOf } from '../rules/page.ts';
import { rules } from '../rules/registry.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { toJson } from '../text/escape.ts';
import { problemPage } from '../text/problem-page.ts';
import type { Severity } from '../text/problems.ts';
import type { Span } from '../text/span.ts';
import { version } from '../text/version.ts';
import { identitiesOf } from './identity.ts';
import { placing } from './place.ts';
import type { CheckedFile, Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** SARIF 2.1.0 (OASIS), as code scanning of GitHub and others reads it, with the page of each rule that spoke. */
export const sarif: Report = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning',
  begin: () => {
    const results: object[] = [];
    const spoke = new Map<string, Diagnostic>();
    return {
      file: (checked) => {
        for (const found of checked.diagnostics) if (!spoke.has(found.code)) spoke.set(found.code, found);
        results.push(...resultsOf(checked));
        return '';
      },
      end: async () => {
        const driver = {
          name: 'roadbook',
          semanticVersion: version,
          rules: await Promise.all([...spoke.values()].map(descriptor)),
        };
        const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
        const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
        return `${toJson({ $schema, version: '2.1.0', runs: [run] })}\n`;
      },
    };
  },
};

async function descriptor({ code, rule: name, severity }: Diagnostic) {
  const base = { id: code, name, defaultConfiguration: { level: levels[severity] } };
  if (!rules.some((rule) => rule.code === code)) {
    const text = problemPage(code);
    return text === null ? base : { ...base, help: { text, markdown: text } };
  }
  const page = await pageOf(name);
  return {
    ...base,
    shortDescription: { text: titleOf(page) },
    help: { text: page, markdown: page },
  };
}

function resultsOf(checked: CheckedFile): object[] {
  const { text, diagnostics } = checked;
  const identities = identitiesOf(checked);
  const place = placing(text);
  const artifactLocation = { uri: uriOf(checked.file) };
  const region = (span: Span) => {
    const { line, column, endLine, endColumn } = place(span);
    return { startLine: line, startColumn: column, endLine, endColumn };
  };
  const location = (span: Span | null) => ({
    physicalLocation: { artifactLocation, ...(span === null ? {} : { region: region(span) }) },
  });
  return diagnostics.map(({ code, severity, message, help, span, notes, fix }, i) => ({
    ruleId: code,
    level: levels[severity],
    message: { text: help === null ? message : `${message}\n${help}` },
    locations: [location(span)],
    partialFingerprints: { 'finding/v1': identities[i] },
    ...(notes.length === 0
      ? {}
      : {
          relatedLocations: notes.map((note, id) => ({
            id,
            message: { text: note.message },
            ...location(note.span),
          })),
        }),
    ...(fix === null
      ? {}
      : {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.edits.map((edit) => ({
                    deletedRegion: region(edit.span),
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }),
  }));
}

/** A path as a URI reference: `%20` for a space, `file:` for an absolute path. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${path}` : path;
}
