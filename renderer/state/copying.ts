/** Copying the archive: asked for in a dialog, done in the background, told on the status line. */
import { call, jobName } from '../api.ts';
import { say } from '../words/say.ts';
import { useArchive } from './archive.ts';
import { withJob } from './jobs.ts';
import { tell } from './notices.ts';

/** Copies the archive, with the person's own work or without it. The host asks for the folder. */
export async function copyArchive(notes: boolean): Promise<void> {
  const { info } = useArchive.getState();
  if (info === null) return;
  const job = jobName('copy');
  await withJob(job, say('copy.job', { name: info.name }), true, async () => {
    const result = await call('archive.copy', { job, notes });
    if (!result.ok) {
      if (result.error.code === 'cancelled') tell(say('copy.cancelled'));
      else tell(result.error.message, 'fault');
      return;
    }
    // null: the person closed the host's dialog.
    if (result.value === null) return;
    const { name: folder, place, cables, faults } = result.value;
    if (faults.length === 0) tell(say('copy.done', { cables, folder, place }));
    else tell(say('copy.faulty', { count: faults.length, folder, place }), 'fault');
  });
}
