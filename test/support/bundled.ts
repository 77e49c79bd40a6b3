/** A TypeScript file of ours as one CommonJS program, for tests that start it as a process of its own. */
import { join } from 'node:path';
import { build } from 'vite';
import { inRepository } from './repository.ts';

/** Builds the entries (name -> file from the project's root) into `folder`; answers the path of each by its name. */
export async function bundled<Name extends string>(
  folder: string,
  entries: Record<Name, string>,
): Promise<(name: Name) => string> {
  const input: Record<string, string> = {};
  for (const name in entries) input[name] = inRepository(entries[name]);
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRepository('.'),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  });
  return name => join(folder, `${name}.cjs`);
}
