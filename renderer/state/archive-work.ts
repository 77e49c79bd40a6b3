/** What is done to the archive as a whole: verify, rebuild, withdraw, restore. */
import { create } from 'zustand';
import { call, jobName } from '../api.ts';
import { size } from '../words/figures.ts';
import { say } from '../words/say.ts';
import { setArchive, useArchive } from './archive.ts';
import { withJob } from './jobs.ts';
import { go } from './navigation.ts';
import { tell } from './notices.ts';
import type { NoticeAction } from './notices.ts';
import { didStep, tellStep } from './steps.ts';
import { redoAction, undoAction } from './work.ts';
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

/** Asks for a withdrawal or the way back, and shows the archive after it; null where it failed, which is told. */
async function change(
  method: 'archive.withdraw' | 'archive.restore',
  target: string,
): Promise<number | null> {
  const result =
    method === 'archive.withdraw'
      ? await call(method, { target, reason: say('receipt.withdraw') })
      : await call(method, { target });
  if (!result.ok) tell(result.error.message, 'fault');
  await refresh();
  return result.ok ? result.value.records : null;
}

async function withdrawn(target: string, action: () => NoticeAction): Promise<boolean> {
  const count = await change('archive.withdraw', target);
  if (count !== null) tellStep(say('receipt.withdrew', { count }), [action()]);
  return count !== null;
}

async function restored(target: string, action: () => NoticeAction): Promise<boolean> {
  const count = await change('archive.restore', target);
  if (count !== null) tellStep(say('receipt.restored', { count }), [action()]);
  return count !== null;
}

/** Takes back an import or a cable; Ctrl+Z, and the notice, undo that. */
export async function withdraw(target: string): Promise<void> {
  if (!(await withdrawn(target, undoAction))) return;
  didStep({ undo: () => restored(target, redoAction), redo: () => withdrawn(target, undoAction) });
}

/** Gives back what was withdrawn; Ctrl+Z, and the notice, undo that. */
export async function restore(target: string): Promise<void> {
  if (!(await restored(target, undoAction))) return;
  didStep({ undo: () => withdrawn(target, redoAction), redo: () => restored(target, undoAction) });
}

/** An import brought something: Ctrl+Z, and the notice that tells it in `text`, withdraw it. */
export function didImport(receipt: string, text: string, actions: NoticeAction[]): void {
  didStep({
    undo: async () => {
      const done = (await change('archive.withdraw', receipt)) !== null;
      if (done) tellStep(say('import.undone'), [redoAction()]);
      return done;
    },
    redo: () => restored(receipt, undoAction),
  });
  tellStep(text, [...actions, undoAction()]);
}

async function refresh(): Promise<void> {
  const info = await call('archive.info', {});
  if (info.ok) setArchive(info.value);
}
