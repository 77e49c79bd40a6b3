import { describe, expect, it } from 'vitest';
import { channels } from '../../preload/channels.ts';
import { createBridge } from '../../preload/create-bridge.ts';
import type { Carrier } from '../../preload/create-bridge.ts';

/** A bridge over a carrier that answers what it is told to, and keeps what it was given. */
function bridged(answer: unknown, pathOf: (file: File) => string = () => '') {
  const sent: unknown[][] = [];
  let emit: (name: unknown, data: unknown) => void = () => {};
  const carrier: Carrier = {
    invoke: async (...values) => {
      sent.push(values);
      return answer;
    },
    listen: listener => {
      emit = listener;
    },
    pathOf,
  };
  return { bridge: createBridge(carrier), sent, emit: (name: unknown, data: unknown) => emit(name, data) };
}

describe('the bridge', () => {
  it('carries a call and its answer', async () => {
    const { bridge, sent } = bridged({ ok: true, value: { cancelled: true } });
    const result = await bridge.call('job.cancel', { job: 'j' });
    expect(result).toEqual({ ok: true, value: { cancelled: true } });
    expect(sent).toEqual([[channels.call, 'job.cancel', { job: 'j' }]]);
  });

  it('carries errors, and makes one of an answer of the wrong shape', async () => {
    const error = { code: 'no-such-cable', message: 'None.' };
    expect(await bridged({ ok: false, error }).bridge.call('cable.show', { id: 'x' })).toEqual({
      ok: false,
      error,
    });
    expect(
      await bridged({ ok: true, value: { cancelled: 'yes' } }).bridge.call('job.cancel', { job: 'j' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });

  it('hands events to those who listen, until they stop, and none of the wrong shape', () => {
    const { bridge, emit } = bridged(null);
    const heard: string[] = [];
    const stop = bridge.on('command', ({ name }) => heard.push(name));
    emit('command', { name: 'find' });
    emit('command', { name: 'format-disk' });
    emit('constructor', {});
    emit(7, {});
    stop();
    emit('command', { name: 'print' });
    expect(heard).toEqual(['find']);
  });

  it('keeps a cable that was asked for before the page listened', () => {
    const { bridge, emit } = bridged(null);
    emit('openCable', { id: '05HANOI841', paragraph: 3 });
    const heard: unknown[] = [];
    bridge.on('openCable', cable => heard.push(cable));
    bridge.on('openCable', cable => heard.push(cable));
    expect(heard).toEqual([{ id: '05HANOI841', paragraph: 3 }]);
  });

  it('registers dropped files by their paths, and nothing that a script made up', async () => {
    const answer = { ok: true, value: ['a-handle-of-the-host'] };
    const { bridge, sent } = bridged(answer, file => (file.name === 'real' ? '/papers/real' : ''));
    const files = [new File(['x'], 'real'), new File(['x'], 'made up')];
    expect(await bridge.take({ files, entries: [] }, () => {})).toEqual(answer);
    expect(sent).toEqual([[channels.register, ['/papers/real']]]);
    const made = await bridge.take({ files: files.slice(1), entries: [] }, () => {});
    expect(made).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(sent).toHaveLength(1);
  });
});
