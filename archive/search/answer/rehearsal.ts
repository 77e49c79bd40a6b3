/**
 * Answers some questions that nobody asked, while nobody waits: what is asked first would otherwise be answered by code
 * that has run too seldom to be compiled, which takes five times as long.
 */
import type { Pace } from '../pace.ts';
import { readQuery } from '../query/interpret.ts';
import { Evaluator } from './evaluate.ts';
import { Outcome } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

/** one of each kind, of words that stand in nearly every cable */
const QUESTIONS = ['"of the"', 'to', 'and for', '(in OR on) -xx', 'th*', 'to -date:2005'];
const FIRST_PAGE = 20;

/** Throws `cancelled`. */
export async function rehearse(snapshot: Snapshot, pace: Pace): Promise<void> {
  for (const question of QUESTIONS) {
    const { query } = readQuery(question);
    const scores = await new Evaluator(snapshot, pace).scores(query);
    new Outcome(snapshot, query, scores, {}, 'relevance').page(0, FIRST_PAGE);
    snapshot.recycle(scores);
    await pace.breathe();
  }
}
