/** Methods about the open archive: what it holds, importing, receipts, verifying, taking back. */
import type { Context, HandlersOf } from './context.ts';
import { progressOf } from './context.ts';
import { copyInto, copyNameOf } from './copies.ts';

export function archiveHandlers(
  context: Context,
): Omit<HandlersOf<'archive' | 'import' | 'receipts'>, 'archive.holder'> {
  const { engine, handles, host, jobs, library } = context;

  /** Tells the window after something that may have changed the archive, also when it failed half-way. */
  const changing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      await library.tellChange();
    }
  };

  return {
    'archive.info': () => library.info(),
    'archive.verify': ({ job }) =>
      changing(() =>
        jobs.run(job, signal => engine.call('verify', {}, { signal, onProgress: progressOf(context, job) })),
      ),
    'archive.rebuild': ({ job }) =>
      changing(() =>
        jobs.run(job, signal => engine.call('rebuild', {}, { signal, onProgress: progressOf(context, job) })),
      ),
    'archive.copy': async ({ job, notes }) => {
      const name = (await library.info())?.name ?? 'Archive';
      return copyInto(context, job, { suggested: copyNameOf(name, new Date()), notes, choices: null });
    },
    'archive.withdraw': ({ target, reason }) => changing(() => engine.call('withdraw', { target, reason })),
    'archive.restore': ({ target }) => changing(() => engine.call('restore', { target })),
    'import.start': ({ job, handles: chosen }) =>
      changing(() =>
        jobs.run(job, async signal => {
          const given = chosen.map(handle => handles.take(handle));
          try {
            return await engine.call('import', { given }, { signal, onProgress: progressOf(context, job) });
          } finally {
            await host.imported?.(given);
          }
        }),
      ),
    'receipts.list': () => engine.call('receipts', {}),
    'receipts.show': ({ id }) => engine.call('receipt', { id }),
    'receipts.lines': request => engine.call('receiptLines', request),
    'receipts.sources': request => engine.call('receiptSources', request),
  };
}
