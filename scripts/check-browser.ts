/**
 * Opens the page of `roadbook debrief --format html` in Chromium and looks at it as a reader's browser would: no console
 * message, no request, nothing wider than the window at 390 and 1,400 px, and a clean axe scan, light and dark. Needs a
 * `chromium` on the path, or its file in CHROMIUM; where there is none it says so and checks nothing. Not part of `npm test`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import axe from 'axe-core';
import * as z from 'zod';
import { page } from '../src/debrief/page.ts';
import { debriefOf } from '../src/debrief/run.ts';
import { tell } from '../src/debrief/tell.ts';
import { readRoadbook } from '../src/formats/read.ts';
import { readJournal } from '../src/journal/read.ts';
import { compile } from '../src/stage/compile.ts';
import { forMarkup } from '../src/text/escape.ts';
import { messyRun } from '../test/support/messy-run.ts';

const chromium = process.env.CHROMIUM ?? 'chromium';
const folder = mkdtempSync(join(tmpdir(), 'roadbook-browser-'));
const run = promisify(execFile);

/** What the page's own script reports: rules that axe found broken, and how wide the page is. */
const Report = z.object({
  violations: z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.string()) })),
  passes: z.number(),
  width: z.number(),
  inner: z.number(),
});

async function browse(file: string, ...options: string[]): Promise<{ stdout: string; stderr: string }> {
  const usual = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'];
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const args = [...usual, profile, ...options, pathToFileURL(file).href];
  return run(chromium, args, { maxBuffer: 64_000_000, timeout: 60_000 });
}

/** A debrief with everything in it: a full day, a slipping wheel, missed notes, speeding, doubted presses. */
async function messyPage(): Promise<string> {
  const source = fileURLToPath(new URL('../roadbooks/desert-day.roadbook.yaml', import.meta.url));
  const { roadbook } = await readRoadbook(readFileSync(source), source);
  if (!roadbook) throw new Error('the desert day cannot be read');
  const stage = compile(roadbook);
  const bytes = messyRun(stage, source, {
    unseen: [40, 41, 77, 130, 131, 200],
    mistaken: [60, 150],
    regretted: [99],
    hurried: [90_000, 99_500],
    scale: 0.975,
  });
  const journal = readJournal(bytes, 'start');
  if (!journal.ok) throw new Error(journal.reason);
  return page(tell(debriefOf(stage, journal, 'fim-2025-unofficial')));
}

/** The page with axe in it, which its own policy would forbid. */
function scanned(html: string, width: number): string {
  const script = `axe.run().then(({ violations, passes }) => {
    parent.postMessage(JSON.stringify({
      violations: violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) })),
      passes: passes.length,
      width: document.documentElement.scrollWidth,
      inner: innerWidth,
    }), '*');
  })`;
  const inner = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</body>', () => `<script>${axe.source}</script><script>${script}</script></body>`);
  // A headless window is 500 px wide or more: a frame can be as narrow as a telephone.
  return `<!doctype html><html lang="en"><title>scan</title><body><script>
onmessage = ({ data }) => { document.body.dataset.report = data; };
</script><iframe title="page" style="width:${width}px;height:900px;border:0" srcdoc="${forMarkup(inner)}"></iframe></body></html>`;
}

async function main(): Promise<void> {
  const version = await run(chromium, ['--version']).catch(() => null);
  if (version === null) {
    console.log(`no ${chromium}: the page was not looked at (set CHROMIUM to its file)`);
    return;
  }
  console.log(version.stdout.trim());
  const html = await messyPage();
  const plain = join(folder, 'debrief.html');
  writeFileSync(plain, html);
  const faults: string[] = [];
  console.log(`page: ${Math.round(html.length / 1000)} kB`);

  const log = join(folder, 'net.json');
  const { stderr } = await browse(plain, '--enable-logging=stderr', `--log-net-log=${log}`, '--dump-dom');
  const said = stderr.split('\n').filter((line) => line.includes('CONSOLE'));
  const asked = [...readFileSync(log, 'utf8').matchAll(/"url":"((?:https?|wss?|ftp):[^"]*)"/g)].map(
    ([, url]) => url,
  );
  // Chromium asks its maker for the time, updates and a dictionary, whatever it shows.
  const own = asked.filter((url) => !/\b(?:google|gstatic|googleapis|gvt1)\.com\b/.test(url ?? ''));
  console.log(`console messages: ${said.length}; requests by the page: ${own.length}`);
  faults.push(...said, ...own.map((url) => `requested ${url}`));

  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [390, 1400]) {
      const withAxe = join(folder, `scanned-${width}.html`);
      writeFileSync(withAxe, scanned(html, width));
      const size = '--window-size=1500,1000';
      const dark = scheme === 'dark' ? ['--blink-settings=preferredColorScheme=0'] : [];
      const { stdout } = await browse(withAxe, size, ...dark, '--virtual-time-budget=20000', '--dump-dom');
      const [, encoded = ''] = /data-report="([^"]*)"/.exec(stdout) ?? [];
      const report = Report.parse(
        JSON.parse(
          encoded
            .replaceAll('&quot;', '"')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&'),
        ),
      );
      const picture = join(folder, `${scheme}-${width}.png`);
      await browse(plain, `--window-size=${width},3200`, ...dark, `--screenshot=${picture}`);
      console.log(
        `${scheme}, ${report.inner} px: axe ${report.passes} rules passed, ${report.violations.length} broken; page ${report.width} px wide; ${picture}`,
      );
      for (const { id, help, nodes } of report.violations) {
        faults.push(`${scheme} ${width}: ${id}: ${help}\n  ${nodes.slice(0, 3).join('\n  ')}`);
      }
      if (report.width > report.inner) faults.push(`${scheme} ${width}: the page is ${report.width} px wide`);
    }
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

await main();
