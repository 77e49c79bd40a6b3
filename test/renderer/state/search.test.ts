// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Output } from '../../../preload/contract/index.ts';
import type * as PagesState from '../../../renderer/state/pages.ts';
import type * as SearchState from '../../../renderer/state/search.ts';
import { madeCables } from '../support/made-cables.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import type { MemoryBridge } from '../support/memory-bridge.ts';

let bridge: MemoryBridge;
let search: typeof SearchState;
let pages: typeof PagesState;

async function open(own: Parameters<typeof memoryBridge>[1] = {}): Promise<void> {
  vi.resetModules();
  bridge = memoryBridge(madeCables(200), own);
  window.valise = bridge;
  search = await import('../../../renderer/state/search.ts');
  pages = await import('../../../renderer/state/pages.ts');
}

const asked = () => bridge.calls.filter(one => one.name === 'search.run');
const state = () => search.useSearch.getState();

describe('the search room', () => {
  beforeEach(() => open());

  test('the first answer brings a page, counts, and the first cable into the preview', async () => {
    await search.ask();
    expect(state().answer?.total).toBe(200);
    expect(state().pages.get(0)).toHaveLength(60);
    expect(state().chosen).toBe('99HANOI1');
    expect(state().answer?.facets.origin?.length).toBe(5);
  });

  test('fast typing makes few questions', async () => {
    for (const query of ['M', 'ME', 'MEE', 'MEETING 7']) search.setQuery(query);
    await vi.waitFor(() => expect(state().answered?.query).toBe('MEETING 7'));
    // The first key is asked at once; those that came while it was on its way, together.
    expect(asked()).toHaveLength(2);
  });

  test('rows of a later page are fetched once, and the cursor that ran ahead gets its cable', async () => {
    await search.ask();
    search.moveTo(130, null);
    await Promise.all([pages.needRows(125, 140), pages.needRows(130, 141)]);
    expect(asked()).toHaveLength(2);
    expect(state().chosen).toBe(state().pages.get(2)?.[10]?.id);
  });

  test('what is read in the preview stays when the answer still has it', async () => {
    await search.ask();
    search.moveTo(7, '06HANOI8');
    search.toggleFilter('year', '2006');
    await vi.waitFor(() => expect(state().answered?.filters).toEqual({ year: ['2006'] }));
    expect(state().chosen).toBe('06HANOI8');
    expect(state().pages.get(0)?.[state().cursor]?.id).toBe('06HANOI8');
  });
  test('the archive changed: asked again, nothing in sight goes away, and it is fetched anew', async () => {
    await search.ask();
    search.moveTo(130, null);
    await pages.needRows(120, 140);
    const { chosen } = state();
    await search.ask();
    expect(state()).toMatchObject({ cursor: 130, chosen });
    expect(state().pages.get(2)).toHaveLength(60);
    const before = asked().length;
    await pages.needRows(120, 140);
    expect(asked()).toHaveLength(before + 1);
  });
});

describe('passages', () => {
  beforeEach(() => open());
  const passages = () =>
    state()
      .pages.get(0)
      ?.map(hit => hit.snippet?.text ?? null) ?? [];

  test('rows come first, the passages of those in sight after them', async () => {
    search.setQuery('school');
    await vi.waitFor(() => expect(state().answered?.query).toBe('school'));
    expect(passages().every(text => text === null)).toBe(true);
    await pages.needRows(0, 14);
    await vi.waitFor(() => expect(passages()[0]).toContain('SCHOOL'));
    expect(passages().filter(text => text !== null)).toHaveLength(20);
  });

  test('a cable that stays keeps its passage while the next question is on its way', async () => {
    search.setQuery('school');
    await vi.waitFor(() => expect(state().answered?.query).toBe('school'));
    await pages.needRows(0, 14);
    await vi.waitFor(() => expect(passages()[0]).not.toBeNull());
    search.setQuery('school fund');
    await vi.waitFor(() => expect(state().answered?.query).toBe('school fund'));
    expect(passages()[0]).toContain('SCHOOL');
  });

  test('a new question calls off the passages of the old one', async () => {
    let answer = (): void => undefined;
    await open({
      'search.run': async ({ request }) => {
        if (request.snippets === true) await new Promise<void>(resolve => (answer = resolve));
        return { total: 40, results: [], facets: {}, problems: [], didYouMean: [], took: 1 };
      },
    });
    search.setQuery('school');
    await vi.waitFor(() => expect(state().answered?.query).toBe('school'));
    await pages.needRows(0, 14);
    await vi.waitFor(() => expect(asked().length).toBe(2));
    search.setQuery('rice');
    expect(bridge.calls.slice(-2).map(one => one.name)).toEqual(['job.cancel', 'search.run']);
    answer();
  });
});

test('an older answer that comes late is not shown, and nothing flashes empty between', async () => {
  const waiting: ((answer: Output<'search.run'>) => void)[] = [];
  await open({ 'search.run': () => new Promise(resolve => waiting.push(resolve)) });
  const answer = (total: number) => ({
    total,
    results: [],
    facets: {},
    problems: [],
    didYouMean: [],
    took: 1,
  });
  const first = search.ask();
  waiting[0]!(answer(1));
  await first;
  const second = search.ask();
  expect(state().answer?.total).toBe(1);
  const third = search.ask();
  waiting[2]!(answer(3));
  await third;
  waiting[1]!(answer(2));
  await second;
  expect(state().answer?.total).toBe(3);
});
