/**
 * An engine with a part to play, as a real worker thread: `info` dies, `verify` reports progress and waits to be
 * cancelled, `search` answers with its query, `receipts` answers something else than it should.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { ArchiveError } from '../../archive/errors.ts';
import { threadPort } from '../../archive/worker/port.ts';
import { serveCalls } from '../../archive/worker/server.ts';
import type { Answers } from '../../archive/worker/server.ts';

const unscripted = async (): Promise<never> => {
  throw new ArchiveError('not-yet', 'This is not in the part.', { part: 'scripted' });
};

const answers: Answers = {
  open: unscripted,
  close: async () => ({}),
  info: async () => process.exit(7),
  import: unscripted,
  search: async ({ query }) => {
    if (query === 'slow') await wait(300);
    return { total: query.length, results: [], facets: {}, problems: [], didYouMean: [query], took: 0 };
  },
  searchIds: unscripted,
  suggest: unscripted,
  places: unscripted,
  show: unscripted,
  reading: unscripted,
  read: unscripted,
  explain: unscripted,
  compare: unscripted,
  cite: async () => {
    throw new TypeError('a fault of ours');
  },
  receipts: unscripted,
  receipt: unscripted,
  receiptLines: unscripted,
  receiptSources: unscripted,
  verify: async (_, { signal, onProgress }) => {
    for (let done = 0; ; done += 1) {
      if (signal?.aborted === true) throw new ArchiveError('cancelled', 'Stopped.');
      const rest = { unit: 'files', total: 10, rate: null, secondsLeft: null, file: null } as const;
      onProgress?.({ phase: 'verifying', done, ...rest });
      await wait(10);
    }
  },
  rebuild: unscripted,
  withdraw: unscripted,
  restore: unscripted,
  known: unscripted,
  citeMany: unscripted,
  exportText: unscripted,
  copyTo: unscripted,
  follow: unscripted,
  archivalCopies: unscripted,
  work: unscripted,
  cableWork: unscripted,
  editWork: unscripted,
  undoWork: unscripted,
  redoWork: unscripted,
  visit: unscripted,
  searched: unscripted,
  mergeOverlay: unscripted,
  archivalCopy: async ({ pdf }) => ({ pdf: pdf.map(byte => byte + 1) }),
};

if (parentPort !== null) serveCalls(threadPort(parentPort, 'close'), answers);
