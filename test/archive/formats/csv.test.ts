import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader } from '../../../archive/formats/byte-reader.ts';
import { scanCsv } from '../../../archive/formats/csv-scanner.ts';
import { fieldsOf } from '../../../archive/formats/csv.ts';
import { csvRow } from '../../support/cables-csv.ts';
import { generateCables } from '../../support/generate-cables.ts';
import { readFiles, readOne } from '../../support/read-files.ts';

const row = (id: string, body = 'GENERATED', number = '1') =>
  `"${number}","4/11/2005 5:42","${id}","Embassy Hanoi","SECRET","05STATE1|04HANOI2","FM AMEMBASSY HANOI","${body}"\n`;

describe('rows of cables.csv', () => {
  test('give published fields, header and body', async () => {
    const cable = await readOne(
      'cables.csv',
      row('05HANOI841', 'UNCLAS\nGENERATED, \\"quoted\\" and a \\\\ backslash'),
    );
    expect(cable.published).toEqual({
      number: '1',
      created: '4/11/2005 5:42',
      id: '05HANOI841',
      origin: 'Embassy Hanoi',
      classification: 'SECRET',
      references: '05STATE1|04HANOI2',
    });
    expect(cable.header).toBe('FM AMEMBASSY HANOI');
    expect(cable.body).toBe('UNCLAS\nGENERATED, "quoted" and a \\ backslash');
    expect(cable.place).toEqual({ file: 'cables.csv', member: null, row: 1 });
  });

  test('count from 1, and a row with an empty body is a cable', async () => {
    const { cables, refusals } = await readFiles({
      'cables.csv': row('05HANOI1') + row('05HANOI2', '') + row('05HANOI3'),
    });
    expect(cables.map(({ place, body }) => [place.row, body])).toEqual([
      [1, 'GENERATED'],
      [2, ''],
      [3, 'GENERATED'],
    ]);
    expect(refusals).toEqual([]);
  });

  test('without an id are refused, a header row too', async () => {
    const head = '"number","created","reference id","origin","classification","references","header","body"\n';
    const { cables, refusals } = await readFiles({ 'cables.csv': head + row('') + row('05HANOI1') });
    expect(cables.map(({ place }) => place.row)).toEqual([3]);
    expect(refusals.map(({ code, place }) => [code, place.row])).toEqual([
      ['no-id', 1],
      ['no-id', 2],
    ]);
  });

  test('a malformed id is an id: what it means is decided later', async () => {
    const cable = await readOne('cables.csv', row('09SECTION01OF03SANJOSE525'));
    expect(cable.published.id).toBe('09SECTION01OF03SANJOSE525');
  });

  test.each([
    ['CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['quotes only where they must be', (text: string) => text.replace(/"([^",\n]*)"/g, '$1')],
    ['no line end behind the last row', (text: string) => text.trimEnd()],
    ['blank lines between rows', (text: string) => text.replaceAll('\n', '\n\n')],
  ])('are read with %s', async (_, change) => {
    const { cables, refusals } = await readFiles({ 'cables.csv': change(row('05HANOI1') + row('05HANOI2')) });
    expect(cables.map(({ published, body }) => [published.id, body])).toEqual([
      ['05HANOI1', 'GENERATED'],
      ['05HANOI2', 'GENERATED'],
    ]);
    expect(refusals).toEqual([]);
  });

  test('quotes may be doubled instead of escaped', async () => {
    const cable = await readOne('cables.csv', row('05HANOI1', 'GENERATED ""quoted"", and ""'));
    expect(cable.body).toBe('GENERATED "quoted", and "');
  });
});

describe('damaged tables', () => {
  test.each([0.2, 0.5, 0.8, 0.99])(
    'a last row torn at %d of its length is one line, and all before it is read',
    async share => {
      const last = row('05HANOI3', 'GENERATED\n\\"text\\"'.repeat(50), '3');
      const torn = last.slice(0, Math.floor((last.length - 3) * share));
      const { cables, refusals } = await readFiles({
        'cables.csv': row('05HANOI1') + row('05HANOI2', 'x', '2') + torn,
      });
      expect(cables.map(({ published }) => published.id)).toEqual(['05HANOI1', '05HANOI2']);
      expect(refusals.map(({ code, place }) => [code, place.row])).toEqual([['damaged-source', 3]]);
    },
  );

  test.each([0.01, 0.2, 0.4, 0.6, 0.9])(
    'a row torn at %d in the middle of the file costs itself only',
    async share => {
      const middle = row('05HANOI2', 'GENERATED text, \\"so\\" it is', '2');
      const torn = `${middle.slice(0, Math.max(2, Math.floor((middle.length - 3) * share)))}\n`;
      const { cables, refusals } = await readFiles({
        'cables.csv': row('05HANOI1') + torn + row('05HANOI3', 'x', '3') + row('05HANOI4', 'x', '4'),
      });
      expect(cables.map(({ published }) => published.id)).toEqual(['05HANOI1', '05HANOI3', '05HANOI4']);
      expect(refusals.map(({ code, place }) => [code, place.row])).toEqual([['damaged-source', 2]]);
    },
  );

  test('a first row torn at its beginning does not hide the format', async () => {
    const { cables, refusals } = await readFiles({
      'part two': `end of a GENERATED row"\n${row('05HANOI2', 'x', '2')}`,
    });
    expect(cables.map(({ published }) => published.id)).toEqual(['05HANOI2']);
    expect(refusals.map(({ code, place }) => [code, place.row])).toEqual([['damaged-source', 1]]);
  });

  test('a quote that nobody escaped is text', async () => {
    const { cables } = await readFiles({
      'cables.csv': row('05HANOI1', 'he said "no" to GENERATED') + row('05HANOI2'),
    });
    expect(cables.map(({ body }) => body)).toEqual(['he said "no" to GENERATED', 'GENERATED']);
  });

  test('a row with too few columns is refused alone', async () => {
    const { cables, refusals } = await readFiles({
      'cables.csv': row('05HANOI1') + '"2","4/11/2005 5:42","05HANOI2"\n' + row('05HANOI3'),
    });
    expect(cables.map(({ published }) => published.id)).toEqual(['05HANOI1', '05HANOI3']);
    expect(refusals).toMatchObject([{ code: 'damaged-source', place: { row: 2 } }]);
    expect(refusals[0]?.message).toContain('3 columns');
  });

  test('a row beyond the limit is refused, the next one is read', async () => {
    const text = row('05HANOI1') + row('05HANOI2', 'long '.repeat(1000)) + row('05HANOI3');
    const pieces = await scan(text, 64, 2000);
    expect(pieces.map(piece => (piece.kind === 'row' ? piece.row : piece.code))).toEqual([1, 'too-large', 3]);
  });
});

async function scan(text: string | Buffer, chunk: number, limit = 1 << 20) {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const pieces = [];
  for await (const piece of scanCsv(new ByteReader(Buffer.alloc(0), chunks()), limit)) {
    // A row's bytes are true until the next one is asked for.
    pieces.push(piece.kind === 'row' ? { ...piece, bytes: Buffer.from(piece.bytes) } : piece);
  }
  return pieces;
}

/** The fields of every row, as our scanner finds them and as csv-parse does. */
async function bothWays(text: string, chunk: number): Promise<[string[][], string[][]]> {
  const ours = (await scan(text, chunk)).map(piece =>
    piece.kind === 'row'
      ? fieldsOf(Buffer.from(piece.bytes)).map(field => field.toString('utf8').replace(/\\([\\"])/g, '$1'))
      : [piece.message],
  );
  const theirs: string[][] = parse(text, { escape: '\\', relax_column_count: true });
  return [ours, theirs];
}

describe('against csv-parse', () => {
  test('generated cables come out the same', async () => {
    const text = [...generateCables(200)].map(csvRow).join('');
    const [ours, theirs] = await bothWays(text, 1 << 16);
    expect(ours).toHaveLength(200);
    expect(ours).toEqual(theirs);
  });

  test('any eight fields come out the same, however the bytes arrive', async () => {
    const piece = fc.constantFrom(
      '"',
      '\\',
      '\n',
      '\r\n',
      ',',
      '","',
      'é',
      '€',
      'x',
      ' ',
      '1',
      '\\"',
      '""',
      '\u{1F4BC}',
    );
    const field = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''));
    const table = fc.array(fc.array(field, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, chunk) => {
        const text = rows.map(fields => `${fields.map(quoted).join(',')}\n`).join('');
        const [ours, theirs] = await bothWays(text, chunk);
        expect(ours).toEqual(rows);
        expect(theirs).toEqual(rows);
      }),
      { numRuns: 1000, seed: 841 },
    );
  });
});

function quoted(field: string): string {
  return `"${field.replace(/["\\]/g, '\\$&')}"`;
}
