/** What is done to the archive as a whole: verify, rebuild, withdraw, restore. */
import { create } from 'zustand';
import { call, jobName } from '../api.ts';
import { size } from '../words/figures.ts';
import { say } from '../words/say.ts';
import { setArchive, useArchive } from './archive.ts';
import { withJob } from './jobs.ts';
import { go } from './navigation.ts';
import { tell } from './notices.ts';
import type { VerifyReport } from '../../preload/contract/index.ts';

/** The last report of `verify`, for the library. */
export const useReport = create<{ report: VerifyReport | null }>(() => ({ report: null }));

/** Proves the archive against its checksums. */
export async function verifyArchive(): Promise<void> {
  const { info } = useArchive.getState();
  if (info === null) return;
  const job = jobName('verify');
  await withJob(job, say('library.verifyJob', { name: info.name }), true, async () => {
    const result = await call('archive.verify', { job });
    if (!result.ok) {
      if (result.error.code !== 'cancelled') tell(result.error.message, 'fault');
      return;
    }
    const report = result.value;
    useReport.setState({ report });
    if (report.ok) tell(say('library.allWell', { records: report.records, bytes: size(report.bytes) }));
    else {
      const look = { label: say('room.library'), run: () => go({ room: 'library' }) };
      tell(say('library.faults', { count: report.faults.length }), 'fault', [look]);
    }
    const now = await call('archive.info', {});
    if (now.ok) setArchive(now.value);
  });
}

/** Makes the search index anew from the packs. */
export async function rebuildIndex(): Promise<void> {
  const job = jobName('rebuild');
  await withJob(job, say('library.rebuildJob'), true, async () => {
    const result = await call('archive.rebuild', { job });
    if (result.ok) {
      setArchive(result.value);
      tell(say('library.rebuilt'));
    } else if (result.error.code !== 'cancelled') tell(result.error.message, 'fault');
  });
}

/** Takes back an import or a cable; the notice offers to undo that. */
export async function withdraw(target: string): Promise<void> {
  const result = await call('archive.withdraw', { target, reason: say('receipt.withdraw') });
  if (!result.ok) {
    tell(result.error.message, 'fault');
    return;
  }
  const back = { label: say('import.undo'), run: () => void restore(target) };
  tell(say('receipt.withdrew', { count: result.value.records }), 'done', [back]);
  await refresh();
}

export async function restore(target: string): Promise<void> {
  const result = await call('archive.restore', { target });
  if (result.ok) tell(say('receipt.restored', { count: result.value.records }));
  else tell(result.error.message, 'fault');
  await refresh();
}

async function refresh(): Promise<void> {
  const info = await call('archive.info', {});
  if (info.ok) setArchive(info.value);
}
