import { constantFrom, dictionary, oneof, record, string } from 'fast-check';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawCable } from '../../../archive/model/raw.ts';
import type { Warning } from '../../../archive/record.ts';
import { escapeValue, unescapeValue } from '../../../archive/store/escape.ts';
import { describeCable } from '../../../archive/store/frame.ts';
import { factsOf, parseHead, rawCableOf } from '../../../archive/store/frame-head.ts';
import { sameness, sha256, textKey } from '../../../archive/store/identity.ts';
import { continuation, packFile, packFor, packOfFile } from '../../../archive/store/pack-name.ts';
import { textOf } from '../../../archive/store/pack-reader.ts';
import { NO_DATE } from '../../../archive/model/columns.ts';
import { sealedRecord } from '../../support/sealed-frame.ts';

const PLACE = { token: 'a'.repeat(32), pack: '2005-04', offset: 12, sequence: 3 };

/** Text with what breaks lines, and what a hostile source would try. */
const nasty = oneof(
  string({ unit: 'binary' }),
  string({
    unit: constantFrom(
      '\n',
      '\r',
      ': ',
      '\\',
      '\\n',
      '\u2028',
      '\u202E',
      '\0',
      'Token: ',
      ' ',
      'é',
      '\u{1F600}',
    ),
  }),
);

const someCable = record({
  place: record({
    file: nasty,
    member: oneof(nasty, constantFrom(null)),
    row: constantFrom(null, 1, 251_287),
  }),
  rendering: record({
    format: constantFrom('mirror' as const, 'csv' as const, 'valise' as const),
    lineBreaks: constantFrom(true, false),
    encoding: nasty,
    assumed: constantFrom(true, false),
  }),
  published: dictionary(
    oneof(constantFrom('id', 'tags', 'subject', 'Id', 'Tags: of', '', '__proto__'), nasty),
    nasty,
  ),
  header: nasty,
  body: nasty,
  warnings: constantFrom<Warning[]>(
    [],
    [{ code: 'a: b', message: 'GENERATED\nmessage', start: null, end: 4 }],
  ),
});

/** Writes a copy as a frame and reads it back from the bytes. */
function throughBytes(raw: RawCable): { raw: RawCable; key: string; bytes: Buffer } {
  const header = Buffer.from(raw.header);
  const body = Buffer.from(raw.body);
  const key = textKey(header, body);
  const facts = {
    canonicalId: '05HANOI841',
    key,
    sameness: 'x',
    imported: 'now',
    receipt: 'r',
    sourceSha256: null,
  };
  const { bytes, headBytes } = sealedRecord(PLACE, describeCable(raw, facts), raw.header, raw.body);
  const head = parseHead(bytes.subarray(0, headBytes));
  if (head === null) throw new Error('the head could not be read');
  expect(head.bytes).toBe(bytes.length);
  const text = textOf(bytes.subarray(head.headBytes), head.headerBytes, head.bodyBytes);
  return { raw: rawCableOf(head, text.header, text.body), key: factsOf(head).key, bytes };
}

/** Lone halves of surrogate pairs have no bytes: what is read from a file has none. */
const wellFormed = (text: string) => Buffer.from(text).toString() === text;

describe('a frame', () => {
  it('gives back every field as it was published, whatever it holds', () => {
    fc.assert(
      fc.property(someCable, raw => {
        if (!wellFormed(raw.header) || !wellFormed(raw.body)) return;
        const read = throughBytes(raw).raw;
        expect(read).toEqual(raw);
        expect(JSON.stringify(read.published)).toBe(JSON.stringify(raw.published));
      }),
      { numRuns: 300 },
    );
  });

  it('can be read with an editor and checked with sha256sum', () => {
    const raw: RawCable = {
      place: { file: 'a.csv', member: null, row: 7 },
      rendering: { format: 'csv', lineBreaks: true, encoding: 'utf-8', assumed: false },
      published: { id: '05HANOI1', 'Own label': 'two\nlines' },
      header: 'FM AMEMBASSY HANOI',
      body: '1. GENERATED text.',
      warnings: [],
    };
    const { key, bytes } = throughBytes(raw);
    const text = bytes.toString();
    expect(text).toContain('\nSource-File: a.csv\nSource-Row: 7\n');
    expect(text).toContain(
      '\nPublished-Id: 05HANOI1\nPublished-Label: Own label: two\\nlines\nHead-SHA-256: ',
    );
    expect(text).toContain('\n\nFM AMEMBASSY HANOI\n1. GENERATED text.\nValise-End: 3 ');
    expect(key).toBe(sha256(`18 18\nFM AMEMBASSY HANOI1. GENERATED text.`));
    const [, head = '', sum] = /^([\s\S]*\n)Head-SHA-256: (\w+)\n\n/.exec(text) ?? [];
    expect(sha256(head)).toBe(sum);
  });

  it('whose head was changed in any byte is not believed', () => {
    const { bytes, headBytes } = sealedRecord(PLACE, 'Cable: 05HANOI841\n', 'h', 'b');
    const head = bytes.subarray(0, headBytes);
    for (let at = 0; at < head.length; at += 1) {
      const changed = Buffer.from(head);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(parseHead(changed), `byte ${at}`).toBeNull();
    }
  });
});

describe('escaping', () => {
  it('keeps one line and is undone exactly', () => {
    fc.assert(
      fc.property(oneof(nasty, string({ unit: 'binary-ascii' })), text => {
        const line = escapeValue(text);
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(unescapeValue(line)).toBe(text);
      }),
    );
  });
});

describe('sameness', () => {
  const of = (text: string) => sameness(Buffer.from(text));

  it('is blind to white space and to the publisher\u2019s marks, and to nothing else', () => {
    const text = 'Tiếng Việt\n\n1. (SBU) GENERATED summary.\n2. More.';
    const ascii = '1. (SBU) GENERATED summary.\n2. More.';
    for (const whole of [text, ascii]) {
      const copies = [
        whole.replaceAll('\n', ' '),
        whole.replaceAll('\n', '\r\n\t'),
        whole.replaceAll(/(\d\.)/g, '¶$1'),
      ];
      expect(new Set([whole, ...copies].map(of)).size).toBe(1);
      expect(of(whole)).not.toBe(of(whole.replace('summary', 'Summary')));
    }
  });

  it('leaves out what a regular expression takes for white space, in any script', () => {
    const blanks = ['\u00a0', '\u1680', '\u2003', '\u2028', '\u202f', '\u205f', '\u3000', '\ufeff', '\u0085'];
    const unit = oneof(constantFrom(...blanks, '¶', ' ', '\n', 'ß', '…', '“'), string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(unit), units => {
        const text = units.join('');
        expect(of(text)).toBe(
          sha256(
            Buffer.from(text)
              .toString()
              .replace(/[\s¶]+/gu, ''),
          ),
        );
      }),
    );
  });

  it('tells a header from the beginning of a body', () => {
    const key = (header: string, body: string) => textKey(Buffer.from(header), Buffer.from(body));
    expect(key('ab', 'c')).not.toBe(key('a', 'bc'));
    expect(key('', 'abc')).not.toBe(key('abc', ''));
  });
});

describe('a pack\u2019s name', () => {
  it('is its month, or undated, in a folder of its year', () => {
    const minutes = (iso: string) => Date.parse(iso) / 60_000;
    expect(packFor(minutes('2005-04-11T05:42:00Z'))).toBe('2005-04');
    expect(packFor(minutes('1966-12-31T23:59:00Z'))).toBe('1966-12');
    expect(packFor(NO_DATE)).toBe('undated');
    expect(packFile('2005-04')).toBe('data/2005/2005-04.txt');
    expect(packFile('undated.2')).toBe('data/undated/undated.2.txt');
    expect(continuation('2005-04')).toBe('2005-04.2');
    expect(continuation('2005-04.2')).toBe('2005-04.3');
  });

  it('is known again, and nothing else is taken for one', () => {
    for (const pack of ['2005-04', '2005-04.2', 'undated', 'undated.12'])
      expect(packOfFile(packFile(pack))).toBe(pack);
    for (const file of [
      'data/2005/2005-13.txt',
      'data/2006/2005-04.txt',
      'data/x.txt',
      'data/2005/2005-04.txt.bak',
      'data/../2005-04.txt',
    ]) {
      expect(packOfFile(file), file).toBeNull();
    }
  });
});
