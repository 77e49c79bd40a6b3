/** Finds the Chromium for the tests as Valise itself does; where there is none, has one installed. */
import { findBrowser } from '../../../main/print/find-browser.ts';
import { inRepository } from '../repository.ts';
import { lastLine, runCommand } from '../run-command.ts';

export type FoundChromium = { path: string; label: string } | { missing: string };

const INSTALL_MS = 600_000;

/**
 * The first Chromium that starts: an installed one (VALISE_BROWSER before all), else one from Playwright's installer, else
 * one from apt (as root). Where all fail, what was tried and what to do.
 */
export async function findChromium(): Promise<FoundChromium> {
  const present = await installedBrowser();
  if ('path' in present) return present;
  console.log("No Chromium, Chrome or Edge runs here; trying Playwright's installer ...");
  const cli = inRepository('node_modules', '@playwright', 'test', 'cli.js');
  await runCommand(process.execPath, [cli, 'install', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeout: INSTALL_MS,
  });
  const fetched = await installedBrowser();
  if ('path' in fetched) return fetched;
  await installWithApt();
  const installed = await installedBrowser();
  if ('path' in installed) return installed;
  return {
    missing:
      `${installed.missing}, and none could be downloaded; install one (on Debian as root: ` +
      'apt-get install chromium) or name one in VALISE_BROWSER',
  };
}

async function installedBrowser(): Promise<FoundChromium> {
  const browser = await findBrowser();
  if (browser === null) return { missing: 'no Chromium, Chrome or Edge is installed' };
  // On Windows the question would open a window.
  if (process.platform === 'win32') return { path: browser.path, label: browser.name };
  const version = await runCommand(browser.path, ['--version'], { timeout: 30_000 });
  if (version.code === 0) return { path: browser.path, label: `${version.stdout.trim()} (${browser.path})` };
  return { missing: `${browser.path} does not start (${lastLine(version.stderr)})` };
}

async function installWithApt(): Promise<void> {
  if (process.getuid?.() !== 0 || (await runCommand('apt-get', ['--version'])).code !== 0) return;
  console.log('Installing Chromium with apt-get ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-q'], { env, timeout: INSTALL_MS });
  const words = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await runCommand('apt-get', words, { env, timeout: INSTALL_MS });
}
