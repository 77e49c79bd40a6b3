// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type * as HandState from '../../../renderer/state/in-hand.ts';
import type * as MarkedState from '../../../renderer/state/marked.ts';
import type * as NavigationState from '../../../renderer/state/navigation.ts';
import type * as SearchState from '../../../renderer/state/search.ts';
import { madeCables } from '../support/made-cables.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

const cables = madeCables(200);

let hand: typeof HandState;
let marked: typeof MarkedState;
let navigation: typeof NavigationState;
let search: typeof SearchState;
/** lets the ids come that a marking waits for */
let comes: () => void;
let taken: (readonly string[])[];

const take = (ids: readonly string[]): void => void taken.push(ids);

beforeEach(async () => {
  vi.resetModules();
  taken = [];
  const gate = new Promise<void>(resolve => (comes = resolve));
  window.valise = memoryBridge(cables, {
    'search.ids': async ({ request: { offset = 0, limit = 0 } }) => {
      await gate;
      return { ids: cables.slice(offset, offset + limit).map(one => one.canonicalId) };
    },
  });
  window.location.hash = '#search';
  search = await import('../../../renderer/state/search.ts');
  marked = await import('../../../renderer/state/marked.ts');
  navigation = await import('../../../renderer/state/navigation.ts');
  hand = await import('../../../renderer/state/in-hand.ts');
  await search.ask();
});

test('what is asked for while all are being marked takes all of them, not the one under the cursor', async () => {
  search.useSearch.setState({ chosen: cables[3]?.canonicalId ?? null });
  const marking = marked.markAll();
  expect(hand.anyInHand()).toBe(true);
  const acting = hand.withCablesInHand(take);
  expect(taken).toEqual([]);
  comes();
  await Promise.all([marking, acting]);
  expect(taken.map(ids => ids.length)).toEqual([200]);
});

test('a marking that was called off takes what was asked for with it', async () => {
  const marking = marked.markAll();
  const acting = hand.withCablesInHand(take);
  marked.clearMarks();
  comes();
  await Promise.all([marking, acting]);
  expect(taken).toEqual([]);
});

test('who went to another room meanwhile is not followed there', async () => {
  const marking = marked.markAll();
  const acting = hand.withCablesInHand(take);
  navigation.go({ room: 'dossiers', id: null });
  comes();
  await Promise.all([marking, acting]);
  expect(taken).toEqual([]);
});

test('without a marking it is done at once', () => {
  marked.toggleMark(cables[0]?.canonicalId ?? '', 0);
  void hand.withCablesInHand(take);
  expect(taken).toEqual([[cables[0]?.canonicalId]]);
});
