/** A clerk of packs whose work is done on another thread: the side that asks, and the side that answers. */
import type { MessagePort } from 'node:worker_threads';
import { ArchiveError } from '../errors.ts';
import { AnsweringThread, CalledThread } from '../import/called-thread.ts';
import type { SegmentInfo } from '../search/index.ts';
import { nodeDisk } from '../store/disk.ts';
import { rebuildCancelled } from '../store/month-scan.ts';
import type { MonthFrames, NamedPack } from '../store/month-scan.ts';
import type { ScanJob } from '../store/rebuild.ts';
import type { FramesRead, FromPackClerk, Task, ToPackClerk } from './messages.ts';
import { InlinePackClerk } from './pack-clerk.ts';
import type { PackClerk } from './pack-clerk.ts';
import type { RowBatch } from './row-batches.ts';

/** Frames are told of so many at a time; so soon a cancelled reading stops. */
const TELL_FRAMES = 100;

export class ThreadPackClerk implements PackClerk {
  readonly #thread: CalledThread<ToPackClerk, FromPackClerk, FramesRead>;

  /** `file` is the built entry of the thread. */
  constructor(file: string, task: Task) {
    this.#thread = new CalledThread(file, task, 'rebuild');
  }

  async month(packs: readonly NamedPack[], { signal, onFrames }: ScanJob): Promise<MonthFrames> {
    const isOff = () => signal?.aborted === true;
    if (isOff()) throw rebuildCancelled();
    // A thread that only reads can be ended at any moment; asked politely it would read its month to the end first.
    const stop = () => void this.close();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const answer = await this.#thread.ask(
        call => ({ kind: 'month', call, packs }),
        ({ frames, file }) => onFrames?.(frames, file),
      );
      if (answer.kind !== 'month') throw unexpected(answer);
      return answer.frames;
    } catch (thrown) {
      throw isOff() ? rebuildCancelled() : thrown;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async index(batch: RowBatch): Promise<void> {
    await this.#thread.ask(call => ({ kind: 'index', call, batch }));
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

function unexpected(answer: FromPackClerk): ArchiveError {
  return new ArchiveError('internal', `A thread of the rebuild answered ${answer.kind} to another question.`);
}

/** Answers as a clerk, on the thread that calls it. */
export function answerAsPackClerk(port: MessagePort, task: Task): void {
  const clerk = new InlinePackClerk(task, nodeDisk);
  const thread = new AnsweringThread<ToPackClerk, FromPackClerk, FramesRead>(port, async (question, tell) => {
    if (question.kind === 'index') {
      await clerk.index(question.batch);
      return { kind: 'indexed' };
    }
    if (question.kind === 'seal') return { kind: 'sealed', segments: await clerk.seal() };
    let frames = 0;
    let last = '';
    const onFrames = (more: number, file: string) => {
      frames += more;
      last = file;
      if (frames < TELL_FRAMES) return;
      tell({ frames, file });
      frames = 0;
    };
    const read = await clerk.month(question.packs, { onFrames });
    if (frames > 0) tell({ frames, file: last });
    return { kind: 'month', frames: read };
  });
  thread.listen();
}
