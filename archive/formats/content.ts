/** What formats and containers hand to each other: bytes with their place, and pieces found in them. */
import type { Place, Refusal, Rendering } from '../model/raw.ts';
import type { ByteReader } from './byte-reader.ts';
import type { FrameContext } from './framed.ts';

/** A file's bytes, or those of a member of an archive. */
export interface Content {
  place: Place;
  reader: ByteReader;
  /** how many archives it stands in */
  nesting: number;
  /** the file it was opened from, when its bytes can be read at any offset: what a .zip needs */
  file: { fd: number; bytes: number } | null;
}

/** A frame or a refusal, before it is known of which source. */
export type Piece =
  | {
      kind: 'frame';
      format: Rendering['format'];
      context: FrameContext;
      place: Place;
      bytes: Uint8Array;
    }
  | { kind: 'refusal'; refusal: Refusal }
  /** the format that the content turned out to have */
  | { kind: 'format'; format: string };

/** Reads a member with whatever format it has; containers call it for what is in them. */
export type ReadContent = (content: Content) => AsyncGenerator<Piece>;

/** The name of what stands at a place, without its folders. */
export function nameOf(place: Place): string {
  return (place.member ?? place.file).split(/[/!]/).pop() ?? '';
}
