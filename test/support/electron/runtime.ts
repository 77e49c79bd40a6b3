/**
 * Which Electron the end-to-end tests drive. The first of: the one that the environment names, the `electron` package's
 * own, Electron 22 out of a Python wheel. Always a real Electron; the label says which.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { probeElectron } from './probe.ts';
import { packagedElectron } from './npm-package.ts';
import { buildShim } from './build-shim.ts';
import { electronFromWheel } from './wheel.ts';
import { sandboxObstacle } from './sandbox.ts';

export interface ElectronRuntime {
  /** the executable */
  path: string;
  /** what goes before the program: sandbox switch, shim */
  args: string[];
  /** what the environment needs besides */
  env: Record<string, string>;
  version: string;
  /** for people: version, engine and where it came from */
  label: string;
}

/** Either a runtime that starts, or one sentence why there is none. */
export type FoundElectron = { runtime: ElectronRuntime } | { missing: string };

type Candidate = { executable: string; origin: string } | { missing: string };

/** The first Electron whose main process reads everything we compile to without help (its Node is 20). */
const FIRST_WITHOUT_SHIM = 30;

let found: Promise<FoundElectron> | undefined;

/** Finds the runtime, downloading it where it must; the answer is kept for the life of this process. */
export function findElectron(): Promise<FoundElectron> {
  found ??= find();
  return found;
}

async function find(): Promise<FoundElectron> {
  const candidate = await firstCandidate();
  if ('missing' in candidate) return candidate;
  const probe = await probeElectron(candidate.executable);
  if ('missing' in probe) return probe;
  const obstacle = await sandboxObstacle();
  if (obstacle) return { missing: obstacle };

  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const old = Number.parseInt(probe.electron, 10) < FIRST_WITHOUT_SHIM;
  const shim = old ? await buildShim() : undefined;
  return {
    runtime: {
      path: candidate.executable,
      args: shim ? [...sandbox, '-r', shim.main] : sandbox,
      env: shim ? { VALISE_TEST_SHIM: shim.folder } : {},
      version: probe.electron,
      label:
        `Electron ${probe.electron} (Node ${probe.node}), ${candidate.origin}` +
        (old ? ', with the shim for old runtimes' : '') +
        (sandbox.length > 0 ? ', as root without the sandbox' : ', sandboxed'),
    },
  };
}

async function firstCandidate(): Promise<Candidate> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named) {
    const executable = join(named, executableName());
    return existsSync(executable)
      ? { executable, origin: 'from ELECTRON_OVERRIDE_DIST_PATH' }
      : { missing: `ELECTRON_OVERRIDE_DIST_PATH names ${named}, which holds no ${executableName()}.` };
  }
  const own = await packagedElectron();
  if ('executable' in own) return { ...own, origin: "the electron package's own" };
  const wheel = await electronFromWheel();
  if ('executable' in wheel) return { ...wheel, origin: 'from a Python wheel, for tests only' };
  return { missing: `${own.missing} ${wheel.missing}` };
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return 'electron';
}
