/** The person's work on the cable that is read: its notes, and its highlights where they lie in the text that is shown. */
import { useEffect, useRef, useState } from 'react';
import { call } from '../api.ts';
import { useArchive } from './archive.ts';
import { useWork } from './work.ts';
import type { CableWork } from '../../preload/contract/index.ts';

/** The work on a record of a cable; null until it came. It is asked for anew whenever the work or the archive changed. */
export function useCableWork(id: string, key: string | null): CableWork | null {
  const revision = useWork(state => state.revision);
  const generation = useArchive(state => state.info?.generation ?? -1);
  const [work, setWork] = useState<CableWork | null>(null);
  const newest = useRef<object | null>(null);
  useEffect(() => {
    const mine = { revision, generation };
    newest.current = mine;
    if (key === null) return undefined;
    void call('work.cable', { id, key }).then(result => {
      // Where it can't be had, the text can still be read; steps tell their own faults.
      if (newest.current === mine && result.ok) setWork(result.value);
    });
    return () => {
      newest.current = null;
    };
  }, [id, key, revision, generation]);
  return work?.key === key ? work : null;
}
