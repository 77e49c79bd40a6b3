import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { IdlePace } from '../../../archive/search/pace.ts';
import { readyVocabulary } from '../../../archive/search/suggest/vocabulary.ts';
import { Snapshot } from '../../../archive/search/answer/snapshot.ts';
import { Preparation } from '../../../archive/search/preparation.ts';
import { Segment } from '../../../archive/search/segment/segment.ts';
import { Suggester } from '../../../archive/search/suggest/suggester.ts';
import { searchArchive } from '../../support/search-archive.ts';

test('work that nobody waits for goes on when nothing is asked, or when somebody waits for it after all', async () => {
  let busy = true;
  let turns = 0;
  const pace = new IdlePace(() => busy, new AbortController().signal);
  const work = async () => {
    for (; turns < 3; turns++) await pace.breathe();
  };
  const done = work();
  await sleep(60);
  expect(turns).toBe(0);
  busy = false;
  await done;
  expect(turns).toBe(3);

  turns = 0;
  busy = true;
  const waited = work();
  pace.hurry();
  await waited;
  expect(turns).toBe(3);
});

test('work that is called off stops while it waits, but not where somebody waits for it', async () => {
  const off = new AbortController();
  const idle = new IdlePace(() => true, off.signal).breathe();
  const hurried = new IdlePace(() => true, off.signal);
  hurried.hurry();
  off.abort();
  await expect(idle).rejects.toThrow();
  await expect(hurried.breathe()).resolves.toBeUndefined();
});

test('what the next questions need is made in idle time, and the snapshot is let go of', async () => {
  const archive = await searchArchive(
    ['iraq iran', 'iraq', 'of the iraq'].map((body, at) => ({
      id: `05HANOI${at}`,
      body: `GENERATED ${body}`,
    })),
  );
  const { folder, segments, columns, texts } = archive;
  const opened = segments.map(info => new Segment(folder, info));
  let released = false;
  const snapshot = new Snapshot(opened, { columns, texts }, () => {
    released = true;
  });
  const preparation = new Preparation(snapshot, new Suggester(snapshot), () => false);
  snapshot.release();
  await expect.poll(() => released).toBe(true);
  expect(readyVocabulary(snapshot)?.words.counts).toContain(3);
  await preparation.stop();

  const other = new Snapshot(opened, { columns, texts }, () => undefined);
  const stopped = new Preparation(other, new Suggester(other), () => true);
  await stopped.stop();
  expect(readyVocabulary(other)).toBeUndefined();
  for (const segment of opened) segment.close();
  await archive.close();
});
