// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { fits } from '../../../renderer/app/fits.ts';
import { nameOfPress, writtenKey } from '../../../renderer/app/keys.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

const press = (key: string, held: Partial<Parameters<typeof nameOfPress>[0]> = {}) =>
  nameOfPress({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, false);

describe('the names of keys', () => {
  test.each([
    [press('k', { ctrlKey: true }), 'Mod+K'],
    [press('O', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+O'],
    [press('?', { shiftKey: true }), '?'],
    [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [press('v'), 'v'],
  ])('%s is %s', (name, expected) => {
    expect(name).toBe(expected);
  });

  test('on a Mac, Command is the key that others hold Control for', () => {
    expect(
      nameOfPress({ key: 'k', ctrlKey: false, metaKey: true, altKey: false, shiftKey: false }, true),
    ).toBe('Mod+K');
    expect(writtenKey('Mod+Shift+O', true)).toBe('⌘⇧O');
    expect(writtenKey('Mod+Shift+O', false)).toBe('Ctrl+Shift+O');
    expect(writtenKey('+', false)).toBe('+');
  });
});

test('no key does two things, and every id is named once', async () => {
  window.valise = memoryBridge([]);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  const { commands } = await import('../../../renderer/app/commands.ts');
  const keys = commands.flatMap(command => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(commands.map(command => command.id)).size).toBe(commands.length);
});

test('a command is found by the beginnings of its words', () => {
  expect(fits('Go to the library', 'lib go')).toBe(true);
  expect(fits('Go to the library', 'brary')).toBe(false);
  expect(fits('Go to the library', '')).toBe(true);
});
