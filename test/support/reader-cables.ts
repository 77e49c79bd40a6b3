/** A handful of generated cables for tests of the reader: one in the middle that cites and is cited, wrapped as telegrams are. */
import { writeFile } from 'node:fs/promises';

interface Row {
  id: string;
  created: string;
  origin: string;
  body: string;
}

/** The cable in the middle. */
export const HUB = '05HANOI900';
/** So many cables cite it. */
export const CITING = 30;

const sentence =
  'GENERATED: the delegation met the ministry on rice, roads and the school fund,\nand asked for the figures of the spring before the talks went on in Hue.\n';

const paragraph = (number: number, mark: string, text = sentence.repeat(3)): string =>
  `${number}. (${mark}) ${text.trim()}\n\n`;

/** A body of so many paragraphs, wrapped at 80 columns, with what stands between two pages in it. */
export function wrappedBody(subject: string, references: string, paragraphs: number): string {
  const numbered = Array.from({ length: paragraphs }, (_, at) => paragraph(at + 4, 'U')).join('');
  return `C O N F I D E N T I A L HANOI 000900

SIPDIS

E.O. 12958: DECL: 04/11/2015
TAGS: PREL, PGOV, VM
SUBJECT: ${subject}

${references}
Classified By: DCM GENERATED NAME, reasons 1.4 (b) and (d).

1. (C) SUMMARY: GENERATED. The embassy heard that the anti-
trafficking office would be moved, and that XXXXXXXXXXXX would
lead it. END SUMMARY.

THE OFFICE MOVES
----------------

2. (C) GENERATED: the minister said that the office would go
to Hue before the summer. The mission thinks it will
CONFIDENTIAL

HANOI 00000900  002 OF 003

be later, for nobody there has been told.

3. (SBU) ${sentence.repeat(2).trim()}

${numbered}MARINE
`;
}

/** The cables, as rows. */
export function readerRows(): Row[] {
  const references = `REF: A. 05HANOI841\n     B. 04HANOI3300\n     C. 05BANGKOK77\n     D. SMITH-JONES E-MAIL OF 04/01/2005\n`;
  const hub: Row = {
    id: HUB,
    created: '4/20/2005 9:15',
    origin: 'Embassy Hanoi',
    body: wrappedBody('GENERATED TALKS ON THE OFFICE THAT MOVES TO HUE', references, 6),
  };
  const cited: Row = {
    id: '04HANOI3300',
    created: '12/12/2004 4:00',
    origin: 'Embassy Hanoi',
    body: wrappedBody('GENERATED PLANS FOR AN OFFICE', 'REF: A. 04HANOI3100\n     B. 05BANGKOK77', 1),
  };
  const citing = Array.from({ length: CITING }, (_, at): Row => ({
    id: `05HANOI${1000 + at}`,
    created: `${5 + Math.floor(at / 10)}/${1 + (at % 28)}/2005 8:00`,
    origin: at % 3 === 0 ? 'Consulate Ho Chi Minh City' : 'Embassy Hanoi',
    body: wrappedBody(`GENERATED FOLLOW-UP ${at + 1} ON THE OFFICE IN HUE`, `REF: ${HUB}`, 1),
  }));
  return [hub, cited, ...citing];
}

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;

/** Writes rows as a `cables.csv`. */
export async function writeReaderCables(file: string, rows: readonly Row[] = readerRows()): Promise<void> {
  const lines = rows.map(({ id, created, origin, body }, at) =>
    [String(at + 1), created, id, origin, 'CONFIDENTIAL', '', 'GENERATED HEADER', body].map(quoted).join(','),
  );
  await writeFile(file, `${lines.join('\n')}\n`);
}
