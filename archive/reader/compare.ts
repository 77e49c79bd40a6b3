/** Two texts of one cable beside each other, word by word. */
import { diffArrays } from 'diff';
import type { ComparedPart, Comparison } from '../model/explanation.ts';

/** More changed words than this, and the texts are told apart line by line; more lines, and as wholes. */
const MOST_EDITS = 1500;

/**
 * Compares word by word; white space is not a difference, since copies wrap their lines differently. Texts that have
 * little in common are compared by lines, and in the end as wholes, so that time stays bounded.
 */
export function compareTexts(left: string, right: string): Comparison {
  const parts =
    compared(left, right, /\s*\S+/g) ?? compared(left, right, /[^\n]*\n|[^\n]+/g) ?? asWholes(left, right);
  return {
    parts,
    differences: parts.filter(part => !part.same).length,
    spacing: parts.some(part => part.same && part.left !== part.right),
  };
}

const asWholes = (left: string, right: string): ComparedPart[] => [{ same: left === right, left, right }];

function compared(left: string, right: string, piece: RegExp): ComparedPart[] | null {
  const [lefts, rights] = [piecesOf(left, piece), piecesOf(right, piece)];
  const changes = diffArrays(lefts, rights, {
    comparator: (one, other) => one === other || one.trim() === other.trim(),
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined) return null;
  const parts: ComparedPart[] = [];
  let [atLeft, atRight] = [0, 0];
  for (const { added, removed, count } of changes) {
    const leftEnd = atLeft + (added ? 0 : count);
    const rightEnd = atRight + (removed ? 0 : count);
    const part = {
      same: !added && !removed,
      left: lefts.slice(atLeft, leftEnd).join(''),
      right: rights.slice(atRight, rightEnd).join(''),
    };
    [atLeft, atRight] = [leftEnd, rightEnd];
    const before = parts.at(-1);
    // What was taken out and what came in its place are one difference.
    if (before?.same === false && !part.same) {
      before.left += part.left;
      before.right += part.right;
    } else parts.push(part);
  }
  return parts;
}

/** The text cut into pieces, and white space at its end as one more. */
function piecesOf(text: string, piece: RegExp): string[] {
  const pieces = text.match(piece) ?? [];
  const length = pieces.reduce((sum, one) => sum + one.length, 0);
  return length < text.length ? [...pieces, text.slice(length)] : pieces;
}
