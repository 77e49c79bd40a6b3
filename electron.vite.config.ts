import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { PRINT_FONT_FILES } from './archive/print/fonts.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

// CommonJS with every library inside, so the package holds no node_modules and a sandboxed preload requires nothing
// but `electron`; compiled for Node 16 and Chromium 108, the oldest that the tests' Electron and a reading room's browser have.
const commonjs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

// Files that the built program reads as they are: the fonts of the printed page, and the first archive's cable.
// The fonts' licence (OFL) asks to go with them.
const fontFolder = 'node_modules/@fontsource';
const fonts = Object.fromEntries([
  ...PRINT_FONT_FILES.map(({ family, file }) => [file, `${fontFolder}/${family}/files/${file}`]),
  ...PRINT_FONT_FILES.map(({ family }) => [`LICENSE-${family}.txt`, `${fontFolder}/${family}/LICENSE`]),
]);
const sample = { '05HANOI841.cablebrowser.txt': 'archive/sample/05HANOI841.cablebrowser.txt' };

/** Copies files into a folder of the build: their name there, and where they are. */
function copied(folder: string, files: Readonly<Record<string, string>>): Plugin {
  return {
    name: `copied-${folder}`,
    async writeBundle() {
      await rm(at(`out/${folder}`), { recursive: true, force: true });
      await mkdir(at(`out/${folder}`), { recursive: true });
      await Promise.all(
        Object.entries(files).map(([name, file]) => copyFile(at(file), at(`out/${folder}/${name}`))),
      );
    },
  };
}

// npm links the commands of dependencies, never a project's own: this makes `npx valise` work in a clone, offline too.
const command = 'out/main/cli.cjs';
const commandFiles: Record<string, string> =
  process.platform === 'win32'
    ? { 'valise.cmd': `@node "%~dp0\\..\\..\\${command.replaceAll('/', '\\')}" %*\r\n` }
    : { valise: `#!/bin/sh\nexec node "$(dirname "$(realpath "$0")")/../../${command}" "$@"\n` };

/** Makes the command runnable, and known to `npx`. */
function linkedCommand(): Plugin {
  return {
    name: 'linked-command',
    async writeBundle() {
      await chmod(at(command), 0o755);
      await mkdir(at('node_modules/.bin'), { recursive: true });
      for (const [name, text] of Object.entries(commandFiles)) {
        await writeFile(at(`node_modules/.bin/${name}`), text, { mode: 0o755 });
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [copied('fonts', fonts), copied('sample', sample), linkedCommand()],
    build: {
      target: 'node16',
      externalizeDeps: false,
      outDir: at('out/main'),
      rollupOptions: {
        input: {
          index: at('main/electron/index.ts'),
          start: at('main/start.ts'),
          cli: at('main/cli/index.ts'),
          engine: at('archive/worker/entry.ts'),
          'import-worker': at('archive/import/worker-entry.ts'),
        },
        output: commonjs,
      },
    },
  },
  preload: {
    build: {
      target: 'node16',
      externalizeDeps: false,
      outDir: at('out/preload'),
      rollupOptions: { input: { index: at('preload/index.ts') }, output: commonjs },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome108',
      // A third of the size, and a tenth of a second less to read at each start.
      minify: true,
      // It comes from the disk, in one piece: the warning is meant for what crosses a network.
      chunkSizeWarningLimit: 1500,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
