/** A thread that is asked and answers: each question has a number, and the answer has the same. */
import { Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { ArchiveError, errorFromShape, errorShape } from '../errors.ts';
import type { ErrorShape } from '../errors.ts';

interface Numbered {
  call: number;
}

/** What comes back instead of an answer. */
interface Failed extends Numbered {
  kind: 'failed';
  error: ErrorShape;
}

/** Something told before the answer comes. */
interface Told<News> extends Numbered {
  kind: 'news';
  news: News;
}

interface Waiting<Answer, News> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
  onNews: ((news: News) => void) | undefined;
}

/** The asking side. */
export class CalledThread<
  Question extends Numbered,
  Answer extends Numbered & { kind: string },
  News = never,
> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer, News>>();
  readonly #work: string;
  #calls = 0;
  #gone: ArchiveError | null = null;

  /** `file` is the built entry of the thread; `work` is what it does (`import`), for whoever is told that it ended. */
  constructor(file: string, start: object, work: string) {
    this.#work = work;
    this.#worker = new Worker(file, { workerData: start });
    this.#worker.on('message', (message: Answer | Failed | Told<News>) => this.#hear(message));
    this.#worker.on('error', thrown => this.#end(thrown));
    this.#worker.on('exit', () => this.#end(null));
  }

  #hear(message: Answer | Failed | Told<News>): void {
    const waiting = this.#waiting.get(message.call);
    if (isNews(message)) {
      try {
        waiting?.onNews?.(message.news);
      } catch (thrown) {
        this.#waiting.delete(message.call);
        waiting?.reject(thrown);
      }
      return;
    }
    this.#waiting.delete(message.call);
    if (isFailed(message)) waiting?.reject(errorFromShape(message.error));
    else waiting?.resolve(message);
  }

  /** The thread is gone: nobody is left waiting for it. */
  #end(cause: unknown): void {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    this.#gone ??= new ArchiveError(
      'engine-gone',
      `A thread of the ${this.#work} ended${why}. What was committed is kept; begin it again.`,
    );
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }

  /** Asks, by the number that the question is to have. What `onNews` throws is the call's failure. */
  async ask(question: (call: number) => Question, onNews?: (news: News) => void): Promise<Answer> {
    if (this.#gone !== null) throw this.#gone;
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject, onNews });
      this.#worker.postMessage(question(call), []);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

function isNews<Answer extends { kind: string }, News>(
  message: Answer | Failed | Told<News>,
): message is Told<News> {
  return message.kind === 'news';
}

function isFailed<Answer extends { kind: string }>(message: Answer | Failed): message is Failed {
  return message.kind === 'failed';
}

/** The answering side: questions are answered one after the other, in the order in which they come. */
export function answerCalls<Question extends Numbered, News = never>(
  port: MessagePort,
  answer: (question: Question, tell: (news: News) => void) => Promise<object>,
): void {
  let turn: Promise<void> = Promise.resolve();
  const reply = async (question: Question) => {
    const { call } = question;
    try {
      port.postMessage(await answer(question, news => port.postMessage({ kind: 'news', call, news })));
    } catch (thrown) {
      port.postMessage({ kind: 'failed', call, error: errorShape(thrown) });
    }
  };
  port.on('message', (question: Question) => {
    turn = turn.then(() => reply(question));
  });
}
