/** Which segments to merge, so that small imports don't leave an archive in pieces. */
import type { SegmentInfo } from './info.ts';

/** A segment stays small enough that its arrays fit the processor's cache, and merging it again is never worth it. */
const FULL_ROWS = 65_536;
/** so many segments of about one size may stand side by side */
const SIDE_BY_SIDE = 4;

/**
 * Groups of segments that should each become one, in the order in which to merge them; none where all is well. Segments
 * of about one size are merged once there are more than a few, so that each row is merged a few times at most.
 */
export function planMerges(segments: readonly SegmentInfo[]): SegmentInfo[][] {
  const bySize = segments.filter(({ rows }) => rows < FULL_ROWS).sort((a, b) => a.rows - b.rows);
  const groups: SegmentInfo[][] = [];
  let group: SegmentInfo[] = [];
  let rows = 0;
  const close = () => {
    if (group.length >= SIDE_BY_SIDE) groups.push(group);
    group = [];
    rows = 0;
  };
  for (const segment of bySize) {
    const tooLarge = group.length > 0 && rows + segment.rows > FULL_ROWS * 1.5;
    const otherSize = group.length >= SIDE_BY_SIDE && segment.rows > 4 * rows;
    if (tooLarge || otherSize) close();
    group.push(segment);
    rows += segment.rows;
  }
  close();
  return groups;
}
