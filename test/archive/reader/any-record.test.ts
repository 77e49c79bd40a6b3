import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CableRecord } from '../../../archive/record.ts';
import { parseCable } from '../../../archive/text/index.ts';
import { generateCables } from '../../support/generate-cables.ts';
import { expectWhole } from './expect-whole.ts';
import { handMadeCable } from '../../support/hand-made-cable.ts';

/** The same cable as a web page's copy has it. */
function parseWithoutBreaks({ id, body }: CableRecord): CableRecord {
  return parseCable({
    place: { file: 'a.txt', member: null, row: null },
    rendering: { format: 'cablebrowser-text', lineBreaks: false, encoding: 'utf-8', assumed: false },
    published: { id },
    header: '',
    body: body.replace(/\s+/g, ' '),
    warnings: [],
  });
}

describe('any record', () => {
  const scraps = fc.constantFrom(
    'C O N F I D E N T I A L',
    'HANOI 000841',
    'SUBJECT: ',
    'TAGS: PHUM',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '   ',
    '\t',
    '1. (C) ',
    'word',
    'anti-',
    '---',
    '¶',
    'NNNN',
    'SMITH',
    '| 1 |    2',
    '\u00a0',
    '\u2028',
    '\u0000',
    '\ud800',
    'Hà Nội',
    '. ',
  );
  const bodies = fc.array(scraps, { maxLength: 60 }).map(parts => parts.join(''));
  const spans = fc.array(
    fc.tuple(fc.nat(300), fc.nat(40)).map(([start, length]) => ({ start, end: start + length })),
    {
      maxLength: 8,
    },
  );
  const records = fc.record({
    body: bodies,
    paragraphs: spans,
    debris: spans,
    redactions: spans,
    headings: fc.boolean(),
  });

  it('is shown whole, whatever its spans', () => {
    fc.assert(
      fc.property(records, ({ body, paragraphs, debris, redactions, headings }) => {
        expectWhole(
          handMadeCable({
            body,
            debris,
            redactions,
            signers: ['SMITH'],
            captions: ['word'],
            paragraphs: paragraphs.map(span => ({
              ...span,
              number: null,
              mark: null,
              heading: headings ? 'word' : null,
            })),
          }),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('is shown whole as it comes from the parser', () => {
    for (const { id, header, body } of generateCables(100)) {
      const record = parseCable({
        place: { file: 'cables.csv', member: null, row: 1 },
        rendering: { format: 'csv', lineBreaks: true, encoding: 'utf-8', assumed: false },
        published: { id },
        header,
        body,
        warnings: [],
      });
      expectWhole(record);
      expectWhole(parseWithoutBreaks(record));
    }
  });

  it('takes linear time, also for a hostile body', () => {
    const started = Date.now();
    for (const scrap of ['- ', 'S E C R E T /', '\t ', '.) ', 'NNNN ', 'E.O. 12958 ', 'a\n', '   x   y\n']) {
      expectWhole(handMadeCable({ body: scrap.repeat(100_000 / scrap.length), signers: ['NNNN'] }));
    }
    expect(Date.now() - started).toBeLessThan(5000);
  });
});
