/** Marks the words of the search in a text that is read, without changing the text, and goes from one to the next. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { hitWords, useSearch } from '../../state/search.ts';
import { findRanges, highlight } from './find-ranges.ts';

export interface HitMarks {
  count: number;
  /** the one that was gone to last, from 0; -1 before any */
  at: number;
  step: (by: 1 | -1) => void;
}

/** `name` changes when other text is drawn. */
export function useHitMarks(
  within: RefObject<HTMLElement | null>,
  id: string | null,
  name: string,
): HitMarks {
  const words = useSearch(state => (id === null ? '' : hitWords(state, id).join('\n')));
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const text = within.current?.querySelector('.reading, .sheet') ?? null;
    const none = text === null || words === '' || name === '';
    const found = none ? [] : findRanges(text, words.split('\n'), { wholeWords: true });
    // What is hit depends on what is drawn, which can only be looked at once it is.
    // oxlint-disable-next-line react/set-state-in-effect
    setRanges(before => (before.length === 0 && found.length === 0 ? before : found));
    setAt(-1);
    highlight('hit', found);
    return () => {
      highlight('hit', []);
      highlight('hit-here', []);
    };
  }, [within, words, name]);
  const step = (by: 1 | -1): void => {
    if (ranges.length === 0) return;
    const next = at === -1 && by === -1 ? ranges.length - 1 : (at + by + ranges.length) % ranges.length;
    const here = ranges[next];
    if (here === undefined) return;
    setAt(next);
    highlight('hit-here', [here]);
    here.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  return { count: ranges.length, at, step };
}
