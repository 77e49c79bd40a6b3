/** A reading view of a made-up body: a paragraph for each number, a heading for each line in capitals between them. */
import type { Block, Reading } from '../../../preload/contract/index.ts';

export function readingOfGenerated(body: string): Reading {
  const blocks: Block[] = [];
  const pieces = [...body.matchAll(/(?:^|\n\n)([^\n][\s\S]*?)(?=\n\n|$)/g)];
  for (const piece of pieces) {
    const text = piece[1] ?? '';
    const start = piece.index + piece[0].length - text.length;
    const end = start + text.length;
    const numbered = /^(\d+)\. \((\w+)\) /.exec(text);
    const number = numbered === null ? null : Number(numbered[1]);
    const heading = number === null && text === text.toUpperCase() && text.length < 60 && blocks.length > 1;
    blocks.push({
      start,
      end,
      kind: number !== null ? 'paragraph' : heading ? 'heading' : 'preamble',
      number,
      mark: numbered?.[2] ?? null,
      runs: [{ start, end, kind: 'text', text: text.replaceAll('\n', ' '), target: null }],
    });
  }
  return { blocks, changes: { joinedLines: body.split('\n').length - 1, foldedDebris: 0 } };
}
