/** The outline of a reading: its headings and numbered paragraphs. Pure. */
import { leadOf } from './lead.ts';
import type { Block } from '../../../preload/contract/index.ts';

export interface OutlineEntry {
  kind: 'heading' | 'paragraph';
  /** its place in the body */
  start: number;
  end: number;
  number: number | null;
  mark: string | null;
  words: string;
}

const wordsOf = (block: Block): string => {
  const { runs } = leadOf(block);
  const text = runs
    .filter(run => run.kind !== 'debris')
    .map(run => run.text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text;
};

export function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
  return blocks.flatMap((block): OutlineEntry[] => {
    if (block.kind === 'heading') {
      const { start, end } = block;
      return [{ kind: 'heading', start, end, number: null, mark: null, words: wordsOf(block) }];
    }
    if (block.number === null || (block.kind !== 'paragraph' && block.kind !== 'table')) return [];
    const { start, end, number, mark } = block;
    return [{ kind: 'paragraph', start, end, number, mark, words: wordsOf(block) }];
  });
}
