/**
 * Goes through a pack from its first byte: gives every whole frame and names what is damaged between them.
 * A frame is believed when its checksums fit, it carries the archive's token, and it stands where it says it stands;
 * so a cable whose text holds a whole pack gives nothing but itself.
 */
import type { Disk, DiskFile } from './disk.ts';
import { factsOf, parseHead } from './frame-head.ts';
import type { FrameHead } from './frame-head.ts';
import { endLine, textSpan } from './frame.ts';
import { textKey } from './identity.ts';

export type Scanned =
  | { kind: 'frame'; head: FrameHead; offset: number; header: Buffer; body: Buffer }
  | { kind: 'damage'; from: number; to: number; id: string | null; inside: number };

export interface ScanOptions {
  pack: string;
  token: string;
  /** bytes of the pack that count */
  bytes: number;
  /** bytes that the commit named, where that is another number: what follows a loss has moved by the difference */
  expected?: number;
}

const CHUNK = 4 * 1024 * 1024;
/** No head of ours comes near to this; a longer one is damage. */
const MOST_HEAD = 32 * 1024 * 1024;
const mark = Buffer.from('Valise-');
const blank = Buffer.from('\n\n');

/** A part of the file in memory, moved along as the scan goes on. */
class Window {
  readonly #file: DiskFile;
  readonly #end: number;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(file: DiskFile, end: number) {
    this.#file = file;
    this.#end = end;
  }

  /** Up to `length` bytes from `offset`; fewer at the end. */
  async get(offset: number, length: number): Promise<Buffer> {
    const to = Math.min(this.#end, offset + length);
    if (offset < this.#start || to > this.#start + this.#bytes.length) {
      const wanted = Math.min(this.#end - offset, Math.max(length, CHUNK));
      this.#bytes = await this.#file.read(offset, Math.max(0, wanted));
      this.#start = offset;
    }
    return this.#bytes.subarray(offset - this.#start, Math.max(offset, to) - this.#start);
  }

  /** What is in memory from `offset` on. */
  #held(offset: number): Buffer {
    const from = offset - this.#start;
    return from < 0 ? this.#bytes.subarray(0, 0) : this.#bytes.subarray(from);
  }

  /** The place of `needle` from `from` on and before `limit`, or -1. Reads on only where it is not in memory. */
  async find(needle: Buffer, from: number, limit: number): Promise<number> {
    const end = Math.min(limit, this.#end);
    for (let at = from; at < end;) {
      const held = this.#held(at);
      const bytes = held.length < needle.length ? await this.get(at, CHUNK) : held;
      const found = bytes.indexOf(needle);
      if (found >= 0) return at + found < limit ? at + found : -1;
      at += Math.max(1, bytes.length - needle.length + 1);
    }
    return -1;
  }
}

type Step =
  { whole: true; head: FrameHead; header: Buffer; body: Buffer } | { whole: false; head: FrameHead | null };

class Scanner {
  readonly #window: Window;
  readonly #options: ScanOptions;
  readonly #shift: number;

  constructor(file: DiskFile, options: ScanOptions) {
    this.#window = new Window(file, options.bytes);
    this.#options = options;
    this.#shift = (options.expected ?? options.bytes) - options.bytes;
  }

  /** The head that begins here, of this archive and this pack, wherever it says it stands. */
  async #head(offset: number): Promise<FrameHead | null> {
    const end = await this.#window.find(blank, offset, offset + MOST_HEAD);
    if (end < 0) return null;
    const head = parseHead(await this.#window.get(offset, end + blank.length - offset));
    return head?.place.token === this.#options.token && head.place.pack === this.#options.pack ? head : null;
  }

  #inPlace(head: FrameHead, offset: number): boolean {
    const moved = head.place.offset - offset;
    return moved === 0 || moved === this.#shift;
  }

  async step(offset: number): Promise<Step> {
    const head = await this.#head(offset);
    if (head === null || !this.#inPlace(head, offset)) return { whole: false, head: null };
    const bytes = await this.#window.get(offset + head.headBytes, head.bytes - head.headBytes);
    const span = textSpan(head.headerBytes, head.bodyBytes);
    const header = bytes.subarray(0, head.headerBytes);
    const body = bytes.subarray(span.body, span.size);
    const end = bytes.subarray(span.size).toString('utf8');
    const fits = head.kind !== 'record' || textKey(header, body) === factsOf(head).key;
    if (!fits || end !== endLine(head.place)) return { whole: false, head };
    return { whole: true, head, header, body };
  }

  /**
   * Where the next frame to believe begins after damage at `offset`, and how many frames were met that stand inside
   * another's declared length or elsewhere than they say. `least` is the declared place before which none is believed.
   */
  async resume(offset: number, least: number): Promise<{ next: number; inside: number }> {
    const { bytes } = this.#options;
    let inside = 0;
    for (let at = await this.#window.find(mark, offset + 1, bytes); at >= 0;) {
      const head = await this.#head(at);
      if (head !== null) {
        if (this.#inPlace(head, at) && head.place.offset >= least) return { next: at, inside };
        inside += 1;
      }
      at = await this.#window.find(mark, at + 1, bytes);
    }
    return { next: bytes, inside };
  }
}

/** Every frame of a pack in order, and what is damaged. */
export async function* scanPack(disk: Disk, path: string, options: ScanOptions): AsyncGenerator<Scanned> {
  const file = await disk.open(path, 'read');
  try {
    const scanner = new Scanner(file, options);
    let least = 0;
    for (let offset = 0; offset < options.bytes;) {
      const step = await scanner.step(offset);
      if (step.whole) {
        const { head, header, body } = step;
        yield { kind: 'frame', head, offset, header, body };
        least = head.place.offset + head.bytes;
        offset += head.bytes;
        continue;
      }
      if (step.head !== null) least = step.head.place.offset + step.head.bytes;
      const { next, inside } = await scanner.resume(offset, least);
      const id = step.head === null ? null : factsOf(step.head).canonicalId;
      yield { kind: 'damage', from: offset, to: next, id, inside };
      offset = next;
    }
  } finally {
    await file.close();
  }
}
