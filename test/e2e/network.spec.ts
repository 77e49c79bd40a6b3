import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readNetLogs } from '../support/network/logging-browser.ts';
import { callsToOutside, canTrace, traced } from '../support/network/system-calls.ts';
import { dropOn } from './host.ts';
import { expect, fixture, test, watch } from './fixtures.ts';

// On the serve host this holds for the host and the Chromium that prints; the page's own browser is Playwright's here.
test('nothing leaves the machine while a cable is imported, searched, read and printed', async ({
  startHost,
  scratch,
}) => {
  test.skip(process.platform === 'win32', 'the browser is wrapped in a shell script');
  test.setTimeout(180_000);
  const netLog = join(scratch, 'net-logs');
  await mkdir(netLog);
  const calls = join(scratch, 'system-calls.txt');
  const tracing = await canTrace();
  const started = await startHost({
    home: join(scratch, 'home'),
    scratch,
    netLog,
    ...(tracing ? { under: traced(calls) } : {}),
  });
  const { page } = started;
  const faults = watch(page);

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await dropOn(page, [fixture('06RANGOON9901-generated.txt')]);
  await expect(
    page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Receipt' }),
  ).toBeVisible();
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search cables' }).fill('zymurgical');
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().dblclick();
  await started.saved(() =>
    page.getByRole('toolbar', { name: 'This cable' }).getByRole('button', { name: 'Save as PDF' }).click(),
  );
  // What a browser does in the background, it does a while after its start.
  await page.waitForTimeout(5_000);
  await started.close();
  // strace ends a moment after what it watched.
  await setTimeout(1_000);

  expect(faults).toEqual([]);
  expect((await readNetLogs(netLog)).leaks).toEqual([]);
  if (tracing) expect(callsToOutside(calls)).toEqual([]);
  else test.info().annotations.push({ type: 'skipped', description: 'strace is not here or may not trace' });
});
