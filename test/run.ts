/**
 * `npm test`: everything; `npm run test:e2e`: both hosts; `npm run test:electron`: the real Electron alone.
 * What can't run on this machine is skipped with one line that says why; the last line counts all suites.
 */
import { findChromium } from './support/chromium/find.ts';
import { openDisplay } from './support/electron/display.ts';
import { findElectron } from './support/electron/runtime.ts';
import { buildWhereStale } from './support/suites/build.ts';
import { runEndToEndTests } from './support/suites/end-to-end.ts';
import { add, lineOf, none, notRun } from './support/suites/tally.ts';
import type { Tally } from './support/suites/tally.ts';
import { runUnitTests } from './support/suites/unit.ts';

const parts = { all: true, e2e: true, electron: true } as const;

/** On a build machine a missing Electron is a fault of the machine, not a reason to test less. */
const electronRequired = Boolean(process.env['CI']) || process.env['VALISE_REQUIRE_ELECTRON'] === '1';

async function main(part: string): Promise<Tally> {
  if (!(part in parts)) {
    console.error(`Unknown part: ${part}. There are: e2e, electron; none means all.`);
    return notRun(true);
  }
  const electron = await findElectron();
  console.log(
    'runtime' in electron ? `Electron for the tests: ${electron.runtime.label}` : noElectron(electron),
  );
  const chromium = part === 'electron' ? undefined : await findChromium();
  if (chromium) {
    console.log(
      'path' in chromium ? `Chromium for the tests: ${chromium.label}` : `Chromium: ${chromium.missing}`,
    );
  }
  if (!(await buildWhereStale())) return notRun(true);

  const env: Record<string, string> = chromium && 'path' in chromium ? { VALISE_BROWSER: chromium.path } : {};
  let tally = none;
  if (part === 'all') tally = add(tally, await runUnitTests(env));
  if (part !== 'electron') {
    const served = chromium && 'path' in chromium;
    if (!served) console.log(`End-to-end on the serve host: skipped, ${chromium?.missing ?? 'no Chromium'}.`);
    tally = add(tally, served ? await runEndToEndTests('serve', env) : notRun(false));
  }
  return add(tally, await electronSuite('runtime' in electron, env));
}

async function electronSuite(hasRuntime: boolean, env: Record<string, string>): Promise<Tally> {
  if (!hasRuntime) return notRun(electronRequired);
  const display = await openDisplay();
  if ('missing' in display) {
    console.log(`End-to-end in Electron: ${electronRequired ? 'FAILED' : 'skipped'}. ${display.missing}`);
    return notRun(electronRequired);
  }
  try {
    return await runEndToEndTests('electron', { ...env, ...display.env });
  } finally {
    display.stop();
  }
}

function noElectron(reason: { missing: string }): string {
  return `End-to-end in Electron: ${electronRequired ? 'FAILED' : 'skipped'}. ${reason.missing}`;
}

void main(process.argv[2] ?? 'all').then(end);

function end(total: Tally): void {
  console.log(lineOf(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}
