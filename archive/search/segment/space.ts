/**
 * The dictionary holds three kinds of terms. Words of subject and body stand as they are; words of the routing header
 * and portion marks follow a byte that no word begins with.
 */
export const Space = { text: 0, header: 1, mark: 2 } as const;
export type Space = (typeof Space)[keyof typeof Space];

/** Which part of the routing header a word stands in: the lowest two bits of its position. */
export const Zone = { other: 0, from: 1, to: 2, excluded: 3 } as const;
export type Zone = (typeof Zone)[keyof typeof Zone];

/** In memory, positions in the body stand this far above those in the subject, so that no phrase runs across. */
export const BODY_START = 0x100_0000;

/** How a posting says where its word stands: the lowest two bits of its code. Kept in order of weight. */
export const Level = {
  /** in the subject, perhaps in the body too */
  subject: 0,
  /** three times or more */
  frequent: 1,
  once: 2,
  twice: 3,
} as const;

const encoder = new TextEncoder();

/** The bytes under which the dictionary keeps a word. */
export function termBytes(space: Space, token: string): Uint8Array {
  const word = encoder.encode(token);
  if (space === Space.text) return word;
  const bytes = new Uint8Array(word.length + 1);
  bytes[0] = space;
  bytes.set(word, 1);
  return bytes;
}
