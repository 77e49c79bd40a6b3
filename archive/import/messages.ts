/** What crosses between the importing thread and a clerk's: cables as one block of bytes each way, never one by one. */
import { z } from 'zod';
import type { ErrorShape } from '../errors.ts';
import type { Framed } from '../formats/framed.ts';
import type { Refusal } from '../model/raw.ts';
import type { SegmentInfo } from '../search/index.ts';
import type { CopyContext, PreparedCopy } from '../store/copy.ts';
import type { Task } from './clerk.ts';
import type { Prepared } from './prepare.ts';

/** A part of the block of bytes beside it. */
interface Part {
  at: number;
  length: number;
}

export interface PackedTasks {
  bytes: Uint8Array<ArrayBuffer>;
  tasks: { framed: Omit<Framed, 'bytes'>; context: CopyContext; part: Part }[];
}

type PackedCopy = Omit<PreparedCopy, 'header' | 'body'> & { header: Part; body: Part };
type PackedItem =
  | (Omit<Extract<Prepared, { kind: 'copy' }>, 'copy'> & { copy: PackedCopy })
  | { kind: 'refusal'; refusal: Refusal };

export interface PackedAnswers {
  bytes: Uint8Array<ArrayBuffer>;
  answers: PackedItem[][];
}

/** What a clerk's thread is started with. */
export const ClerkStartSchema = z.object({
  /** where segments are written */
  folder: z.string(),
  indexing: z.boolean(),
});
export type ClerkStart = z.infer<typeof ClerkStartSchema>;

export type ToClerk =
  | { kind: 'prepare'; call: number; batch: number; packed: PackedTasks }
  | { kind: 'index'; call: number; batch: number; rows: Int32Array<ArrayBuffer> }
  | { kind: 'seal'; call: number };

export type FromClerk =
  | { kind: 'prepared'; call: number; packed: PackedAnswers }
  | { kind: 'indexed'; call: number }
  | { kind: 'sealed'; call: number; segments: SegmentInfo[] }
  | { kind: 'failed'; call: number; error: ErrorShape };

/** Lays pieces of bytes behind one another in a block of their own. */
class Block {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  add(piece: Uint8Array): Part {
    const part = { at: this.#length, length: piece.length };
    this.#pieces.push(piece);
    this.#length += piece.length;
    return part;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}

const cut = (bytes: Uint8Array, { at, length }: Part) => bytes.subarray(at, at + length);

export function packTasks(tasks: readonly Task[]): PackedTasks {
  const block = new Block();
  const packed = tasks.map(({ framed: { bytes, ...framed }, context }) => ({
    framed,
    context,
    part: block.add(bytes),
  }));
  return { bytes: block.bytes(), tasks: packed };
}

export function unpackTasks({ bytes, tasks }: PackedTasks): Task[] {
  return tasks.map(({ framed, context, part }) => ({
    framed: { ...framed, bytes: cut(bytes, part) },
    context,
  }));
}

export function packAnswers(answers: readonly Prepared[][]): PackedAnswers {
  const block = new Block();
  const packed = answers.map(items =>
    items.map((item): PackedItem => {
      if (item.kind === 'refusal') return item;
      const { header, body, ...copy } = item.copy;
      return { ...item, copy: { ...copy, header: block.add(header), body: block.add(body) } };
    }),
  );
  return { bytes: block.bytes(), answers: packed };
}

export function unpackAnswers({ bytes, answers }: PackedAnswers): Prepared[][] {
  return answers.map(items =>
    items.map((item): Prepared => {
      if (item.kind === 'refusal') return item;
      const { header, body, ...copy } = item.copy;
      return { ...item, copy: { ...copy, header: cut(bytes, header), body: cut(bytes, body) } };
    }),
  );
}
