import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mirrorPage } from '../../support/mirror-page.ts';
import { readFiles } from '../../support/read-files.ts';
import { tarOf } from '../../support/tar-writer.ts';
import { zipOf } from '../../support/zip-writer.ts';

const page = (id: string) =>
  mirrorPage(
    {
      id,
      created: '2005-04-11 05:42',
      classification: 'SECRET',
      origin: 'Embassy Hanoi',
      header: null,
      body: `GENERATED ${id}`,
    },
    false,
  );
const csv = (...ids: string[]) =>
  ids
    .map((id, index) => `"${index + 1}","1/2/2005 3:04","${id}","Embassy Hanoi","SECRET","","","GENERATED"\n`)
    .join('');

describe('archives of files', () => {
  const members = [
    { name: 'cable/2005/04/05HANOI1.html', content: page('05HANOI1') },
    { name: 'cables.csv', content: csv('05HANOI2', '05HANOI3') },
    { name: 'notes.docx', content: 'GENERATED: nothing that we read' },
  ];
  const expected = [
    ['05HANOI1', 'cable/2005/04/05HANOI1.html', null],
    ['05HANOI2', 'cables.csv', 1],
    ['05HANOI3', 'cables.csv', 2],
  ];

  test.each([
    ['a .zip', 'all.zip', () => zipOf(members)],
    ['a .tar', 'all.tar', () => tarOf(members)],
    ['a .tar.gz', 'all.tar.gz', async () => gzipSync(await tarOf(members))],
    ['a .tgz by another name', 'backup', async () => gzipSync(await tarOf(members))],
  ])('%s gives its members in their order, and a line for each of the others', async (_, name, make) => {
    const { cables, refusals } = await readFiles({ [name]: await make() });
    expect(cables.map(({ published, place }) => [published.id, place.member, place.row])).toEqual(expected);
    expect(cables.every(({ place }) => place.file === name)).toBe(true);
    expect(refusals).toMatchObject([
      { code: 'not-a-cable-file', place: { file: name, member: 'notes.docx' } },
    ]);
  });

  test('a .gz gives the file in it, several joined ones as one', async () => {
    const joined = Buffer.concat([gzipSync(csv('05HANOI2')), gzipSync(csv('05HANOI3'))]);
    const { cables } = await readFiles({ 'cables.csv.gz': joined });
    expect(cables.map(({ published, place }) => [published.id, place.member])).toEqual([
      ['05HANOI2', 'cables.csv'],
      ['05HANOI3', 'cables.csv'],
    ]);
  });

  test('an archive inside an archive is read, one inside that is refused', async () => {
    const inner = zipOf([{ name: 'a.html', content: page('05HANOI1') }]);
    const middle = zipOf([{ name: 'inner.zip', content: inner }]);
    const once = await readFiles({
      'middle.zip': middle,
      'middle.tar.gz': gzipSync(await tarOf([{ name: 'inner.zip', content: inner }])),
    });
    expect(once.cables.map(cable => cable.place.member)).toEqual(['inner.zip!a.html', 'inner.zip!a.html']);
    const twice = await readFiles({ 'outer.zip': zipOf([{ name: 'middle.zip', content: middle }]) });
    expect(twice.cables).toEqual([]);
    expect(twice.refusals).toMatchObject([
      { code: 'nested-too-deep', place: { member: 'middle.zip!inner.zip' } },
    ]);
  });
});

describe('hostile archives', () => {
  const good = { name: 'good.html', content: page('05HANOI1') };

  test.each(['../up.html', '/etc/up.html', 'a/../../up.html', 'C:\\up.html', '..\\up.html', ''])(
    'a .zip member called %j is refused, the others are read',
    async name => {
      const { cables, refusals } = await readFiles({
        'x.zip': zipOf([{ name, content: page('05HANOI2') }, good]),
      });
      expect(cables.map(({ place }) => place.member)).toEqual(['good.html']);
      expect(refusals.map(({ code }) => code)).toEqual(['unsafe-path']);
    },
  );

  test('a tar member that climbs out, a link and a device are refused, the others are read', async () => {
    const tar = await tarOf([
      { name: '../up.html', content: page('05HANOI2') },
      { name: 'link.html', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard.html', type: 'link', linkname: 'good.html' },
      { name: 'pipe', type: 'fifo' },
      good,
    ]);
    const { cables, refusals } = await readFiles({ 'x.tar': tar });
    expect(cables.map(({ place }) => place.member)).toEqual(['good.html']);
    expect(refusals.map(({ code }) => code)).toEqual([
      'unsafe-path',
      'unsafe-path',
      'unsafe-path',
      'unreadable',
    ]);
  });

  test('a link and a locked member in a .zip are refused', async () => {
    const zip = zipOf([
      { name: 'link.html', content: '/etc/passwd', mode: 0o120777 },
      { name: 'locked.html', content: page('05HANOI2'), encrypted: true },
      good,
    ]);
    const { cables, refusals } = await readFiles({ 'x.zip': zip });
    expect(cables).toHaveLength(1);
    expect(refusals.map(({ code }) => code)).toEqual(['unsafe-path', 'unreadable']);
  });

  test('names with control characters and direction marks can not disguise themselves', async () => {
    const { cables } = await readFiles({ 'x.zip': zipOf([{ ...good, name: 'a\n\u202Elmth.html' }]) });
    expect(cables[0]?.place.member).toBe('a%0A%E2%80%AElmth.html');
  });

  test('a bomb is refused before it has unpacked', async () => {
    const zeros = Buffer.alloc(100 * 1024 * 1024, '"1","1/1/2005 1:00","05HANOI9","E","S","","","');
    const { refusals } = await readFiles({
      'x.zip': zipOf([{ name: 'bomb.csv', content: Buffer.alloc(zeros.length, 0x20) }]),
      'x.csv.gz': gzipSync(Buffer.concat([Buffer.from(csv('05HANOI1')), Buffer.alloc(zeros.length, 0x0a)])),
    });
    expect(refusals.map(({ code, place }) => [code, place.file])).toContainEqual(['too-large', 'x.csv.gz']);
    expect(refusals.some(({ place }) => place.file === 'x.zip')).toBe(true);
  });

  test('a member whose checksum does not fit is told', async () => {
    const text = page('05HANOI1');
    const zip = zipOf([{ name: 'a.html', content: text, claimedChecksum: 1 }]);
    const { cables, refusals } = await readFiles({ 'x.zip': zip });
    expect(cables).toHaveLength(1);
    expect(refusals).toMatchObject([{ code: 'damaged-source', place: { member: 'a.html' } }]);
  });

  test('a member that is longer than it claims is refused', async () => {
    const { cables, refusals } = await readFiles({ 'x.zip': zipOf([{ ...good, claimedSize: 10 }]) });
    expect(cables).toEqual([]);
    expect(refusals.length).toBe(1);
  });

  test.each([
    ['x.zip', () => zipOf([good, good])],
    ['x.tar', () => tarOf([good, good])],
    ['x.tar.gz', async () => gzipSync(await tarOf([good, good]))],
    ['x.csv.gz', () => gzipSync(csv('05HANOI1', '05HANOI2'))],
  ])('a %s cut short at any place is told', async (name, make) => {
    const whole = await make();
    for (const share of [0.1, 0.5, 0.9]) {
      const { refusals } = await readFiles({ [name]: whole.subarray(0, Math.floor(whole.length * share)) });
      expect(refusals.length, `${name} at ${share}`).toBeGreaterThan(0);
    }
  });
});
