import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { diskError, nodeDisk } from '../../../archive/store/disk.ts';
import type { Disk } from '../../../archive/store/disk.ts';
import { isRunning, processStart } from '../../../archive/store/process-start.ts';
import { PROGRAM, SAMPLE, contents, opened } from '../../support/archive-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function closedArchive(): Promise<string> {
  const folder = join(await temporaryFolder(), 'archive');
  const archive = await openArchive(folder, { create: {}, program: PROGRAM });
  await archive.import([{ path: SAMPLE }]);
  await archive.close();
  return folder;
}

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

async function leaveLock(folder: string, lock: object): Promise<void> {
  const whole = {
    id: 'left',
    pid: 1,
    thread: 0,
    started: null,
    host: '0'.repeat(16),
    taken: '',
    program: 'x',
    ...lock,
  };
  await writeFile(join(folder, 'lock.json'), JSON.stringify(whole));
}

/** This machine's name as locks write it. */
async function ownHost(): Promise<string> {
  const folder = join(await temporaryFolder(), 'archive');
  await opened(folder);
  const lock: unknown = JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'));
  return typeof lock === 'object' && lock !== null && 'host' in lock ? String(lock.host) : '';
}

describe('the lock', () => {
  it('lets a second opening read and search, and refuses it every change', async () => {
    const folder = await closedArchive();
    const first = await opened(folder);
    const second = await opened(folder);
    expect(first.info().readOnly).toBe(false);
    expect(second.info()).toMatchObject({ readOnly: true, cables: 1, notices: [{ code: 'locked' }] });
    expect((await second.search({ query: 'mekong' })).total).toBe(1);
    expect((await second.show('05HANOI841')).id).toBe('05HANOI841');
    await expect(second.import([{ path: SAMPLE }])).rejects.toMatchObject({ code: 'read-only' });
    await expect(second.withdraw('05HANOI841', '')).rejects.toMatchObject({ code: 'read-only' });
    await first.close();
    const third = await opened(folder);
    expect(third.info()).toMatchObject({ readOnly: false, notices: [] });
  });

  it('of a dead process is taken over and told, and kept in aside/', async () => {
    const folder = await closedArchive();
    await leaveLock(folder, { pid: await deadProcess(), host: await ownHost() });
    const archive = await opened(folder);
    expect(archive.info()).toMatchObject({ readOnly: false, notices: [{ code: 'lock-taken-over' }] });
    expect((await readdir(join(folder, 'aside'))).some(name => name.startsWith('lock.json.'))).toBe(true);
  });

  it('of a living process is respected, but not that of an older process with the same number', async () => {
    const folder = await closedArchive();
    const host = await ownHost();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      const pid = child.pid ?? 0;
      await leaveLock(folder, { pid, host, started: await processStart(pid) });
      expect((await opened(folder)).info().readOnly).toBe(true);
      await leaveLock(folder, { pid, host, started: 'another day' });
      expect((await opened(folder)).info()).toMatchObject({
        readOnly: false,
        notices: [{ code: 'lock-taken-over' }],
      });
    } finally {
      child.kill();
    }
  });

  it('of another host is respected until the person says otherwise', async () => {
    const folder = await closedArchive();
    await leaveLock(folder, {});
    const reader = await opened(folder);
    expect(reader.info()).toMatchObject({ readOnly: true, notices: [{ code: 'locked-elsewhere' }] });
    expect(reader.info().notices[0]?.message).toContain('--take-over');
    const writer = await opened(folder, { takeOver: true });
    expect(writer.info().readOnly).toBe(false);
  });

  it.each(['', '{"id":'])('that was torn by a crash (%j) is taken over', async text => {
    const folder = await closedArchive();
    await writeFile(join(folder, 'lock.json'), text);
    expect((await opened(folder)).info()).toMatchObject({
      readOnly: false,
      notices: [{ code: 'lock-taken-over' }],
    });
  });

  it('has only one winner among many that open at once', async () => {
    const folder = await closedArchive();
    await leaveLock(folder, { pid: await deadProcess(), host: await ownHost() });
    const archives = await Promise.all(Array.from({ length: 8 }, () => opened(folder)));
    expect(archives.filter(archive => !archive.info().readOnly)).toHaveLength(1);
  });

  it('names nobody: neither host nor user stands in it', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    await opened(folder);
    const { hostname, userInfo } = await import('node:os');
    const text = await readFile(join(folder, 'lock.json'), 'utf8');
    expect(text).not.toContain(hostname());
    expect(text.split('"')).not.toContain(userInfo().username);
  });
});

describe('a process', () => {
  it('is known by its start', async () => {
    expect(isRunning(process.pid)).toBe(true);
    expect(await processStart(process.pid)).toBe(await processStart(process.pid));
    expect(isRunning(await deadProcess())).toBe(false);
  });
});

/** A disk on a medium that can't be written, whoever asks (root may write into any folder). */
const writeProtected: Disk = {
  ...nodeDisk,
  open: (path, mode) => (mode === 'read' ? nodeDisk.open(path, mode) : refuse(path)),
  rename: (_, to) => refuse(to),
  remove: path => refuse(path),
  makeFolder: path => refuse(path),
  syncFolder: path => refuse(path),
};

async function refuse(path: string): Promise<never> {
  throw diskError(Object.assign(new Error('EROFS'), { code: 'EROFS' }), path);
}

describe('an archive that can not be written', () => {
  it('is read and searched on a write-protected medium, and left as it is', async () => {
    const folder = await closedArchive();
    const before = await contents(folder);
    const archive = await opened(folder, {}, writeProtected);
    expect(archive.info()).toMatchObject({ readOnly: true, cables: 1, notices: [{ code: 'read-only' }] });
    expect((await archive.search({ query: 'mekong' })).total).toBe(1);
    expect(await archive.verify()).toMatchObject({ ok: true });
    await expect(archive.import([{ path: SAMPLE }])).rejects.toMatchObject({ code: 'read-only' });
    await archive.close();
    expect(await contents(folder)).toEqual(before);
  });

  it('with readOnly takes no lock, changes nothing, and reports an uncommitted tail', async () => {
    const folder = await closedArchive();
    const pack = join(folder, 'data/2005/2005-04.txt');
    await writeFile(pack, 'Valise-Record: 1\nTor', { flag: 'a' });
    await chmod(join(folder, 'data'), 0o755);
    const before = await contents(folder);
    const archive = await opened(folder, { readOnly: true });
    const report = await archive.verify();
    expect(report.faults).toMatchObject([{ code: 'tail', file: 'data/2005/2005-04.txt' }]);
    await archive.close();
    expect(await contents(folder)).toEqual(before);
  });

  it('is searched without its index, which is then made beside it', async () => {
    const folder = await closedArchive();
    const { rm } = await import('node:fs/promises');
    await rm(join(folder, 'index'), { recursive: true });
    const before = await contents(folder);
    const archive = await opened(folder, { readOnly: true });
    expect((await archive.search({ query: 'mekong' })).total).toBe(1);
    expect(archive.info().cables).toBe(1);
    await archive.close();
    expect(await contents(folder)).toEqual(before);
  });
});
