/** Starts the built Valise in the real Electron under Playwright. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { executableScript } from '../executable-script.ts';
import { inRepository } from '../repository.ts';
import type { ElectronRuntime } from './runtime.ts';

export interface LaunchOptions {
  runtime: ElectronRuntime;
  /** added to the environment; `VALISE_HOME` keeps the run apart from the person's own Valise */
  env?: Record<string, string>;
  /** Chromium's switches, before the program */
  switches?: readonly string[];
  /** arguments of the program */
  args?: readonly string[];
  /** a command that runs the runtime: its words stand before it (strace and the like) */
  under?: readonly string[];
  /** the built main; another one only to try the runtime itself */
  program?: string;
}

/** Launches and answers Playwright's application; the caller closes it. Needs a display in the environment. */
export async function launchElectron(options: LaunchOptions): Promise<ElectronApplication> {
  const { runtime } = options;
  const executable = options.under ? await wrapper(options.under, runtime.path) : runtime.path;
  return _electron.launch({
    executablePath: executable,
    // Playwright would switch the sandbox off of its own accord; the runtime's own arguments say when it must be.
    chromiumSandbox: true,
    args: [
      ...runtime.args,
      ...(options.switches ?? []),
      options.program ?? inRepository('out', 'main', 'index.cjs'),
      ...(options.args ?? []),
    ],
    env: { ...definedEnvironment(), ...runtime.env, ...options.env },
    timeout: 60_000,
  });
}

/** Playwright puts arguments of its own first, so that a command before the executable has to be a script. */
async function wrapper(words: readonly string[], executable: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'valise-under-'));
  return executableScript(folder, 'electron', [...words, executable]);
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
