/** What a circle of the map stands for, beside it while the pointer or the keys are on it. */
import type { Size } from '../../components/use-size.ts';
import { count as written } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { Spot } from './spots.ts';

/** So many posts of a circle are named. */
const most = 6;

export function SpotLabel({ spot, size }: { spot: Spot; size: Size }) {
  const { posts, x, y, radius } = spot;
  const named = posts.slice(0, most);
  // On the side where there is room.
  const across =
    x > size.width / 2 ? { right: `${size.width - x + radius + 8}px` } : { left: `${x + radius + 8}px` };
  const down = y > size.height / 2 ? { bottom: `${size.height - y - 12}px` } : { top: `${y - 12}px` };
  return (
    <div className="spot-label" aria-hidden="true" style={{ ...across, ...down }}>
      {named.map(({ place, count }) => (
        <span key={place.origin} className="spot-line">
          <span>{place.origin}</span>
          <span className="facet-count">{written(count)}</span>
        </span>
      ))}
      {posts.length > most ? (
        <span className="quiet">{say('places.more', { count: posts.length - most })}</span>
      ) : null}
    </div>
  );
}
