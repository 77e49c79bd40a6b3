/** What the codes of cables mean: asked for once a cable, together, and remembered while the window is open. */
import { create } from 'zustand';
import { call } from '../api.ts';
import type { Explanation, Term } from '../../preload/contract/index.ts';

/** A term's name in the store. */
export const termName = ({ kind, code }: Term): string => `${kind} ${code.trim().toUpperCase()}`;

export const useTerms = create<{ known: ReadonlyMap<string, Explanation> }>(() => ({ known: new Map() }));

const asked = new Set<string>();

/** The host takes so many at once. */
const most = 500;

/** Asks for those that were not asked for yet. */
export async function askTerms(terms: readonly Term[]): Promise<void> {
  const fresh = [...new Map(terms.map(term => [termName(term), term])).entries()]
    .filter(([name]) => !asked.has(name))
    .slice(0, most);
  if (fresh.length === 0) return;
  for (const [name] of fresh) asked.add(name);
  const result = await call('glossary.explain', { terms: fresh.map(([, term]) => term) });
  if (!result.ok) {
    for (const [name] of fresh) asked.delete(name);
    return;
  }
  const known = new Map(useTerms.getState().known);
  for (const explanation of result.value) known.set(termName(explanation), explanation);
  useTerms.setState({ known });
}
