/** Draws the highlights of the person in the text, and the passage that is being written about, without changing the text. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { Tints, usePassage } from '../../state/passage.ts';
import { say } from '../../words/say.ts';
import { highlight } from './find-ranges.ts';
import { legible, piecesIn, rangesOfSpan } from './text-places.ts';
import { textIn } from './use-passage.ts';
import type { CableWork, ShownCable } from '../../../preload/contract/index.ts';

/**
 * A highlight with a note has a sign beside the block it begins in, drawn by CSS and told to screen readers. Answers the
 * blocks that have one now.
 */
function signNoted(drawn: readonly { id: string; ranges: readonly Range[] }[], work: CableWork): Element[] {
  const counts = new Map<Element, number>();
  for (const { id, ranges } of drawn) {
    const notes = work.notes.filter(note => note.highlight === id).length;
    const block = ranges[0]?.startContainer.parentElement?.closest('.reading [data-block]') ?? null;
    if (notes > 0 && block !== null) counts.set(block, (counts.get(block) ?? 0) + notes);
  }
  for (const [block, count] of counts) {
    block.setAttribute('data-noted', String(count));
    block.setAttribute('aria-description', say('note.inBlock', { count }));
  }
  return [...counts.keys()];
}

function unsign(block: Element): void {
  block.removeAttribute('data-noted');
  block.removeAttribute('aria-description');
}

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
    const noted = signNoted(drawn, work);
    return () => {
      for (const each of names) highlight(each, []);
      for (const block of noted) unsign(block);
    };
  }, [within, shown, work, name, chosen]);
  useEffect(() => {
    const text = textIn(within);
    if (text === null || name === '' || shown === null || passage?.key !== shown.key) return undefined;
    highlight('passage', rangesOfSpan(legible(piecesIn(text)), passage, shown.body));
    return () => highlight('passage', []);
  }, [within, shown, passage, name]);
}
