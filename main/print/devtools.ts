/** The DevTools protocol over a pipe: no port is opened, so no other program can reach the browser that prints. */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const MessageSchema = z.object({
  id: z.int().optional(),
  sessionId: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface Pending {
  resolve: (result: unknown) => void;
  reject: (fault: Error) => void;
}

/** Calls methods of the DevTools protocol. Messages are JSON, each ended by a NUL. */
export class DevTools {
  readonly #out: Writable;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #parts: Buffer[] = [];
  #ended: Error | null = null;

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    input.on('data', (chunk: Buffer) => this.#take(chunk));
    input.on('close', () => this.end(new Error('the browser closed its pipe')));
    for (const stream of [out, input]) stream.on('error', (fault: Error) => this.end(fault));
  }

  /** Calls a method and checks its answer against a schema. Rejects when the browser says no, or dies. */
  async call<Answer>(
    method: string,
    params: Record<string, unknown>,
    answer: z.ZodType<Answer>,
    sessionId?: string,
  ): Promise<Answer> {
    if (this.#ended !== null) throw this.#ended;
    const id = this.#next++;
    const result = await new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    return answer.parse(result);
  }

  /** Rejects whatever waits, and every later call. */
  end(fault: Error): void {
    this.#ended ??= fault;
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...this.#parts, rest.subarray(0, end)]).toString('utf8');
      this.#parts = [];
      rest = rest.subarray(end + 1);
      this.#answer(message);
    }
    if (rest.length > 0) this.#parts.push(rest);
  }

  #answer(text: string): void {
    let message: z.infer<typeof MessageSchema>;
    try {
      message = MessageSchema.parse(JSON.parse(text));
    } catch (fault) {
      this.end(new Error('the browser sent what is no DevTools message', { cause: fault }));
      return;
    }
    if (message.id === undefined) return; // an event: nothing here waits for one
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error === undefined) pending?.resolve(message.result);
    else pending?.reject(new Error(message.error.message));
  }
}
