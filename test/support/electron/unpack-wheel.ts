/** From the wheel to a runtime folder: a zip that holds a tar that holds an AppImage that holds Electron. */
import { createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { openPromise } from 'yauzl';
import { lastLine, runCommand } from '../run-command.ts';

/** What of the AppImage is the other program's, not Electron's. */
const FOREIGN = [
  'usr',
  'AppRun',
  '.DirIcon',
  'fiftyone.desktop',
  'fiftyone.png',
  'resources/app.asar',
  'resources/app-update.yml',
];

/** Unpacks the runtime below `folder`, with our default app inside, and answers where it lies. Throws with the reason. */
export async function unpackRuntime(wheel: string, folder: string, defaultApp: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const image = await takeImage(wheel, folder);
  await chmod(image, 0o755);
  // The image unpacks itself; it needs no FUSE for that.
  const done = await runCommand(image, ['--appimage-extract'], { cwd: folder, timeout: 120_000 });
  if (done.code !== 0) throw new Error(lastLine(done.stderr) || `the AppImage ended with ${done.code}`);

  const runtime = join(folder, 'squashfs-root');
  for (const entry of FOREIGN) await rm(join(runtime, entry), { recursive: true, force: true });
  await rename(join(runtime, 'fiftyone'), join(runtime, 'electron'));
  const app = join(runtime, 'resources', 'app');
  await mkdir(app);
  await copyFile(defaultApp, join(app, 'main.cjs'));
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'default-app', main: 'main.cjs' }));
  // Another user of this machine may run what root has fetched.
  const opened = await runCommand('chmod', ['-R', 'a+rX', runtime]);
  if (opened.code !== 0) throw new Error(lastLine(opened.stderr));
  return runtime;
}

async function takeImage(wheel: string, folder: string): Promise<string> {
  const zip = await openPromise(wheel);
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('.AppImage.tar.gz')) continue;
      return await takeFromTar(await zip.openReadStreamPromise(entry), folder);
    }
  } finally {
    zip.close();
  }
  throw new Error('the wheel holds no AppImage');
}

async function takeFromTar(packed: Readable, folder: string): Promise<string> {
  let image: string | undefined;
  const entries = extract();
  const unpacking = pipeline(packed, createGunzip(), entries);
  for await (const entry of entries) {
    if (!entry.header.name.endsWith('.AppImage')) {
      entry.resume();
      continue;
    }
    image = join(folder, basename(entry.header.name));
    await pipeline(entry, createWriteStream(image));
  }
  await unpacking;
  if (image === undefined) throw new Error("the wheel's archive holds no AppImage");
  return image;
}
