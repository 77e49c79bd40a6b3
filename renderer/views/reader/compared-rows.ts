/** Two compared texts cut into rows, so that the same paragraphs stand beside each other. Pure. */
import type { ComparedPart } from '../../../preload/contract/index.ts';

export interface ComparedPiece {
  same: boolean;
  text: string;
  /** the number of the difference, from 0; null in what is the same */
  difference: number | null;
}

export interface ComparedRow {
  left: ComparedPiece[];
  right: ComparedPiece[];
}

const paragraphs = (text: string): string[] => text.split(/(?<=\n[^\S\n]*\n)/);

/** A row ends at a blank line that both texts have in the same place. Nothing of either text is lost. */
export function comparedRows(parts: readonly ComparedPart[]): ComparedRow[] {
  let row: ComparedRow = { left: [], right: [] };
  const rows = [row];
  let difference = 0;
  for (const { same, left, right } of parts) {
    if (!same) {
      row.left.push({ same, text: left, difference });
      row.right.push({ same, text: right, difference });
      difference += 1;
      continue;
    }
    const [lefts, rights] = [paragraphs(left), paragraphs(right)];
    if (lefts.length !== rights.length) {
      row.left.push({ same, text: left, difference: null });
      row.right.push({ same, text: right, difference: null });
      continue;
    }
    for (const [at, text] of lefts.entries()) {
      if (at > 0) rows.push((row = { left: [], right: [] }));
      row.left.push({ same, text, difference: null });
      row.right.push({ same, text: rights[at] ?? '', difference: null });
    }
  }
  return rows;
}
