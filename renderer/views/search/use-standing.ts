/** Where the list stands: put back when its answer comes or the room is entered again, and noted as it is scrolled. */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Question } from '../../state/question.ts';
import { useSearch } from '../../state/search.ts';
import type { LongList } from './use-long-list.ts';

/** A list that rests so long is noted, in milliseconds. */
const rest = 120;

/** `height` is that of a row: where it changes, the same row stays at the top. Answers how to note the place at once. */
export function useStanding({ view, offset, show, goTo }: LongList, height: number): () => void {
  const answered = useSearch(state => state.answered);
  const stood = useRef<Question | null>(null);
  /** how many rows are scrolled past, as far as was drawn */
  const here = useRef(0);
  const note = useCallback((): void => useSearch.setState({ top: here.current }), []);

  useLayoutEffect(() => {
    if (answered === null || view === 0) return;
    const again = stood.current === answered;
    const { top, cursor } = useSearch.getState();
    goTo((again ? here.current : top) * height);
    // A new answer shows the row that the cursor is on, which is its first or the one that was chosen before.
    if (!again) show(Math.max(0, cursor));
    stood.current = answered;
  }, [answered, view, height, goTo, show]);

  useEffect(() => {
    here.current = offset / height;
    const timer = setTimeout(note, rest);
    return () => clearTimeout(timer);
  }, [offset, height, note]);
  return note;
}
