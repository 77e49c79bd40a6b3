/** Which of some questions find anything: what finds nothing either is not offered. */
import { useEffect, useState } from 'react';
import { call, jobName } from '../../api.ts';
import { firstRequest } from '../../state/question.ts';
import type { Question } from '../../state/question.ts';

/** A result that rests so long is followed up, in milliseconds: typing pays nothing for it. */
const rest = 120;
const job = jobName('looser', true);
const none: ReadonlySet<string> = new Set();

/** The queries, of those given, that find a cable with what else `answered` asks for; none until that is known. */
export function useFinding(answered: Question, queries: readonly string[]): ReadonlySet<string> {
  const [found, setFound] = useState({ answered, finding: none });
  const asked = queries.join('\n');
  useEffect(() => {
    let stopped = false;
    const look = async (): Promise<void> => {
      const finding = new Set<string>();
      for (const query of asked === '' ? [] : asked.split('\n')) {
        // Only how many: no rows, no counts.
        const request = { ...firstRequest({ ...answered, query }), limit: 0, facets: [] };
        // One after the other, so that a new question waits for one of them at most.
        // oxlint-disable-next-line no-await-in-loop
        const result = await call('search.run', { job, request });
        if (stopped) return;
        if (result.ok && result.value.total > 0) finding.add(query);
      }
      setFound({ answered, finding });
    };
    const timer = setTimeout(() => void look(), rest);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [answered, asked]);
  return found.answered === answered ? found.finding : none;
}
