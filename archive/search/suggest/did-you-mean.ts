/** Other spellings for a search that found nothing. */
import type { Snapshot } from '../answer/snapshot.ts';
import type { Pace } from '../pace.ts';
import type { Query } from '../query/query.ts';

export async function didYouMean(
  _snapshot: Snapshot,
  _text: string,
  _query: Query | null,
  _pace: Pace,
): Promise<string[]> {
  return [];
}
