import { appendFile, mkdir, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NO_DATE } from '../../../archive/model/columns.ts';
import type { CataloguePartInfo, Commit } from '../../../archive/store/commit.ts';
import { Catalogue } from '../../../archive/store/catalogue.ts';
import { loadCatalogue, writeCatalogue } from '../../../archive/store/catalogue-files.ts';
import { viewOf } from '../../../archive/store/columns-view.ts';
import { nodeDisk } from '../../../archive/store/disk.ts';
import { sha256 } from '../../../archive/store/identity.ts';
import { readCommit } from '../../../archive/store/commit.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A catalogue of so many made-up copies: every tenth a second version of the cable before, every seventh a sighting. */
function add(catalogue: Catalogue, from: number, to: number): void {
  for (let number = from; number < to; number += 1) {
    const cable = number % 10 === 9 || number % 7 === 6 ? number - 1 : number;
    const text = number % 7 === 6 ? number - 1 : number;
    const id = `05HANOI${cable}`;
    catalogue.add({
      pack: `2005-0${1 + (number % 9)}`,
      offset: number * 100,
      headBytes: 10,
      headerBytes: 0,
      bodyBytes: number,
      sequence: number + 1,
      text: true,
      receipt: `receipt ${number % 3}`,
      key: sha256(String(text)),
      sameness: sha256(`same ${text}`),
      fingerprint: sha256(`place ${number}`),
      rank: number % 1000,
      fields: {
        id: number % 5 === 0 ? `published ${cable}` : id,
        canonicalId: id,
        aliases: number % 11 === 0 ? [`alias${number}`] : [],
        created: number % 13 === 0 ? NO_DATE : number,
        released: NO_DATE,
        origin: ['', 'Embassy Hanoi', 'Embassy São Tomé'][number % 3]!,
        classification: 'UNCLASSIFIED',
        subject: number % 4 === 0 ? '' : `GENERATED Đà Nẵng 𝕏 ${number}`,
        tags: ['PREL', 'PHUM', `T${number % 500}`].slice(0, number % 4),
        captions: [],
        signers: [`SIGNER ${number % 999}`],
        classifier: '',
        references: number % 2 === 0 ? [`05HANOI${number >> 1}`] : [],
        partial: number % 3 === 0,
        redacted: null,
        warned: false,
      },
    });
  }
}

/** Everything that the search sees of a catalogue; long lists as their checksums. */
function seen(catalogue: Catalogue) {
  const { columns, best } = viewOf(catalogue);
  const { ids, origin, tags, references } = columns;
  const rows = Array.from(best.keys());
  const cables = Array.from({ length: columns.cables }, (_, cable) => cable);
  const sum = (values: Iterable<unknown>) => sha256(JSON.stringify(Array.from(values)));
  const idBytes = Buffer.from(ids.bytes.subarray(ids.starts[0], ids.starts[columns.cables]));
  return {
    cable: sum(columns.cable),
    flags: sum(columns.flags),
    created: sum(columns.created),
    best: sum(best),
    origins: sum(origin.codes),
    tags: [sum(tags.starts), sum(tags.codes)],
    references: [sum(references.starts), sum(references.codes)],
    values: [origin, tags, columns.signers, references].map(({ values }) => sum(values)),
    ids: [sum(cables.map(cable => columns.cableId(cable))), sha256(idBytes)],
    subjects: sum(rows.map(row => columns.subject(row))),
    keys: sum(rows.map(row => columns.key(row))),
    versions: sum(cables.map(cable => columns.rowsOf(cable))),
    found: ['05hanoi8', 'published20', 'alias33', 'nothing'].map(id => columns.findCable(id)),
  };
}

const commitOf = (catalogue: CataloguePartInfo[], sequence: number): Commit => ({
  format: 'valise-archive',
  version: 1,
  id: 'x',
  token: '0'.repeat(32),
  name: 'x',
  made: '',
  generation: 1,
  committed: '',
  program: '',
  sequence,
  packs: {},
  receipts: [],
  catalogue,
  segments: [],
  indexedRows: 0,
});

it('the catalogue is the same when it is read again, from whatever parts', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'index'));
  const catalogue = new Catalogue();
  let parts: CataloguePartInfo[] = [];
  let frames = 0;
  for (const count of [1, 1, 30, 2000, 1, 100]) {
    add(catalogue, frames, (frames += count));
    parts = await writeCatalogue(nodeDisk, folder, catalogue, parts, frames);
  }
  const withdrawal = {
    kind: 'withdrawal',
    target: { kind: 'cable', id: '05HANOI50' },
    reason: 'GENERATED',
  } as const;
  catalogue.mark({ ...withdrawal, sequence: frames + 1, time: '', pack: 'undated', offset: 0 });
  parts = await writeCatalogue(nodeDisk, folder, catalogue, parts, frames + 1);
  expect(parts.length).toBeGreaterThan(1);
  const read = (await loadCatalogue(nodeDisk, folder, commitOf(parts, frames + 2)))!;
  expect(seen(read)).toEqual(seen(catalogue));
  expect(read.isCableWithdrawn('05HANOI50')).toBe(true);
  // and it goes on as the one that was never written
  for (const each of [read, catalogue]) add(each, frames + 2, frames + 300);
  expect(seen(read)).toEqual(seen(catalogue));
});

it('a large catalogue is written in several parts', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'index'));
  const catalogue = new Catalogue();
  add(catalogue, 0, 10_010);
  const parts = await writeCatalogue(nodeDisk, folder, catalogue, [], 10_010);
  expect(parts.map(part => part.frames)).toEqual([10_000, 10]);
  const read = (await loadCatalogue(nodeDisk, folder, commitOf(parts, 10_011)))!;
  expect(seen(read)).toEqual(seen(catalogue));
});

it('verify names a part whose columns are damaged, and a part that lies is not believed', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await opened(folder);
  const csv = await writeCsv(await temporaryFolder(), 'cables.csv', [
    { id: '05HANOI1', body: 'GENERATED one' },
    { id: '05HANOI2', body: 'GENERATED two' },
  ]);
  await archive.import([{ path: csv }]);
  const below = join(folder, 'index');
  const named = async (ending: string) =>
    join(below, (await readdir(below)).find(name => name.endsWith(ending)) ?? '');
  await appendFile(await named('.columns'), ' ');
  const { faults } = await archive.verify();
  expect(faults.map(({ code, file }) => [code, file])).toEqual([
    ['index-damaged', expect.stringMatching(/^index\/catalogue-.*\.columns$/)],
  ]);
  await archive.close();

  // columns that point outside themselves, under checksums that fit
  const again = await opened(folder);
  await again.close();
  const commit = (await readCommit(nodeDisk, folder))!;
  const [info] = commit.catalogue;
  const part: { columns: Record<string, [number, number]>; frames: number } = JSON.parse(
    await readFile(join(folder, info!.file), 'utf8'),
  );
  for (const lie of [
    { ...part, columns: { ...part.columns, subject: [part.columns['subject']![0], 1e6] } },
    { ...part, columns: { ...part.columns, cable: part.columns['offset'] } },
    { ...part, columns: { ...part.columns, 'tags ends': part.columns['offset'] } },
    { ...part, columns: {} },
    { ...part, frames: 1 },
  ]) {
    const text = JSON.stringify(lie);
    await writeFile(join(folder, info!.file), text);
    const told = {
      ...info!,
      bytes: Buffer.byteLength(text),
      sha256: sha256(Buffer.from(text)),
      frames: lie.frames,
    };
    expect(await loadCatalogue(nodeDisk, folder, { ...commit, catalogue: [told] })).toBeNull();
  }
  await truncate(join(folder, info!.file), 0);
  expect((await (await opened(folder)).search({ query: 'generated' })).total).toBe(2);
});
