import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../main/print/find-browser.ts';
import { SAMPLE } from '../../support/archive-folder.ts';
import { ask, callAs, cookieOf, startServing } from '../../support/serving.ts';

const ID = '05HANOI841';
const browser = await findBrowser();

async function started() {
  const serving = await startServing();
  const home = process.env['VALISE_HOME'] ?? '';
  const folder = join(home, 'archives', 'My cables');
  await serving.service.library.open(folder, { create: { name: 'My cables' } });
  const handle = serving.service.handles.give({ path: SAMPLE });
  await serving.service.call('import.start', { job: 'import', handles: [handle] });
  const cookie = await cookieOf(serving);
  const { port } = serving;
  const call = (method: string, input: unknown) => callAs(cookie, port, method, input);
  const fetched = (path: string) => ask(port, path, { headers: { cookie } });
  return { call, fetched, home };
}

describe('exports on the serve host', () => {
  it('wait as downloads that can be fetched once', async () => {
    const { call, fetched, home } = await started();
    const made = await call('cables.export', { job: 'a', ids: [ID], format: 'csv' });
    expect(made).toMatchObject({ ok: true, value: { kind: 'download', name: `${ID}.csv` } });
    const answer = await fetched(made.value.url);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${ID}.csv`);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text).toContain(`,"${ID}","Embassy Hanoi",`);
    expect(answer.text.endsWith('"\n')).toBe(true);
    expect((await fetched(made.value.url)).status).toBe(404);
    // What was fetched does not stay behind.
    await expect
      .poll(async () => {
        const [run = ''] = await readdir(join(home, 'browser', 'downloads')).catch(() => []);
        return readdir(join(home, 'browser', 'downloads', run)).catch(() => []);
      })
      .toEqual([]);
    const missing = await call('cables.export', { job: 'b', ids: ['99NOWHERE1'], format: 'json' });
    expect(missing).toMatchObject({ ok: false, error: { code: 'no-such-cable' } });
  });

  it.skipIf(browser === null)('print several cables into one PDF', async () => {
    const { call, fetched } = await started();
    const made = await call('cables.export', { job: 'a', ids: [ID, ID.toLowerCase()], format: 'pdf' });
    expect(made).toMatchObject({ ok: true, value: { kind: 'download', name: '2 cables.pdf' } });
    const { text, headers } = await fetched(made.value.url);
    expect(headers['content-type']).toBe('application/pdf');
    expect(text.startsWith('%PDF-')).toBe(true);
  });

  it('cite cables, know which are there, and make an archive of some beside the others', async () => {
    const { call, home } = await started();
    const cited = await call('cables.cite', { ids: [ID], style: 'ris' });
    expect(cited.value).toMatchObject({ fileName: `${ID}.ris` });
    expect(cited.value.text).toMatch(/^TY {2}- RPRT\r\n/);
    const known = await call('cables.known', { ids: [ID, '99NOWHERE1'] });
    expect(known.value).toMatchObject({ [ID]: { id: ID, withdrawn: false }, '99NOWHERE1': null });
    const bag = await call('cables.export', { job: 'c', ids: [ID], format: 'bag' });
    expect(bag.value).toEqual({ kind: 'saved', name: ID, place: join(home, 'archives') });
    const copy = await call('archive.copy', { job: 'd', notes: true });
    expect(copy.value).toMatchObject({ cables: 1, notes: true, faults: [] });
    const archives = await readdir(join(home, 'archives'));
    expect(new Set(archives)).toEqual(new Set([ID, 'My cables', copy.value.name]));
  });
});
