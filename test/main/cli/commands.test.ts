import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE, opened, writeCsv } from '../../support/archive-folder.ts';
import { valise } from '../../support/built.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const ID = '05HANOI841';
let archive = '';

beforeAll(async () => {
  archive = join(await keptFolder(), 'Hanoi papers');
  const made = await valise(['import', archive, SAMPLE, '--json']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(made.stdout)).toMatchObject({ state: 'done', counts: { accepted: 1, rejected: 0 } });
});

describe('valise show', () => {
  it('prints the record as promised', async () => {
    const { code, stdout } = await valise(['show', archive, '05hanoi841', '--json']);
    expect(code).toBe(0);
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({
      schema: 1,
      id: ID,
      created: '2005-04-11T05:42:00Z',
      tags: ['KCRM', 'PHUM', 'KWMN', 'ELAB', 'SMIG', 'VM', 'OMIG', 'APEC', 'TIP'],
      subject: 'VIETNAM HOSTS SIX-COUNTRY TIP MEETING',
      signers: ['MARINE'],
      partial: true,
      redacted: false,
      released: null,
      references: [],
    });
    const numbers = record.paragraphs.flatMap((part: { number: number | null }) => part.number ?? []);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(record.key).toMatch(/^[0-9a-f]{64}$/);
    expect(record.versions).toHaveLength(1);
    expect(record.sightings).toHaveLength(1);
  });

  it('shows a version by its key', async () => {
    const { key } = JSON.parse((await valise(['show', archive, ID, '--json'])).stdout);
    expect((await valise(['show', archive, `${ID}@${key}`])).stdout).toContain(`SHA-256: ${key}`);
    expect((await valise(['show', archive, `${ID}@${'0'.repeat(64)}`])).code).toBe(1);
  });

  it('is the same after the index was deleted and rebuilt', async () => {
    const folder = join(await temporaryFolder(), 'copy');
    await valise(['import', folder, SAMPLE]);
    const before = await valise(['show', folder, ID, '--json']);
    await rm(join(folder, 'index'), { recursive: true });
    expect((await valise(['rebuild', folder])).code).toBe(0);
    expect((await valise(['show', folder, ID, '--json'])).stdout).toBe(before.stdout);
    expect((await valise(['verify', folder])).code).toBe(0);
  });
});

describe('the other commands that read', () => {
  it('list: a JSON object a line', async () => {
    const { code, stdout } = await valise(['list', archive]);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual([ID]);
  });

  it('search: totals, results and facets', async () => {
    const { stdout } = await valise(['search', archive, 'trafficking', '--json', '--facets']);
    expect(JSON.parse(stdout)).toMatchObject({
      total: 1,
      results: [{ id: ID }],
      facets: { year: [{ value: '2005', count: 1 }] },
    });
    const none = await valise(['search', archive, 'xylophone', '--json']);
    expect(none.code).toBe(0);
    expect(JSON.parse(none.stdout)).toMatchObject({ total: 0, results: [] });
  });

  it('search: a mistake in the query is told on standard error, and the rest answered', async () => {
    const { code, stdout, stderr } = await valise(['search', archive, 'trafficking (', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).total).toBe(1);
    expect(stderr).toMatch(/parenthesis/);
  });

  it('search: offset and limit cut the results, not the total', async () => {
    const { stdout } = await valise(['search', archive, 'trafficking', '--json', '--offset', '1']);
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, results: [] });
  });

  it('stats and cite', async () => {
    expect(JSON.parse((await valise(['stats', archive, '--json'])).stdout)).toMatchObject({
      cables: 1,
      records: 1,
      sightings: 1,
    });
    expect((await valise(['cite', archive, ID])).stdout).toContain('05HANOI841');
  });

  it('verify says that all is well, and finds a changed pack', async () => {
    expect(await valise(['verify', archive])).toMatchObject({ code: 0 });
    const folder = join(await temporaryFolder(), 'hurt');
    await valise(['import', folder, SAMPLE]);
    const pack = join(folder, 'data', '2005', '2005-04.txt');
    await writeFile(pack, (await readFile(pack, 'utf8')).replace('VIETNAM', 'VIETNAN'));
    const hurt = await valise(['verify', folder, '--json']);
    expect([1, 3]).toContain(hurt.code);
    expect(hurt.stdout + hurt.stderr).toMatch(/2005-04\.txt/);
  });

  it('withdraws and restores', async () => {
    const folder = join(await temporaryFolder(), 'taken back');
    await valise(['import', folder, SAMPLE]);
    const taken = await valise(['withdraw', folder, ID, '--reason', 'a test', '--json']);
    expect(JSON.parse(taken.stdout)).toEqual({ records: 1 });
    expect((await valise(['list', folder])).stdout).toBe('');
    expect((await valise(['restore', folder, ID])).code).toBe(0);
    expect((await valise(['list', folder])).stdout).toContain(ID);
  });
});

describe('valise parse', () => {
  it('needs no archive and answers in the order of the source, refusals on their own side', async () => {
    const folder = await temporaryFolder();
    const csv = await writeCsv(folder, 'cables.csv', [
      { id: '05HANOI2', body: 'GENERATED two' },
      { id: '', body: 'GENERATED without an id' },
      { id: '05HANOI1', body: '' },
    ]);
    const { code, stdout, stderr } = await valise(['parse', csv]);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual(['05HANOI2', '05HANOI1']);
    const refusals = stderr
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).error);
    expect(refusals).toMatchObject([{ code: 'no-id', file: 'cables.csv', row: 2 }]);
    expect(code).toBe(1);
  });
});

describe('exit codes', () => {
  const cases: [string, string[], number][] = [
    ['no command', [], 2],
    ['an unknown command', ['fly'], 2],
    ['a missing argument', ['show', 'x'], 2],
    ['an unknown option', ['list', 'x', '--nonsense'], 2],
    ['a limit that is no number', ['search', 'x', 'y', '--limit', 'many'], 2],
    ['a sort that there is none of', ['search', 'x', 'y', '--sort', 'taste'], 2],
    ['an export in no format', ['export', 'x', ID, '--format', 'docx', '--out', 'never.docx'], 2],
    ['an archive that is not there', ['list', '/nowhere/at/all'], 3],
    ['help', ['--help'], 0],
  ];
  it.each(cases)('%s', async (_, args, code) => {
    const done = await valise(args);
    expect(done.code).toBe(code);
    if (code !== 0) expect(done.stdout).toBe('');
  });

  it('no such id is 1, with the code in JSON on standard error', async () => {
    const { code, stdout, stderr } = await valise(['show', archive, '05HANOI842', '--json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr).error.code).toBe('no-such-cable');
  });

  it('importing into a folder of other things is refused with 3, and leaves it alone', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'diary.txt'), 'mine');
    expect((await valise(['import', folder, SAMPLE])).code).toBe(3);
    expect(await readFile(join(folder, 'diary.txt'), 'utf8')).toBe('mine');
  });

  it('writing to an archive that another program writes to is refused with 3; reading it is not', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const writer = await opened(folder);
    await writer.import([{ path: SAMPLE }]);
    expect((await valise(['import', folder, SAMPLE])).code).toBe(3);
    expect((await valise(['withdraw', folder, ID])).code).toBe(3);
    expect((await valise(['show', folder, ID])).code).toBe(0);
  });

  it('an import with refusals is 1', async () => {
    const folder = await temporaryFolder();
    const other = join(folder, 'shopping.txt');
    await writeFile(other, 'bread, milk');
    const done = await valise(['import', join(folder, 'archive'), SAMPLE, other]);
    expect(done.code).toBe(1);
    expect(done.stdout).toMatch(/1 accepted, 1 refused/);
    expect(done.stdout).toMatch(/shopping\.txt/);
  });
});
