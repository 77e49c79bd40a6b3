/** The index, queries and marks on hits must agree on what a word is, whatever the text. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Occurrences } from '../../../archive/search/segment/occurrences.ts';
import { TermTable } from '../../../archive/search/segment/term-table.ts';
import { LETTER } from '../../../archive/search/segment/word-batch.ts';
import { Lexer } from '../../../archive/search/segment/lexer.ts';
import { TokenPlaces, tokensOf } from '../../../archive/search/tokens.ts';

function naive(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '');
  return folded.replaceAll('ς', 'σ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'Z', '0', '9', ' ', '-', '.', "'", '\n', '"'),
    fc.constantFrom(
      'é',
      'e\u0301',
      'ﬁ',
      '½',
      '¶',
      '’',
      'İ',
      'ς',
      'Σ',
      '中',
      '\u{1d400}',
      '\u00ad',
      '´',
      '\ud800',
    ),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  ),
  maxLength: 60,
});

test('words are found where they stand, and folded alike', () => {
  fc.assert(
    fc.property(text, sample => {
      const places = new TokenPlaces(sample);
      const tokens = Array.from({ length: places.count }, (_, number) => places.token(number));
      expect(tokens).toEqual(tokensOf(sample));
      expect(tokens).toEqual(naive(sample));
      for (let number = 0; number < places.count; number++) {
        const marked = sample.slice(places.starts[number], places.ends[number]);
        expect(naive(marked).join(' ')).toContain(tokens[number]);
      }
    }),
    { numRuns: 2000, seed: 841 },
  );
});

test('the byte lexer reads the same words', () => {
  const table = new TermTable();
  const occurrences = new Occurrences();
  const lexer = new Lexer(table, occurrences);
  const word = (term: number) => Buffer.from(table.wordOf(term)).toString('utf8');
  fc.assert(
    fc.property(text, sample => {
      occurrences.clear();
      lexer.words(sample);
      const terms = Array.from(occurrences.room(0).subarray(0, occurrences.count));
      expect(terms.map(word)).toEqual(naive(sample));
    }),
    { numRuns: 2000, seed: 841 },
  );
  expect(LETTER['-'.charCodeAt(0)]).toBe(0);
});

test('words are sorted by their bytes', () => {
  const table = new TermTable();
  const words = [
    'b',
    'a',
    'aa',
    'governmental',
    'government',
    'governments',
    'é',
    '中',
    'abcdefgh',
    'abcdefg',
    'abcdefghij',
    'abcdefghik',
    'abcdefgh\u00e9',
    'abcdefghijklmno',
    'abcdefghijklmnop',
    'abcdefghijklmnoq',
    'abcdefghijklmnopq',
    'abcdefghijklmno\u00e9',
    'abcdefghijkl',
    'abcdefghijklm',
    ...Array.from({ length: 40 }, (_, at) => `abcdefgh${(at * 7) % 40}`),
    '0',
  ];
  const lexer = new Lexer(table, new Occurrences());
  for (const word of words) lexer.words(word);
  const sorted = Array.from(table.sorted(), term => Buffer.from(table.wordOf(term)).toString('hex'));
  expect(sorted).toEqual([...sorted].sort());
  expect(sorted).toHaveLength(words.length);
});

test('a word is the same word however long it is, and no other', () => {
  const table = new TermTable();
  const occurrences = new Occurrences();
  const lexer = new Lexer(table, occurrences);
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '\u00e9'), minLength: 1, maxLength: 24 });
  // all of them begin alike, so that they differ only where a word's key ends, or behind it
  const words = fc.array(
    fc.tuple(fc.constantFrom('', 'abcdefgh', 'abcdefghijklmn', 'abcdefghijklmnop'), word),
  );
  fc.assert(
    fc.property(words, pairs => {
      occurrences.clear();
      const written = pairs.map(pair => pair.join(''));
      lexer.words(written.join(' '));
      const terms = Array.from(occurrences.room(0).subarray(0, occurrences.count));
      expect(terms.map(term => Buffer.from(table.wordOf(term)).toString())).toEqual(written.flatMap(naive));
    }),
    { numRuns: 1000, seed: 841 },
  );
  const all = Array.from({ length: table.count }, (_, term) => Buffer.from(table.wordOf(term)).toString());
  expect(new Set(all).size).toBe(all.length);
});
