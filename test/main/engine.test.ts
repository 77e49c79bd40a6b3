import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { threadPort } from '../../archive/worker/port.ts';
import { Engine } from '../../main/engine.ts';
import { openLog } from '../../main/log.ts';
import { PROGRAM, SAMPLE, opened } from '../support/archive-folder.ts';
import { builtFile } from '../support/built.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The real engine in real threads that can be killed. */
async function engine() {
  const threads: Worker[] = [];
  const log = openLog(join(await temporaryFolder(), 'logs'), 'test');
  const running = new Engine(() => {
    const thread = new Worker(builtFile('main', 'engine.cjs'));
    threads.push(thread);
    return { port: threadPort(thread, 'exit'), kill: () => void thread.terminate() };
  }, log);
  onTestFinished(() => running.close().catch(() => undefined));
  return { running, kill: async () => threads.at(-1)?.terminate() };
}

describe('an engine that dies', () => {
  it('comes back with its archive open, and can write to it', async () => {
    const { running, kill } = await engine();
    const folder = join(await temporaryFolder(), 'archive');
    await running.open({ folder, create: { name: 'Papers' }, program: PROGRAM });
    await kill();
    expect(await running.call('info', {})).toMatchObject({ name: 'Papers', cables: 0, readOnly: false });
    const receipt = await running.call('import', { given: [{ path: SAMPLE }] });
    expect(receipt.counts.accepted).toBe(1);
    await kill();
    expect((await running.call('show', { id: '05HANOI841' })).signers).toEqual(['MARINE']);
    await running.close();
    expect((await opened(folder)).info()).toMatchObject({ cables: 1, readOnly: false, notices: [] });
  });

  it('gives the lock back when it is closed while it opens', async () => {
    const { running } = await engine();
    const folder = join(await temporaryFolder(), 'archive');
    const opening = running.open({ folder, create: {}, program: PROGRAM });
    await running.close();
    await opening;
    expect((await opened(folder)).info()).toMatchObject({ readOnly: false, notices: [] });
  });

  it('that could only read takes no lock from the program that writes', async () => {
    const { running, kill } = await engine();
    const folder = join(await temporaryFolder(), 'archive');
    const writer = await opened(folder);
    expect(await running.open({ folder, program: PROGRAM })).toMatchObject({ readOnly: true });
    await kill();
    expect(await running.call('info', {})).toMatchObject({ readOnly: true });
    expect((await writer.import([{ path: SAMPLE }])).counts.accepted).toBe(1);
  });
});
