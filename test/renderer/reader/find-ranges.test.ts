// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findRanges, foldCase } from '../../../renderer/views/reader/find-ranges.ts';

function page(html: string): Element {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  return element;
}

describe('finding in what is drawn', () => {
  test('finds in any case and across elements, in order', () => {
    const root = page('<p>Traf<b>fick</b>ing and TRAFFICKING</p><p>trafficking</p>');
    expect(findRanges(root, ['trafficking']).map(String)).toEqual([
      'Trafficking',
      'TRAFFICKING',
      'trafficking',
    ]);
  });

  test('whole words leave longer ones alone', () => {
    const root = page('<p>TIP, tips, participate; (tip)</p>');
    expect(findRanges(root, ['tip'])).toHaveLength(3);
    expect(findRanges(root, ['tip'], { wholeWords: true }).map(String)).toEqual(['TIP', 'tip']);
  });

  test('nothing sought, nothing found', () => {
    expect(findRanges(page('<p>text</p>'), ['', ' '])).toEqual([]);
  });

  test('folding the case never moves an offset', () => {
    for (const text of ['İstanbul', 'STRASSE ß', 'Đà Nẵng', '𐐀'])
      expect(foldCase(text)).toHaveLength(text.length);
  });
});
