/** What a cable cites and what cites it, for drawing: fetched together, the last answer staying until the next is there. */
import { call, jobName } from '../../api.ts';
import { loadCable } from '../../state/cables.ts';
import { useLoaded } from '../../state/load.ts';
import { MOST_ON_A_SIDE } from './graph-of.ts';
import type { GraphCable } from './graph-of.ts';
import type { CableSummary, Result } from '../../../preload/contract/index.ts';

export interface Citations {
  centre: GraphCable;
  cited: GraphCable[];
  citing: GraphCable[];
  /** how many cite it, drawn or not */
  citingTotal: number;
}

const drawn = (id: string, known: CableSummary | null, cites: readonly string[]): GraphCable => ({
  id: known?.id ?? id,
  subject: known?.subject ?? null,
  created: known?.created ?? null,
  origin: known?.origin ?? null,
  here: known !== null,
  cites,
});

/** So many ids go into one question. */
const most = 5000;

async function fetchCitations(id: string): Promise<Result<Citations>> {
  const request = { query: `ref:${id}`, limit: MOST_ON_A_SIDE + 1, sort: 'date' as const, snippets: false };
  const [loaded, found] = await Promise.all([
    loadCable(id),
    call('search.run', { job: jobName('cites'), request }),
  ]);
  if (!found.ok) return found;
  if (!loaded.ok && loaded.error.code !== 'no-such-cable') return loaded;
  const references = loaded.ok ? loaded.value.shown.references : [];
  const ids = [...new Set(references.flatMap(one => one.id ?? []))].filter(one => one !== id);
  const citing = found.value.results.filter(hit => hit.id !== id);
  // Whatever is drawn is asked for together, so that the answer tells what they cite among themselves.
  const around = [id, ...citing.map(hit => hit.id), ...ids].slice(0, most);
  const known = await call('cables.known', { ids: around, cites: true });
  if (!known.ok) return known;
  const of = (one: string, summary: CableSummary | null = known.value[one] ?? null): GraphCable => {
    const cites = known.value[one]?.cites ?? [];
    return drawn(
      one,
      summary,
      cites.map(other => known.value[other]?.id ?? other),
    );
  };
  return {
    ok: true,
    value: {
      centre: of(id),
      cited: ids.map(one => of(one)),
      citing: citing.map(hit => of(hit.id, hit)),
      citingTotal: found.value.total - (found.value.results.length - citing.length),
    },
  };
}

export const useCitations = (id: string) => useLoaded(`graph ${id}`, () => fetchCitations(id));
