/** `valise-app:`, the scheme that the window is made of: the built page, and documents that are being printed. */
import { randomBytes } from 'node:crypto';
import type { Protocol } from 'electron';
import { rendererFolder } from '../built.ts';
import { readPageFile } from '../page-files.ts';
import { SECURITY_HEADERS } from '../page-security.ts';
import { PAGE_HOST, PRINT_HOST, SCHEME } from './addresses.ts';

/** Must run before the app is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** A printed document says itself what it may do, which is nothing; this holds if it should forget. */
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Documents that a hidden window prints, each under an address of its own. */
export class PrintPages {
  readonly #pages = new Map<string, string>();

  /** Lends a document an address until `release`. */
  lend(html: string): { address: string; release: () => void } {
    const token = randomBytes(16).toString('hex');
    this.#pages.set(`/${token}`, html);
    return {
      address: `${SCHEME}://${PRINT_HOST}/${token}`,
      release: () => void this.#pages.delete(`/${token}`),
    };
  }

  get(path: string): string | null {
    return this.#pages.get(path) ?? null;
  }
}

/** Answers requests to our scheme. */
export function setupProtocol(protocol: Protocol, printPages: PrintPages): void {
  protocol.handle(SCHEME, async request => {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET') return refused(405);
    if (host === PRINT_HOST) return printAnswer(printPages.get(pathname));
    if (host !== PAGE_HOST) return refused(404);
    const file = await readPageFile(rendererFolder(), pathname);
    if (file === null) return refused(404);
    return new Response(file.bytes, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } });
  });
}

function printAnswer(html: string | null): Response {
  if (html === null) return refused(404);
  const type = 'text/html; charset=utf-8';
  return new Response(html, {
    headers: { ...SECURITY_HEADERS, 'Content-Security-Policy': PRINT_POLICY, 'Content-Type': type },
  });
}

function refused(status: number): Response {
  return new Response('', { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain' } });
}
