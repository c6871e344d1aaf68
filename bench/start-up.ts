import { table, timeProcesses } from './measure.ts';
import { root, sample } from './paths.ts';

/** Start-up is part of every use: whole processes against a Node that does nothing. */
export function startUp(): string {
  const roadbook = (name: string, ...args: string[]) => ({
    name,
    program: process.execPath,
    args: [`${root}/bin/roadbook.js`, ...args],
  });
  const rows = timeProcesses(
    [
      { name: 'node -e 0', program: process.execPath, args: ['-e', '0'] },
      roadbook('roadbook --version', '--version'),
      roadbook('check, full day YAML', 'check', sample('desert-day.roadbook.yaml')),
      roadbook('check, full day GPX', 'check', sample('desert-day.gpx')),
      roadbook('show, full day YAML', 'show', sample('desert-day.roadbook.yaml')),
      roadbook('drive --headless, full day', 'drive', '--headless', sample('desert-day.roadbook.yaml')),
    ],
    11,
  );
  return table('Start-up, whole processes', rows);
}
