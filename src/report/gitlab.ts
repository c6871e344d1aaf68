import { toJson } from '../text/escape.ts';
import type { Severity } from '../text/problems.ts';
import { identitiesOf } from './identity.ts';
import { placing } from './place.ts';
import type { Report } from './report.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/** GitLab’s Code Quality: a subset of the Code Climate format. */
export const gitlab: Report = {
  name: 'gitlab',
  summary: 'Code Quality of GitLab',
  begin: () => {
    const issues: object[] = [];
    return {
      file: (checked) => {
        const place = placing(checked.text);
        const identities = identitiesOf(checked);
        for (const [i, { rule, severity, message, help, span }] of checked.diagnostics.entries()) {
          issues.push({
            description: help === null ? message : `${message}; ${help}`,
            check_name: rule,
            fingerprint: identities[i],
            severity: severities[severity],
            location: {
              path: checked.file.replaceAll('\\', '/').replace(/^\.\//, ''),
              lines: { begin: span === null ? 1 : place(span).line },
            },
          });
        }
        return '';
      },
      end: () => `${toJson(issues)}\n`,
    };
  },
};
