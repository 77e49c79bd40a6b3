import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { fewAtATime } from '../../../archive/store/few-at-a-time.ts';

it('does all, never more than a few at once', async () => {
  let going = 0;
  let most = 0;
  const done: number[] = [];
  await fewAtATime(3, [1, 2, 3, 4, 5, 6, 7, 8], async item => {
    most = Math.max(most, ++going);
    await wait(item % 3);
    going -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(new Set(done)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  expect(done).toHaveLength(8);
});

it('tells a failure when all that was begun has ended, and begins nothing more', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = fewAtATime(2, [1, 2, 3, 4], async item => {
    begun.push(item);
    if (item === 1) throw new Error('GENERATED failure');
    await wait(20);
    ended.push(item);
  });
  await expect(work).rejects.toThrow('GENERATED failure');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});
