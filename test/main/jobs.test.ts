import { describe, expect, it } from 'vitest';
import { Handles } from '../../main/handles.ts';
import { Jobs } from '../../main/jobs.ts';

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>(resolve => signal.addEventListener('abort', () => resolve('stopped')));

describe('jobs', () => {
  it('a newer search of a name cancels the older one, which answers so whatever it found', async () => {
    const jobs = new Jobs();
    const older = jobs.replace('box', untilAborted);
    const newer = jobs.replace('box', async () => 'found');
    await expect(older).rejects.toMatchObject({ code: 'cancelled' });
    expect(await newer).toBe('found');
  });

  it('other names go on', async () => {
    const jobs = new Jobs();
    const other = jobs.replace('a', async () => 'a');
    await jobs.replace('b', async () => 'b');
    expect(await other).toBe('a');
  });

  it('can be cancelled while they run, and no longer afterwards', async () => {
    const jobs = new Jobs();
    const running = jobs.run('import', untilAborted);
    await expect(jobs.run('import', async () => 'x')).rejects.toMatchObject({ code: 'bad-request' });
    expect(jobs.cancel('import')).toBe(true);
    expect(await running).toBe('stopped');
    expect(jobs.cancel('import')).toBe(false);
    await expect(jobs.run('import', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(jobs.cancel('import')).toBe(false);
  });
});

describe('handles', () => {
  it('stand for paths, cannot be guessed, and are known to those who got them only', () => {
    const handles = new Handles();
    const first = handles.give({ path: '/a' });
    const second = handles.give({ path: '/a' });
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(handles.take(first)).toEqual({ path: '/a' });
    expect(() => handles.take('/a/b/c/d/e')).toThrow(/no longer known/);
  });
});
