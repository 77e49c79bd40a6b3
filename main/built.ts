/** Where the build put things: beside this file in a clone and in the package, in `out/` when run from the source. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The built `out` folder, found upwards from the file that runs. */
export function outFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (basename(folder) === 'out' && existsSync(join(folder, 'main'))) return folder;
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'out');
    if (dirname(folder) === folder) return join(from, 'out');
  }
}

/** A built file of main: `engine.cjs`, `import-worker.cjs`. */
export function builtMain(name: string): string {
  return join(outFolder(), 'main', name);
}

/** The sample cable that the first archive is made of. */
export function sampleFile(): string {
  return join(outFolder(), 'sample', '05HANOI841.cablebrowser.txt');
}

export function rendererFolder(): string {
  return join(outFolder(), 'renderer');
}

export function preloadFile(): string {
  return join(outFolder(), 'preload', 'index.cjs');
}
