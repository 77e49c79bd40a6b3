import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE } from '../../support/archive-folder.ts';
import { valise } from '../../support/built.ts';
import { keptFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const ID = '05HANOI841';
let archive = '';

beforeAll(async () => {
  archive = join(await keptFolder(), 'archive');
  await valise(['import', archive, SAMPLE]);
});

describe('valise export', () => {
  it('writes text and JSON, and never over a file that is there unless told to', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'cable.json');
    const args = ['export', archive, ID, '--format', 'json', '--out', out];
    expect((await valise(args)).code).toBe(0);
    expect(JSON.parse(await readFile(out, 'utf8')).id).toBe(ID);
    await writeFile(out, 'precious');
    expect((await valise(args)).code).toBe(2);
    expect(await readFile(out, 'utf8')).toBe('precious');
    expect((await valise([...args, '--force'])).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain(ID);
  });

  it('prints no volume over a file that is there, and says which', async () => {
    const out = join(await temporaryFolder(), 'many.pdf');
    const second = out.replace('.pdf', '-2-of-2.pdf');
    await writeFile(second, 'precious');
    const ids = Array.from({ length: 501 }, () => ID);
    const said = await valise(['export', archive, ...ids, '--format', 'pdf', '--out', out]);
    expect(said.code).toBe(2);
    expect(said.stderr).toContain('many-2-of-2.pdf is there already');
    expect(await readFile(second, 'utf8')).toBe('precious');
  });

  it('writes nothing for an id that there is none of', async () => {
    const out = join(await temporaryFolder(), 'cable.txt');
    const args = ['export', archive, ID, '99NOWHERE1', '--format', 'text', '--out', out];
    expect((await valise(args)).code).toBe(1);
    await expect(readFile(out)).rejects.toThrow();
  });

  it('copies the archive with its notes, without them, or some of its cables, and tells of it', async () => {
    const folder = await temporaryFolder();
    const bag = (out: string, ...more: string[]) =>
      valise(['export', archive, ...more, '--format', 'bag', '--out', join(folder, out), '--json']);
    expect(JSON.parse((await bag('whole')).stdout)).toMatchObject({ format: 'bag', cables: 1, notes: true });
    const plain = JSON.parse((await bag('plain', '--without-notes')).stdout);
    expect(plain).toMatchObject({ notes: false, faults: [] });
    expect(JSON.parse((await bag('some', ID)).stdout)).toMatchObject({ cables: 1, notes: false });
    for (const out of ['whole', 'plain', 'some']) {
      expect((await valise(['verify', join(folder, out)])).code).toBe(0);
      expect(JSON.parse((await valise(['show', join(folder, out), ID, '--json'])).stdout).id).toBe(ID);
    }
    expect((await bag('plain')).code).toBe(2);
    expect((await bag('none', '99NOWHERE1')).code).toBe(1);
  });

  it('writes all cables where none is named, as a table that parses to the same record', async () => {
    const out = join(await temporaryFolder(), 'cables.csv');
    expect((await valise(['export', archive, '--format', 'csv', '--out', out])).code).toBe(0);
    const parsed = JSON.parse((await valise(['parse', out])).stdout);
    const shown = JSON.parse((await valise(['show', archive, ID, '--json'])).stdout);
    expect(parsed).toMatchObject({ id: ID, body: shown.body, header: shown.header, created: shown.created });
  });
});

describe('valise cite', () => {
  it('gives notes for people and files for reference managers', async () => {
    const cite = async (...more: string[]) => (await valise(['cite', archive, ID, ...more])).stdout;
    expect(await cite()).toMatch(/^U\.S\. Embassy Hanoi to Secretary of State, “Vietnam Hosts/);
    expect(await cite('--style', 'bibtex')).toMatch(
      /^@techreport\{05HANOI841,\n {2}author = \{\{U\.S\. Embassy Hanoi/,
    );
    expect(await cite('--style', 'ris')).toMatch(/^TY {2}- RPRT\r\nAU {2}- U\.S\. Embassy Hanoi\r\n/);
    expect(JSON.parse(await cite('--style', 'csl-json'))).toMatchObject([{ type: 'report', number: ID }]);
    expect((await valise(['cite', archive, ID, ID])).stdout.trim().split('\n')).toHaveLength(2);
    expect((await valise(['cite', archive, '99NOWHERE1'])).code).toBe(1);
  });
});
