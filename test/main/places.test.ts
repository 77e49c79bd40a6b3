import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderName } from '../../main/folder-name.ts';
import { insideFolder, readPageFile } from '../../main/page-files.ts';
import { findPlaces } from '../../main/places.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('where things live', () => {
  it('VALISE_HOME holds everything', () => {
    for (const folder of Object.values(findPlaces({ VALISE_HOME: '/stick' }, '/home/x')))
      expect(folder.replaceAll('\\', '/')).toMatch(/^\/stick\/\w+$/);
  });

  it.skipIf(process.platform !== 'linux')('else the usual places, as the system names them', async () => {
    const home = await temporaryFolder();
    expect(findPlaces({}, home)).toEqual({
      archives: join(home, 'Documents', 'Valise'),
      settings: join(home, '.config', 'valise'),
      logs: join(home, '.local', 'state', 'valise'),
      browser: join(home, '.cache', 'valise'),
    });
    await mkdir(join(home, '.config'));
    const userDirs = join(home, '.config', 'user-dirs.dirs');
    await writeFile(userDirs, '# mine\nXDG_MUSIC_DIR="$HOME/Musik"\nXDG_DOCUMENTS_DIR="$HOME/Doku mente"\n');
    expect(findPlaces({}, home).archives).toBe(join(home, 'Doku mente', 'Valise'));
    await writeFile(userDirs, 'XDG_DOCUMENTS_DIR="$HOME/"\n');
    expect(findPlaces({}, home).archives).toBe(join(home, 'Documents', 'Valise'));
    expect(findPlaces({ XDG_CONFIG_HOME: 'relative' }, home).settings).toBe(join(home, '.config', 'valise'));
  });
});

describe('names for folders', () => {
  it.each([
    ['Hanoi papers', 'Hanoi papers'],
    ['  a/b\\c:d*e?"<>|  ', 'a b c d e'],
    ['..', 'Archive'],
    ['.hidden', 'hidden'],
    ['CON', 'CON_'],
    ['lpt1.txt', 'lpt1.txt_'],
    ['ends. . ', 'ends'],
    ['\u0000\n', 'Archive'],
    ['Hà Nội', 'Hà Nội'],
  ])('%j becomes %j', (given, name) => expect(folderName(given)).toBe(name));

  it('are short enough for every system', () => expect(folderName('x'.repeat(500))).toHaveLength(80));
});

describe('the files of the page', () => {
  it('are found inside their folder and nowhere else', async () => {
    const folder = join(await temporaryFolder(), 'renderer');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await mkdir(`${folder}-other`);
    await writeFile(join(folder, 'index.html'), 'page');
    await writeFile(join(folder, 'assets', 'a b.js'), 'code');
    await writeFile(join(folder, 'secret.key'), 'key');
    await writeFile(join(`${folder}-other`, 'index.html'), 'another');
    expect(Buffer.from((await readPageFile(folder, '/'))?.bytes ?? []).toString()).toBe('page');
    expect((await readPageFile(folder, '/assets/a%20b.js'))?.type).toMatch(/^text\/javascript/);
    expect(await readPageFile(folder, '/secret.key')).toBeNull();
    expect(await readPageFile(folder, '/assets')).toBeNull();
    for (const path of [
      '/../renderer-other/index.html',
      '/..%2frenderer-other%2findex.html',
      '/%00',
      '/%zz',
      '/..',
      '/.',
    ])
      expect([path, insideFolder(folder, path)]).toEqual([path, null]);
  });
});
