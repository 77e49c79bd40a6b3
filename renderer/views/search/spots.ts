/** The circles of the map: posts at their places, those that lie too close to be told apart together in one. Pure. */
import type { PostPlace } from '../../../preload/contract/index.ts';

/** A post of the result, with its place on the map before any zoom. */
export interface MapPost {
  place: PostPlace;
  count: number;
  x: number;
  y: number;
}

/** How the map is zoomed and moved: a point is drawn at `scale` times its place, plus the shift. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

export const wholeWorld: Zoom = { scale: 1, x: 0, y: 0 };

export interface Spot {
  /** the largest first; its place is the circle's */
  posts: readonly MapPost[];
  count: number;
  x: number;
  y: number;
  radius: number;
}

/** Circles whose middles are closer than this, in pixels, are one: fingers and eyes can't tell them apart. */
const together = 11;
const smallest = 3.5;
export const deepest = 40;

/** The circles at a zoom, the largest first, so that the small ones are drawn over them; areas go with the counts. */
export function spotsOf(posts: readonly MapPost[], zoom: Zoom, largest: number): Spot[] {
  const spots: { posts: MapPost[]; count: number; x: number; y: number }[] = [];
  for (const post of [...posts].sort((a, b) => b.count - a.count)) {
    const x = post.x * zoom.scale + zoom.x;
    const y = post.y * zoom.scale + zoom.y;
    const near = spots.find(spot => Math.hypot(spot.x - x, spot.y - y) < together);
    if (near === undefined) spots.push({ posts: [post], count: post.count, x, y });
    else {
      near.posts.push(post);
      near.count += post.count;
    }
  }
  const most = Math.max(1, ...spots.map(spot => spot.count));
  return spots
    .map(spot => ({ ...spot, radius: Math.max(smallest, largest * Math.sqrt(spot.count / most)) }))
    .sort((a, b) => b.count - a.count);
}

const ways: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The circle that a key leads to from another one: the nearest in its direction; null where there is none, or for other keys. */
export function spotTowards(spots: readonly Spot[], from: number, key: string): number | null {
  if (spots.length === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return spots.length - 1;
  const way = ways[key];
  if (way === undefined) return null;
  const here = spots[from];
  if (here === undefined) return 0;
  let best: number | null = null;
  let least = Infinity;
  for (const [at, { x, y }] of spots.entries()) {
    const along = (x - here.x) * way[0] + (y - here.y) * way[1];
    const aside = Math.abs((x - here.x) * way[1]) + Math.abs((y - here.y) * way[0]);
    const far = along + 2.5 * aside;
    if (at === from || along <= 0 || far >= least) continue;
    best = at;
    least = far;
  }
  return best;
}

/** Zooms by a factor about a point, which stays where it is; the map never leaves its field of this size. */
export function zoomedAbout(
  zoom: Zoom,
  factor: number,
  about: { x: number; y: number },
  size: { width: number; height: number },
): Zoom {
  const scale = Math.min(deepest, Math.max(1, zoom.scale * factor));
  const by = scale / zoom.scale;
  return kept({ scale, x: about.x - (about.x - zoom.x) * by, y: about.y - (about.y - zoom.y) * by }, size);
}

/** The same zoom, with the map moved back where it would leave its field. */
export function kept({ scale, x, y }: Zoom, { width, height }: { width: number; height: number }): Zoom {
  return {
    scale,
    x: Math.min(0, Math.max(width * (1 - scale), x)),
    y: Math.min(0, Math.max(height * (1 - scale), y)),
  };
}
