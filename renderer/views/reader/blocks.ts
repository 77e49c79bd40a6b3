/** The blocks of the text that is drawn (paragraphs, headings, lines of the front), for going through them by keyboard. */
import { inkSpan } from './ink.ts';
import { piecesIn, rangesOfSpan } from './text-places.ts';
import type { Span } from '../../../preload/contract/index.ts';

const blocksIn = (text: Element): HTMLElement[] => [...text.querySelectorAll<HTMLElement>('[data-block]')];

/** The block that has the focus, or holds what has it. */
export function focusedBlock(text: Element): HTMLElement | null {
  const block = document.activeElement?.closest('[data-block]') ?? null;
  return block instanceof HTMLElement && text.contains(block) ? block : null;
}

/** Gives the focus to the next (1) or former (-1) block; the first one in sight where none has it. */
export function stepBlock(text: Element, room: Element, by: 1 | -1): void {
  const blocks = blocksIn(text);
  const now = focusedBlock(text);
  const top = room.getBoundingClientRect().top;
  const inSight = () => blocks.find(block => block.getBoundingClientRect().bottom > top + 8);
  const next = now === null ? inSight() : blocks[blocks.indexOf(now) + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** The part of the body that a block shows; null where it shows nothing. */
export function spanOfBlock(block: HTMLElement, body: string): Span | null {
  const pieces = block.matches('[data-start]') ? [block] : piecesIn(block);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return null;
  return inkSpan(body, { start: Number(first.dataset['start']), end: Number(last.dataset['end']) });
}

/** The number of the paragraph that a block is or continues; null before the first. */
export function numberOfBlock(text: Element, block: HTMLElement): number | null {
  const blocks = blocksIn(text);
  const numbered = blocks
    .slice(0, blocks.indexOf(block) + 1)
    .findLast(one => one.dataset['number'] !== undefined);
  return numbered === undefined ? null : Number(numbered.dataset['number']);
}

/** Selects a span of the body where it is drawn. */
export function selectSpan(text: Element, span: Span, body: string): void {
  const ranges = rangesOfSpan(piecesIn(text), span, body);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return;
  window
    .getSelection()
    ?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}
