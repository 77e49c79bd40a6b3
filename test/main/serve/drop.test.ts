import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Serving } from '../../../main/serve/serve.ts';
import { SAMPLE } from '../../support/archive-folder.ts';
import { ask, callAs, cookieOf, startServing } from '../../support/serving.ts';

const GROUP = 'drop-0001';

/** Starts with an archive open; answers how to send, finish and call. */
async function started() {
  const serving = await startServing();
  await serving.service.library.openLast();
  const cookie = await cookieOf(serving);
  const { port } = serving;
  const headers = { cookie, origin: `http://127.0.0.1:${port}` };
  const send = async (path: string, body: string | Buffer, group = GROUP) =>
    JSON.parse(
      (
        await ask(port, `/upload?group=${group}&path=${encodeURIComponent(path)}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/octet-stream' },
          body,
        })
      ).text,
    );
  const finish = async (group = GROUP) =>
    JSON.parse((await ask(port, `/upload/finish?group=${group}`, { method: 'POST', headers })).text);
  return {
    serving,
    cookie,
    port,
    send,
    finish,
    call: (name: string, input: unknown) => callAs(cookie, port, name, input),
  };
}

const uploadsFolder = () => join(process.env['VALISE_HOME'] ?? '', 'browser', 'uploads');

describe('a start without an archive', () => {
  it('makes the first one out of the sample', async () => {
    const { call } = await started();
    expect(await call('archive.info', {})).toMatchObject({
      ok: true,
      value: { name: 'My cables', cables: 1 },
    });
    expect(await call('host.info', {})).toMatchObject({ value: { firstStart: true } });
    expect(await call('library.recent', {})).toMatchObject({ value: [{ name: 'My cables', exists: true }] });
    const shown = await call('cable.show', { id: '05HANOI841' });
    expect(shown.value.sightings[0].source.file).toBe('05HANOI841.cablebrowser.txt');
  });
});

describe('files dropped on the page', () => {
  it('are sent up, imported, and gone afterwards; their names in the archive are those that the person saw', async () => {
    const { send, finish, call } = await started();
    const text = (await readFile(SAMPLE, 'utf8')).replaceAll('05HANOI841', '05HANOI842');
    const whole = Buffer.byteLength(text);
    expect(await send('Papers/2005/one page.txt', text)).toEqual({ ok: true, value: { received: whole } });
    expect(await send('Papers/empty.txt', '')).toEqual({ ok: true, value: { received: 0 } });
    expect(await send('alone.txt', 'no cable at all')).toMatchObject({ ok: true });
    const handles = await finish();
    expect(handles.value).toHaveLength(2);
    const receipt = await call('import.start', { job: 'import-1', handles: handles.value });
    expect(receipt.value.counts).toMatchObject({ accepted: 1, rejected: 2 });
    const shown = await call('cable.show', { id: '05HANOI842' });
    expect(shown.value.sightings[0].source.file).toBe('Papers/2005/one page.txt');
    const left = await readdir(uploadsFolder(), { recursive: true, withFileTypes: true });
    expect(left.filter(entry => entry.isFile())).toEqual([]);
  });

  it('cannot lead out of their folder', async () => {
    const { send, finish } = await started();
    const hostile = [
      '../x',
      'a/../../x',
      '/etc/x',
      'a//x',
      '',
      '.',
      'a/.',
      '..\\x',
      'C:\\x',
      'a\0b',
      'n'.repeat(300),
      'x\ny',
    ];
    for (const path of hostile)
      expect([path, (await send(path, 'x')).error?.code]).toEqual([path, 'bad-request']);
    for (const group of ['short', '../../../x', 'a/b/c/d/e'])
      expect((await send('x', 'x', encodeURIComponent(group))).error?.code).toBe('bad-request');
    expect((await finish()).error?.code).toBe('bad-request');
    const left = existsSync(uploadsFolder()) ? await readdir(uploadsFolder(), { recursive: true }) : [];
    expect(left.filter(name => /x/.test(name.split('/').at(-1) ?? ''))).toEqual([]);
  });

  it('of one name stay two, and one path in a folder is taken once', async () => {
    const { send, finish } = await started();
    await send('same.txt', 'first');
    await send('same.txt', 'second');
    expect(await send('f/a.txt', 'x')).toMatchObject({ ok: true });
    expect((await send('f/a.txt', 'y')).error.code).toBe('bad-request');
    expect((await finish()).value).toHaveLength(3);
  });

  it('can be imported by their handles only', async () => {
    const { call } = await started();
    const made = await call('import.start', { job: 'j', handles: [SAMPLE] });
    expect(made.error.code).toBe('bad-request');
  });

  it('are removed at the end, imported or not', async () => {
    const { serving, send } = await started();
    await send('left.txt', 'x');
    await serving.close();
    expect(await readdir(uploadsFolder())).toEqual([]);
  });
});

describe('events', () => {
  it('tell of an import while it runs and after', async () => {
    const { serving, cookie, send, finish, call } = await started();
    const events = listen(serving, cookie);
    await events.begun;
    await send('page.txt', (await readFile(SAMPLE, 'utf8')).replaceAll('05HANOI841', '05HANOI843'));
    await call('import.start', { job: 'import-7', handles: (await finish()).value });
    await events.until(/event: archive\ndata: [^\n]*"cables":2/);
    expect(events.heard()).toMatch(/event: progress\ndata: \{"job":"import-7"/);
    events.end();
  });
});

describe('what waits to be fetched', () => {
  it('is given once, as a file', async () => {
    const { serving, cookie, port } = await started();
    const url = serving.downloads.keep(Buffer.from('%PDF'), 'Prüf 1.pdf', 'application/pdf');
    const first = await ask(port, url, { headers: { cookie } });
    expect(first).toMatchObject({ status: 200, text: '%PDF' });
    expect(first.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Pr%C3%BCf%201.pdf");
    expect((await ask(port, url, { headers: { cookie } })).status).toBe(404);
  });
});

function listen({ port }: Serving, cookie: string) {
  let heard = '';
  let begin = () => {};
  const begun = new Promise<void>(resolve => (begin = resolve));
  const asking = get({ host: '127.0.0.1', port, path: '/events', headers: { cookie } }, response => {
    response.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      begin();
    });
    response.on('error', () => undefined);
  });
  asking.on('error', () => undefined);
  return {
    begun,
    heard: () => heard,
    end: () => asking.destroy(),
    until: async (pattern: RegExp) => {
      for (let tries = 0; !pattern.test(heard) && tries < 100; tries += 1)
        await new Promise(resolve => setTimeout(resolve, 50));
      if (!pattern.test(heard)) throw new Error(`Never heard ${String(pattern)} in:\n${heard}`);
    },
  };
}
