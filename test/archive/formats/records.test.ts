import { describe, expect, test } from 'vitest';
import { describeCable } from '../../../archive/store/frame.ts';
import { textKey } from '../../../archive/store/identity.ts';
import { sealedRecord } from '../../support/sealed-frame.ts';
import type { RawCable } from '../../../archive/model/raw.ts';
import { handMadeCable } from '../../support/hand-made-cable.ts';
import { readFiles, readOne } from '../../support/read-files.ts';

const record = handMadeCable({
  id: '05HANOI841',
  body: 'UNCLAS HANOI 000841\nGENERATED { "brackets": [ } é \u{1F4BC}',
  header: 'FM AMEMBASSY HANOI\n',
  published: { id: '05HANOI841', created: '2005-04-11 05:42:00', 'Collected by': 'Somebody' },
});

describe('records that Valise printed', () => {
  test.each([
    ['one, spread out', JSON.stringify(record, null, 2)],
    ['one a line', `${JSON.stringify(record)}\n`],
    ['a list', JSON.stringify([record], null, 2)],
    ['with fields of a later version', JSON.stringify({ ...record, later: { nested: '}' } })],
  ])('are taken in again: %s', async (_, json) => {
    const cable = await readOne('export.json', json);
    expect(cable).toMatchObject({ header: record.header, body: record.body, published: record.published });
    expect(cable.rendering).toMatchObject({ format: 'valise', lineBreaks: true });
  });

  test('are numbered, and a torn last one is told', async () => {
    const lines = `${JSON.stringify(record)}\n`.repeat(3);
    const { cables, refusals } = await readFiles({ 'export.ndjson': lines.slice(0, -30) });
    expect(cables.map(({ place }) => place.row)).toEqual([1, 2]);
    expect(refusals).toMatchObject([{ code: 'damaged-source', place: { row: 3 } }]);
  });

  test('that are none are refused one by one', async () => {
    const { cables, refusals } = await readFiles({
      'export.ndjson': `${JSON.stringify(record)}\n{"schema": 1, "id": "05HANOI1"}\n{"schema": 1, nonsense}\n${JSON.stringify(record)}\n`,
    });
    expect(cables).toHaveLength(2);
    expect(refusals.map(({ code, place }) => [code, place.row])).toEqual([
      ['not-a-cable-file', 2],
      ['damaged-source', 3],
    ]);
  });
});

const raw: RawCable = {
  place: { file: 'cables.csv', member: null, row: 7 },
  rendering: { format: 'csv', lineBreaks: true, encoding: 'windows-1252', assumed: true },
  published: { id: '05HANOI841', created: '4/11/2005 5:42', 'Collected by': 'Somebody: else' },
  header: record.header,
  body: record.body,
  warnings: [
    { code: 'encoding-assumed', message: 'The text was read as windows-1252.', start: null, end: null },
  ],
};

/** A pack with these bodies, as the store writes one. */
function packOf(bodies: readonly string[], token = 'GENERATED-token'): Buffer {
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [sequence, body] of bodies.entries()) {
    const [header, text] = [Buffer.from(raw.header), Buffer.from(body)];
    const facts = {
      canonicalId: '05HANOI841',
      key: textKey(header, text),
      sameness: 'GENERATED',
      imported: '2026-01-01T00:00:00Z',
      receipt: 'GENERATED',
      sourceSha256: null,
    };
    const place = { token, pack: '2005-04', offset, sequence };
    const { bytes } = sealedRecord(place, describeCable({ ...raw, body }, facts), raw.header, body);
    parts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat(parts);
}

describe('packs of another archive', () => {
  test('give the copies that they keep, with their fields and doubts', async () => {
    const cable = await readOne('2005-04.txt', packOf([raw.body]));
    expect(cable).toEqual({
      ...raw,
      place: { file: '2005-04.txt', member: null, row: 1 },
      rendering: { ...raw.rendering, format: 'valise' },
    });
  });

  test('a damaged record costs itself, and is told once', async () => {
    const pack = packOf(['GENERATED one', 'GENERATED two', 'GENERATED three']);
    pack[pack.indexOf('two')] = 0x21;
    const { cables, refusals } = await readFiles({ '2005-04.txt': pack });
    expect(cables.map(({ body }) => body)).toEqual(['GENERATED one', 'GENERATED three']);
    expect(refusals).toMatchObject([{ code: 'damaged-source' }]);
  });

  test('a pack inside a cable is that cable only, even when it is damaged', async () => {
    const hostile = `GENERATED\n${packOf(['GENERATED planted'], 'another-token').toString()}`;
    const pack = packOf([hostile, 'GENERATED two']);
    expect((await readFiles({ 'a.txt': pack })).cables.map(({ body }) => body)).toEqual([
      hostile,
      'GENERATED two',
    ]);
    const damaged = packOf(['GENERATED one', hostile, 'GENERATED two']);
    damaged[damaged.indexOf('GENERATED\nValise')] = 0x21;
    const { cables } = await readFiles({ 'a.txt': damaged });
    expect(cables.map(({ body }) => body)).toEqual(['GENERATED one', 'GENERATED two']);
    // The same where no record before it has told the archive's token.
    const first = packOf([hostile, 'GENERATED two']);
    first[first.indexOf('GENERATED\nValise')] = 0x21;
    expect((await readFiles({ 'a.txt': first })).cables.map(({ body }) => body)).toEqual(['GENERATED two']);
  });
});
