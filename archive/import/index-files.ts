/** The search's segments as the commit names them: joined while they are small, made anew where they are missing. */
import { z } from 'zod';
import { SegmentInfoSchema, mergeSegments } from '../search/index.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { Commit } from '../store/commit.ts';
import type { Disk } from '../store/disk.ts';
import { randomName } from '../store/durable.ts';
import { Names, within } from '../store/layout.ts';
import { segmentDoor } from './segment-door.ts';

/** Where the segments of an archive lie. */
export function searchFolder(folder: string): string {
  return within(folder, `${Names.index}/${Names.search}`);
}

/** What the commit says of its segments. A list that can't be read counts as none: the index is made anew. */
export function segmentsOf(commit: Commit): SegmentInfo[] {
  const read = z.array(SegmentInfoSchema).safeParse(commit.segments);
  return read.success ? read.data : [];
}

/** An import joins no more rows than this in one go, so that a single cable stays quick. */
const QUICK_ROWS = 2000;

/**
 * Joins segments at the end of the list while the one before is not much larger than what comes behind it: many small
 * imports leave few segments. The large ones of a bulk import stay as they are; some dozens are searched as fast as one.
 */
export async function joinSegments(
  disk: Disk,
  folder: string,
  segments: readonly SegmentInfo[],
): Promise<SegmentInfo[]> {
  const kept = [...segments];
  const joined: SegmentInfo[] = [];
  let rows = 0;
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    if (rows + last.rows > QUICK_ROWS || (joined.length > 0 && last.rows > Math.max(rows * 2, 8))) break;
    kept.pop();
    joined.unshift(last);
    rows += last.rows;
  }
  if (joined.length < 2) return [...segments];
  const name = `segment-${randomName()}`;
  const whole = () => true;
  return [
    ...kept,
    await mergeSegments(searchFolder(folder), joined, name, whole, undefined, segmentDoor(disk)),
  ];
}

/** Removes segment files that no commit names any more; a file that is in use waits for the next time. */
export async function removeOldSegments(disk: Disk, folder: string, commit: Commit): Promise<void> {
  const named = new Set(segmentsOf(commit).flatMap(({ files }) => files.map(({ name }) => name)));
  for (const { name, kind } of (await disk.list(searchFolder(folder))) ?? []) {
    if (kind !== 'file' || named.has(name)) continue;
    await disk.remove(`${searchFolder(folder)}/${name}`).catch(() => undefined);
  }
}

/** Whether every file of every segment is there, in its length. */
export async function segmentsPresent(disk: Disk, folder: string, commit: Commit): Promise<boolean> {
  for (const { files } of segmentsOf(commit)) {
    for (const { name, bytes } of files) {
      if ((await disk.size(`${searchFolder(folder)}/${name}`)) !== bytes) return false;
    }
  }
  return true;
}
