/** Loading in components: the last answer stays until the next one is there, and only the newest counts. */
import { useEffect, useState } from 'react';
import { cableAtHand, loadCable } from './cables.ts';
import type { OpenCable } from './cables.ts';
import { useArchive } from './archive.ts';
import type { ErrorShape, Result } from '../../preload/contract/index.ts';

export type Loaded<T> =
  { kind: 'waiting' } | { kind: 'here'; value: T } | { kind: 'fault'; fault: ErrorShape };

/**
 * Runs `load` when `name` changes, and again when the archive does. `name` null loads nothing.
 * `load` must depend on nothing but the name.
 */
export function useLoaded<T>(
  name: string | null,
  load: () => Promise<Result<T>>,
): Loaded<T> & { again: () => void } {
  const generation = useArchive(state => state.info?.generation ?? -1);
  const [loaded, setLoaded] = useState<Loaded<T> & { name: string | null }>({ kind: 'waiting', name: null });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (name === null) return undefined;
    let newest = true;
    void load().then(result => {
      if (!newest) return;
      setLoaded(
        result.ok
          ? { kind: 'here', value: result.value, name }
          : { kind: 'fault', fault: result.error, name },
      );
    });
    return () => {
      newest = false;
    };
    // eslint-disable-next-line react/exhaustive-deps -- `load` depends on the name alone, as the sentence above asks
  }, [name, generation, tries]);
  const again = (): void => setTries(tries + 1);
  return loaded.name === name ? { ...loaded, again } : { kind: 'waiting', again };
}

/** The cable to show: the one asked for once it is there, and until then the one before. */
export function useCable(
  id: string | null,
  key?: string,
): { cable: OpenCable | null; fault: ErrorShape | null } {
  const generation = useArchive(state => state.info?.generation ?? -1);
  const [state, setState] = useState<{
    id: string | null;
    cable: OpenCable | null;
    fault: ErrorShape | null;
  }>({
    id: null,
    cable: null,
    fault: null,
  });
  useEffect(() => {
    if (id === null) {
      setState({ id, cable: null, fault: null });
      return undefined;
    }
    let newest = true;
    void loadCable(id, key).then(result => {
      if (!newest) return;
      setState(before =>
        result.ok
          ? { id, cable: result.value, fault: null }
          : { id, cable: before.id === id ? before.cable : null, fault: result.error },
      );
    });
    return () => {
      newest = false;
    };
  }, [id, key, generation]);
  const hand = id === null ? undefined : cableAtHand(id, key);
  return hand === undefined ? state : { cable: hand, fault: null };
}
