/** A cable as an archive would show it, made by hand from the bundled sample: for tests of print and citation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShownCable } from '../../archive/model/archive.ts';
import type { CableRecord } from '../../archive/record.ts';
import { handMadeCable, numberedParagraphs } from './hand-made-cable.ts';

const SAMPLE = join(import.meta.dirname, '../../archive/sample/05HANOI841.cablebrowser.txt');
const KEY = '4f2b7c1d'.repeat(8);

/** A record as shown, with one sighting. */
export function shownCable(record: CableRecord, given: Partial<ShownCable> = {}): ShownCable {
  return {
    ...record,
    key: KEY,
    versions: [],
    sightings: [
      {
        source: { file: 'pages/05HANOI841.cablebrowser.txt', member: null, row: null },
        sourceSha256: 'ab12cd34'.repeat(8),
        receipt: '2026-11-23-0001',
        imported: '2026-11-23T09:41:00Z',
        rendering: { format: 'cablebrowser-text', lineBreaks: false, encoding: 'utf-8', assumed: false },
        key: KEY,
        published: record.published,
        shown: true,
      },
    ],
    ...given,
  };
}

/** The body of the bundled sample: the line that begins with its classification. */
export function sampleBody(): string {
  const lines = readFileSync(SAMPLE, 'utf8').split('\n');
  return lines.find(line => line.startsWith('UNCLAS SECTION')) ?? '';
}

/** The bundled sample. */
export function sampleCable(): ShownCable {
  const body = sampleBody();
  const signature = body.lastIndexOf('MARINE');
  // the headings: capitals before a row of hyphens
  const headings = [...body.matchAll(/(?<=[.?!"] )([A-Z"][A-Z".,? ]+) -{3,}/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    number: null,
    mark: null,
    heading: match[1] ?? null,
  }));
  const paragraphs = numberedParagraphs(body, signature).map(paragraph => {
    const heading = headings.find(({ start }) => start > paragraph.start && start < paragraph.end);
    return heading === undefined ? paragraph : { ...paragraph, end: heading.start };
  });
  return shownCable(
    handMadeCable({
      id: '05HANOI841',
      canonicalId: '05HANOI841',
      created: '2005-04-11T05:42:00Z',
      origin: 'Embassy Hanoi',
      classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
      textClassification: 'UNCLAS',
      captions: ['SIPDIS', 'SENSITIVE'],
      subject: 'VIETNAM HOSTS SIX-COUNTRY TIP MEETING',
      tags: ['KCRM', 'PHUM', 'KWMN', 'ELAB', 'SMIG', 'VM', 'OMIG', 'APEC', 'TIP'],
      tagsLine: 'KCRM, PHUM, KWMN, ELAB, SMIG, VM, OMIG, APEC, TIP',
      executiveOrder: '12958',
      declassifyText: 'N/A',
      signers: ['MARINE'],
      partial: true,
      redacted: false,
      published: {
        id: '05HANOI841',
        link: 'View 05HANOI841 at Wikileaks.org',
        redaction: 'This cable was not redacted by Wikileaks.',
        completeness:
          'This record is a partial extract of the original cable. The full text of the original cable is not available.',
      },
      paragraphs: [...paragraphs, ...headings],
      body,
    }),
  );
}
