/** Cables that were opened or looked at lately, so that going back to one is instant. */
import { call } from '../api.ts';
import type { Reading, Result, ShownCable } from '../../preload/contract/index.ts';

export interface OpenCable {
  shown: ShownCable;
  reading: Reading;
}

const most = 40;
const kept = new Map<string, OpenCable>();
const coming = new Map<string, Promise<Result<OpenCable>>>();

const nameOf = (id: string, key?: string): string => (key === undefined ? id : `${id}@${key}`);

async function fetchCable(id: string, key?: string): Promise<Result<OpenCable>> {
  const which = key === undefined ? { id } : { id, key };
  const [shown, reading] = await Promise.all([call('cable.show', which), call('cable.reading', which)]);
  if (!shown.ok) return shown;
  // Without a reading view the text can still be read as transmitted.
  const none: Reading = { blocks: [], changes: { joinedLines: 0, foldedDebris: 0 } };
  return { ok: true, value: { shown: shown.value, reading: reading.ok ? reading.value : none } };
}

/** A cable that is at hand already, or undefined. */
export function cableAtHand(id: string, key?: string): OpenCable | undefined {
  return kept.get(nameOf(id, key));
}

/** Loads a cable, or takes it from those at hand. The same cable asked for twice is fetched once. */
export function loadCable(id: string, key?: string): Promise<Result<OpenCable>> {
  const name = nameOf(id, key);
  const here = kept.get(name);
  if (here !== undefined) return Promise.resolve({ ok: true, value: here });
  const running = coming.get(name);
  if (running !== undefined) return running;
  const fetched = fetchCable(id, key).then(result => {
    coming.delete(name);
    if (result.ok) {
      kept.set(name, result.value);
      const oldest = kept.keys().next();
      if (kept.size > most && oldest.done !== true) kept.delete(oldest.value);
    }
    return result;
  });
  coming.set(name, fetched);
  return fetched;
}

/** Forgets all: the archive changed. */
export function forgetCables(): void {
  kept.clear();
  coming.clear();
}
