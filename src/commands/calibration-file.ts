import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Calibration } from '../odometer/calibration.ts';
import { toJson } from '../text/escape.ts';
import type { Io } from './command.ts';
import { configFolder } from './folders.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

/** Where the calibration is kept: `$XDG_CONFIG_HOME/roadbook/calibration.json`. */
export function calibrationPath(env: Io['env']): string {
  return join(configFolder(env), 'calibration.json');
}

/** The calibration that is kept, null if there is none, or a sentence saying why it cannot be had. */
export async function keptCalibration(env: Io['env']): Promise<Calibration | string | null> {
  const path = calibrationPath(env);
  try {
    const text = await readFile(path, 'utf8');
    const { Calibration } = await import('../odometer/calibration.ts');
    const parsed = Calibration.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `${path} is no calibration (${issue?.path.join('.') || 'it'}: ${issue?.message})`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return `${path} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Keeps a calibration in the place of the one before; a UsageError says why it cannot. */
export async function keepCalibration(calibration: Calibration, io: Io): Promise<string> {
  const path = calibrationPath(io.env);
  await mkdir(dirname(path), { recursive: true }).catch((error: Error) => {
    throw new UsageError(`cannot keep the calibration: ${error.message}`);
  });
  await writeWhole(path, `${toJson(calibration)}\n`, { force: true }, io);
  return path;
}

export async function forgetCalibration(env: Io['env']): Promise<void> {
  await rm(calibrationPath(env), { force: true });
}
