/** Finds an installed Chromium, Chrome or Edge: the printer of every host but Electron. */
import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Browser {
  path: string;
  /** as people call it: `Chromium`, `Google Chrome` */
  name: string;
}

/**
 * The browser to print with, or null: the environment's VALISE_BROWSER before all, then what is installed in the
 * system's usual places, then what Playwright downloaded. A VALISE_BROWSER that can't be run is not passed over: null.
 */
export async function findBrowser(environment = process.env): Promise<Browser | null> {
  const chosen = environment['VALISE_BROWSER'];
  if (chosen !== undefined && chosen !== '') {
    return (await canRun(chosen)) ? { path: chosen, name: nameOf(chosen) } : null;
  }
  for (const browser of [...installed(environment), ...(await playwrights(environment))]) {
    if (await canRun(browser.path)) return browser;
  }
  return null;
}

function installed(environment: NodeJS.ProcessEnv): Browser[] {
  if (process.platform === 'win32') return onWindows(environment);
  if (process.platform === 'darwin') return onMac();
  const commands: [string, string][] = [
    ['chromium', 'Chromium'],
    ['chromium-browser', 'Chromium'],
    ['google-chrome-stable', 'Google Chrome'],
    ['google-chrome', 'Google Chrome'],
    ['microsoft-edge-stable', 'Microsoft Edge'],
    ['microsoft-edge', 'Microsoft Edge'],
  ];
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return commands.flatMap(([command, name]) =>
    folders.filter(folder => folder.startsWith('/')).map(folder => ({ path: join(folder, command), name })),
  );
}

function onWindows(environment: NodeJS.ProcessEnv): Browser[] {
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(key => environment[key] ?? []);
  const programs: [string, string][] = [
    ['Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
    ['Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft Edge'],
    ['Chromium\\Application\\chrome.exe', 'Chromium'],
  ];
  return programs.flatMap(([program, name]) => roots.map(root => ({ path: join(root, program), name })));
}

function onMac(): Browser[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return ['/Applications', join(homedir(), 'Applications')].flatMap(folder =>
    names.map(name => ({ path: join(folder, `${name}.app`, 'Contents', 'MacOS', name), name })),
  );
}

/** What `playwright install chromium` left in its cache, the newest first. */
async function playwrights(environment: NodeJS.ProcessEnv): Promise<Browser[]> {
  const folder = environment['PLAYWRIGHT_BROWSERS_PATH'] ?? playwrightCache(environment);
  const entries = await readdir(folder).catch(() => []);
  const builds = entries
    .filter(entry => /^chromium(?:_headless_shell)?-\d+$/.test(entry))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  const programs = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-headless-shell-linux64', 'chrome-headless-shell'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ];
  return builds.flatMap(build =>
    programs.map(program => ({ path: join(folder, build, ...program), name: 'Playwright’s Chromium' })),
  );
}

function playwrightCache(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return join(environment['LOCALAPPDATA'] ?? homedir(), 'ms-playwright');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  return join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright');
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function nameOf(path: string): string {
  if (/edge/i.test(path)) return 'Microsoft Edge';
  return /google|chrome\b/i.test(path) && !/chromium/i.test(path) ? 'Google Chrome' : 'Chromium';
}
