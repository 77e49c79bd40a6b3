/** What every handler may use. */
import type { Progress } from '../../archive/model/receipt.ts';
import type { JobId } from '../../preload/contract/method.ts';
import type { Engine } from '../engine.ts';
import type { HostEvents } from '../events.ts';
import type { Handles } from '../handles.ts';
import type { Host } from '../host.ts';
import type { Jobs } from '../jobs.ts';
import type { Library } from '../library.ts';
import type { Handlers } from './index.ts';

export interface Context {
  readonly host: Host;
  readonly engine: Engine;
  readonly library: Library;
  readonly handles: Handles;
  readonly jobs: Jobs;
  readonly events: HostEvents;
}

/** The handlers of a part of the contract, by the method names' first word. */
export type HandlersOf<Prefix extends string> = Pick<
  Handlers,
  Extract<keyof Handlers, `${Prefix}.${string}`>
>;

/** A function that tells the window how far a job is. */
export function progressOf({ events }: Context, job: JobId): (progress: Progress) => void {
  return progress => events.emit({ name: 'progress', data: { job, progress } });
}
