/** The exact text cut into pieces to go through by keyboard: at its paragraphs, and else at blank lines. Pure. */
import type { Span } from '../../../preload/contract/index.ts';

export interface SheetPiece extends Span {
  /** the number of the paragraph that begins here */
  number: number | null;
}

interface Numbered extends Span {
  number: number | null;
}

/** Pieces that follow each other from the first character to the last. */
export function sheetPieces(body: string, paragraphs: readonly Numbered[]): SheetPiece[] {
  const numbers = new Map(paragraphs.map(({ start, number }) => [start, number]));
  const cuts = new Set([0, ...numbers.keys()]);
  for (const gap of body.matchAll(/\n[^\S\n]*\n\s*/g)) cuts.add(gap.index + gap[0].length);
  const starts = [...cuts].filter(at => at < body.length).sort((a, b) => a - b);
  return starts.map((start, at) => ({
    start,
    end: starts[at + 1] ?? body.length,
    number: numbers.get(start) ?? null,
  }));
}
