import { parseContentStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { edited, readContent } from '../../../../archive/print/finish/content.ts';
import { operationsOf } from '../../../../archive/print/finish/operations.ts';
import { readToUnicode } from '../../../../archive/print/finish/to-unicode.ts';

const page = {
  fonts: new Map([
    [
      '/F1',
      readToUnicode('1 beginbfchar <0041> <0041> endbfchar 1 beginbfrange <0061> <007a> <0061> endbfrange'),
    ],
  ]),
  height: 800,
  margins: { top: 60, bottom: 70 },
};
const words = (stream: string) => [...operationsOf(stream)].map(({ op, args }) => [...args, op].join(' '));
const finished = (stream: string) => edited(stream, readContent(stream, page).edits);

describe('the operators of a content stream', () => {
  it('are read with their operands as written', () => {
    expect(
      words(
        'q 1 0 0 1 0 0 cm(a\\)b(c)d)Tj[(x)-20<00 41>]TJ/F1 12 Tf % note ) (\n/P<</MCID 3/X[1<</Y(>>)>>]>>BDC',
      ),
    ).toEqual([
      'q',
      '1 0 0 1 0 0 cm',
      '(a\\)b(c)d) Tj',
      '[(x)-20<00 41>] TJ',
      '/F1 12 Tf',
      '/P <</MCID 3/X[1<</Y(>>)>>]>> BDC',
    ]);
  });

  it.each(['(open', '[1', '1 2', ')', '>> q', 'BI /W 1 ID x EI'])(
    'are refused where they can’t be read: %s',
    bad => {
      expect(() => [...operationsOf(bad)]).toThrow('a content stream has');
    },
  );
});

describe('reading a page', () => {
  it('makes untagged painting an artifact, paths whole', () => {
    expect(finished('0 0 1 1 re f')).toBe('/Artifact BMC 0 0 1 1 re f\nEMC');
    expect(finished('q 0 0 1 1 re W n 2 2 m 3 3 l S Q')).toBe(
      'q 0 0 1 1 re W n /Artifact BMC 2 2 m 3 3 l S\nEMC Q',
    );
  });

  it('leaves tagged content as it is, and reads it', () => {
    const stream =
      '/P <</MCID 0 >>BDC 0 0 1 1 re f BT /F1 9 Tf 1 0 0 1 50 400 Tm <00410062> Tj 0 -12 Td <0063> Tj ET EMC';
    const read = readContent(stream, page);
    expect(read.edits).toEqual([]);
    expect(read.texts.get(0)).toBe('Ab c');
    expect(read.decoration.size).toBe(0);
  });

  it('finds tagged borders and backgrounds', () => {
    expect([...readContent('/P <</MCID 4>> BDC 0 0 1 1 re f EMC', page).decoration]).toEqual([4]);
  });

  it('marks head and foot as what they are', () => {
    expect(finished('BT /F1 9 Tf 1 0 0 1 50 780 Tm <0041> Tj ET')).toMatch(
      /^\/Artifact <<[^>]*Header[^>]*>> BDC BT .* ET\nEMC$/,
    );
    expect(finished('BT /F1 9 Tf 1 0 0 1 50 20 Tm <0041> Tj ET')).toContain('/Subtype /Footer');
  });

  it('refuses text that no tag reaches', () => {
    expect(() => finished('BT /F1 9 Tf 1 0 0 1 50 400 Tm <00410062> Tj ET')).toThrow(
      '"Ab" stands in the page’s body without a tag',
    );
  });

  it('refuses a character that its font lacks', () => {
    expect(() => finished('/P <</MCID 0>> BDC BT /F1 9 Tf 1 0 0 1 50 400 Tm <0000> Tj ET EMC')).toThrow(
      'its font does not have',
    );
  });

  it.each(['q', 'Q', 'EMC', '/P <</MCID 1>> BDC', 'BT', '/Im1 Do'])(
    'refuses what Valise’s page never paints: %s',
    bad => {
      expect(() => finished(bad)).toThrow();
    },
  );

  it('agrees with another parser about what it leaves', () => {
    const stream =
      'q .24 0 0 -.24 0 800 cm 0 0 9 9 re f BT /F1 9 Tf 1 0 0 -1 50 50 Tm <0041> Tj ET Q 1 1 m 2 2 l S';
    const operators = (text: string) =>
      parseContentStream(Buffer.from(text, 'latin1'))
        .map(({ name, args }) => JSON.stringify([name, args]))
        .filter(line => !/"(?:BMC|BDC|EMC)"/.test(line));
    expect(operators(finished(stream))).toEqual(operators(stream));
  });
});
