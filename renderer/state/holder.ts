/** Who has the archive open for writing, where it is open here for reading. */
import { create } from 'zustand';
import { call, listen } from '../api.ts';
import { say } from '../words/say.ts';
import { setArchive, useArchive } from './archive.ts';
import { tell } from './notices.ts';
import type { LockHolder } from '../../preload/contract/index.ts';

interface HolderState {
  holder: LockHolder | null;
  /** false until the host answered */
  known: boolean;
}

export const useHolder = create<HolderState>(() => ({ holder: null, known: false }));

function standing({ holder, known }: HolderState): 'held' | 'free' | 'unknown' {
  if (!known) return 'unknown';
  return holder === null || holder.ended ? 'free' : 'held';
}

function take(holder: LockHolder | null): void {
  const before = useHolder.getState();
  useHolder.setState({ holder, known: true });
  if (standing(before) !== 'held' || standing({ holder, known: true }) !== 'free') return;
  tell(say('lock.free.told'), 'done', [{ label: say('lock.write'), run: () => void openForWriting(false) }]);
}

/** Asks the host once, and listens from then on while the archive is open for reading; the answer ends it. */
export function followHolder(): () => void {
  const ask = async (): Promise<void> => {
    const found = await call('archive.holder', {});
    if (found.ok) take(found.value);
  };
  const ends = [
    listen('holder', ({ holder }) => take(holder)),
    useArchive.subscribe(({ info }, before) => {
      if (info?.id === before.info?.id && info?.readOnly === before.info?.readOnly) return;
      useHolder.setState({ holder: null, known: false });
      if (info?.readOnly === true) void ask();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Opens the archive once more, for writing; one that is still held stays open for reading, and its notices say so. */
export async function openForWriting(takeOver: boolean): Promise<void> {
  const result = await call('library.reopen', { takeOver });
  if (result.ok) setArchive(result.value);
  else tell(result.error.message, 'fault');
  const found = await call('archive.holder', {});
  if (found.ok && useArchive.getState().info?.readOnly === true) take(found.value);
}
