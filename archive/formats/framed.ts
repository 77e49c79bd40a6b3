/**
 * Reading has two steps, so that a second thread can take the second: *framing* finds where each cable begins and ends
 * in what was given (it waits for the disk), *decoding* turns one frame's bytes into a raw cable (pure and synchronous).
 */
import type { Place, Rendering, Refusal } from '../model/raw.ts';

/** A file begins: hashed before it is read, so that it can be named, resumed and told from what it becomes. */
export interface SourceStart {
  kind: 'source';
  source: number;
  file: string;
  bytes: number;
  sha256: string;
}

/** The bytes of one cable, not yet decoded. `end` is the offset in the source behind it, for progress and resume. */
export interface Framed {
  kind: 'frame';
  source: number;
  format: Rendering['format'];
  /** what `decode` needs to know of the file around it: the encoding found, the file's own name for an id */
  context: FrameContext;
  place: Place;
  /** true until the next item is asked for */
  bytes: Uint8Array;
  end: number;
}

export interface FrameContext {
  encoding: string;
  assumed: boolean;
}

export interface FramedRefusal {
  kind: 'refusal';
  source: number;
  refusal: Refusal;
}

export interface SourceEnd {
  kind: 'source-end';
  source: number;
  format: string | null;
  /** true where it changed while it was read: its size, its time, or its bytes */
  changed: boolean;
  /** SHA-256 of what was read, where that is known to be something else than what was hashed */
  read?: string;
}

export type FramedItem = SourceStart | Framed | FramedRefusal | SourceEnd;
