/** Which cables were read: opened, or marked so by hand. */
import { say } from '../words/say.ts';
import { settleVisits } from './visits.ts';
import { editWork, useWork } from './work.ts';
import type { Work } from '../../preload/contract/index.ts';

/** Made once for each state of the work: every row of a list asks. */
const sets = new WeakMap<Work['readMarks'], ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

function readOf(work: Work | null): ReadonlySet<string> {
  if (work === null) return none;
  let set = sets.get(work.readMarks);
  if (set === undefined) {
    set = new Set(work.readMarks.map(({ cable }) => cable));
    sets.set(work.readMarks, set);
  }
  return set;
}

/** Whether a cable was read. */
export const useIsRead = (cable: string): boolean => useWork(({ work }) => readOf(work).has(cable));

/** Marks cables as read or unread, as one step. */
export async function markRead(cables: readonly string[], read: boolean): Promise<void> {
  if (cables.length === 0) return;
  const text = say(read ? 'read.markedRead' : 'read.markedUnread', {
    count: cables.length,
    id: cables[0] ?? '',
  });
  await editWork({ kind: 'mark-read', cables: [...cables], read }, text);
}

/** Marks as unread what is read; where any of them is unread, all as read. What is being opened is read. */
export async function toggleRead(cables: readonly string[]): Promise<void> {
  await settleVisits();
  const read = readOf(useWork.getState().work);
  await markRead(cables, !cables.every(cable => read.has(cable)));
}
