import { expect, it } from 'vitest';
import { OneAtATime } from '../../../archive/store/one-at-a-time.ts';

it('waits for what goes on, and goes on anew only for who asks so', async () => {
  const looks = new OneAtATime();
  const log: string[] = [];
  let end = (): void => undefined;
  const slow = () =>
    new Promise<void>(resolve => {
      log.push('slow begins');
      end = () => {
        log.push('slow ends');
        resolve();
      };
    });
  const quick = (name: string) => async () => void log.push(name);
  const first = looks.run(slow, false);
  const joined = looks.run(quick('joined'), false);
  const anew = looks.run(quick('anew'), true);
  const another = looks.run(quick('another'), true);
  end();
  await Promise.all([first, joined, anew, another]);
  expect(log).toEqual(['slow begins', 'slow ends', 'anew', 'another']);
});

it('goes on after a failure, which only its own caller sees', async () => {
  const looks = new OneAtATime();
  const failing = looks.run(() => Promise.reject(new Error('GENERATED')), false);
  const after = looks.run(() => Promise.resolve(), true);
  await expect(failing).rejects.toThrow('GENERATED');
  await expect(after).resolves.toBeUndefined();
});
