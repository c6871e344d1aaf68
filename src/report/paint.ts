/** Colours by meaning; each gives its text back, painted or not. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plainly = (text: string) => text;
export const plain: Paint = {
  error: plainly,
  warning: plainly,
  info: plainly,
  good: plainly,
  strong: plainly,
  faint: plainly,
};

/** Chalk is loaded only when there is something to paint. */
export async function paintOf(colour: boolean): Promise<Paint> {
  if (!colour) return plain;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.blue.bold,
    good: chalk.green.bold,
    strong: chalk.bold,
    faint: chalk.dim,
  };
}
