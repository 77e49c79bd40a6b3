// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as CablesState from '../../../renderer/state/cables.ts';
import type * as NavigationState from '../../../renderer/state/navigation.ts';
import { readingOfGenerated } from '../support/generated-reading.ts';
import { madeCables } from '../support/made-cables.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

const cables = madeCables(6);
const idAt = (row: number): string => cables[row]?.canonicalId ?? '';

/** How long a cable takes to come, in milliseconds. */
let takes = 10;
let state: typeof CablesState;
let navigation: typeof NavigationState;

beforeEach(async () => {
  vi.resetModules();
  takes = 10;
  window.history.replaceState(null, '', '#search');
  window.valise = memoryBridge(cables, {
    'cable.read': async ({ id }) => {
      await new Promise(resolve => setTimeout(resolve, takes));
      const shown = cables.find(one => one.canonicalId === id);
      if (shown === undefined) throw new Error(`no ${id}`);
      return { shown, reading: readingOfGenerated(shown.body) };
    },
  });
  state = await import('../../../renderer/state/cables.ts');
  navigation = await import('../../../renderer/state/navigation.ts');
});

afterEach(() => vi.useRealTimers());

const cable = (row: number) => ({ room: 'cable', id: idAt(row), paragraph: null }) as const;
const shown = () => navigation.useNavigation.getState().place;

test('the address goes on at once, and the window follows once the cable is there', async () => {
  navigation.go(cable(1));
  expect(navigation.here()).toEqual(cable(1));
  expect(shown()).toEqual({ room: 'search' });
  await vi.waitFor(() => expect(shown()).toEqual(cable(1)));
  expect(state.cableAtHand(idAt(1))).toBeDefined();
});

test('a cable that is at hand is shown at once, and so is another paragraph of the one that is shown', async () => {
  await state.loadCable(idAt(2));
  navigation.go(cable(2));
  expect(shown()).toEqual(cable(2));
  state.forgetCables();
  navigation.go({ ...cable(2), paragraph: 3 });
  expect(shown()).toEqual({ ...cable(2), paragraph: 3 });
});

test('one that is long in coming is not waited for: its empty reader tells that it comes', async () => {
  takes = 100_000;
  vi.useFakeTimers();
  navigation.go(cable(3));
  vi.advanceTimersByTime(100);
  expect(shown()).toEqual({ room: 'search' });
  vi.advanceTimersByTime(50);
  expect(shown()).toEqual(cable(3));
});

test('who goes elsewhere meanwhile is not fetched back', async () => {
  navigation.go(cable(4));
  navigation.go({ room: 'library' });
  expect(shown()).toEqual({ room: 'library' });
  await state.loadCable(idAt(4));
  await new Promise(resolve => setTimeout(resolve, 150));
  expect(shown()).toEqual({ room: 'library' });
});

test('one that the archive lacks is shown all the same', async () => {
  navigation.go({ room: 'cable', id: '05HANOI99', paragraph: null });
  await vi.waitFor(() => expect(shown()).toEqual({ room: 'cable', id: '05HANOI99', paragraph: null }));
});
