/** The engine in a worker thread of this process. */
import { Worker } from 'node:worker_threads';
import { threadPort } from '../../archive/worker/port.ts';
import type { EngineProcess } from '../../archive/worker/client.ts';
import { builtMain } from '../built.ts';
import type { Logger } from '../log.ts';

/** Starts the built engine as a worker thread. */
export function startEngineThread(log: Logger): EngineProcess {
  const worker = new Worker(builtMain('engine.cjs'));
  // The thread's exit, which follows, is what ends the calls; unheard, this event would end the whole program.
  worker.on('error', error => log.error({ err: error }, 'the engine failed'));
  return { port: threadPort(worker, 'exit'), kill: () => void worker.terminate() };
}
