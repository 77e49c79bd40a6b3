/** Methods about many cables at once: known ids, citations, exports. */
import type { TextFormat } from '../../archive/model/handing-over.ts';
import type { Delivery } from '../../preload/contract/delivery.ts';
import { exportName } from '../export-name.ts';
import type { Context, HandlersOf } from './context.ts';
import { progressOf } from './context.ts';
import { copyInto } from './copies.ts';
import { printed } from './printed.ts';

const TYPES: Readonly<Record<TextFormat, string>> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
};

export function manyHandlers(context: Context): HandlersOf<'cables'> {
  const { engine, host, jobs } = context;

  const textOf = (ids: string[], format: TextFormat, signal: AbortSignal, job: string): Promise<Delivery> =>
    host.deliverFile(exportName(ids, format), TYPES[format], async out => {
      const wish = { choices: ids, format, out, replace: true };
      await engine.call('exportText', wish, { signal, onProgress: progressOf(context, job) });
    });

  const bagOf = async (ids: string[], job: string): Promise<Delivery> => {
    const wish = { suggested: exportName(ids, 'bag'), notes: false, choices: ids };
    const made = await copyInto(context, job, wish);
    return made === null ? { kind: 'cancelled' } : { kind: 'saved', name: made.name, place: made.place };
  };

  return {
    'cables.known': input => engine.call('known', input),
    'cables.cite': input => engine.call('citeMany', input),
    'cables.export': ({ job, ids, format }) => {
      if (format === 'bag') return bagOf(ids, job);
      const work = (signal: AbortSignal) =>
        format === 'pdf' ? printed(context, job, ids, signal) : textOf(ids, format, signal, job);
      return jobs.run(job, work);
    },
  };
}
