/** A pane is never narrower than this, in pixels. */
export const narrowest = 160;

/** A width that leaves the middle of the room enough to work in: at most 45 of 100 of the window. Pure. */
export function widthWithin(width: number, window: number): number {
  return Math.round(Math.max(narrowest, Math.min(width, window * 0.45)));
}
