/** Compiles a TypeScript entry with all its libraries into one file for Node, the way the product is compiled. */
import { join } from 'node:path';
import { build } from 'vite';

/** Writes `folder/entry.cjs` and answers its path. */
export async function bundleForNode(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      target: 'node16',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'entry.cjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'entry.cjs');
}
