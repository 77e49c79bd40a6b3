// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as MarkedState from '../../../renderer/state/marked.ts';
import type * as SearchState from '../../../renderer/state/search.ts';
import { madeCables } from '../support/made-cables.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import type { MemoryBridge } from '../support/memory-bridge.ts';

let bridge: MemoryBridge;
let search: typeof SearchState;
let marked: typeof MarkedState;

const ids = () => [...marked.useMarked.getState().ids];
const row = (at: number) => search.hitAt(search.useSearch.getState().pages, at, 60)?.id ?? '';

beforeEach(async () => {
  vi.resetModules();
  const cables = madeCables(200);
  bridge = memoryBridge(cables, {
    'search.ids': ({ request: { offset = 0, limit = 0 } }) => ({
      ids: cables.slice(offset, offset + limit).map(one => one.canonicalId),
    }),
  });
  window.valise = bridge;
  search = await import('../../../renderer/state/search.ts');
  marked = await import('../../../renderer/state/marked.ts');
  await search.ask();
});

describe('marks', () => {
  test('a second press takes a mark away', () => {
    marked.toggleMark(row(3), 3);
    marked.toggleMark(row(5), 5);
    marked.toggleMark(row(3), 3);
    expect(ids()).toEqual([row(5)]);
  });

  test('a range goes from its anchor, and drawn back it gives up what it had', async () => {
    marked.anchorAt(2);
    await marked.markTo(6);
    expect(ids()).toEqual([2, 3, 4, 5, 6].map(row));
    await marked.markTo(4);
    expect(ids()).toEqual([2, 3, 4].map(row));
    await marked.markTo(1);
    expect(ids().sort()).toEqual([1, 2].map(row).sort());
  });

  test('a range leaves other marks alone', async () => {
    marked.toggleMark(row(20), 20);
    marked.anchorAt(1);
    await marked.markTo(3);
    await marked.markTo(2);
    expect(ids()).toEqual([row(20), row(1), row(2)]);
  });

  test('rows that did not come yet are marked too: their ids are asked for, and nothing else', async () => {
    marked.anchorAt(10);
    await marked.markTo(150);
    expect(ids()).toHaveLength(141);
    expect(ids()[0]).toBe(row(10));
    const asked = bridge.calls.filter(one => one.name === 'search.ids');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.input).toMatchObject({ request: { offset: 10, limit: 141 } });
  });

  test('all are marked, and stay marked while something else is asked', async () => {
    await marked.markAll();
    expect(ids()).toHaveLength(200);
    search.setQuery('school');
    await vi.waitFor(() => expect(search.useSearch.getState().answered?.query).toBe('school'));
    expect(ids()).toHaveLength(200);
    marked.clearMarks();
    expect(ids()).toEqual([]);
  });
});
