/**
 * One posting in one number: how far its document is behind the one before, and its level. Once is by far the
 * commonest level and takes a single bit.
 */
import { Level } from './space.ts';

/** level -> the bits that stand for it */
const BITS = [0b001, 0b011, 0b000, 0b101] as const;
/** the bits -> level */
export const LEVEL_OF_BITS = Uint8Array.of(
  Level.once,
  Level.subject,
  Level.once,
  Level.frequent,
  Level.once,
  Level.twice,
);

export function postingCode(step: number, level: number): number {
  return level === Level.once ? step * 2 : step * 8 + (BITS[level] ?? 0);
}

/** How many bits of the code below the step belong to its level. */
export function levelBits(code: number): number {
  return 1 + ((code & 1) << 1);
}

/** Those bits, as an index into LEVEL_OF_BITS; without a branch, which nobody could foretell. */
export function bitsOfLevel(code: number): number {
  return -(code & 1) & code & 7;
}
