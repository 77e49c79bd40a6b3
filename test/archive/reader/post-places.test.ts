import { expect, it } from 'vitest';
import { placesOf } from '../../../archive/reader/post-places.ts';

it('finds where origins lie, by their full names and by known spellings', () => {
  const places = placesOf([
    'Embassy Hanoi',
    'Mission USNATO',
    'consulate ho chi minh city',
    'Secretary of State',
  ]);
  expect(places.map(one => [one.origin, one.city, one.country])).toEqual([
    ['Embassy Hanoi', 'Hanoi', 'VN'],
    ['Mission USNATO', 'Brussels', 'BE'],
    ['consulate ho chi minh city', 'Ho Chi Minh City', 'VN'],
    ['Secretary of State', 'Washington', 'US'],
  ]);
  expect(places[0]?.latitude).toBeCloseTo(21.03, 0);
  expect(places[0]?.longitude).toBeCloseTo(105.85, 0);
});

it('puts nothing on the map by guessing', () => {
  expect(placesOf(['', 'Embassy Hanio', 'Embassy Atlantis', '__proto__', 'UNKNOWN'])).toEqual([]);
});
