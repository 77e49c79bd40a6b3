/** `GET /download/TOKEN`: finished files that wait for the browser to fetch them, once. */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { refusal } from './refusal.ts';

interface Waiting {
  /** in memory, or a file of ours that goes when it was fetched */
  content: Uint8Array<ArrayBuffer> | { file: string };
  name: string;
  type: string;
  inline: boolean;
}

/** So many wait at most; the oldest goes, since its page has long forgotten it. */
const MOST = 20;

export class Downloads {
  readonly #waiting = new Map<string, Waiting>();
  readonly #root: string;

  /** `root` is where large files wait: made with the first of them, removed at the end. */
  constructor(root = join(tmpdir(), `valise-downloads-${randomBytes(8).toString('hex')}`)) {
    this.#root = root;
  }

  /** Keeps a file until it is fetched; answers its address. `inline` shows it in the browser (to send it to paper). */
  keep(bytes: Uint8Array, name: string, type: string, inline = false): string {
    return this.#add({ content: new Uint8Array(bytes), name, type, inline });
  }

  /** Has a file written that may be too large for memory, and keeps it until it is fetched; answers its address. */
  async keepFile(name: string, type: string, write: (path: string) => Promise<void>): Promise<string> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    const file = join(this.#root, randomBytes(12).toString('hex'));
    try {
      await write(file);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return this.#add({ content: { file }, name, type, inline: false });
  }

  #add(waiting: Waiting): string {
    const token = randomBytes(24).toString('base64url');
    this.#waiting.set(token, waiting);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST && oldest !== undefined) {
      const { content } = this.take(oldest) ?? {};
      if (content !== undefined && 'file' in content) void rm(content.file, { force: true });
    }
    return `/download/${token}`;
  }

  /** The file of a token, which is used up by this. */
  take(token: string): Waiting | null {
    const waiting = this.#waiting.get(token) ?? null;
    this.#waiting.delete(token);
    return waiting;
  }

  /** Removes what nobody fetched. */
  async close(): Promise<void> {
    this.#waiting.clear();
    await rm(this.#root, { recursive: true, force: true });
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
    return context.body('file' in file.content ? streamed(file.content.file) : file.content);
  });
  return routes;
}

/** The file's bytes; when they are through, or nobody wants them any more, the file goes. */
function streamed(file: string): ReadableStream<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: 1 << 20 });
  stream.once('close', () => void rm(file, { force: true }));
  const chunks: AsyncIterator<unknown> = stream[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done !== true && value instanceof Uint8Array) controller.enqueue(value);
      else controller.close();
    },
    cancel: () => void stream.destroy(),
  });
}
