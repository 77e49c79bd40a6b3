/** A circle of the map: one post, or several that lie together. The keys are the map's, which has the focus. */
import { say } from '../../words/say.ts';
import type { Spot } from './spots.ts';

/** `Embassy Hanoi, 312`, or `Embassy Brussels and 2 others, 90`. */
export function spotName({ posts, count }: Spot): string {
  const [first, ...others] = posts.map(post => post.place.origin);
  const place =
    others.length === 0 ? (first ?? '') : say('places.several', { place: first ?? '', count: others.length });
  return say('places.count', { place, count });
}

interface Props {
  id: string;
  spot: Spot;
  chosen: boolean;
  active: boolean;
  onHover: (inside: boolean) => void;
  onPress: () => void;
}

/** The least that a pointer must hit, in pixels. */
const target = 8;

export function MapSpot({ id, spot, chosen, active, onHover, onPress }: Props) {
  const { x, y, radius } = spot;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <g
      id={id}
      role="option"
      tabIndex={-1}
      aria-label={spotName(spot)}
      aria-selected={chosen}
      className={`spot${chosen ? ' spot-chosen' : ''}${active ? ' spot-active' : ''}`}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      onClick={onPress}
    >
      <circle className="spot-target" cx={x} cy={y} r={Math.max(radius, target)} />
      {active ? <circle className="spot-ring" cx={x} cy={y} r={radius + 4} /> : null}
      <circle className="spot-fill" cx={x} cy={y} r={radius} />
    </g>
  );
}
