import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { printPage } from '../../../archive/print/page.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { findBrowser } from '../../../main/print/find-browser.ts';
import { printFonts } from '../../../main/print/fonts.ts';
import { withPrinter } from '../../../main/print/print-pdf.ts';
import { executableScript } from '../../support/executable-script.ts';
import { runCommand } from '../../support/run-command.ts';
import { sampleCable } from '../../support/shown-cable.ts';

const browser = await findBrowser();
const strace = (await runCommand('strace', ['-V'])).code === 0;

/** Chromium asks the kernel for a route to this address to learn whether there is IPv6; a UDP connect sends nothing. */
const IPV6_PROBE = '2001:4860:4860::8888';

it.skipIf(browser === null || !strace)('sends nothing to any network while it prints', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'valise-no-network-'));
  const log = join(folder, 'calls');
  const path = await executableScript(folder, 'watched-browser', [
    'strace',
    '-f',
    '-qq',
    '-e',
    'trace=connect,sendto,sendmsg,sendmmsg',
    '-o',
    log,
    browser?.path ?? '',
  ]);
  const cable = sampleCable();
  const about = { printed: '2026-11-23T10:00:00Z', program: 'Valise 9.9.9', fonts: await printFonts() };
  const pdf = await withPrinter(
    async print => {
      const printed = await print(printPage(cable, readingOf(cable), about));
      await wait(4000); // what a browser does unasked, it does in its first seconds
      return printed;
    },
    { browser: { path, name: 'Watched' } },
  );
  expect(pdf.length).toBeGreaterThan(10_000);
  const calls = readFileSync(log, 'utf8').split('\n');
  rmSync(folder, { recursive: true });
  expect(calls.length).toBeGreaterThan(20);
  const outward = calls
    .filter(call => /AF_INET/.test(call))
    .filter(call => !(call.includes('connect(') && call.includes(IPV6_PROBE)))
    .filter(call => !/127\.0\.0\.1|"::1"/.test(call));
  expect(outward).toEqual([]);
});
