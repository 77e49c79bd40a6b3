import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CableRecordSchema } from '../../../archive/record.ts';
import { parseCable, readForCatalogue } from '../../../archive/text/index.ts';
import { rawCable } from '../../support/raw-cables.ts';

const PIECES = [
  'UNCLAS HANOI 000841',
  'C O N F I D E N T I A L SECTION 01 OF 02 ',
  'E.O. 12958: DECL: ',
  'TAGS: ',
  'SUBJECT: ',
  'REF: A. ',
  'Classified By: ',
  ' Reason 1.4 (b) and (d)',
  '1. (C) ',
  ' 2. ',
  '(',
  ')',
  '/',
  ' AND ',
  ', ',
  '-----------',
  '- - - - - ',
  'HANOI 123',
  '(2003)',
  'Summary: ',
  'End Summary.',
  'XXXXXXXX',
  '&#x000A;',
  '&',
  '¶',
  'NNNN',
  'DOE',
  '\n',
  '\n\n',
  '\r',
  ' ',
  '    ',
  'PAGE 02 ROME 01196 ',
  'HANOI 00000841 002 OF 003',
  'FM AMEMBASSY BERN',
  'TO RUEHC/SECSTATE WASHDC IMMEDIATE 4275',
  'INFO ',
  'XMT ',
  'O 110944Z SEP 07',
  'ABCDEFGH',
  'the minister said',
  '0000000',
  '.',
  ':',
  '"',
  '=',
  '*',
  '\ud800',
  'É',
];
const pieced = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map(pieces => pieces.join(''));
const text = fc.oneof(pieced, fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 }));

// What makes careless patterns go back again and again. A time that grows with the square of the length would be
// seconds already at the smaller size, and hours at five million characters.
const SHORT = 100_000;
const LONG = 5_000_000;
const SEEDS = [
  ...PIECES.filter(piece => piece.trim() !== ''),
  ' ',
  '\n',
  ' \n',
  'A ',
  'a ',
  'A',
  '1',
  '1. ',
  '1. (',
  '(C',
  '(C/',
  'A B C ',
  'A. ',
  '--- ',
  'U N C L A S ',
  'S E C R E T  ',
  '&#x',
  'RUEHC/',
  'MARINE ',
  'MARINE/',
  'AA-',
  'SECTION 01 OF ',
  '-\n',
  '- ',
  'E.O. 1',
  ' AND',
  '12/12/',
  'PAGE 01 A',
];

describe('any text', () => {
  test('header and body come back byte for byte, spans lie inside the body, nothing throws', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.dictionary(fc.constantFrom('id', 'created', 'tags', 'redaction'), text),
        (header, body, published) => {
          const record = parseCable(rawCable(header, body, published));
          expect(record.header).toBe(header);
          expect(record.body).toBe(body);
          expect(CableRecordSchema.safeParse(record).error).toBeUndefined();
          const spans = [record.paragraphs, record.references, record.redactions, record.debris].flat();
          for (const { start, end } of spans) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(body.length);
          }
          const fields = readForCatalogue(rawCable(header, body, published));
          expect(fields.subject).toBe(record.subject ?? '');
          expect(fields.warned).toBe(record.warnings.length > 0);
        },
      ),
      { numRuns: 1500 },
    );
  });

  // A group that could split one run in several ways takes time without end already at a line's length: a random search
  // meets such a run once in ten thousand bodies, these always.
  test.each([...PIECES, ...SEEDS].map(seed => [JSON.stringify(seed), seed]))(
    'a short run of %s is read at once',
    (_, seed) => {
      for (const before of ['', 'UNCLAS HANOI 841\nSUBJECT: A\n1. Text. ', 'Classified By: '])
        for (const behind of ['', ' x', 'x\n', ' O 110944Z SEP 07. 1. (C) ', 'A\0'])
          for (const size of [16, 20, 24, 400]) {
            const run = seed.repeat(Math.ceil(size / seed.length)).slice(0, size);
            const start = process.cpuUsage();
            parseCable(rawCable(run + behind, before + run + behind));
            const { user, system } = process.cpuUsage(start);
            expect((user + system) / 1e6, before + run + behind).toBeLessThan(1);
          }
    },
  );

  test('paragraphs are in order and none lies inside another', () => {
    fc.assert(
      fc.property(pieced, body => {
        const { paragraphs } = parseCable(rawCable('', body));
        let end = 0;
        for (const paragraph of paragraphs) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          end = paragraph.end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const BEFORE = [
  '',
  'UNCLAS HANOI 000841\nTAGS: ',
  'UNCLAS HANOI 000841 SUBJECT: ',
  'UNCLAS HANOI 841\nSUBJECT: A\nREF: ',
  'UNCLAS HANOI 841\nSUBJECT: A\n1. Text. ',
];

function secondsFor(before: string, seed: string, size: number): number {
  const body = before + seed.repeat(Math.ceil(size / seed.length));
  const raw = rawCable(before === '' ? body : '', body);
  const start = process.cpuUsage();
  parseCable(raw);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

describe('lines without end', () => {
  test.each(SEEDS.map(seed => [JSON.stringify(seed), seed]))('of %s take linear time', (_, seed) => {
    for (const before of BEFORE) expect(secondsFor(before, seed, SHORT), before).toBeLessThan(1.5);
  });

  const header = 'O 110542Z APR 05\nFM AMEMBASSY HANOI\nTO SECSTATE WASHDC\n';
  test.each([...SEEDS, '1.\n', 'CITY\n', 'XMT A\n'].map(seed => [JSON.stringify(seed), seed]))(
    'of %s among addressees take linear time',
    (_, seed) => {
      for (const before of [header, header.replaceAll('\n', ' ')]) {
        const raw = rawCable(before + seed.repeat(Math.ceil(SHORT / seed.length)), 'UNCLAS');
        const start = process.cpuUsage();
        parseCable(raw);
        const { user, system } = process.cpuUsage(start);
        expect((user + system) / 1e6, before).toBeLessThan(1.5);
      }
    },
  );

  test.each(['A ', 'a ', '-', '(', ' ', ' \n', '1. (C) ', '&#x', 'HANOI 123, '])(
    'five million characters of %j',
    seed => {
      expect(secondsFor('UNCLAS HANOI 841\nSUBJECT: A\n1. Text. ', seed, LONG)).toBeLessThan(15);
    },
    60_000,
  );
});
