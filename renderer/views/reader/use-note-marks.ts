/** Draws the highlights of the person in the text, and the passage that is being written about, without changing the text. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { Tints, usePassage } from '../../state/passage.ts';
import { highlight } from './find-ranges.ts';
import { legible, piecesIn, rangesOfSpan } from './text-places.ts';
import { textIn } from './use-passage.ts';
import type { CableWork, ShownCable } from '../../../preload/contract/index.ts';

/** `name` changes when other text is drawn. */
export function useNoteMarks(
  within: RefObject<HTMLElement | null>,
  shown: ShownCable | null,
  work: CableWork | null,
  name: string,
): void {
  const passage = usePassage(state => (state.writing ? state.passage : null));
  const chosen = usePassage(state => state.chosen);
  useEffect(() => {
    const text = textIn(within);
    if (text === null || shown === null || work === null || work.highlights.length === 0 || name === '')
      return undefined;
    const pieces = legible(piecesIn(text));
    const drawn = work.highlights.flatMap(({ id, anchor, color }) =>
      anchor === null ? [] : [{ id, color, ranges: rangesOfSpan(pieces, anchor, shown.body) }],
    );
    const names = [...Tints, 'chosen'].map(tint => `note-${tint}`);
    for (const tint of Tints) {
      // A tint that this version doesn't know is drawn like the first.
      const isIts = ({ color }: { color: string }) =>
        color === tint || (tint === Tints[0] && !Tints.some(one => one === color));
      highlight(
        `note-${tint}`,
        drawn.filter(isIts).flatMap(one => one.ranges),
      );
    }
    highlight('note-chosen', drawn.find(({ id }) => id === chosen)?.ranges ?? []);
    return () => {
      for (const each of names) highlight(each, []);
    };
  }, [within, shown, work, name, chosen]);
  useEffect(() => {
    const text = textIn(within);
    if (text === null || name === '' || shown === null || passage?.key !== shown.key) return undefined;
    highlight('passage', rangesOfSpan(legible(piecesIn(text)), passage, shown.body));
    return () => highlight('passage', []);
  }, [within, shown, passage, name]);
}
