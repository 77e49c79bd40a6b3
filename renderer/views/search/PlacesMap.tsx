/** The map: a circle for each post of the result, as large as it is. One tab stop; keys go from circle to circle. */
import { Minus, Plus, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { useSize } from '../../components/use-size.ts';
import { say } from '../../words/say.ts';
import { MapSpot, spotName } from './MapSpot.tsx';
import { SpotLabel } from './SpotLabel.tsx';
import { spotTowards, spotsOf } from './spots.ts';
import type { MapPost, Spot } from './spots.ts';
import { useZoom } from './use-zoom.ts';
import { projectionFor, worldPaths } from './world.ts';
import type { PostPlace } from '../../../preload/contract/index.ts';

interface Props {
  placed: readonly { place: PostPlace; count: number }[];
  /** whether places are still being asked for */
  waiting: boolean;
  chosen: readonly string[];
  /** chooses the posts of a circle, or lets go of them */
  onChoose: (origins: readonly string[]) => void;
}

const zoomStep = 1.6;
const originsOf = ({ posts }: Spot): string[] => posts.map(post => post.place.origin);

export function PlacesMap({ placed, waiting, chosen, onChoose }: Props) {
  const [field, size] = useSize<HTMLDivElement>();
  const { zoom, step, reset, centre, dragged, ...pointer } = useZoom(field, size);
  const [active, setActive] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const { width, height } = size;
  const projection = useMemo(() => projectionFor(width, height), [width, height]);
  const world = useMemo(() => worldPaths(projection), [projection]);
  const posts = useMemo(
    () =>
      placed.flatMap(({ place, count }): MapPost[] => {
        const at = projection([place.longitude, place.latitude]);
        return at === null ? [] : [{ place, count, x: at[0], y: at[1] }];
      }),
    [placed, projection],
  );
  const largest = Math.min(30, Math.max(8, Math.min(width, height) / 30));
  const spots = width === 0 ? [] : spotsOf(posts, zoom, largest);
  // A circle is remembered by its largest post: others may join it or leave it as the map is zoomed.
  const spotOf = (code: string | null): number =>
    code === null ? -1 : spots.findIndex(spot => spot.posts.some(post => post.place.origin === code));
  const at = spotOf(active);
  const named = spots[hovered === null ? (focused ? at : -1) : spotOf(hovered)];

  const goTo = (next: number): void => {
    const spot = spots[next];
    if (spot === undefined) return;
    setActive(spot.posts[0]?.place.origin ?? null);
    if (spot.x < 0 || spot.y < 0 || spot.x > width || spot.y > height) centre(spot.x, spot.y);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const spot = spots[at];
    const next = spotTowards(spots, at, event.key);
    if (next !== null) goTo(next);
    else if (event.key === '+' || event.key === '=') step(zoomStep);
    else if (event.key === '-') step(1 / zoomStep);
    else if (event.key === '0') reset();
    else if ((event.key === 'Enter' || event.key === ' ') && spot !== undefined) onChoose(originsOf(spot));
    else if (!(event.key in { ArrowLeft: 0, ArrowRight: 0, ArrowUp: 0, ArrowDown: 0 })) return;
    event.preventDefault();
  };

  return (
    <div className="map" ref={field} {...pointer} onPointerCancel={pointer.onPointerUp}>
      <svg className="map-world" width={width} height={height} aria-hidden="true">
        <g transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.scale})`}>
          <path className="map-land" d={world.land} />
          <path className="map-borders" d={world.borders} />
          <path className="map-coasts" d={world.coasts} />
        </g>
      </svg>
      <div
        className="map-spots"
        role="listbox"
        tabIndex={0}
        aria-label={say('places.map')}
        aria-multiselectable="true"
        aria-describedby="map-hint"
        {...(at === -1 ? {} : { 'aria-activedescendant': `spot-${at}` })}
        onKeyDown={press}
        onFocus={() => {
          setFocused(true);
          if (at === -1) goTo(0);
        }}
        onBlur={() => setFocused(false)}
      >
        <svg width={width} height={height} role="presentation">
          {spots.map((spot, index) => (
            <MapSpot
              key={spot.posts[0]?.place.origin}
              id={`spot-${index}`}
              spot={spot}
              chosen={spot.posts.some(post => chosen.includes(post.place.origin))}
              active={focused && index === at}
              onHover={inside => setHovered(inside ? (spot.posts[0]?.place.origin ?? null) : null)}
              onPress={() => {
                if (dragged()) return;
                setActive(spot.posts[0]?.place.origin ?? null);
                onChoose(originsOf(spot));
              }}
            />
          ))}
        </svg>
      </div>
      {named === undefined ? null : <SpotLabel spot={named} size={size} />}
      {spots.length === 0 && width > 0 && !waiting ? <p className="map-none">{say('places.none')}</p> : null}
      <span id="map-hint" hidden>
        {say('places.hint')}
      </span>
      <div className="map-tools" onPointerDown={event => event.stopPropagation()}>
        <IconButton icon={Plus} name={say('places.zoomIn')} keys="+" onPress={() => step(zoomStep)} />
        <IconButton icon={Minus} name={say('places.zoomOut')} keys="−" onPress={() => step(1 / zoomStep)} />
        <IconButton icon={RotateCcw} name={say('places.reset')} keys="0" onPress={reset} />
      </div>
      <span className="unseen" aria-live="polite">
        {focused && spots[at] !== undefined ? spotName(spots[at]) : ''}
      </span>
    </div>
  );
}
