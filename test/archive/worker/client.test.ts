import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Progress } from '../../../archive/model/receipt.ts';
import { EngineClient } from '../../../archive/worker/client.ts';
import type { ClientOptions } from '../../../archive/worker/client.ts';
import { threadPort } from '../../../archive/worker/port.ts';
import { bundled } from '../../support/bundled.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

let engineFile = '';

beforeAll(async () => {
  const built = await bundled(await keptFolder(), { engine: 'test/support/scripted-engine.ts' });
  engineFile = built('engine');
});

/** A client over real worker threads that run the scripted engine. */
function scripted(options: Partial<ClientOptions> = {}): { client: EngineClient; started: Worker[] } {
  const started: Worker[] = [];
  const client = new EngineClient({
    start: () => {
      const worker = new Worker(engineFile);
      started.push(worker);
      return { port: threadPort(worker, 'exit'), kill: () => void worker.terminate() };
    },
    ...options,
  });
  onTestFinished(async () => {
    await Promise.all(started.map(worker => worker.terminate()));
  });
  return { client, started };
}

const search = (query: string) => ({ query });

describe('the engine behind a port', () => {
  it('answers each call with its own answer, whatever the order', async () => {
    const { client, started } = scripted();
    const answers = await Promise.all([
      client.call('search', search('slow')),
      client.call('search', search('a')),
      client.call('search', search('bcd')),
    ]);
    expect(answers.map(answer => answer.didYouMean)).toEqual([['slow'], ['a'], ['bcd']]);
    expect(started).toHaveLength(1);
  });

  it('carries bytes both ways', async () => {
    const { client } = scripted();
    const pdf = new Uint8Array([1, 2, 3]);
    const copy = await client.call('archivalCopy', { id: 'X', pdf, title: '', program: '' });
    expect([...copy.pdf]).toEqual([2, 3, 4]);
    expect([...pdf]).toEqual([1, 2, 3]);
  });

  it('carries errors with their code and details, and calls what is not ours internal', async () => {
    const { client } = scripted();
    await expect(client.call('rebuild', {})).rejects.toMatchObject({
      code: 'not-yet',
      message: 'This is not in the part.',
      details: { part: 'scripted' },
    });
    await expect(client.call('cite', { id: 'X', style: 'chicago' })).rejects.toMatchObject({
      code: 'internal',
    });
  });

  it('refuses input that the engine should not see', async () => {
    const { client } = scripted();
    await expect(client.call('search', { query: 'x', limit: -1 })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('tells progress, and stops when asked', async () => {
    const { client } = scripted();
    const cancel = new AbortController();
    const told: Progress[] = [];
    const verifying = client.call(
      'verify',
      {},
      {
        signal: cancel.signal,
        onProgress: progress => {
          told.push(progress);
          if (told.length === 2) cancel.abort();
        },
      },
    );
    await expect(verifying).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.map(progress => progress.phase)).toEqual(['verifying', 'verifying']);
  });

  it('stops work that was cancelled before it began', async () => {
    const { client } = scripted();
    await expect(client.call('verify', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('leaves no call waiting when the engine dies, and works again afterwards', async () => {
    const gone: number[] = [];
    const { client, started } = scripted({ onGone: left => gone.push(left) });
    const waiting = client.call('search', search('slow'));
    const dying = client.call('info', {});
    await expect(dying).rejects.toMatchObject({ code: 'engine-gone' });
    await expect(waiting).rejects.toMatchObject({ code: 'engine-gone' });
    expect((await client.call('search', search('a'))).total).toBe(1);
    expect(started).toHaveLength(2);
    expect(client.starts).toBe(2);
    expect(gone).toEqual([2]);
  });

  it('gives up on an engine that keeps dying', async () => {
    const { client, started } = scripted({ restarts: { most: 1, window: 60_000 } });
    await expect(client.call('info', {})).rejects.toMatchObject({ code: 'engine-gone' });
    await expect(client.call('info', {})).rejects.toMatchObject({ code: 'engine-gone' });
    await expect(client.call('search', search('a'))).rejects.toThrow(/keeps stopping/);
    expect(started).toHaveLength(2);
  });

  it('takes no calls after it was closed, and does not start again', async () => {
    const { client, started } = scripted();
    await client.call('search', search('a'));
    await client.close();
    await expect(client.call('search', search('a'))).rejects.toThrow(/closing/);
    expect(started).toHaveLength(1);
  });
});
