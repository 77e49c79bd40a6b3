/** A thread that is asked and answers: each question has a number, and the answer has the same. */
import { Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { ArchiveError, errorFromShape, errorShape } from '../errors.ts';
import type { ErrorShape } from '../errors.ts';

interface Numbered {
  call: number;
}

/** What comes back: the answer, why there is none, or something told before either. */
type Reply<Answer, News> = Numbered & ({ answer: Answer } | { failed: ErrorShape } | { news: News });

interface Waiting<Answer, News> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
  onNews: ((news: News) => void) | undefined;
}

/** The asking side. */
export class CalledThread<Question extends Numbered, Answer, News = never> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer, News>>();
  readonly #work: string;
  #calls = 0;
  #gone: ArchiveError | null = null;

  /** `file` is the built entry of the thread; `work` is what it does (`import`), for whoever is told that it ended. */
  constructor(file: string, start: object, work: string) {
    this.#work = work;
    this.#worker = new Worker(file, { workerData: start });
    this.#worker.on('message', (reply: Reply<Answer, News>) => this.#hear(reply));
    this.#worker.on('error', thrown => this.#end(thrown));
    this.#worker.on('exit', () => this.#end(null));
  }

  #hear(reply: Reply<Answer, News>): void {
    const waiting = this.#waiting.get(reply.call);
    if ('news' in reply) {
      try {
        waiting?.onNews?.(reply.news);
      } catch (thrown) {
        this.#waiting.delete(reply.call);
        waiting?.reject(thrown);
      }
      return;
    }
    this.#waiting.delete(reply.call);
    if ('failed' in reply) waiting?.reject(errorFromShape(reply.failed));
    else waiting?.resolve(reply.answer);
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

/** What is told while a question is answered. */
export type Tell<News> = (news: News) => void;

/** The answering side: questions are answered one after the other, in the order in which they come. */
export class AnsweringThread<Question extends Numbered, Answer, News = never> {
  readonly #port: MessagePort;
  readonly #answer: (question: Question, tell: Tell<News>) => Promise<Answer>;
  #turn: Promise<void> = Promise.resolve();

  constructor(port: MessagePort, answer: (question: Question, tell: Tell<News>) => Promise<Answer>) {
    this.#port = port;
    this.#answer = answer;
  }

  listen(): void {
    this.#port.on('message', (question: Question) => {
      this.#turn = this.#turn.then(() => this.#reply(question));
    });
  }

  #send(reply: Reply<Answer, News>): void {
    this.#port.postMessage(reply, []);
  }

  async #reply(question: Question): Promise<void> {
    const { call } = question;
    try {
      const answer = await this.#answer(question, news => this.#send({ call, news }));
      this.#send({ call, answer });
    } catch (thrown) {
      this.#send({ call, failed: errorShape(thrown) });
    }
  }
}
