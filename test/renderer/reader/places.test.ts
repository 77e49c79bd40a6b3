// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { chunksOf } from '../../../renderer/views/reader/chunks.ts';
import { inkAt, inkCount, inkEnd, inkSpan } from '../../../renderer/views/reader/ink.ts';
import { joinedParts } from '../../../renderer/views/reader/joins.ts';
import { placeBeside } from '../../../renderer/views/reader/place-beside.ts';
import { sheetPieces } from '../../../renderer/views/reader/sheet-pieces.ts';
import { pieceOf, piecesIn, rangesOfSpan, spanOfRange } from '../../../renderer/views/reader/text-places.ts';
import { stepWord } from '../../../renderer/views/reader/word-steps.ts';

const body = '1. (SBU) GENERATED: anti-\ntrafficking,  and  XXXX\nwould   lead.\n\nEND';
const shown = ['(SBU) ', 'GENERATED: anti-trafficking, and ', 'XXXX', ' would lead.'];

/** The body's first paragraph as the reading view draws it: mark and text apart, white space changed. */
function drawn(): HTMLElement {
  const root = document.createElement('div');
  const redacted = body.indexOf('XXXX');
  const places = [
    { start: 0, end: redacted, skip: 2 },
    { start: 0, end: redacted, skip: 7 },
    { start: redacted, end: redacted + 4 },
    { start: redacted + 4, end: body.indexOf('\n\n') },
  ];
  for (const [at, place] of places.entries()) {
    const piece = document.createElement('span');
    for (const [name, value] of Object.entries(pieceOf(place))) piece.setAttribute(name, String(value));
    piece.append(document.createTextNode(shown[at] ?? ''));
    root.append(piece);
  }
  document.body.replaceChildren(root);
  return root;
}

/** A range over the n-th occurrence of words in what is drawn; they may go over pieces. */
function rangeOver(root: HTMLElement, from: string, to: string): Range {
  const range = document.createRange();
  for (const piece of piecesIn(root)) {
    const node = piece.firstChild;
    const text = piece.textContent;
    if (node === null) continue;
    if (text.includes(from)) range.setStart(node, text.indexOf(from));
    if (text.includes(to)) range.setEnd(node, text.indexOf(to) + to.length);
  }
  return range;
}

describe('places told by ink', () => {
  test('white space counts for nothing, at any place of it', () => {
    expect(inkCount('a b\n c')).toBe(3);
    expect(inkAt('  a b', 1)).toBe(4);
    expect(inkAt('ab', 5)).toBe(2);
    expect(inkEnd('a  b', 1)).toBe(1);
    expect(inkEnd('a  b', 0)).toBe(0);
    expect(inkSpan('  ab  ', { start: 0, end: 6 })).toEqual({ start: 2, end: 4 });
    expect(inkSpan('a  b', { start: 1, end: 3 })).toBeNull();
  });

  test('what is selected in the page is found in the body, over pieces and joined lines', () => {
    const root = drawn();
    for (const [from, to, words] of [
      ['anti-traff', 'trafficking', 'anti-\ntrafficking'],
      ['(SBU)', 'GENERATED', '(SBU) GENERATED'],
      ['and', 'would', 'and  XXXX\nwould'],
      [' would', 'would ', 'would'],
    ] as const) {
      const span = spanOfRange(root, rangeOver(root, from, to), body);
      expect(span === null ? null : body.slice(span.start, span.end)).toBe(words);
    }
  });

  test('and back: every span of the body is drawn over just its own words', () => {
    const root = drawn();
    const pieces = piecesIn(root);
    const compact = (text: string) => text.replaceAll(/\s/g, '');
    // The number stands in a piece of its own that is left out here.
    for (let start = 2; start < 60; start += 1) {
      for (let end = start + 1; end < 62; end += 1) {
        const ranges = rangesOfSpan(pieces, { start, end }, body);
        expect(ranges.map(range => compact(range.toString())).join('')).toBe(compact(body.slice(start, end)));
      }
    }
    const beyond = { start: body.indexOf('END'), end: body.length };
    expect(rangesOfSpan(pieces, beyond, body)).toEqual([]);
  });
});

test('each line break that was joined is shown once, and no character is lost', () => {
  const run = { start: 0, end: body.indexOf('XXXX'), kind: 'text' as const, target: null };
  const text = 'GENERATED: anti-trafficking, and ';
  expect(joinedParts(body, { ...run, text, skip: 7 })).toEqual(['GENERATED: anti-', 'trafficking, and ']);
  const rest = { ...run, start: body.indexOf('\nwould'), end: body.indexOf('\n\n') };
  expect(joinedParts(body, { ...rest, text: ' would lead.', skip: 0 })).toEqual([' ', 'would lead.']);
  const table = 'a    1\nb    2\n';
  expect(joinedParts(table, { ...run, end: table.length, text: table, skip: 0 })).toEqual([table]);
});

test('a sheet is cut at paragraphs and blank lines, and a long list into chunks, with nothing lost', () => {
  const paragraphs = [{ start: 4, end: 20, number: 1 }];
  const pieces = sheetPieces(body, paragraphs);
  expect(pieces.map(({ start, end }) => body.slice(start, end)).join('')).toBe(body);
  expect(pieces.map(({ start, number }) => [start, number])).toEqual([
    [0, null],
    [4, 1],
    [body.indexOf('END'), null],
  ]);
  const items = Array.from({ length: 100 }, (_, at) => ({ start: at * 900, end: at * 900 + 900 }));
  const chunks = chunksOf(items, item => item.start === 2 * 900);
  expect(chunks.flatMap(chunk => chunk.items)).toEqual(items);
  expect(chunks.length).toBeGreaterThan(8);
  // The first is short, to be there soon. What is kept with the next does not end a chunk.
  expect(chunks[0]?.items.at(-1)?.start).toBe(3 * 900);
  expect(chunks[1]?.items.length).toBe(9);
  expect(chunksOf([])).toEqual([{ items: [], length: 0 }]);
});

test('arrow keys select word by word within a block', () => {
  const block = { start: 0, end: body.indexOf('\n\n') };
  const words = (span: ReturnType<typeof stepWord>) =>
    span === null ? null : body.slice(span.start, span.end);
  const first = stepWord(body, block, null, 1, false);
  expect(words(first)).toBe('1.');
  const second = stepWord(body, block, first, 1, false);
  expect(words(second)).toBe('(SBU)');
  const more = stepWord(body, block, second, 1, true);
  expect(words(more)).toBe('(SBU) GENERATED:');
  expect(words(stepWord(body, block, more, -1, true))).toBe('(SBU)');
  expect(words(stepWord(body, block, second, -1, true))).toBe('(SBU)');
  expect(words(stepWord(body, block, more, -1, false))).toBe('1.');
  expect(words(stepWord(body, block, null, -1, false))).toBe('lead.');
  expect(stepWord('   ', { start: 0, end: 3 }, null, 1, false)).toBeNull();
});

test('the tools of a passage stand under it, above it where there is no room, and always inside', () => {
  const room = {
    scrollTop: 100,
    scrollLeft: 0,
    clientWidth: 400,
    clientHeight: 300,
    getBoundingClientRect: () => ({ left: 50, top: 20, right: 450, bottom: 320 }),
  };
  const size = { width: 200, height: 40 };
  const line = (top: number, right: number) => ({ left: 60, top, right, bottom: top + 20 });
  expect(placeBeside([line(100, 200)], size, room)).toEqual({ left: 50, top: 206 });
  expect(placeBeside([line(290, 445)], size, room)).toEqual({ left: 194, top: 324 });
  expect(placeBeside([], size, room)).toBeNull();
});
