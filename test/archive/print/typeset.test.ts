import { beforeEach, describe, expect, it } from 'vitest';
import { Typesetter } from '../../../archive/print/typeset.ts';
import { printFonts } from '../../../main/print/fonts.ts';

let typesetter: Typesetter;
beforeEach(async () => {
  typesetter = new Typesetter(await printFonts());
});

/** Which fonts a character is set in. */
const homes = (character: string) =>
  typesetter
    .used('serif')
    .filter(({ characters }) => characters.has(character.codePointAt(0) ?? 0))
    .map(({ font }) => font.name);

describe('setting text', () => {
  it('keeps what the fonts have', () => {
    const text = 'Đỗ Mười, “Борис Ельцин”, Γιώργος – naïve ½ € नमस';
    expect(typesetter.set('serif', text)).toBe(text);
    expect(typesetter.missing.size).toBe(0);
  });

  it('spells out what no font has, and counts it', () => {
    expect(typesetter.set('serif', 'a\uf0b7b 中国中 😀')).toBe(
      'a[U+F0B7]b [U+4E2D][U+56FD][U+4E2D] [U+1F600]',
    );
    expect(Object.fromEntries(typesetter.missing)).toEqual({ 0xf0b7: 1, 0x4e2d: 2, 0x56fd: 1, 0x1f600: 1 });
  });

  it('shows what would steer the page unseen', () => {
    expect(typesetter.set('serif', 'a\u202eb\u200bc\u0000d\ufeffe\u00adf')).toBe(
      'a[U+202E]b[U+200B]c[U+0000]d[U+FEFF]e[U+00AD]f',
    );
    expect(typesetter.set('mono', 'x\ud800y')).toBe('x[U+D800]y');
    expect(typesetter.set('mono', 'one\ntwo')).toBe('one\ntwo');
  });

  it('sets a letter in one font, whole', () => {
    typesetter.set('serif', 'Mười');
    expect(homes('ờ')).toEqual(['Valise source-serif-4 vietnamese']);
    expect(homes('i')).toEqual(['Valise source-serif-4 latin']);
  });

  it('keeps a letter and its marks together, or says which mark is lost', () => {
    expect(typesetter.set('serif', 'e\u0304')).toBe('e\u0304');
    expect(typesetter.set('serif', 'ब\u0304')).toContain('ब');
    expect(typesetter.set('serif', 'ж\u0489')).toMatch(/^ж(?:\u0489|\[U\+0489\])$/);
  });
});
