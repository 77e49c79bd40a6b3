import { appendFile, mkdir, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SAMPLE, contents, opened, writeCsv } from '../../support/archive-folder.ts';
import { body, ids, made, rebuilt } from '../../support/five-cables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('what a crash leaves', () => {
  it('is cut off, kept in aside/, and told; the same files go in afterwards', async () => {
    const { folder, pack } = await made();
    await appendFile(pack, 'Valise-Record: 1\nTok');
    const token = /Token: (\w+)/.exec(await readFile(pack, 'utf8'))?.[1] ?? '';
    await mkdir(join(folder, 'data/2006'), { recursive: true });
    await writeFile(join(folder, 'data/2006/2006-01.txt'), `Valise-Record: 1\nToken: ${token.slice(0, 5)}`);
    await writeFile(join(folder, 'data/2006/2006-02.txt'), Buffer.alloc(4096));
    await writeFile(join(folder, 'receipts/2006-01-01T000000Z-0.json'), '{"format":"val');
    const archive = await opened(folder);
    expect(archive.info().notices).toMatchObject([{ code: 'tail-cut' }]);
    expect(await archive.verify()).toMatchObject({ ok: true, notices: [{ code: 'tail-cut' }] });
    const aside = await readdir(join(folder, 'aside'));
    expect(aside.filter(name => !name.startsWith('lock'))).toHaveLength(4);
  });

  it('between commit and bag is finished', async () => {
    const { folder } = await made();
    const old = await readFile(join(folder, 'bag-info.txt'));
    const manifest = await readFile(join(folder, 'manifest-sha256.txt'));
    const first = await opened(folder);
    await first.import([{ path: SAMPLE }]);
    await first.close();
    await writeFile(join(folder, 'bag-info.txt'), old);
    await writeFile(join(folder, 'manifest-sha256.txt'), manifest);
    const second = await opened(folder);
    expect(second.info().notices).toMatchObject([{ code: 'commit-finished' }]);
    expect((await second.verify()).ok).toBe(true);
  });

  it('a foreign file under data/ is named and left alone', async () => {
    const { folder } = await made();
    await writeFile(join(folder, 'data/.DS_Store'), 'GENERATED');
    await writeFile(join(folder, 'data/2005/2005-05.txt'), 'GENERATED: somebody else wrote this');
    const archive = await opened(folder);
    const csv = await writeCsv(await temporaryFolder(), 'may.csv', [
      { id: '05HANOI7', created: '5/5/2005 1:00', body: body(7) },
    ]);
    await archive.import([{ path: csv }]);
    const { faults } = await archive.verify();
    expect(faults.map(({ code, file }) => [code, file])).toEqual([
      ['foreign-file', 'data/.DS_Store'],
      ['foreign-file', 'data/2005/2005-05.txt'],
    ]);
    expect(await readFile(join(folder, 'data/2005/2005-05.txt'), 'utf8')).toBe(
      'GENERATED: somebody else wrote this',
    );
  });
});

describe('commit.json', () => {
  it.each([
    ['gone', null],
    ['empty', ''],
    ['cut short', '{ "format": "valise-archive",'],
    ['of zeros', '\0'.repeat(500)],
  ])('%s is made anew from the packs', async (_, text) => {
    const { folder } = await made();
    const before = await contents(folder, 'data');
    if (text === null) await rm(join(folder, 'commit.json'));
    else await writeFile(join(folder, 'commit.json'), text);
    const archive = await opened(folder);
    expect(archive.info()).toMatchObject({ cables: 5, readOnly: false });
    expect(archive.info().notices.map(({ code }) => code)).toContain('commit-salvaged');
    expect(await archive.receipts()).toHaveLength(1);
    expect((await archive.verify()).faults).toEqual([]);
    expect(await contents(folder, 'data')).toEqual(before);
  });

  it('gone does not hide damage in a pack', async () => {
    const { folder, pack } = await made();
    const bytes = await readFile(pack);
    bytes.write('!', bytes.indexOf('GENERATED text 3'));
    await writeFile(pack, bytes);
    await rm(join(folder, 'commit.json'));
    const archive = await opened(folder);
    expect(archive.info().cables).toBe(4);
    const codes = (await archive.verify()).faults.map(({ code }) => code);
    expect(codes).toContain('pack-changed');
    expect(codes).toContain('frame-damaged');
  });
});

describe('the index', () => {
  it.each(['.json', '.columns', '.terms', '.positions'])(
    'with a damaged %s file is made anew',
    async what => {
      const { folder } = await made();
      const below = /json|columns/.test(what) ? join(folder, 'index') : join(folder, 'index/search');
      const [name = ''] = (await readdir(below)).filter(file => file.endsWith(what));
      await truncate(join(below, name), 20);
      const archive = await opened(folder);
      expect((await archive.search({ query: 'generated' })).total).toBe(5);
      expect((await ids(archive)).length).toBe(5);
      expect((await archive.verify()).ok).toBe(true);
    },
  );
});

describe('notes.json', () => {
  const notes = (folder: string) => join(folder, 'notes.json');

  it.each(['gone', 'empty', 'cut short'])('that is %s is recovered from its backup', async how => {
    const { folder } = await made();
    const { openNotes } = await import('../../../archive/store/notes.ts');
    const { nodeDisk } = await import('../../../archive/store/disk.ts');
    const options = { disk: nodeDisk, folder, archive: 'x', writable: true, fresh: false };
    const { notes: open } = await openNotes(options);
    const note = (text: string) => ({ id: text, cable: '05HANOI1', text, changed: '2026-01-01T00:00:00Z' });
    await open.change(all => all.notes.push(note('GENERATED first')));
    await open.change(all => all.notes.push(note('GENERATED second')));
    if (how === 'gone') await rm(notes(folder));
    else await truncate(notes(folder), how === 'empty' ? 0 : 60);
    const again = await openNotes(options);
    expect(again.notices).toMatchObject([{ code: 'notes-recovered' }]);
    expect(again.notes.read().notes.map(({ text }) => text)).toEqual(['GENERATED first']);
    expect((await openNotes(options)).notices).toEqual([]);
  });

  it('damaged with its backup lies in aside/ with it, before anything is written over either', async () => {
    const { folder } = await made();
    await writeFile(notes(folder), 'GENERATED what is left');
    await writeFile(`${notes(folder)}.bak`, 'GENERATED what is left of the backup');
    const archive = await opened(folder);
    expect(archive.info().notices).toMatchObject([{ code: 'notes-lost' }]);
    for (const text of ['GENERATED one', 'GENERATED two'])
      await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text });
    const left: string[] = [];
    for (const name of await readdir(join(folder, 'aside')))
      if (name.startsWith('notes.json')) left.push(await readFile(join(folder, 'aside', name), 'utf8'));
    expect(left.sort()).toEqual(['GENERATED what is left', 'GENERATED what is left of the backup']);
  });

  it('gone with its backup is told, never taken for a new user', async () => {
    const { folder } = await made();
    await rm(notes(folder));
    await rm(`${notes(folder)}.bak`, { force: true });
    expect((await opened(folder)).info().notices).toMatchObject([{ code: 'notes-lost' }]);
  });
});

describe('a clock that goes back', () => {
  afterEach(() => vi.useRealTimers());

  it('changes neither the order of receipts nor which copy is shown', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T00:00:00Z') });
    const { folder } = await made();
    vi.setSystemTime(new Date('2001-01-01T00:00:00Z'));
    const archive = await opened(folder);
    await archive.import([{ path: SAMPLE }]);
    expect((await archive.receipts()).map(({ started }) => started.slice(0, 4))).toEqual(['2001', '2030']);
    await archive.close();
    const again = await rebuilt(folder);
    expect(again.info()).toMatchObject({ cables: 6, generation: 4 });
    expect((await again.verify()).ok).toBe(true);
  });
});

describe('another program that reads', () => {
  it('follows what is committed meanwhile', async () => {
    const { folder } = await made();
    const writer = await opened(folder);
    const reader = await opened(folder);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5000 });
    await writer.import([{ path: SAMPLE }]);
    expect((await reader.search({ query: 'mekong' })).total).toBe(1);
    expect((await reader.show('05HANOI841')).id).toBe('05HANOI841');
    vi.useRealTimers();
  });
});
