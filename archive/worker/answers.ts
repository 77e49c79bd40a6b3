/** What the engine answers: each call of the table, done by the one archive that is open. */
import { ArchiveError } from '../errors.ts';
import type { Archive } from '../archive.ts';
import { openArchive } from '../open.ts';
import { compareTexts } from '../reader/compare.ts';
import { explain } from '../reader/explain.ts';
import { placesOf } from '../reader/post-places.ts';
import { readingOf } from '../reader/reading.ts';
import { archivalCopy } from './archival-copy.ts';
import { citation } from './citation.ts';
import { manyAnswers } from './many-answers.ts';
import type { Answers } from './server.ts';

/** The answers of an engine with nothing open yet, and how to close what will be. */
export function createAnswers(): { answers: Answers; close: () => Promise<void> } {
  let open: Archive | null = null;

  const archive = (): Archive => {
    if (open === null) throw new ArchiveError('archive-missing', 'No archive is open. Open one first.');
    return open;
  };
  const closeOpen = async (): Promise<void> => {
    const closing = open;
    open = null;
    await closing?.close();
  };
  // Opening and closing wait for each other: a program that ends while it opens must give the lock back.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const close = (): Promise<void> => inTurn(closeOpen);

  const answers: Answers = {
    open: ({ folder, ...options }) =>
      inTurn(async () => {
        await closeOpen();
        const opened = await openArchive(folder, options);
        open = opened;
        return opened.info();
      }),
    close: async () => {
      await close();
      return {};
    },
    info: async () => open?.info() ?? null,
    import: ({ given }, job) => archive().import(given, job),
    search: (request, job) => archive().search(request, job),
    searchIds: async (request, job) => ({ ids: await archive().searchIds(request, job) }),
    suggest: ({ query, cursor, limit }) => archive().suggest(query, cursor, limit),
    show: ({ id, key }) => archive().show(id, key),
    reading: async ({ id, key }) => readingOf(await archive().show(id, key)),
    read: async ({ id, key }) => {
      const shown = await archive().show(id, key);
      return { shown, reading: readingOf(shown) };
    },
    explain: async ({ terms }) => explain(terms),
    places: async ({ origins }) => placesOf(origins),
    compare: async ({ id, left, right }) => {
      const [one, other] = await Promise.all([archive().show(id, left), archive().show(id, right)]);
      return compareTexts(one.body, other.body);
    },
    cite: async ({ id, key, style }) => ({ text: await citation(await archive().show(id, key), style) }),
    receipts: () => archive().receipts(),
    receipt: ({ id }) => archive().receipt(id),
    receiptLines: request => archive().receiptLines(request),
    receiptSources: request => archive().receiptSources(request),
    verify: (_, job) => archive().verify(job),
    rebuild: (_, job) => archive().rebuild(job),
    withdraw: async ({ target, reason }) => ({ records: await archive().withdraw(target, reason) }),
    restore: async ({ target }) => ({ records: await archive().restore(target) }),
    ...manyAnswers(archive, () => open !== null),
    work: () => archive().work.all(),
    cableWork: ({ id, key }) => archive().work.cable(id, key),
    editWork: ({ edit }) => archive().work.edit(edit),
    undoWork: () => archive().work.undo(),
    redoWork: () => archive().work.redo(),
    visit: ({ cable }) => archive().work.visit(cable),
    searched: ({ query, filters }) => archive().work.searched(query, filters),
    mergeOverlay: () => archive().work.mergeOverlay(),
    archivalCopy: async printed => ({ pdf: await archivalCopy(archive(), printed) }),
  };
  return { answers, close };
}
