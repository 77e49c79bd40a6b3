/** A clerk on a thread of its own: of an import, or of packs where a rebuild has started the thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { TaskSchema } from '../rebuild/messages.ts';
import { answerAsPackClerk } from '../rebuild/thread-pack-clerk.ts';
import { ClerkStartSchema } from './messages.ts';
import { answerAsClerk } from './thread-clerk.ts';

if (parentPort === null) throw new Error('This file is started by an import or a rebuild, as a thread.');
const start = z.union([TaskSchema, ClerkStartSchema]).parse(workerData);
if ('token' in start) answerAsPackClerk(parentPort, start);
else answerAsClerk(parentPort, start);
