/** What stands at `window.valise`, in whichever host. */
import type { EventData, EventName } from './events.ts';
import type { Handle, Result } from './method.ts';
import type { Input, MethodName, Output } from './methods.ts';

/** What was dropped or chosen in the page: files, and where the browser gives them, the entries of folders. */
export interface Given {
  files: readonly File[];
  entries: readonly FileSystemEntry[];
}

export interface Bridge {
  /** Calls a method. Resolves always: faults are in the result. */
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>>;
  /** Listens to an event; the answer ends it. */
  on<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): () => void;
  /** Turns files of the page into handles: by their real path in Electron, by sending them up on the serve host. */
  take(given: Given, onSent: (bytes: number, total: number) => void): Promise<Result<Handle[]>>;
}
