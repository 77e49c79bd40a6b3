import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ByteReader } from '../../../archive/formats/byte-reader.ts';
import { decode } from '../../../archive/formats/decode.ts';
import { readContent } from '../../../archive/formats/read-content.ts';
import type { RawItem } from '../../../archive/model/raw.ts';
import { csvRow } from '../../support/cables-csv.ts';
import { generateCables } from '../../support/generate-cables.ts';
import { handMadeCable } from '../../support/hand-made-cable.ts';
import { mirrorPage } from '../../support/mirror-page.ts';
import { Random } from '../../support/random.ts';
import { tarOf } from '../../support/tar-writer.ts';
import { zipOf } from '../../support/zip-writer.ts';

/** Everything in these bytes; throws where the program would have failed. */
async function readBytes(bytes: Uint8Array, name = 'x'): Promise<RawItem[]> {
  const items: RawItem[] = [];
  const content = {
    place: { file: name, member: null, row: null },
    reader: new ByteReader(bytes),
    nesting: 0,
    file: null,
  };
  for await (const piece of readContent(content)) {
    if (piece.kind === 'refusal') items.push(piece);
    else if (piece.kind === 'frame') items.push(...decode({ ...piece, source: 0, end: 0 }));
  }
  return items;
}

const cables = [...generateCables(3, { medianLength: 800 })];
const rows = cables.map(csvRow).join('');
const pages = cables.map(cable => mirrorPage({ ...cable, subject: 'GENERATED & <b>' }, false));
const telegrams = cables.map(cable => `${cable.header}${cable.body}\nNNNN\n`).join('');
const browser = cables
  .slice(0, 1)
  .map(
    cable =>
      `Disclaimer: GENERATED\n| Identifier: | ${cable.id} |\n|---|---|\n| Origin: | ${cable.origin} |\n| Tags: | PREL |\n` +
      `| Redacted: | This cable was not redacted by Wikileaks. |\n${cable.body}\nLatest source of this page is GENERATED`,
  )
  .join('');
const records = cables
  .map(({ id, header, body }) => JSON.stringify(handMadeCable({ id, header, body, published: { id } })))
  .join('\n');
const seeds: [string, Buffer][] = [
  ['cables.csv', Buffer.from(rows)],
  ['page.html', Buffer.from(pages[0] ?? '')],
  ['telegrams.txt', Buffer.from(telegrams)],
  ['browser.txt', Buffer.from(browser)],
  ['browser.html', Buffer.from(`<html><body><pre>${browser}</pre></body></html>`)],
  ['records.json', Buffer.from(records)],
  ['utf16.txt', Buffer.from(`\uFEFF${telegrams}`, 'utf16le')],
  ['cables.csv.gz', gzipSync(rows)],
];

beforeAll(async () => {
  const members = pages.map((content, index) => ({ name: `${index}.html`, content }));
  seeds.push(['pages.zip', zipOf(members)], ['pages.tar', await tarOf(members)]);
  seeds.push(['pages.tar.gz', gzipSync(await tarOf(members))]);
});

/** A copy with something wrong: bits turned, cut short, bytes taken out, another format spliced in, encodings swapped. */
function mutated(random: Random, bytes: Buffer, other: Buffer): Buffer {
  const at = random.below(bytes.length);
  const to = at + random.below(Math.min(400, bytes.length - at) + 1);
  switch (random.below(6)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let count = 1 + random.below(20); count > 0; count--) {
        const place = random.below(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    case 3:
      return Buffer.concat([
        bytes.subarray(0, at),
        other.subarray(random.below(other.length)),
        bytes.subarray(at),
      ]);
    case 4:
      return Buffer.from(bytes.toString('latin1'), random.below(2) === 0 ? 'utf8' : 'utf16le');
    default:
      return Buffer.concat([bytes.subarray(at, to), bytes]);
  }
}

describe('mutated files', () => {
  test('of every format, 10,000 of them, are each accounted for', async () => {
    const random = new Random(841);
    const told = { cables: 0, refusals: 0 };
    for (let count = 0; count < 10_000; count++) {
      const [name, bytes] = random.pick(seeds);
      const [, other] = random.pick(seeds);
      const input = mutated(random, bytes, other);
      const started = performance.now();
      const items = await readBytes(input, name);
      expect(performance.now() - started, `${name}, input ${count}`).toBeLessThan(3000);
      expect(items.length, `${name}, input ${count}`).toBeGreaterThan(0);
      for (const item of items) {
        if (item.kind === 'cable') {
          told.cables++;
          expect(item.cable.published.id?.trim()).toBeTruthy();
        } else {
          told.refusals++;
          expect(item.refusal.code, item.refusal.message).not.toBe('internal');
        }
      }
    }
    expect(told.cables).toBeGreaterThan(5000);
    expect(told.refusals).toBeGreaterThan(3000);
  }, 240_000);
});

describe('long lines that slow programs down', () => {
  const size = 5_000_000;
  const row = '| Identifier: | 05HANOI841 |\n| Origin: | Embassy Hanoi |\n';
  const table =
    "<table class='cable'><tr><th>Reference ID</th></tr><tr><td>05HANOI841</td></tr></table><pre>";
  const csv = '"1","1/2/2005 3:04","05HANOI841","Embassy Hanoi","SECRET","","","';
  const fronts = [
    ['browser page', row],
    ['a telegram', 'O 110542Z APR 05\nFM AMEMBASSY HANOI\nTO SECSTATE\nUNCLAS HANOI 000841\n'],
    ['a mirror page', table],
    ['a row', csv],
    ['a saved page', '<html><body><p>Identifier:</p><p>05HANOI841</p><p>Origin:</p><p>x</p>'],
    ['nothing known', ''],
  ] as const;
  const fillers = [
    ' ',
    'A ',
    '<',
    '<a ',
    '<!--',
    '&',
    '&#',
    '\\',
    '"',
    '\n',
    '|',
    '\t',
    'NNNN ',
    'Identifier: ',
    '\u00B6',
    '{',
    '<pre>',
    '</pre',
    '\n"',
  ];

  test.each(fronts)(
    'behind %s take linear time',
    async (_, front) => {
      for (const filler of fillers) {
        const input = Buffer.from(front + filler.repeat(size / filler.length));
        const started = performance.now();
        const items = await readBytes(input);
        expect(performance.now() - started, JSON.stringify(filler)).toBeLessThan(20_000);
        expect(items.length).toBeGreaterThan(0);
      }
    },
    240_000,
  );
});
