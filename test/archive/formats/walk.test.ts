import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { chmod, mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { frame } from '../../../archive/formats/index.ts';
import type { FramedItem } from '../../../archive/formats/framed.ts';
import { readPaths } from '../../support/read-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const row = (id: string, body = 'GENERATED') =>
  `"1","1/2/2005 3:04","${id}","Embassy Hanoi","SECRET","","","${body}"\n`;

async function framed(path: string, name?: string): Promise<FramedItem[]> {
  const items: FramedItem[] = [];
  for await (const item of frame([name === undefined ? { path } : { path, name }])) items.push(item);
  return items;
}

describe('folders', () => {
  test('are read through, by name, with paths from the folder on', async () => {
    const folder = join(await temporaryFolder(), 'Hanoi papers');
    await mkdir(join(folder, 'b', 'c'), { recursive: true });
    await writeFile(join(folder, 'b', 'c', 'two.csv'), row('05HANOI2'));
    await writeFile(join(folder, 'a.csv'), row('05HANOI1'));
    await writeFile(join(folder, 'empty.html'), '');
    await writeFile(join(folder, '.DS_Store'), 'Bud1');
    const { cables, refusals } = await readPaths(folder);
    expect(cables.map(({ published, place }) => [published.id, place.file])).toEqual([
      ['05HANOI1', 'Hanoi papers/a.csv'],
      ['05HANOI2', 'Hanoi papers/b/c/two.csv'],
    ]);
    expect(refusals.map(({ code, place }) => [code, place.file])).toEqual([
      ['not-a-cable-file', 'Hanoi papers/.DS_Store'],
      ['empty', 'Hanoi papers/empty.html'],
    ]);
  });

  test('are shown under the name that was given, never above it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'x.csv'), row('05HANOI1'));
    const named = await framed(join(folder, 'x.csv'), '../../home/somebody/x.csv');
    expect(named[0]).toMatchObject({ kind: 'source', file: 'home/somebody/x.csv' });
    const bare = await framed(join(folder, '.', 'x.csv'));
    expect(bare[0]).toMatchObject({ kind: 'source', file: 'x.csv' });
  });

  test('that are bags are read for what they hold', async () => {
    const folder = join(await temporaryFolder(), 'bag');
    await mkdir(join(folder, 'data'), { recursive: true });
    await writeFile(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    await writeFile(join(folder, 'manifest-sha256.txt'), 'GENERATED');
    await writeFile(join(folder, 'data', 'x.csv'), row('05HANOI1'));
    const { cables, refusals } = await readPaths(folder);
    expect(cables.map(({ place }) => place.file)).toEqual(['bag/data/x.csv']);
    expect(refusals).toEqual([]);
  });

  test('with links and pipes give a line for each, and do not wait', async () => {
    const folder = join(await temporaryFolder(), 'odd');
    await mkdir(folder);
    await writeFile(join(folder, 'x.csv'), row('05HANOI1'));
    await symlink(join(folder, 'x.csv'), join(folder, 'y.csv'));
    await symlink(folder, join(folder, 'z'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { cables, refusals } = await readPaths(folder);
    expect(cables).toHaveLength(1);
    expect(refusals.map(({ code, place }) => [code, place.file])).toEqual([
      ['unreadable', 'odd/pipe'],
      ['unsafe-path', 'odd/y.csv'],
      ['unsafe-path', 'odd/z'],
    ]);
  });

  test.runIf(process.platform === 'linux')(
    'with names that are no text or hold line breaks are read',
    async () => {
      const folder = join(await temporaryFolder(), 'names');
      await mkdir(folder);
      await writeFile(
        Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.csv')]),
        row('05HANOI1'),
      );
      await writeFile(join(folder, 'two\nlines.csv'), row('05HANOI2'));
      const { cables } = await readPaths(folder);
      expect(cables.map(({ place }) => place.file)).toEqual(['names/caf\uFFFD.csv', 'names/two%0Alines.csv']);
    },
  );
});

describe('files', () => {
  test('that are not there or may not be read are told without their path', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'closed.csv'), row('05HANOI1'));
    await chmod(join(folder, 'closed.csv'), 0);
    const { refusals } = await readPaths(join(folder, 'gone.csv'), join(folder, 'closed.csv'));
    expect(refusals[0]).toMatchObject({ code: 'unreadable', place: { file: 'gone.csv' } });
    // root may read anything
    if (process.getuid?.() !== 0) expect(refusals[1]).toMatchObject({ code: 'unreadable' });
    expect(JSON.stringify(refusals)).not.toContain(folder);
  });

  test('are named by their SHA-256, with size, format and where each cable ends', async () => {
    const folder = await temporaryFolder();
    const content = row('05HANOI1') + row('05HANOI2');
    await writeFile(join(folder, 'x.csv'), content);
    const items = await framed(join(folder, 'x.csv'));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(items[0]).toEqual({ kind: 'source', source: 0, file: 'x.csv', bytes: content.length, sha256 });
    expect(items.at(-1)).toEqual({ kind: 'source-end', source: 0, format: 'csv', changed: false });
    expect(items.map(item => item.kind)).toEqual(['source', 'frame', 'frame', 'source-end']);
  });

  test('that grow while they are read are told as changed', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'x.csv');
    await writeFile(path, row('05HANOI1') + row('05HANOI2'));
    const items: FramedItem[] = [];
    for await (const item of frame([{ path }])) {
      if (item.kind === 'frame') appendFileSync(path, row('05HANOI3'));
      items.push(item);
    }
    expect(items.at(-1)).toMatchObject({ kind: 'source-end', changed: true });
    expect(items.filter(item => item.kind === 'frame')).toHaveLength(2);
  });

  test('that change under the same size and time are told as changed, with what was read', async () => {
    const path = join(await temporaryFolder(), 'x.csv');
    // More than is held in memory, and nothing of it is read before it was hashed.
    const rows = Array.from({ length: 20_000 }, (_, number) =>
      row(`05HANOI${10_000 + number}`, 'x'.repeat(900)),
    );
    await writeFile(path, rows.join(''));
    const first = createHash('sha256').update(rows.join('')).digest('hex');
    rows[19_000] = row('05HANOI29000', 'y'.repeat(900));
    const then = new Date(Math.floor(Date.now() / 2000) * 2000);
    await utimes(path, then, then);
    const items: FramedItem[] = [];
    for await (const item of frame([{ path }])) {
      if (item.kind === 'source') {
        await writeFile(path, rows.join(''), { flag: 'r+' });
        await utimes(path, then, then);
      }
      if (item.kind !== 'frame') items.push(item);
    }
    const read = createHash('sha256').update(rows.join('')).digest('hex');
    expect(items).toEqual([
      { kind: 'source', source: 0, file: 'x.csv', bytes: rows.join('').length, sha256: first },
      { kind: 'source-end', source: 0, format: 'csv', changed: true, read },
    ]);
  });

  test('beyond what is held in memory are hashed first and give the same', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'big.csv');
    const count = 20_000;
    const content = Array.from({ length: count }, (_, index) =>
      row(`05HANOI${index + 1}`).replace('GENERATED', 'GENERATED '.repeat(100)),
    ).join('');
    await writeFile(path, content);
    let [frames, hashed, last] = [0, 0, 0];
    const job = {
      onProgress: ({ phase, done }: { phase: string; done: number }) =>
        (hashed = phase === 'hashing' ? done : hashed),
    };
    for await (const item of frame([{ path }], job)) {
      if (item.kind === 'source')
        expect(item.sha256).toBe(createHash('sha256').update(content).digest('hex'));
      if (item.kind !== 'frame') continue;
      frames++;
      expect(item.end).toBeGreaterThanOrEqual(last);
      last = item.end;
    }
    expect([frames, hashed, last]).toEqual([count, content.length, content.length]);
  });

  test('stop being read when the job is cancelled', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'x.csv'), row('05HANOI1').repeat(100));
    const stop = new AbortController();
    let frames = 0;
    const reading = async () => {
      for await (const item of frame([{ path: folder }], { signal: stop.signal })) {
        if (item.kind === 'frame' && ++frames === 3) stop.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'cancelled' });
    expect(frames).toBe(3);
  });
});
