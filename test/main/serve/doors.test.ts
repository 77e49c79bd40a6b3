import { describe, expect, it } from 'vitest';
import { ask, callAs, cookieOf, startServing } from '../../support/serving.ts';

describe('the doors of the serve host', () => {
  it('let in by the printed address, once, with a strict cookie', async () => {
    const serving = await startServing();
    const { pathname, search, hostname } = new URL(serving.newAddress());
    expect(hostname).toBe('127.0.0.1');
    const first = await ask(serving.port, `${pathname}${search}`);
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ask(serving.port, `${pathname}${search}`)).status).toBe(401);
  });

  it('keep out whoever has no cookie, or a made-up one', async () => {
    const serving = await startServing();
    for (const headers of [{}, { cookie: `valise-${serving.port}=guess` }]) {
      for (const path of ['/', '/events', '/download/x', '/index.html'])
        expect((await ask(serving.port, path, { headers })).status).toBe(401);
      const call = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      };
      expect((await ask(serving.port, '/call/host.info', call)).status).toBe(401);
      expect((await ask(serving.port, '/upload?group=aaaaaaaa&path=x', call)).status).toBe(401);
    }
  });

  it('keep out other names for this machine and other pages, cookie or not', async () => {
    const serving = await startServing();
    const cookie = await cookieOf(serving);
    const { port } = serving;
    const refused = [
      { host: `evil.example:${port}` },
      { host: `localhost:${port}` },
      { host: `127.0.0.1:${port + 1}` },
      { origin: 'https://evil.example' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const lie of refused)
      expect([lie, (await ask(port, '/', { headers: { cookie, ...lie } })).status]).toEqual([lie, 403]);
    expect((await ask(port, '/', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });

  it('do not use a code up for a browser that looks ahead', async () => {
    const serving = await startServing();
    const { pathname, search } = new URL(serving.newAddress());
    const ahead = await ask(serving.port, `${pathname}${search}`, { headers: { 'sec-purpose': 'prefetch' } });
    expect(ahead.status).toBe(503);
    expect((await ask(serving.port, `${pathname}${search}`)).status).toBe(200);
  });

  it('stand on this machine only', async () => {
    const serving = await startServing();
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flatMap(addresses => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside === undefined) return;
    await expect(fetch(`http://${outside.address}:${serving.port}/`)).rejects.toThrow();
  });

  it('bound the page in every answer', async () => {
    const serving = await startServing();
    const cookie = await cookieOf(serving);
    for (const path of ['/', '/nothing.html']) {
      const { headers } = await ask(serving.port, path, { headers: { cookie } });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe-eval');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('give the files of the page and nothing above it', async () => {
    const serving = await startServing();
    const headers = { cookie: await cookieOf(serving) };
    expect((await ask(serving.port, '/', { headers })).text).toContain('<div id="root">');
    const ways = [
      '/../main/cli.cjs',
      '/..%2fmain%2fcli.cjs',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5cmain',
      '/%00',
      '/%',
    ];
    for (const path of ways)
      expect([path, (await ask(serving.port, path, { headers })).status]).toEqual([path, 404]);
  });
});

describe('calls over HTTP', () => {
  it('answer with the envelope', async () => {
    const serving = await startServing();
    const cookie = await cookieOf(serving);
    expect(await callAs(cookie, serving.port, 'host.info', {})).toMatchObject({
      ok: true,
      value: { host: 'serve', can: { chooseFiles: false } },
    });
    expect(
      await callAs(cookie, serving.port, 'search.run', { job: 'a', request: { limit: -5 } }),
    ).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });

  it('refuse unknown methods, other bodies than JSON, and too long ones', async () => {
    const serving = await startServing();
    const cookie = await cookieOf(serving);
    const post = (path: string, type: string, body: string) =>
      ask(serving.port, path, { method: 'POST', headers: { cookie, 'content-type': type }, body });
    expect((await post('/call/no.such', 'application/json', '{}')).status).toBe(404);
    expect((await post('/call/constructor', 'application/json', '{}')).status).toBe(404);
    expect((await post('/call/host.info', 'text/plain', '{}')).status).toBe(415);
    const claim = { cookie, 'content-type': 'application/json', 'content-length': 3_000_000 };
    const long = await ask(serving.port, '/call/host.info', { method: 'POST', headers: claim, body: '{}' });
    expect(long.status).toBe(413);
    expect(JSON.parse((await post('/call/host.info', 'application/json', '{')).text).error.code).toBe(
      'bad-request',
    );
  });
});
