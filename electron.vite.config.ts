import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

// CommonJS with every library inside, so the package holds no node_modules and a sandboxed preload requires nothing
// but `electron`; compiled for Node 16 and Chromium 108, the oldest that the tests' Electron and a reading room's browser have.
const commonjs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
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
      outDir: at('out/renderer'),
      emptyOutDir: true,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
