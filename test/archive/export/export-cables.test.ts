import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/archive.ts';
import { exportCables } from '../../../archive/export/export-cables.ts';
import type { TextFormat } from '../../../archive/model/handing-over.ts';
import { SAMPLE, opened, writeCsv } from '../../support/archive-folder.ts';
import { writeCablesCsv } from '../../support/cables-csv.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

/** All that a quoted table may trip over. */
const AWKWARD =
  'GENERATED "quoted", a \\ and \\" and \\\\ and ""\r\n\r\n1. (U) \t ü ¶ 河内 \u2028 end,\n"\n\\';

async function filled(): Promise<Archive> {
  const archive = await opened(join(await temporaryFolder(), 'archive'));
  const folder = await temporaryFolder();
  await writeCablesCsv(join(folder, 'cables.csv'), 40);
  const two = await writeCsv(folder, 'two.csv', [
    { id: '05HANOI7', body: AWKWARD },
    { id: '05HANOI7', body: 'GENERATED another text under the same id', created: '' },
  ]);
  await archive.import([{ path: join(folder, 'cables.csv') }, { path: two }, { path: SAMPLE }]);
  return archive;
}

async function written(archive: Archive, format: TextFormat, choices: string[] | null): Promise<string> {
  const out = join(await temporaryFolder(), `out.${format}`);
  await exportCables(archive, { choices, format, out, replace: false });
  return readFile(out, 'utf8');
}

/** What makes a record the same: its id, key, and what was published of it. */
async function records(archive: Archive) {
  const all = new Map<string, unknown>();
  for await (const { id } of archive.list()) {
    const { versions } = await archive.show(id);
    for (const { key } of versions) {
      const { published, created, origin, classification, header, body } = await archive.show(id, key);
      all.set(`${id}@${key}`, { published, created, origin, classification, header, body });
    }
  }
  return all;
}

describe('a table', () => {
  it('is imported again as the same records, every version and every sign of them', async () => {
    const archive = await filled();
    const table = join(await temporaryFolder(), 'again.csv');
    await exportCables(archive, { choices: null, format: 'csv', out: table, replace: false });
    const again = await opened(join(await temporaryFolder(), 'again'));
    const receipt = await again.import([{ path: table }]);
    expect(receipt.counts).toMatchObject({ rejected: 0, seenBefore: 0 });
    const [before, after] = [await records(archive), await records(again)];
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    expect(after.size).toBe(43);
    // The sample is no row of a table: of it the columns keep the text and what has a column.
    for (const [id, record] of before) {
      if (!id.startsWith('05HANOI841')) expect([id, after.get(id)]).toEqual([id, record]);
    }
    const [sample] = [...after].filter(([id]) => id.startsWith('05HANOI841@'));
    expect(sample?.[1]).toMatchObject({ created: '2005-04-11T05:42:00Z', origin: 'Embassy Hanoi' });
  });

  it('has eight columns in every row for another reader of tables', async () => {
    const rows = parse(await written(await filled(), 'csv', ['05HANOI7', '05HANOI841']), { escape: '\\' });
    expect(rows).toHaveLength(3);
    expect(rows.map(row => row.length)).toEqual([8, 8, 8]);
    expect(rows.map(row => row[2])).toEqual(['05HANOI7', '05HANOI7', '05HANOI841']);
    expect(rows.map(row => row[7])).toContain(AWKWARD);
    expect(rows[2]?.[1]).toBe('4/11/2005 5:42');
  });

  it('has the one version that was chosen', async () => {
    const archive = await filled();
    const { versions } = await archive.show('05HANOI7');
    const other = versions.find(({ shown }) => !shown)?.key ?? '';
    const rows = parse(await written(archive, 'csv', [`05HANOI7@${other}`]), { escape: '\\' });
    expect(rows).toHaveLength(1);
  });
});

describe('an export', () => {
  let archive: Archive;
  let folder = '';
  beforeAll(async () => {
    folder = await keptFolder();
  });

  it('is one JSON object a line, a list, or one object', async () => {
    archive = await filled();
    const lines = (await written(archive, 'ndjson', null)).trimEnd().split('\n');
    expect(lines).toHaveLength(42);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ schema: 1 });
    expect(JSON.parse(await written(archive, 'json', ['05HANOI7', '05HANOI841']))).toHaveLength(2);
    expect(JSON.parse(await written(archive, 'json', ['05hanoi841']))).toEqual(
      await archive.show('05HANOI841'),
    );
    expect(await written(archive, 'text', ['05HANOI7'])).toContain(AWKWARD);
  });

  it('leaves nothing where a cable is missing or it is cancelled, and never a file of somebody else', async () => {
    archive = await filled();
    const out = join(folder, 'cables.json');
    const wish = { format: 'json', out, replace: false } as const;
    await expect(
      exportCables(archive, { ...wish, choices: ['05HANOI7', '99NOWHERE1'] }),
    ).rejects.toMatchObject({ code: 'no-such-cable' });
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    await expect(
      exportCables(archive, { ...wish, choices: null }, { signal: controller.signal, onProgress }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
    await writeFile(out, 'precious');
    await expect(exportCables(archive, { ...wish, choices: ['05HANOI7'] })).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(await readFile(out, 'utf8')).toBe('precious');
    expect(await readdir(folder)).toEqual(['cables.json']);
    await exportCables(archive, { ...wish, choices: ['05HANOI7'], replace: true });
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ id: '05HANOI7' });
    await expect(
      exportCables(archive, { ...wish, choices: ['05HANOI7'], out: join(folder, 'no', 'x.json') }),
    ).rejects.toMatchObject({ code: 'io' });
  });
});
