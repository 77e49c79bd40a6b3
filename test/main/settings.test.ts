import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Settings } from '../../main/settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('settings', () => {
  it('remember archives, the last one first and each once', async () => {
    const folder = join(await temporaryFolder(), 'settings');
    const settings = await Settings.open(folder);
    expect(settings.recent).toEqual([]);
    await settings.remember('/a', 'A');
    await settings.remember('/b', 'B');
    await settings.remember('/a', 'A again');
    const again = await Settings.open(folder);
    expect(again.recent.map(({ path, name }) => [path, name])).toEqual([
      ['/a', 'A again'],
      ['/b', 'B'],
    ]);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('know what an archive was when it was open last, and forget it when told to', async () => {
    const folder = join(await temporaryFolder(), 'settings');
    const settings = await Settings.open(folder);
    await settings.remember('/a', 'A', { id: 'one', cables: 1 });
    await settings.remember('/b', 'B', { id: 'two', cables: 2 });
    await settings.recount('/a', { id: 'one', cables: 412 });
    await settings.recount('/nowhere', { id: 'x', cables: 1 });
    const again = await Settings.open(folder);
    expect(again.recent).toMatchObject([
      { path: '/b', id: 'two', cables: 2 },
      { path: '/a', id: 'one', cables: 412 },
    ]);
    await again.forget('/b');
    expect((await Settings.open(folder)).recent.map(({ path }) => path)).toEqual(['/a']);
  });

  it('are read as an older version wrote them', async () => {
    const folder = await temporaryFolder();
    const old = {
      version: 1,
      recent: [{ path: '/a', name: 'A', opened: '2026-01-01T00:00:00.000Z' }],
      window: null,
    };
    await writeFile(join(folder, 'settings.json'), JSON.stringify(old));
    expect((await Settings.open(folder)).recent).toEqual(old.recent);
  });

  it('keep the window', async () => {
    const folder = await temporaryFolder();
    const window = { x: 10, y: null, width: 800, height: 600, maximized: true };
    await (await Settings.open(folder)).keepWindow(window);
    expect((await Settings.open(folder)).window).toEqual(window);
  });

  it.each(['{ "version": 1, "recent": [', '{"version":9}', 'null', ''])(
    'put a file aside that they can not read (%j)',
    async text => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'settings.json'), text);
      const settings = await Settings.open(folder);
      expect(settings.recent).toEqual([]);
      await settings.remember('/a', 'A');
      const [aside = ''] = (await readdir(folder)).filter(name => name.endsWith('.unreadable'));
      expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    },
  );

  it('keep what they had when the disk refuses', async () => {
    const folder = join(await temporaryFolder(), 'settings');
    const settings = await Settings.open(folder);
    await writeFile(folder, 'a file where the folder should be');
    await expect(settings.remember('/a', 'A')).rejects.toThrow();
    expect(settings.recent).toEqual([]);
  });
});
