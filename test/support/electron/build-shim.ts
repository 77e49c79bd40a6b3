/**
 * Compiles the shim to CommonJS for Node 16, each part one file with its libraries inside: a sandboxed preload can require
 * nothing but `electron`, and NODE_OPTIONS must work wherever the engine's process runs.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { inRepository } from '../repository.ts';

const source = inRepository('test', 'support', 'electron', 'shim');

/** Compiles the shim (under a second) and answers its folder and the file for the main process. */
export async function buildShim(): Promise<{ folder: string; main: string }> {
  const folder = inRepository('node_modules', '.cache', 'valise', 'electron-shim');
  for (const part of ['node', 'main', 'preload']) {
    await build({
      configFile: false,
      logLevel: 'error',
      root: source,
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(source, `${part}.ts`),
        target: 'node16',
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        rollupOptions: {
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: `${part}.cjs`, codeSplitting: false },
        },
      },
    });
  }
  return { folder, main: join(folder, 'main.cjs') };
}
