/** Dragging results out of the list: their ids go along, for dossiers, and as plain text for other programs. */
import type { DragEvent } from 'react';
import { say } from '../../words/say.ts';
import { carryCables } from '../dossiers/drag-types.ts';

/** More than so many are not carried: a drag's data crosses between processes. */
export const mostDragged = 20_000;

/** Starts to carry these cables. */
export function carryIds(event: DragEvent, ids: readonly string[]): void {
  const carried = ids.slice(0, mostDragged);
  carryCables(event.dataTransfer, carried);
  const picture = document.createElement('div');
  picture.className = 'drag-count';
  picture.textContent =
    carried.length === 1 ? (carried[0] ?? '') : say('mark.dragged', { count: carried.length });
  document.body.append(picture);
  event.dataTransfer.setDragImage(picture, -8, -8);
  // The browser has taken its picture by then.
  setTimeout(() => picture.remove());
}
