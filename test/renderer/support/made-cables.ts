/** Made-up cables for tests of the window; each says GENERATED in its text. */
import type { ShownCable } from '../../../preload/contract/index.ts';

const origins = [
  'Embassy Hanoi',
  'Embassy Bangkok',
  'Consulate Ho Chi Minh City',
  'Secretary of State',
  'Embassy Bern',
];
const markings = ['UNCLASSIFIED', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY', 'CONFIDENTIAL', 'SECRET//NOFORN'];
const tags = ['PREL', 'PGOV', 'KWMN', 'VM', 'ECON', 'TIP', 'CH'];

const pick = <T>(list: readonly T[], at: number): T => {
  const one = list[at % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

const sentence =
  'GENERATED text of no cable. The delegation met the ministry on rice, roads and the school fund, and the talks went on. ';

/** The number-th cable; the same number gives the same cable. */
export function madeCable(number: number, change: Partial<ShownCable> = {}): ShownCable {
  const year = 1999 + (number % 11);
  const month = 1 + (number % 12);
  const day = 1 + (number % 28);
  const two = (value: number): string => String(value).padStart(2, '0');
  const id = `${two(year % 100)}HANOI${number + 1}`;
  const subject = `GENERATED MEETING ${number + 1} ON THE SCHOOL FUND`;
  const paragraphs = [1, 2, 3, 4, 5].map(
    one => `${one}. (SBU) ${sentence.repeat(3 + ((number + one) % 3)).trim()}`,
  );
  const body = [
    `UNCLAS HANOI ${String(number + 1).padStart(6, '0')}`,
    `SUBJECT: ${subject}`,
    paragraphs[0],
    'A HEADING OF ITS OWN',
    ...paragraphs.slice(1),
    'MARINE',
  ].join('\n\n');
  const key = number.toString(16).padStart(64, '0');
  return {
    schema: 1,
    id,
    canonicalId: id,
    aliases: [],
    created: `${year}-${two(month)}-${two(day)}T05:42:00Z`,
    released: null,
    origin: pick(origins, number),
    classification: pick(markings, number),
    textClassification: null,
    captions: [],
    subject,
    tags: [pick(tags, number), pick(tags, number + 2)],
    tagsLine: null,
    references: [],
    summary: null,
    classifiedBy: null,
    reasons: [],
    declassifyOn: null,
    declassifyText: null,
    executiveOrder: null,
    signers: ['MARINE'],
    transmissionId: null,
    from: null,
    recipients: [],
    infoRecipients: [],
    partial: number % 5 === 0,
    redacted: false,
    paragraphs: [],
    redactions: [],
    debris: [],
    warnings: [],
    published: {},
    header: '',
    body,
    key,
    versions: [
      {
        key,
        sameness: key,
        id,
        partial: false,
        bytes: body.length,
        sightings: 1,
        withdrawn: false,
        shown: true,
      },
    ],
    sightings: [
      {
        source: { file: 'made.csv', member: null, row: number + 1 },
        sourceSha256: key,
        receipt: '2026-01-01T00-00-00-000Z',
        imported: '2026-01-01T00:00:00.000Z',
        rendering: { format: 'csv', lineBreaks: true, encoding: 'utf-8', assumed: false },
        key,
        published: {},
        shown: true,
      },
    ],
    ...change,
  };
}

export const madeCables = (count: number): ShownCable[] =>
  Array.from({ length: count }, (_, at) => madeCable(at));
