/** `GET /download/TOKEN`: finished files that wait for the browser to fetch them, once. */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { refusal } from './refusal.ts';

interface Waiting {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  type: string;
  inline: boolean;
}

/** So many wait at most; the oldest goes, since its page has long forgotten it. */
const MOST = 20;

export class Downloads {
  readonly #waiting = new Map<string, Waiting>();

  /** Keeps a file until it is fetched; answers its address. `inline` shows it in the browser (to send it to paper). */
  keep(bytes: Uint8Array, name: string, type: string, inline = false): string {
    const token = randomBytes(24).toString('base64url');
    this.#waiting.set(token, { bytes: new Uint8Array(bytes), name, type, inline });
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST && oldest !== undefined) this.#waiting.delete(oldest);
    return `/download/${token}`;
  }

  /** The file of a token, which is used up by this. */
  take(token: string): Waiting | null {
    const waiting = this.#waiting.get(token) ?? null;
    this.#waiting.delete(token);
    return waiting;
  }
}

export function downloadRoutes(downloads: Downloads): Hono {
  const routes = new Hono();
  routes.get('/download/:token', context => {
    const file = downloads.take(context.req.param('token'));
    if (file === null) return refusal(context, 404, 'This file was fetched already. Make it again.');
    const form = file.inline ? 'inline' : 'attachment';
    context.header('Content-Type', file.type);
    context.header('Content-Disposition', `${form}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return context.body(file.bytes);
  });
  return routes;
}
