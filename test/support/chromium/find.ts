/** Finds the Chromium for the tests: an installed one, Playwright's, or one that is installed now. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { inRepository } from '../repository.ts';
import { runCommand } from '../run-command.ts';

export type FoundChromium = { path: string; label: string } | { missing: string };

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  name => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const INSTALL_MS = 600_000;

/**
 * The first Chromium that starts: VALISE_CHROMIUM, an installed one, Playwright's, else one from Playwright's installer,
 * else from apt (as root). Where all fail, one sentence that says what to do.
 */
export async function findChromium(): Promise<FoundChromium> {
  for (const path of installed()) {
    const version = await runCommand(path, ['--version'], { timeout: 30_000 });
    if (version.code === 0) return { path, label: `${version.stdout.trim()} (${path})` };
    if (process.platform === 'win32' && existsSync(path)) return { path, label: path }; // no --version there
  }
  console.log("No Chromium, Chrome or Edge here; trying Playwright's installer ...");
  const cli = inRepository('node_modules', '@playwright', 'test', 'cli.js');
  const fetched = await runCommand(process.execPath, [cli, 'install', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeout: INSTALL_MS,
  });
  const own = await started(chromium.executablePath());
  if (fetched.code === 0 && own) return own;
  const byApt = await installWithApt();
  if (byApt) return byApt;
  return {
    missing:
      'no Chromium, Chrome or Edge is installed and none could be downloaded; install one (on Debian as root: apt-get install chromium) or name one in VALISE_CHROMIUM',
  };
}

async function installWithApt(): Promise<FoundChromium | undefined> {
  if (process.getuid?.() !== 0 || (await runCommand('apt-get', ['--version'])).code !== 0) return undefined;
  console.log('Installing Chromium with apt-get ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-q'], { env, timeout: INSTALL_MS });
  const words = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await runCommand('apt-get', words, { env, timeout: INSTALL_MS });
  return started('/usr/bin/chromium');
}

async function started(path: string): Promise<FoundChromium | undefined> {
  const version = await runCommand(path, ['--version'], { timeout: 30_000 });
  return version.code === 0 ? { path, label: `${version.stdout.trim()} (${path})` } : undefined;
}

function installed(): string[] {
  const named = process.env['VALISE_CHROMIUM'];
  if (named) return [named];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap(command => folders.map(folder => join(folder, command)));
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(name => {
    const folder = process.env[name];
    return folder ? WINDOWS.map(path => join(folder, path)) : [];
  });
  const places = process.platform === 'win32' ? windows : process.platform === 'darwin' ? MAC : onPath;
  return [...places, chromium.executablePath()].filter(path => existsSync(path));
}
