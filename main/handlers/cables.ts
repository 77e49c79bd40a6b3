/** Methods about cables: searching, reading, citing. */
import type { Context, HandlersOf } from './context.ts';

export function cableHandlers({ engine, jobs }: Context): HandlersOf<'search' | 'cable' | 'glossary'> {
  return {
    'search.run': ({ job, request }) =>
      jobs.replace(job, signal => engine.call('search', request, { signal })),
    'search.ids': ({ request }) => engine.call('searchIds', request),
    'search.suggest': input => engine.call('suggest', input),
    'cable.show': ({ id, key }) => engine.call('show', cable(id, key)),
    'cable.reading': ({ id, key }) => engine.call('reading', cable(id, key)),
    'cable.read': ({ id, key }) => engine.call('read', cable(id, key)),
    'cable.compare': input => engine.call('compare', input),
    'glossary.explain': input => engine.call('explain', input),
    'glossary.places': input => engine.call('places', input),
    'cable.cite': ({ id, key, style }) => engine.call('cite', { ...cable(id, key), style }),
  };
}

/** A cable, or a version of it: a field that is absent rather than undefined. */
export function cable(id: string, key: string | undefined): { id: string; key?: string } {
  return key === undefined ? { id } : { id, key };
}
