/** The engine's end of the port: takes calls, runs them, answers each exactly once. */
import { ArchiveError, errorShape } from '../errors.ts';
import type { Job } from '../archive.ts';
import type { Progress } from '../model/receipt.ts';
import { isCallName, parseInput } from './calls.ts';
import type { CallName, CallOutput, ParsedCallInput } from './calls.ts';
import { RequestSchema } from './messages.ts';
import type { Reply, Request } from './messages.ts';
import type { Port } from './port.ts';

/** What answers the calls: one function for each, all of them. */
export type Answers = {
  readonly [Name in CallName]: (input: ParsedCallInput<Name>, job: Job) => Promise<CallOutput<Name>>;
};

/** Progress goes out at most this often (milliseconds), a new phase always: a window can't draw faster. */
const PROGRESS_EVERY = 80;

/** Serves calls on a port. Answers a function that cancels all that runs, for when the host is gone. */
export function serveCalls(port: Port, answers: Answers): () => void {
  const running = new Map<number, AbortController>();

  const start = async (request: Request & { kind: 'call' }): Promise<void> => {
    const { sequence } = request;
    const controller = new AbortController();
    running.set(sequence, controller);
    const send = (reply: Reply) => port.post(reply);
    try {
      const onProgress = throttled(progress => send({ kind: 'progress', sequence, progress }));
      const value = await answer(answers, request, { signal: controller.signal, onProgress });
      send({ kind: 'value', sequence, value });
    } catch (thrown) {
      send({ kind: 'error', sequence, error: errorShape(thrown) });
    } finally {
      running.delete(sequence);
    }
  };

  port.onMessage(message => {
    const parsed = RequestSchema.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === 'cancel') running.get(parsed.data.sequence)?.abort();
    else void start(parsed.data);
  });

  return () => {
    for (const controller of running.values()) controller.abort();
  };
}

async function answer(answers: Answers, request: Request & { kind: 'call' }, job: Job): Promise<unknown> {
  if (!isCallName(request.name))
    throw new ArchiveError('bad-request', `The engine knows no call "${request.name}".`);
  return dispatch(answers, request.name, request.input, job);
}

function dispatch<Name extends CallName>(
  answers: Answers,
  name: Name,
  input: unknown,
  job: Job,
): Promise<CallOutput<Name>> {
  return answers[name](parseInput(name, input), job);
}

function throttled(send: (progress: Progress) => void): (progress: Progress) => void {
  let phase: string | null = null;
  let sent = 0;
  return progress => {
    const now = Date.now();
    if (progress.phase === phase && now - sent < PROGRESS_EVERY) return;
    phase = progress.phase;
    sent = now;
    send(progress);
  };
}
