/** A clerk on a thread of its own: answers the calls of `ThreadClerk`, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { errorShape } from '../errors.ts';
import { InlineClerk } from './clerk.ts';
import { ClerkStartSchema } from './messages.ts';
import type { FromClerk, ToClerk } from './messages.ts';

if (parentPort === null) throw new Error('This file is started by an import, as a thread.');
const { folder, indexing } = ClerkStartSchema.parse(workerData);
const port = parentPort;
const clerk = new InlineClerk(folder, indexing);

async function answer(message: ToClerk): Promise<FromClerk> {
  const { call } = message;
  if (message.kind === 'prepare') {
    return { kind: 'prepared', call, prepared: await clerk.prepare(message.number, message.batch) };
  }
  if (message.kind === 'index') {
    await clerk.index(message.batch, message.rows);
    return { kind: 'indexed', call };
  }
  return { kind: 'sealed', call, segments: await clerk.seal() };
}

async function reply(message: ToClerk): Promise<void> {
  try {
    port.postMessage(await answer(message));
  } catch (thrown) {
    const failed: FromClerk = { kind: 'failed', call: message.call, error: errorShape(thrown) };
    port.postMessage(failed);
  }
}

let turn: Promise<void> = Promise.resolve();
port.on('message', (message: ToClerk) => {
  turn = turn.then(() => reply(message));
});
