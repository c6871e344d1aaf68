import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Diagnostic as Shown,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../rules/registry.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Severity } from '../text/problems.ts';
import { rangeIn } from './range.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** How findings are shown. */
export interface Showing {
  /** The address of docs/rules.md; null where it is not installed. */
  readonly rulesPage: string | null;
  /** The editor shows places that belong to a finding. */
  readonly showsRelated: boolean;
}

/** A finding as an editor shows it: the help stands below the message, notes become related places. */
export function shown(
  document: TextDocument,
  found: Diagnostic,
  { rulesPage, showsRelated }: Showing,
): Shown {
  const { code, rule, severity, message, span, notes, help } = found;
  const related = showsRelated ? notes.flatMap((note) => relatedIn(document, note)) : [];
  const page = rulesPage !== null && isRule(rule) ? `${rulesPage}#${code.toLowerCase()}-${rule}` : null;
  return {
    range: rangeIn(document, span),
    severity: severities[severity],
    code: rule,
    source: 'roadbook',
    message: help === null ? message : `${message}\nhelp: ${help}`,
    ...(page !== null && { codeDescription: { href: page } }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** Rules have a page of their own; what readers report has none. */
export function isRule(name: string): boolean {
  return rules.some((rule) => rule.name === name);
}

function relatedIn(
  document: TextDocument,
  { message, span }: Diagnostic['notes'][number],
): DiagnosticRelatedInformation[] {
  return span === null ? [] : [{ location: { uri: document.uri, range: rangeIn(document, span) }, message }];
}
