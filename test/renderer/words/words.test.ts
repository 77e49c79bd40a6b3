// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { setSettings } from '../../../renderer/state/settings.ts';
import { de } from '../../../renderer/words/de.ts';
import { en } from '../../../renderer/words/en.ts';
import type { WordKey } from '../../../renderer/words/en.ts';
import { count, dateAndTime, longDate, shortDate, size } from '../../../renderer/words/figures.ts';
import { say } from '../../../renderer/words/say.ts';

afterEach(() => setSettings({ language: 'en' }));

/** The values that a message takes: what stands in braces before a comma or the closing one. */
const names = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(match => match[1] ?? ''))].sort();

describe('the catalogue', () => {
  const keys = Object.keys(en).filter((key): key is WordKey => Object.hasOwn(en, key));

  test('the second language takes the same values in every message', () => {
    const other = keys.filter(key => names(en[key]).join() !== names(de[key]).join());
    expect(other).toEqual([]);
  });

  test('and is a translation, but for names', () => {
    const same = keys.filter(key => en[key] === de[key] && /[a-z]{4}/.test(en[key]));
    expect(same.length).toBeLessThan(25);
  });

  test('plurals and separators follow the language', () => {
    expect(say('count.cables', { count: 1 })).toBe('1 cable');
    expect(say('count.cables', { count: 251_287 })).toBe('251,287 cables');
    setSettings({ language: 'de' });
    expect(say('count.cables', { count: 1 })).toBe('1 Depesche');
    expect(say('count.cables', { count: 251_287 })).toBe('251.287 Depeschen');
  });
});

describe('figures', () => {
  test('dates are written out, times are in UTC and say so', () => {
    expect(longDate('2005-04-11T05:42:00Z')).toBe('11 April 2005');
    expect(dateAndTime('2005-04-11T05:42:00Z')).toBe('11 April 2005, 05:42 UTC');
    expect(dateAndTime('2005-12-31T23:59:00Z')).toBe('31 December 2005, 23:59 UTC');
    expect(shortDate('1966-12-28T18:48:00Z')).toBe('28 Dec 1966');
    expect(longDate('not a date')).toBe('not a date');
  });
  test('sizes and counts', () => {
    expect([0, 999, 1500, 36_000_000, 1_660_000_000].map(size)).toEqual([
      '0 B',
      '999 B',
      '1.5 kB',
      '36 MB',
      '1.7 GB',
    ]);
    expect(count(251_287)).toBe('251,287');
  });
});
