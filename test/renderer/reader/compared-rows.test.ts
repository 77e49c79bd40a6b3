import { expect, test } from 'vitest';
import { comparedRows } from '../../../renderer/views/reader/compared-rows.ts';

const parts = [
  { same: true, left: 'GENERATED one.\n\nThe talks', right: 'GENERATED one.\n\nThe talks' },
  { same: false, left: ' began', right: ' ended' },
  { same: true, left: ' early.\n \nLast.', right: ' early.\n\nLast.' },
];

test('the same paragraphs stand in one row, whatever differs in them', () => {
  const rows = comparedRows(parts);
  expect(
    rows.map(row =>
      row.left
        .map(piece => piece.text)
        .join('')
        .trim(),
    ),
  ).toEqual(['GENERATED one.', 'The talks began early.', 'Last.']);
  expect(rows[1]?.right.map(piece => piece.difference)).toEqual([null, 0, null]);
});

test('nothing of either text is lost, also where only one has a blank line', () => {
  const uneven = [...parts, { same: true, left: ' a\n\nb', right: ' a b' }];
  for (const side of ['left', 'right'] as const) {
    const shown = comparedRows(uneven).flatMap(row => row[side].map(piece => piece.text));
    expect(shown.join('')).toBe(uneven.map(part => part[side]).join(''));
  }
});
