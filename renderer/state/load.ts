/** Loading in components: the last answer stays until the next one is there, and only the newest counts. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { cableAtHand, loadCable } from './cables.ts';
import type { OpenCable } from './cables.ts';
import { useArchive } from './archive.ts';
import type { ErrorShape, Result } from '../../preload/contract/index.ts';

export type Loaded<T> =
  { kind: 'waiting' } | { kind: 'here'; value: T } | { kind: 'fault'; fault: ErrorShape };

/** Runs `load` when `name` changes, and again when the archive does. `name` null loads nothing. */
export function useLoaded<T>(
  name: string | null,
  load: () => Promise<Result<T>>,
): Loaded<T> & { again: () => void } {
  const generation = useArchive(state => state.info?.generation ?? -1);
  const [loaded, setLoaded] = useState<Loaded<T> & { name: string | null }>({ kind: 'waiting', name: null });
  const [tries, setTries] = useState(0);
  const newest = useRef<object | null>(null);
  const start = useEffectEvent(load);
  useEffect(() => {
    const mine = name === null ? null : { name, generation, tries };
    newest.current = mine;
    if (mine === null) return undefined;
    void start().then(result => {
      if (newest.current !== mine) return;
      setLoaded(
        result.ok
          ? { kind: 'here', value: result.value, name }
          : { kind: 'fault', fault: result.error, name },
      );
    });
    return () => {
      newest.current = null;
    };
  }, [name, generation, tries]);
  const again = (): void => setTries(tries + 1);
  return loaded.name === name ? { ...loaded, again } : { kind: 'waiting', again };
}

interface CableState {
  /** the one that was asked for when this came */
  id: string | null;
  cable: OpenCable | null;
  fault: ErrorShape | null;
}

/** The cable to show: the one asked for once it is there, and until then the one before. `id` null shows none. */
export function useCable(id: string | null, key?: string): CableState {
  const generation = useArchive(state => state.info?.generation ?? -1);
  const [state, setState] = useState<CableState>({ id: null, cable: null, fault: null });
  const newest = useRef({ id, generation });
  useEffect(() => {
    const mine = { id, generation };
    newest.current = mine;
    if (id === null) return;
    void loadCable(id, key).then(result => {
      if (newest.current !== mine) return;
      setState(before => {
        if (!result.ok) return { id, cable: before.id === id ? before.cable : null, fault: result.error };
        const same = before.id === id && before.cable === result.value && before.fault === null;
        return same ? before : { id, cable: result.value, fault: null };
      });
    });
  }, [id, key, generation]);
  if (id === null) return { id, cable: null, fault: null };
  const hand = cableAtHand(id, key);
  if (hand === undefined) return state;
  if (hand === state.cable && state.id === id && state.fault === null) return state;
  // Kept at once: when it comes out of the store a moment later, it is nothing new, and nothing is drawn again.
  const now = { id, cable: hand, fault: null };
  setState(now);
  return now;
}
