import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../archive/formats/encoding.ts';
import { mirrorPage } from '../../support/mirror-page.ts';
import { readOne } from '../../support/read-files.ts';

const text =
  'O 110542Z APR 05\nFM AMEMBASSY HANOI\nUNCLAS HANOI 000841\n\nGENERATED café – “naïve” Kraków €\n';
const latin = text.replaceAll(/[–“”€ó]/g, 'é');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const windows1252 = (given: string) =>
  Buffer.from(
    given.replace(/[–“”€]/g, mark => ({ '–': '\x96', '“': '\x93', '”': '\x94', '€': '\x80' })[mark] ?? mark),
    'latin1',
  );

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8', text],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8', text],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le', text],
    ['UTF-16, big end first', swapped(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'utf-16be', text],
  ])('%s is known', async (_, bytes, encoding, expected) => {
    const cable = await readOne('x.txt', bytes);
    expect(cable.header + cable.body).toBe(expected.trimEnd());
    expect(cable.rendering).toMatchObject({ encoding, assumed: false });
    expect(cable.warnings).toEqual([]);
  });

  test.each([
    ['Windows-1252', windows1252(text), 'windows-1252', text],
    ['Latin-1', Buffer.from(latin, 'latin1'), 'iso-8859-1', latin],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le', text],
  ])('%s is assumed, and that is told', async (_, bytes, encoding, expected) => {
    const cable = await readOne('x.txt', bytes);
    expect(cable.header + cable.body).toBe(expected.trimEnd());
    expect(cable.rendering).toMatchObject({ encoding, assumed: true });
    expect(cable.warnings.map(({ code }) => code)).toEqual(['encoding-assumed']);
  });

  test('one bad byte does not spoil the other letters', async () => {
    const bytes = Buffer.concat([Buffer.from(text.trimEnd()), Buffer.from([0x20, 0x93]), Buffer.from('é\n')]);
    const cable = await readOne('x.txt', bytes);
    expect(cable.body.endsWith('Kraków € “é')).toBe(true);
    expect(cable.warnings.map(({ code }) => code)).toEqual(['encoding-mixed']);
  });

  test('a page that names its encoding is believed where it is not UTF-8', async () => {
    const page = mirrorPage(
      {
        id: '05HANOI1',
        created: '2005-01-01 00:00',
        classification: 'SECRET',
        origin: 'Embassy Hanoi',
        header: null,
        body: latin,
      },
      false,
    );
    const cable = await readOne('x.html', Buffer.from(page.replace('UTF-8', 'iso-8859-1'), 'latin1'));
    expect(cable.body.trimEnd()).toBe(latin.trimEnd());
    expect(cable.rendering).toMatchObject({ encoding: 'iso-8859-1', assumed: false });
  });

  test('a replacement character that somebody wrote is no damage', () => {
    const decoded = decodeText(Buffer.from('a \uFFFD b'), { encoding: 'unknown', assumed: false });
    expect(decoded).toEqual({ text: 'a \uFFFD b', encoding: 'utf-8', assumed: false, warnings: [] });
  });
});

describe('decoding any bytes', () => {
  test('valid UTF-8 comes back as it was, other bytes lose nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const { text: decoded, assumed } = decodeText(bytes, { encoding: 'unknown', assumed: false });
        if (!assumed) expect(Buffer.from(decoded)).toEqual(Buffer.from(bytes));
        // Every stray byte is one character, so there are at least as many as sequences.
        expect(decoded.includes('\uFFFD')).toBe(Buffer.from(bytes).includes(Buffer.from('\uFFFD')));
      }),
      { numRuns: 2000, seed: 841 },
    );
  });
});
