import { type Diagnostic, diagnostic } from '../text/diagnostic.ts';
import { contextOf, type Subject } from './context.ts';
import type { Profile } from './profile.ts';
import { rules } from './registry.ts';
import type { Level, Rule } from './rule.ts';

/** Which rules speak, how loud, and by which figures. */
export interface Ruling {
  readonly profile: Profile;
  /** Levels of the user's own, by rule name; they win over the profile's. */
  readonly levels: Readonly<Record<string, Level>>;
}

export function levelOf(rule: Pick<Rule, 'name' | 'severity'>, { profile, levels }: Ruling): Level {
  return levels[rule.name] ?? profile.levels[rule.name] ?? rule.severity;
}

/** What readers reported, at the levels of the user's own. */
export function levelled(diagnostics: readonly Diagnostic[], { levels }: Ruling): Diagnostic[] {
  return diagnostics.flatMap((found) => {
    const severity = levels[found.rule] ?? found.severity;
    return severity === 'off' ? [] : [{ ...found, severity }];
  });
}

/** Runs every rule that is not off; findings come in the order of the rules. */
export function runRules(subject: Subject, ruling: Ruling, registry: readonly Rule[] = rules): Diagnostic[] {
  const context = contextOf(subject, ruling.profile);
  const found: Diagnostic[] = [];
  for (const rule of registry) {
    const severity = levelOf(rule, ruling);
    if (severity === 'off') continue;
    for (const finding of rule.check(context))
      found.push(diagnostic({ code: rule.code, rule: rule.name, severity }, finding));
  }
  return found;
}

/** In the order of the file, then of the codes; what has no place comes first. */
export function inFileOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
      (a.span?.end ?? 0) - (b.span?.end ?? 0),
  );
}
