/**
 * Places of the body in what is drawn, and back. Each piece of drawn text is an element that tells which span of the body
 * it shows (`data-start`, `data-end`) and how many characters of it, white space aside, stand before it (`data-skip`).
 */
import type { Span } from '../../../preload/contract/index.ts';
import { inkAt, inkCount, inkEnd, inkSpan } from './ink.ts';

/** The attributes of a piece. */
export function pieceOf({ start, end, skip = 0 }: Span & { skip?: number }) {
  return { 'data-start': start, 'data-end': end, ...(skip === 0 ? {} : { 'data-skip': skip }) };
}

/** All pieces under `root`, in the order of the text. */
export const piecesIn = (root: Element): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-start]'),
];

const numberIn = (piece: HTMLElement, name: 'start' | 'end' | 'skip'): number =>
  Number(piece.dataset[name] ?? 0);

/** How much ink of `piece` stands before a place in it. */
function inkBefore(piece: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return inkCount(before.toString());
}

/** The part of the body that a range of the page shows, without white space at its ends; null where it shows none. */
export function spanOfRange(root: Element, range: Range, body: string): Span | null {
  const touched = piecesIn(root).filter(piece => range.intersectsNode(piece));
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const before = first.contains(startContainer) ? inkBefore(first, startContainer, startOffset) : 0;
  const until = last.contains(endContainer)
    ? inkBefore(last, endContainer, endOffset)
    : inkCount(last.textContent);
  const start = inkAt(body, numberIn(first, 'skip') + before, numberIn(first, 'start'));
  const end = inkEnd(body, numberIn(last, 'skip') + until, numberIn(last, 'start'));
  return end > start ? inkSpan(body, { start, end }) : null;
}

/** The place in a piece's text nodes before its `count`-th character of ink, or behind it where `behind` is set. */
function placeIn(piece: HTMLElement, count: number, behind: boolean): { node: Text; offset: number } | null {
  let left = count;
  let end: { node: Text; offset: number } | null = null;
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const ink = inkCount(node.data);
    if (behind ? left <= ink && left > 0 : left < ink) {
      return { node, offset: behind ? inkEnd(node.data, left) : inkAt(node.data, left) };
    }
    left -= ink;
    end = { node, offset: node.data.length };
  }
  return end;
}

/** Pieces without redactions: a bar says how much is gone, and nothing is drawn over it. */
export const legible = (pieces: readonly HTMLElement[]): HTMLElement[] =>
  pieces.filter(piece => piece.querySelector('.redaction') === null);

/** Where a span of the body is drawn: a range for each piece that shows some of it, none where it is not drawn. */
export function rangesOfSpan(pieces: readonly HTMLElement[], span: Span, body: string): Range[] {
  const ranges: Range[] = [];
  for (const piece of pieces) {
    const start = numberIn(piece, 'start');
    const end = numberIn(piece, 'end');
    if (end <= span.start) continue;
    if (start >= span.end) break;
    const shown = inkCount(piece.textContent);
    const skip = numberIn(piece, 'skip');
    const inkTo = (offset: number) =>
      Math.min(shown, Math.max(0, inkCount(body.slice(start, Math.max(start, offset))) - skip));
    const from = inkTo(span.start);
    const to = inkTo(Math.min(span.end, end));
    if (to <= from) continue;
    const first = placeIn(piece, from, false);
    const last = placeIn(piece, to, true);
    if (first === null || last === null) continue;
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    ranges.push(range);
  }
  return ranges;
}

/** The offset in the body of what is drawn at a point of the window; null where no text of it is. */
export function offsetAtPoint(root: Element, x: number, y: number, body: string): number | null {
  const caret = document.caretRangeFromPoint(x, y);
  if (caret === null || !root.contains(caret.startContainer)) return null;
  const piece = caret.startContainer.parentElement?.closest<HTMLElement>('[data-start]');
  if (piece === null || piece === undefined) return null;
  const ink = numberIn(piece, 'skip') + inkBefore(piece, caret.startContainer, caret.startOffset);
  return inkAt(body, ink, numberIn(piece, 'start'));
}

/** Scrolls to a span of the body, if it is drawn, which it answers; what is folded over it is opened. */
export function goToSpan(
  root: Element,
  span: Span,
  body: string,
  at: 'start' | 'center' = 'center',
): boolean {
  const [range] = rangesOfSpan(piecesIn(root), span, body);
  const element = range?.startContainer.parentElement;
  const folded = element?.closest('details');
  if (folded !== null && folded !== undefined) folded.open = true;
  if (range === undefined || element === null || element === undefined) return false;
  element.scrollIntoView({ block: at });
  // A paragraph can be longer than the window: its very line is gone to.
  const room = root.closest('.reader-scroll');
  if (room === null) return true;
  const line = range.getBoundingClientRect();
  const view = room.getBoundingClientRect();
  const wanted = at === 'start' ? view.top + 12 : view.top + (view.height - line.height) / 2;
  room.scrollBy({ top: line.top - wanted });
  return true;
}
