/** Marks the words of the search in a text that is read, without changing the text. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { hitWords, useSearch } from '../../state/search.ts';
import { findRanges, highlight } from './find-ranges.ts';

/** `name` changes when other text is drawn. */
export function useHitMarks(within: RefObject<HTMLElement | null>, id: string | null, name: string): void {
  const words = useSearch(state => (id === null ? '' : hitWords(state, id).join('\n')));
  useEffect(() => {
    const text = within.current?.querySelector('.reading, .sheet') ?? null;
    if (text === null || words === '' || name === '') return undefined;
    highlight('hit', findRanges(text, words.split('\n'), { wholeWords: true }));
    return () => highlight('hit', []);
  }, [within, words, name]);
}
