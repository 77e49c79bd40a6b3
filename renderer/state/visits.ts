/** The visit of the cable that is opened: written once its text is drawn, or sooner where something else hangs on it. */
import { call } from '../api.ts';
import { loadWork, useWork } from './work.ts';

let due: (() => void) | null = null;
let writing: Promise<void> = Promise.resolve();

async function write(cable: string): Promise<void> {
  const result = await call('work.visit', { cable });
  // Costs the reader nothing where it fails.
  if (!result.ok) return;
  const { revision } = result.value;
  useWork.setState(before => ({ revision: Math.max(revision, before.revision) }));
}

/** Plans the visit of a cable. The answer writes it, once, however often it is called. */
export function planVisit(cable: string): () => void {
  const visit = (): void => {
    if (due !== visit) return;
    due = null;
    writing = write(cable);
  };
  // The one before is left, and was visited all the same.
  due?.();
  due = visit;
  return visit;
}

/** Brings the work up to the visits so far: before a mark is set or taken that a visit would set, too. */
export async function settleVisits(): Promise<void> {
  due?.();
  await writing;
  if ((useWork.getState().work?.revision ?? -1) < useWork.getState().revision) await loadWork();
}
