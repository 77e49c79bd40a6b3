/** Cables that were opened or looked at lately, or will be soon, so that going to one is instant. */
import { call } from '../api.ts';
import type { Reading, Result, ShownCable } from '../../preload/contract/index.ts';

export interface OpenCable {
  shown: ShownCable;
  reading: Reading;
}

/** So many are at hand; the one that was wanted longest ago makes room. */
const most = 80;
const kept = new Map<string, OpenCable>();
const coming = new Map<string, Promise<Result<OpenCable>>>();

const nameOf = (id: string, key?: string): string => (key === undefined ? id : `${id}@${key}`);

function keep(name: string, cable: OpenCable): void {
  kept.delete(name);
  kept.set(name, cable);
  const oldest = kept.keys().next();
  if (kept.size > most && oldest.done !== true) kept.delete(oldest.value);
}

/** A cable that is at hand already, or undefined. */
export function cableAtHand(id: string, key?: string): OpenCable | undefined {
  return kept.get(nameOf(id, key));
}

/** Loads a cable, or takes it from those at hand. The same cable asked for twice is fetched once. */
export function loadCable(id: string, key?: string): Promise<Result<OpenCable>> {
  const name = nameOf(id, key);
  const here = kept.get(name);
  if (here !== undefined) {
    keep(name, here);
    return Promise.resolve({ ok: true, value: here });
  }
  const running = coming.get(name);
  if (running !== undefined) return running;
  const fetched = call('cable.read', key === undefined ? { id } : { id, key }).then(result => {
    // Forgotten meanwhile: what comes is of the archive as it was.
    if (coming.get(name) !== fetched) return result;
    coming.delete(name);
    if (result.ok) keep(name, result.value);
    return result;
  });
  coming.set(name, fetched);
  return fetched;
}

let expected: readonly string[] = [];
let fetching = false;

/**
 * Fetches cables that will probably be opened next, the likeliest first. One at a time, so that a question waits for no
 * more than one of them; a newer expectation takes the place of what is left of the older.
 */
export function expectCables(ids: readonly string[]): void {
  expected = ids;
  if (!fetching) void fetchExpected();
}

async function fetchExpected(): Promise<void> {
  fetching = true;
  for (;;) {
    const next = expected.find(id => !kept.has(id));
    if (next === undefined) break;
    expected = expected.filter(id => id !== next);
    // oxlint-disable-next-line no-await-in-loop
    await loadCable(next);
  }
  fetching = false;
}

/** Forgets all: the archive changed. */
export function forgetCables(): void {
  kept.clear();
  coming.clear();
  expected = [];
}
