import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../archive/reader/compare.ts';

const whole = (text: string, side: 'left' | 'right', other: string): string =>
  (side === 'left' ? compareTexts(text, other) : compareTexts(other, text)).parts
    .map(part => part[side])
    .join('');

describe('two texts beside each other', () => {
  it('are told apart by words, a replaced word being one difference', () => {
    const { parts, differences } = compareTexts(
      'GENERATED: the talks went on for two days.',
      'GENERATED: the talks went on for three long days.',
    );
    expect(differences).toBe(1);
    expect(parts.filter(part => !part.same)).toEqual([{ same: false, left: ' two', right: ' three long' }]);
  });

  it('do not differ by how their lines are wrapped, which is said', () => {
    expect(compareTexts('one\r\ntwo three', 'one two\n  three')).toMatchObject({
      differences: 0,
      spacing: true,
    });
    expect(compareTexts('one two', 'one two')).toMatchObject({ differences: 0, spacing: false });
  });

  it('come back whole, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(whole(one, 'left', other)).toBe(one);
        expect(whole(one, 'right', other)).toBe(one);
      }),
    );
  });

  it('that have nothing in common end in bounded time', () => {
    const made = (word: string): string =>
      Array.from({ length: 30_000 }, (_, at) => `${word}${at}${at % 9 === 0 ? '\n' : ' '}`).join('');
    const started = performance.now();
    expect(compareTexts(made('a'), made('b')).differences).toBe(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
