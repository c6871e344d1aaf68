import { Option, type Command as Verb } from 'commander';
import { defaultSettings } from '../nav/settings.ts';
import { keptCalibration } from './calibration-file.ts';
import type { Io } from './command.ts';
import { circumference, positive } from './drive-options.ts';

export interface WheelOptions {
  readonly factor?: number;
  /** Circumference, metres. */
  readonly wheel?: number;
  readonly pulses?: number;
  readonly uncalibrated?: true;
}

/** What a count is worth, metres, and the sentence that says so and where it is from. */
export interface WheelScale {
  readonly metresPerCount: number;
  readonly said: string;
}

export function wheelOptions(verb: Verb): void {
  const options = [
    new Option('--wheel <mm>', 'circumference of the wheel, as 2190mm; with --pulses').argParser(
      circumference,
    ),
    new Option('--pulses <count>', 'counts a turn of the wheel (default: 1)').argParser(positive),
    new Option('--factor <metres>', 'metres a count, instead of --wheel')
      .argParser(positive)
      .conflicts(['wheel', 'pulses']),
    new Option('--uncalibrated', 'a metre a count, whatever roadbook calibrate found').conflicts([
      'factor',
      'wheel',
      'pulses',
    ]),
  ];
  for (const option of options) verb.addOption(option);
}

/**
 * The wheel's scale: as this call says, else for a sensor as `roadbook calibrate` measured it, else a metre a count. A
 * simulated wheel is not the one that was measured.
 */
export async function wheelScale(
  options: WheelOptions,
  sensor: boolean,
  env: Io['env'],
): Promise<WheelScale> {
  const { factor, wheel, pulses, uncalibrated } = options;
  if (factor !== undefined) return scale(factor, 'by --factor');
  if (wheel !== undefined) {
    return scale(wheel / (pulses ?? 1), `by --wheel ${Math.round(wheel * 1000)}mm --pulses ${pulses ?? 1}`);
  }
  const plain = defaultSettings.metresPerCount;
  if (uncalibrated) return scale(plain, 'by --uncalibrated');
  const kept = sensor ? await keptCalibration(env) : null;
  if (typeof kept === 'string') return scale(plain, `uncalibrated: ${kept}`);
  if (kept === null) return scale(plain, 'uncalibrated: roadbook calibrate measures it');
  const spread = kept.spread === null ? 'one run' : `±${(kept.spread * 100).toFixed(2)} %`;
  return scale(kept.metresPerCount, `calibrated on ${kept.date.slice(0, 10)}, ${spread}`);
}

function scale(metresPerCount: number, from: string): WheelScale {
  return { metresPerCount, said: `${Number(metresPerCount.toPrecision(5))} m a count, ${from}` };
}
