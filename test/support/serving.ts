/** The serve host in this process, with the built engine in its thread, and a browser's manners without a browser. */
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { onTestFinished, vi } from 'vitest';
import { serve } from '../../main/serve/serve.ts';
import type { Serving } from '../../main/serve/serve.ts';
import { builtFile } from './built.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Asked {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** Starts to serve from a Valise home of its own; ends with the test. */
export async function startServing(): Promise<Serving> {
  builtFile('main', 'engine.cjs');
  vi.stubEnv('VALISE_HOME', await temporaryFolder());
  const serving = await serve(0);
  onTestFinished(async () => {
    await serving.close();
    vi.unstubAllEnvs();
  });
  return serving;
}

/** Sends a request with exactly these headers: fetch would not let us lie about `Host`. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Goes in by the printed address; answers the cookie. */
export async function cookieOf(serving: Serving): Promise<string> {
  const { pathname, search } = new URL(serving.newAddress());
  const { headers } = await ask(serving.port, `${pathname}${search}`);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** Calls a method as the page does; answers the envelope. */
export async function callAs(cookie: string, port: number, method: string, input: unknown) {
  const answer = await ask(port, `/call/${method}`, {
    method: 'POST',
    headers: { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return JSON.parse(answer.text);
}
