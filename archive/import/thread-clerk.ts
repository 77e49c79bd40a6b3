/** A clerk whose work is done on another thread: the side that asks, and the side that answers. */
import type { MessagePort } from 'node:worker_threads';
import { ArchiveError } from '../errors.ts';
import type { SegmentInfo } from '../search/index.ts';
import { AnsweringThread, CalledThread } from './called-thread.ts';
import { InlineClerk } from './clerk.ts';
import type { Clerk } from './clerk.ts';
import type { FrameBatch } from './frame-batch.ts';
import type { ClerkStart, FromClerk, ToClerk } from './messages.ts';
import type { PreparedBatch } from './prepared-batch.ts';

export class ThreadClerk implements Clerk {
  readonly #thread: CalledThread<ToClerk, FromClerk>;

  /** `file` is the built entry of the thread. */
  constructor(file: string, start: ClerkStart) {
    this.#thread = new CalledThread(file, start, 'import');
  }

  async prepare(number: number, batch: FrameBatch): Promise<PreparedBatch> {
    const answer = await this.#thread.ask(call => ({ kind: 'prepare', call, number, batch }));
    if (answer.kind !== 'prepared') throw unexpected(answer);
    return answer.prepared;
  }

  async index(batch: number, rows: Int32Array): Promise<void> {
    const own = Int32Array.from(rows);
    await this.#thread.ask(call => ({ kind: 'index', call, batch, rows: own }));
  }

  async seal(): Promise<SegmentInfo[]> {
    const answer = await this.#thread.ask(call => ({ kind: 'seal', call }));
    if (answer.kind !== 'sealed') throw unexpected(answer);
    return answer.segments;
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }
}

function unexpected(answer: FromClerk): ArchiveError {
  return new ArchiveError('internal', `A thread of the import answered ${answer.kind} to another question.`);
}

/** Answers as a clerk, on the thread that calls it. */
export function answerAsClerk(port: MessagePort, { folder, indexing }: ClerkStart): void {
  const clerk = new InlineClerk(folder, indexing);
  const thread = new AnsweringThread<ToClerk, FromClerk>(port, async question => {
    if (question.kind === 'prepare') {
      return { kind: 'prepared', prepared: await clerk.prepare(question.number, question.batch) };
    }
    if (question.kind === 'index') {
      await clerk.index(question.batch, question.rows);
      return { kind: 'indexed' };
    }
    return { kind: 'sealed', segments: await clerk.seal() };
  });
  thread.listen();
}
