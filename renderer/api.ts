/** The window's one way to the world: the bridge that the host put there, or the same bridge built over HTTP. */
import type {
  Bridge,
  EventData,
  EventName,
  Given,
  Handle,
  Input,
  MethodName,
  Output,
  Result,
} from '../preload/contract/index.ts';
import { makeServeBridge } from './serve/serve-bridge.ts';

declare global {
  interface Window {
    valise?: Bridge;
  }
}

let bridge: Bridge | null = null;

function host(): Bridge {
  bridge ??= window.valise ?? makeServeBridge(window.location.origin);
  return bridge;
}

// The serve host shares job names between all pages that are open on it.
const page = Math.random().toString(36).slice(2, 10);
let jobs = 0;

/** A name for a piece of long work, unlike any other page's. A constant name makes newer work cancel older. */
export function jobName(kind: string, constant = false): string {
  if (constant) return `${page}-${kind}`;
  jobs += 1;
  return `${page}-${kind}-${jobs}`;
}

/** Calls a method. Resolves always; a bridge that throws is a fault of ours and told as one. */
export async function call<Name extends MethodName>(
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  try {
    return await host().call(name, input);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { ok: false, error: { code: 'internal', message } };
  }
}

/** Listens to an event of the host; the answer ends it. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (data: EventData<Name>) => void,
): () => void {
  return host().on(name, listener);
}

/** Turns files of the page into handles; `onSent` tells how much of them was sent up, where that is needed. */
export async function take(
  given: Given,
  onSent: (bytes: number, total: number) => void,
): Promise<Result<Handle[]>> {
  try {
    // Entries of folders can't cross Electron's bridge, and needn't: there a dropped folder is a file with a path.
    const crossing = window.valise === undefined ? given : { files: given.files, entries: [] };
    return await host().take(crossing, onSent);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { ok: false, error: { code: 'io', message } };
  }
}
