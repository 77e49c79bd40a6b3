import { describe, expect, test } from 'vitest';
import { kept, spotTowards, spotsOf, wholeWorld, zoomedAbout } from '../../../renderer/views/search/spots.ts';
import type { MapPost } from '../../../renderer/views/search/spots.ts';
import { projectionFor, worldPaths } from '../../../renderer/views/search/world.ts';

function post(origin: string, count: number, x: number, y: number): MapPost {
  const place = {
    origin,
    code: origin.toUpperCase(),
    city: origin,
    country: 'VN',
    latitude: 0,
    longitude: 0,
  };
  return { place, count, x, y };
}

const posts = [
  post('Embassy Brussels', 40, 100, 100),
  post('Mission USNATO', 60, 102, 101),
  post('Embassy Paris', 25, 100, 120),
  post('Embassy Hanoi', 100, 300, 150),
];

describe('the circles of the map', () => {
  test('posts too close to tell apart are one circle, at the place of the largest', () => {
    const spots = spotsOf(posts, wholeWorld, 20);
    expect(spots.map(spot => [spot.posts[0]?.place.origin, spot.count, spot.x])).toEqual([
      ['Embassy Hanoi', 100, 300],
      ['Mission USNATO', 100, 102],
      ['Embassy Paris', 25, 100],
    ]);
    expect(spots[1]?.posts.map(one => one.place.origin)).toEqual(['Mission USNATO', 'Embassy Brussels']);
  });
  test('their areas go with the counts, and the smallest can still be seen', () => {
    const [largest, , smaller] = spotsOf(posts, wholeWorld, 20);
    expect(largest?.radius).toBe(20);
    expect(smaller?.radius).toBe(10);
    expect(spotsOf([...posts, post('Embassy Bern', 0, 0, 0)], wholeWorld, 20).at(-1)?.radius).toBeGreaterThan(
      2,
    );
  });
  test('zooming in takes them apart', () => {
    expect(spotsOf(posts, { scale: 8, x: 0, y: 0 }, 20)).toHaveLength(4);
  });
  test('keys lead to the nearest in their direction', () => {
    const spots = spotsOf(posts, wholeWorld, 20);
    expect(spotTowards(spots, 1, 'ArrowRight')).toBe(0);
    expect(spotTowards(spots, 1, 'ArrowDown')).toBe(2);
    expect(spotTowards(spots, 0, 'ArrowRight')).toBeNull();
    expect(spotTowards(spots, -1, 'ArrowRight')).toBe(0);
    expect([spotTowards(spots, 1, 'Home'), spotTowards(spots, 1, 'End')]).toEqual([0, 2]);
    expect(spotTowards(spots, 1, 'a')).toBeNull();
    expect(spotTowards([], -1, 'Home')).toBeNull();
  });
});

describe('the zoom', () => {
  const size = { width: 400, height: 200 };
  test('keeps the point it goes to in its place', () => {
    const zoom = zoomedAbout(wholeWorld, 2, { x: 100, y: 50 }, size);
    expect(zoom).toEqual({ scale: 2, x: -100, y: -50 });
  });
  test('goes no further out than the world, and shows nothing beyond it', () => {
    expect(zoomedAbout({ scale: 2, x: -100, y: -50 }, 0.1, { x: 0, y: 0 }, size)).toEqual(wholeWorld);
    expect(kept({ scale: 2, x: 50, y: -900 }, size)).toEqual({ scale: 2, x: 0, y: -200 });
  });
});

test('the world is drawn from its own data, and cities lie where they should', () => {
  const projection = projectionFor(800, 500);
  const { land, borders } = worldPaths(projection);
  expect(land.length).toBeGreaterThan(5000);
  expect(borders.length).toBeGreaterThan(5000);
  const [hanoi = 0] = projection([105.85, 21.03]) ?? [];
  const [paris = 0] = projection([2.35, 48.85]) ?? [];
  expect(paris).toBeGreaterThan(390);
  expect(hanoi).toBeGreaterThan(paris);
  expect(hanoi).toBeLessThan(800);
});
