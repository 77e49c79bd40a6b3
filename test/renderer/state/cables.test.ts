// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type * as CablesState from '../../../renderer/state/cables.ts';
import type * as ForesightState from '../../../renderer/state/foresight.ts';
import type * as SearchState from '../../../renderer/state/search.ts';
import { readingOfGenerated } from '../support/generated-reading.ts';
import { madeCables } from '../support/made-cables.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import type { MemoryBridge } from '../support/memory-bridge.ts';

const cables = madeCables(120);
const idAt = (row: number): string => cables[row]?.canonicalId ?? '';

/** How many cables are on their way at this moment, and at most so far. */
const running = { now: 0, most: 0 };
let bridge: MemoryBridge;
let state: typeof CablesState;
let search: typeof SearchState;
let foresight: typeof ForesightState;

beforeEach(async () => {
  vi.resetModules();
  Object.assign(running, { now: 0, most: 0 });
  bridge = memoryBridge(cables, {
    'cable.read': async ({ id }) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await new Promise(resolve => setTimeout(resolve, 5));
      running.now -= 1;
      const shown = cables.find(one => one.canonicalId === id);
      if (shown === undefined) throw new Error(`no ${id}`);
      return { shown, reading: readingOfGenerated(shown.body) };
    },
  });
  window.valise = bridge;
  state = await import('../../../renderer/state/cables.ts');
  search = await import('../../../renderer/state/search.ts');
  foresight = await import('../../../renderer/state/foresight.ts');
});

const asked = (): string[] =>
  bridge.calls.flatMap(({ name, input }) =>
    name === 'cable.read' && typeof input === 'object' && input !== null && 'id' in input
      ? [String(input.id)]
      : [],
  );

test('a cable is asked for once, with its reading, however often it is wanted', async () => {
  const [one, other] = await Promise.all([state.loadCable(idAt(3)), state.loadCable(idAt(3))]);
  expect(one).toBe(other);
  expect(one).toMatchObject({ ok: true, value: { shown: { canonicalId: idAt(3) } } });
  await state.loadCable(idAt(3));
  expect(state.cableAtHand(idAt(3))?.reading.blocks.length).toBeGreaterThan(0);
  expect(asked()).toEqual([idAt(3)]);
});

test('what is expected comes one at a time, and a newer expectation takes the place of the rest', async () => {
  state.expectCables([idAt(1), idAt(2), idAt(3), idAt(4)]);
  await state.loadCable(idAt(1));
  state.expectCables([idAt(9)]);
  await vi.waitFor(() => expect(state.cableAtHand(idAt(9))).toBeDefined());
  // The second may have been under way already.
  expect(asked().filter(id => id !== idAt(2))).toEqual([idAt(1), idAt(9)]);
  expect(running.most).toBe(1);
});

test('the one that was wanted longest ago makes room', async () => {
  for (let row = 0; row < 80; row += 1) await state.loadCable(idAt(row));
  await state.loadCable(idAt(0));
  await state.loadCable(idAt(80));
  expect(state.cableAtHand(idAt(0))).toBeDefined();
  expect(state.cableAtHand(idAt(1))).toBeUndefined();
});

test('what was on its way when the archive changed is not kept', async () => {
  const coming = state.loadCable(idAt(5));
  state.forgetCables();
  await coming;
  expect(state.cableAtHand(idAt(5))).toBeUndefined();
});

test('rows near the cursor: the nearest first, within the list', () => {
  expect(foresight.nearRows(0, 4)).toEqual([1, 2, 3]);
  expect(foresight.nearRows(2, 5)).toEqual([3, 1, 4, 0]);
  expect(foresight.nearRows(500, 1000)).toHaveLength(20);
});

test('once the list rests, the cable under the cursor is fetched and those around it; a new question stops that', async () => {
  const end = foresight.foresee();
  await search.ask();
  search.moveTo(2, idAt(2));
  await vi.waitFor(() => expect(state.cableAtHand(idAt(4))).toBeDefined());
  search.setQuery('something else');
  const before = asked().length;
  await new Promise(resolve => setTimeout(resolve, 60));
  expect(asked().length).toBeLessThanOrEqual(before + 1);
  expect(asked().slice(0, 4)).toEqual([idAt(2), idAt(3), idAt(1), idAt(4)]);
  expect(foresight.useForeseen.getState().id).toBe(idAt(2));
  end();
});

test('the cable that the cursor leaps to is fetched at once, not that of each row it passes', async () => {
  const end = foresight.foresee();
  await search.ask();
  search.moveTo(1, idAt(1));
  search.moveTo(30, idAt(30));
  // Before any rest of the list.
  expect(asked()).toEqual([idAt(30)]);
  end();
});

test('the cable of a link is fetched when the pointer comes to it or the focus', async () => {
  const end = foresight.foresee();
  const link = document.body.appendChild(document.createElement('a'));
  for (const [row, kind] of [
    [7, 'pointerover'],
    [8, 'focusin'],
  ] as const) {
    link.setAttribute('href', `#${idAt(row)}/2`);
    link.dispatchEvent(new Event(kind, { bubbles: true }));
    await vi.waitFor(() => expect(state.cableAtHand(idAt(row))).toBeDefined());
  }
  end();
  link.setAttribute('href', `#${idAt(9)}`);
  link.dispatchEvent(new Event('pointerover', { bubbles: true }));
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(asked()).toEqual([idAt(7), idAt(8)]);
});
