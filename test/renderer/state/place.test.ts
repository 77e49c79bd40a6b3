import { describe, expect, test } from 'vitest';
import { hashOf, placeOf } from '../../../renderer/state/place.ts';
import type { Place } from '../../../renderer/state/place.ts';

describe('the fragment of the address', () => {
  const places: Place[] = [
    { room: 'start' },
    { room: 'library' },
    { room: 'search' },
    { room: 'search', asked: '' },
    { room: 'search', asked: 'q=a%2Fb+%22c%22&origin=Embassy+Hanoi' },
    { room: 'dossiers', id: null },
    { room: 'dossiers', id: '0b5c~9/ü' },
    { room: 'history' },
    { room: 'receipt', id: '2026-01-01T00:00/x y' },
    { room: 'cable', id: '05HANOI841', paragraph: null },
    { room: 'cable', id: '05HANOI841', paragraph: 3 },
    { room: 'cable', id: '05PORT AU PRINCE1', paragraph: 12 },
  ];
  test.each(places.map(place => [hashOf(place), place] as const))(
    '%s comes back as it went',
    (hash, place) => {
      expect(placeOf(hash)).toEqual(place);
    },
  );

  test('a link names a cable in any case, and its paragraph', () => {
    expect(placeOf('#05hanoi841/3')).toEqual({ room: 'cable', id: '05HANOI841', paragraph: 3 });
    expect(placeOf('#/cable/05HANOI841')).toEqual({ room: 'cable', id: '05HANOI841', paragraph: null });
  });

  test('what is no paragraph and what is badly escaped does no harm', () => {
    expect(placeOf('#05HANOI841/<b>')).toEqual({ room: 'cable', id: '05HANOI841', paragraph: null });
    expect(placeOf('#%E0%A4%A')).toEqual({ room: 'cable', id: '%E0%A4%A', paragraph: null });
  });

  test('what is badly escaped leaves the rest of it to be read', () => {
    expect(placeOf('#not%zz%20a%20thing')).toEqual({ room: 'cable', id: 'NOT%ZZ A THING', paragraph: null });
    expect(placeOf('#%C3%BC%20%C3%28%20%E2%82%AC%F0%9F%98%80%FF%')).toEqual({
      room: 'cable',
      id: 'Ü %C3( €😀%FF%',
      paragraph: null,
    });
    expect(placeOf(hashOf(placeOf('#not%zz%20a')))).toEqual(placeOf('#not%zz%20a'));
  });
});
