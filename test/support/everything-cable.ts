/** A cable with all that the printed page can hold: header, wrapped text, scripts, tables, redactions, debris, hostile words. */
import type { ShownCable } from '../../archive/model/archive.ts';
import { handMadeCable, numberedParagraphs, spanOf } from './hand-made-cable.ts';
import { shownCable } from './shown-cable.ts';

const WIDE = Array.from({ length: 12 }, (_, row) =>
  Array.from({ length: 12 }, (__, column) => `cell ${row}.${column}`.padEnd(10)).join('   '),
).join('\n');

const BODY = `C O N F I D E N T I A L SECTION 01 OF 02 HANOI 009999

SIPDIS
NOFORN

E.O. 12958: DECL: 04/11/2015
TAGS: PHUM, VM, KWMN
SUBJECT: GENERATED CABLE WITH EVERYTHING IN IT, AND A SUBJECT THAT
GOES ON FOR LONGER THAN ONE LINE

1. (C) Summary: This GENERATED paragraph is hard-wrapped
as telegrams are. The delegates met XXXXXXXXXXXX in a two-
to three-hour session with Đỗ Mười, Борис Ельцин, Γιώργος, e\u0304, \uf0b7 中国 \u202e office
HANOI 00009999  002 OF 002


that went on over a page.

2. (C) Figures follow:

   Province        Cases     Change     Remarks
   --------        -----     ------     -------
   An Giang           12        +3%     Hà Nội, Việt Nam
   Tay Ninh            4        -1%     Москва

End of figures.
${WIDE}

GENERATED HEADING
-----------------
3. (SBU) <script>alert(1)</script> & "quotes" </style> nothing else happened.
MARINE


NNNN
`;

const SUBJECT = 'GENERATED CABLE WITH EVERYTHING IN IT, AND A SUBJECT THAT GOES ON FOR LONGER THAN ONE LINE';

export function everythingCable(): ShownCable {
  const heading = spanOf(BODY, 'GENERATED HEADING\n');
  const paragraphs = numberedParagraphs(BODY, spanOf(BODY, 'MARINE').start).map(paragraph =>
    paragraph.number === 2 ? { ...paragraph, end: heading.start } : paragraph,
  );
  return shownCable(
    handMadeCable({
      body: BODY,
      subject: SUBJECT,
      created: '2005-04-11T05:42:00Z',
      origin: 'Embassy Hanoi',
      classification: 'UNCLASSIFIED',
      textClassification: 'CONFIDENTIAL',
      captions: ['SIPDIS', 'NOFORN'],
      tags: ['PHUM', 'VM', 'KWMN'],
      tagsLine: 'PHUM, VM, KWMN',
      signers: ['MARINE'],
      paragraphs: [...paragraphs, { ...heading, number: null, mark: null, heading: 'GENERATED HEADING' }],
      redactions: [spanOf(BODY, 'XXXXXXXXXXXX')],
      debris: [spanOf(BODY, 'HANOI 00009999  002 OF 002'), spanOf(BODY, 'NNNN')],
      warnings: [{ code: 'date', message: 'The date in the header differs.', start: null, end: null }],
      header:
        'VZCZCXRO4549\nOO RUEHRG\nDE RUEHSW #0881/01 2540944\nFM AMEMBASSY HANOI\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 4275\n',
    }),
  );
}
