/** Methods about the host itself: what it is, and its dialogs. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { VERSION } from '../program.ts';
import type { Context, HandlersOf } from './context.ts';

export function hostHandlers({ host, handles, library, jobs }: Context): HandlersOf<'host' | 'job'> {
  return {
    'host.info': async () => ({
      host: host.kind,
      version: VERSION,
      runtime: host.runtime,
      platform: process.platform,
      firstStart: library.firstStart,
      can: await host.can(),
    }),
    'host.chooseFiles': async ({ folders }) => {
      const chosen = await host.chooseFiles(folders);
      return chosen.map(path => handles.give({ path, name: basename(path) }));
    },
    'job.cancel': async ({ job }) => ({ cancelled: jobs.cancel(job) }),
  };
}

/** Whether a path that the person gave is still there. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
