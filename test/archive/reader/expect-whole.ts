import { expect } from 'vitest';
import { readingOf } from '../../../archive/reader/reading.ts';
import type { CableRecord } from '../../../archive/record.ts';

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/** What holds of every reading: blocks and runs in order, nothing of the body outside them, no word changed. */
export function expectWhole(record: CableRecord): void {
  const { blocks } = readingOf(record);
  let at = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(at);
    expect(record.body.slice(at, block.start).trim()).toBe('');
    let inside = block.start;
    for (const run of block.runs) {
      expect(run.start).toBe(inside);
      expect(withoutSpace(run.text)).toBe(withoutSpace(record.body.slice(run.start, run.end)));
      inside = run.end;
    }
    expect(inside).toBe(block.end);
    at = block.end;
  }
  expect(record.body.slice(at).trim()).toBe('');
}
