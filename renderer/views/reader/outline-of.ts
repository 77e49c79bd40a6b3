/** The outline of a reading: its headings and numbered paragraphs. Pure. */
import { leadOf } from './lead.ts';
import type { Block } from '../../../preload/contract/index.ts';

export interface OutlineEntry {
  kind: 'heading' | 'paragraph';
  /** the element's id in the page */
  anchor: string;
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
      return [
        { kind: 'heading', anchor: `h${block.start}`, number: null, mark: null, words: wordsOf(block) },
      ];
    }
    if (block.number === null || (block.kind !== 'paragraph' && block.kind !== 'table')) return [];
    const { number, mark } = block;
    return [{ kind: 'paragraph', anchor: `b${block.start}`, number, mark, words: wordsOf(block) }];
  });
}
