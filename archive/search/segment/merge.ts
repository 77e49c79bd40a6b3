/** Makes one segment of several, word by word. The old ones stay as they are; the new one is whole or not there. */
import { Pace } from '../pace.ts';
import type { TermCursor } from './term-cursor.ts';
import type { SegmentInfo } from './info.ts';
import { PositionReader } from './positions.ts';
import { postingsOf } from './postings.ts';
import { PostingsWriter } from './postings-writer.ts';
import { Segment } from './segment.ts';
import { nodeSegmentDisk } from './segment-disk.ts';
import type { SegmentDisk } from './segment-disk.ts';

/** A segment with the place in its dictionary where the merge stands. */
interface Source {
  readonly segment: Segment;
  /** document -> document of the new segment, or -1 where its row is dropped */
  readonly target: Int32Array;
  readonly cursor: TermCursor;
}

/**
 * Merges segments into a new one under `name`; rows for which `keepRow` says no are dropped. Gives way to other work
 * while it runs. Throws `archive-damaged` where a segment can't be read and `cancelled` when `signal` says so; nothing
 * is left of the new segment then.
 */
export async function mergeSegments(
  folder: string,
  infos: readonly SegmentInfo[],
  name: string,
  keepRow: (row: number) => boolean = () => true,
  signal?: AbortSignal,
  disk: SegmentDisk = nodeSegmentDisk,
): Promise<SegmentInfo> {
  const segments: Segment[] = [];
  try {
    for (const info of infos) segments.push(new Segment(folder, info));
    return await merge(disk, folder, segments, name, keepRow, new Pace(signal));
  } finally {
    for (const segment of segments) segment.close();
  }
}

async function merge(
  disk: SegmentDisk,
  folder: string,
  segments: readonly Segment[],
  name: string,
  keepRow: (row: number) => boolean,
  pace: Pace,
): Promise<SegmentInfo> {
  const rows: number[] = [];
  const sources = segments.map((segment): Source => {
    const target = new Int32Array(segment.documents).fill(-1);
    for (const [document, row] of segment.rows.entries()) {
      if (keepRow(row)) target[document] = rows.push(row) - 1;
    }
    return { segment, target, cursor: segment.cursor(0, true) };
  });
  const writer = new PostingsWriter(disk, folder, name);
  try {
    let open = sources.filter(({ segment }) => segment.terms > 0);
    while (open.length > 0) {
      const least = firstWords(open);
      const [first] = least;
      if (first === undefined) break;
      writer.beginTerm();
      for (const source of least) copyPostings(source, writer);
      writer.endTerm(first.cursor.word, 0, first.cursor.length);
      for (const { cursor } of least) cursor.next();
      open = open.filter(({ segment, cursor }) => cursor.term < segment.terms);
      if (pace.due) await pace.breathe();
    }
    return writer.finish(Uint32Array.from(rows));
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** The sources whose next word comes first, in their order. */
function firstWords(open: readonly Source[]): Source[] {
  let least: Source[] = [];
  for (const source of open) {
    const order = least[0] === undefined ? -1 : orderOf(source.cursor, least[0].cursor);
    if (order > 0) continue;
    if (order < 0) least = [];
    least.push(source);
  }
  return least;
}

function orderOf(a: TermCursor, b: TermCursor): number {
  return a.word.compare(b.word, 0, b.length, 0, a.length);
}

function copyPostings({ segment, target, cursor }: Source, writer: PostingsWriter): void {
  const postings = postingsOf(segment, cursor);
  const reader = new PositionReader(segment, cursor, postings);
  const { documents } = postings;
  for (let index = 0; index < documents.length; index++) {
    const document = target[documents[index] ?? 0] ?? -1;
    if (document >= 0) reader.copy(index, document, writer);
  }
}
