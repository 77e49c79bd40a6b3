/** Finding text in what is drawn, without changing it: ranges for the browser's own highlights. */

/** A text with its case folded, so that offsets stay the text's own. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  // At the end of a word a sigma has a form of its own.
  if (lower.length === text.length) return lower.replaceAll('ς', 'σ');
  let folded = '';
  for (const unit of text) {
    const lower = unit.toLowerCase();
    // A letter whose lower case is longer (İ) would move every offset behind it.
    folded += lower.length === unit.length ? lower.replace('ς', 'σ') : unit;
  }
  return folded;
}

interface Piece {
  node: Text;
  start: number;
}

interface Finding {
  /** only where no letter or digit adjoins */
  wholeWords?: boolean;
  /** stop after so many */
  most?: number;
}

const inWord = /[\p{L}\p{N}]/u;

/** Every place where one of `words` stands in the text under `root`, across elements, in any case, in order. */
export function findRanges(root: Element, words: readonly string[], finding: Finding = {}): Range[] {
  const { wholeWords = false, most = 5000 } = finding;
  const sought = words.map(foldCase).filter(word => word.trim() !== '');
  if (sought.length === 0) return [];
  const pieces: Piece[] = [];
  let whole = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    pieces.push({ node, start: whole.length });
    whole += node.data;
  }
  const text = foldCase(whole);
  const ranges: Range[] = [];
  for (const word of sought) {
    for (
      let at = text.indexOf(word);
      at !== -1 && ranges.length < most;
      at = text.indexOf(word, at + word.length)
    ) {
      const end = at + word.length;
      if (wholeWords && (inWord.test(text.charAt(at - 1)) || inWord.test(text.charAt(end)))) continue;
      const range = rangeOf(pieces, at, end);
      if (range !== null) ranges.push(range);
    }
  }
  return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function rangeOf(pieces: readonly Piece[], start: number, end: number): Range | null {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

/** Where highlights lie over each other the last of these is on top; those that are not named here lie below. */
const order = ['note-chosen', 'passage', 'hit', 'hit-here', 'find', 'find-here'];

/** Draws ranges under a highlight's name; none takes it away. A browser without highlights shows nothing. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const drawn = new Highlight(...ranges);
  drawn.priority = order.indexOf(name) + 1;
  CSS.highlights.set(name, drawn);
}
