/** Completions of what is being typed. */
import type { Snapshot } from '../answer/snapshot.ts';
import type { Suggestion } from '../../model/search.ts';

export class Suggester {
  readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  async suggest(_query: string, _cursor: number, _limit: number): Promise<Suggestion[]> {
    return [];
  }
}
