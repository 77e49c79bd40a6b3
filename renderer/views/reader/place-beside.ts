/** Where a small bar stands beside a passage: under its end, above its beginning where there is no room, always inside. Pure. */

export interface Place {
  left: number;
  top: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What scrolls, seen in the window, and how far it is scrolled. */
interface Room extends Pick<Element, 'scrollTop' | 'scrollLeft' | 'clientWidth' | 'clientHeight'> {
  getBoundingClientRect: () => Box;
}

const gap = 6;

/** In the scrolled content's own coordinates, in pixels. `boxes` are those of the passage's lines; none gives null. */
export function placeBeside(
  boxes: readonly Box[],
  size: { width: number; height: number },
  room: Room,
): Place | null {
  const first = boxes[0];
  const last = boxes.at(-1);
  if (first === undefined || last === undefined) return null;
  const view = room.getBoundingClientRect();
  const under = last.bottom - view.top + gap;
  const above = first.top - view.top - gap - size.height;
  const fits = under + size.height <= room.clientHeight || above < 0;
  const top = (fits ? under : above) + room.scrollTop;
  const wanted = last.right - view.left - size.width / 2;
  const left = Math.max(gap, Math.min(wanted, room.clientWidth - size.width - gap)) + room.scrollLeft;
  return { left, top };
}
