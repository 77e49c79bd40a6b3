import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../archive/reader/reading.ts';
import type { CableRecord } from '../../../archive/record.ts';
import type { Block } from '../../../archive/model/reading.ts';
import { expectWhole } from './expect-whole.ts';
import { handMadeCable, numberedParagraphs, spanOf } from '../../support/hand-made-cable.ts';

const telegram = `UNCLAS SECTION 01 OF 02 HANOI 009999

SIPDIS
SENSITIVE

STATE FOR EAP/BCLTV AND G/TIP

E.O. 12958: N/A
TAGS: PHUM, VM, KWMN
SUBJECT: GENERATED CABLE ABOUT A MEETING THAT NEVER
TOOK PLACE

REF: A. 04 HANOI 123 B) STATE 28158

1. (SBU) Summary: This GENERATED paragraph is hard-wrapped
as telegrams are. The delegates of the anti-
trafficking unit met XXXXXXXXXXXX in a two-
to three-hour session
HANOI 00009999  002 OF 002


that went on over a page.

A SECOND PART OF THE SAME PARAGRAPH.

2. (C) Figures follow:

   Province        Cases     Change
   --------        -----     ------
   An Giang           12        +3%
   Tay Ninh            4        -1%

End of figures.
GENERATED HEADING
-----------------
3. (SBU) Nothing else happened.
MARINE


NNNN
`;

function telegramRecord(): CableRecord {
  const body = telegram;
  const heading = spanOf(body, 'GENERATED HEADING\n-----------------\n');
  const paragraphs = numberedParagraphs(body, body.length).map(paragraph =>
    paragraph.number === 2 ? { ...paragraph, end: heading.start } : paragraph,
  );
  return handMadeCable({
    body,
    captions: ['SIPDIS', 'SENSITIVE'],
    tags: ['PHUM', 'VM', 'KWMN'],
    tagsLine: 'PHUM, VM, KWMN',
    signers: ['MARINE'],
    paragraphs: [...paragraphs, { ...heading, number: null, mark: null, heading: 'GENERATED HEADING' }],
    references: [
      {
        ...spanOf(body, '04 HANOI 123'),
        id: '04HANOI123',
        label: 'A',
        text: '04 HANOI 123',
        kind: 'cable',
        corrected: false,
      },
    ],
    redactions: [spanOf(body, 'XXXXXXXXXXXX')],
    debris: [spanOf(body, 'HANOI 00009999  002 OF 002'), spanOf(body, 'NNNN')],
  });
}

const shown = (block: Block) =>
  block.runs
    .filter(run => run.kind !== 'debris')
    .map(run => run.text)
    .join('');
describe('the reading view of a telegram', () => {
  const record = telegramRecord();
  const { blocks, changes } = readingOf(record);
  const ofKind = (kind: Block['kind']) => blocks.filter(block => block.kind === kind).map(shown);

  it('keeps the whole body', () => expectWhole(record));

  it('sets the marking and every line of the front apart', () => {
    expect(ofKind('marking')).toEqual(['UNCLAS SECTION 01 OF 02 HANOI 009999']);
    expect(ofKind('preamble')).toEqual([
      'SIPDIS',
      'SENSITIVE',
      'STATE FOR EAP/BCLTV AND G/TIP',
      'E.O. 12958: N/A',
      'TAGS: PHUM, VM, KWMN',
      'SUBJECT: GENERATED CABLE ABOUT A MEETING THAT NEVER TOOK PLACE',
      'REF: A. 04 HANOI 123 B) STATE 28158',
    ]);
  });

  it('joins wrapped lines, also over a page, and compounds at their hyphen', () => {
    expect(ofKind('paragraph')).toEqual([
      '1. (SBU) Summary: This GENERATED paragraph is hard-wrapped as telegrams are. The delegates of the ' +
        'anti-trafficking unit met XXXXXXXXXXXX in a two- to three-hour session that went on over a page.',
      'A SECOND PART OF THE SAME PARAGRAPH.',
      '2. (C) Figures follow:',
      'End of figures.',
      '3. (SBU) Nothing else happened.',
    ]);
    // one in the subject, three in the first line's words, one at the page's end, one above the underline
    expect(changes.joinedLines).toBe(6);
  });

  it('keeps the columns of tables', () => {
    expect(ofKind('table')).toEqual([
      '   Province        Cases     Change\n   --------        -----     ------\n' +
        '   An Giang           12        +3%\n   Tay Ninh            4        -1%',
    ]);
  });

  it('numbers the first part of a paragraph only', () => {
    const numbered = blocks.filter(block => block.number !== null);
    expect(numbered.map(block => [block.number, block.mark])).toEqual([
      [1, 'SBU'],
      [2, 'C'],
      [3, 'SBU'],
    ]);
  });

  it('folds debris and underlines, and counts them', () => {
    expect(ofKind('heading')).toEqual(['GENERATED HEADING ']);
    expect(ofKind('signature')).toEqual(['MARINE']);
    expect(blocks.at(-1)?.kind).toBe('debris');
    expect(changes.foldedDebris).toBe(3);
  });

  it('takes an underline that stands behind a heading’s span for its own', () => {
    const body = 'UNCLAS\n\nGENERATED HEADING\n-----------------\n1. (U) Text - with a dash.\n';
    const heading = {
      ...spanOf(body, 'GENERATED HEADING'),
      number: null,
      mark: null,
      heading: 'GENERATED HEADING',
    };
    const { blocks } = readingOf(
      handMadeCable({ body, paragraphs: [heading, ...numberedParagraphs(body, body.length)] }),
    );
    expect(blocks.map(block => block.kind)).toEqual(['marking', 'heading', 'paragraph']);
    expect(blocks[1]?.runs.map(run => run.kind)).toEqual(['text', 'debris']);
  });

  it('ties redactions, references, tags and captions to their places', () => {
    const runs = blocks.flatMap(block => block.runs).filter(run => run.kind !== 'text');
    expect(runs.map(run => [run.kind, run.text.trim(), run.target])).toEqual([
      ['caption', 'SIPDIS', 'SIPDIS'],
      ['caption', 'SENSITIVE', 'SENSITIVE'],
      ['tag', 'PHUM', 'PHUM'],
      ['tag', 'VM', 'VM'],
      ['tag', 'KWMN', 'KWMN'],
      ['reference', '04 HANOI 123', '04HANOI123'],
      ['redaction', 'XXXXXXXXXXXX', null],
      ['debris', 'HANOI 00009999 002 OF 002', null],
      ['debris', '-----------------', null],
      ['debris', 'NNNN', null],
    ]);
  });
});

describe('the reading view of a body without line breaks', () => {
  const body = telegram.replace(/\s+/g, ' ').trim();
  const signature = spanOf(body, 'MARINE NNNN');
  const record = handMadeCable({
    body,
    signers: ['MARINE'],
    paragraphs: numberedParagraphs(body, signature.start),
  });

  it('keeps the whole body', () => expectWhole(record));

  it('finds marking, labels, paragraphs and signature', () => {
    const { blocks } = readingOf(record);
    expect(blocks.map(block => `${block.kind}: ${shown(block).slice(0, 30)}`)).toEqual([
      'marking: UNCLAS SECTION 01 OF 02 HANOI ',
      'preamble: SIPDIS SENSITIVE STATE FOR EAP',
      'preamble: E.O. 12958: N/A',
      'preamble: TAGS: PHUM, VM, KWMN',
      'preamble: SUBJECT: GENERATED CABLE ABOUT',
      'preamble: REF: A. 04 HANOI 123 B) STATE ',
      'paragraph: 1. (SBU) Summary: This GENERAT',
      'paragraph: 2. (C) Figures follow: Provinc',
      'paragraph: 3. (SBU) Nothing else happened',
      'signature: MARINE',
      'debris: ',
    ]);
  });
});
