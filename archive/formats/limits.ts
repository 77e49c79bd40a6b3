/** How much of anything is taken from one source, so that a hostile or damaged one can't fill memory or disk. In bytes. */
const megabyte = 1024 * 1024;

export const limits = {
  /** A file up to this size is read once, hashed and framed from memory; a larger one is hashed first, then streamed. */
  heldWhole: 16 * megabyte,
  /** One page, one telegram, one record. The longest real cable is below 1 MB. */
  cable: 16 * megabyte,
  /** One row of a table. */
  row: 16 * megabyte,
  /** What is looked at to tell a file's format. */
  head: 64 * 1024,
  /** A .zip inside another archive must be held in memory, since its list of contents stands at its end. */
  nestedZip: 256 * megabyte,
  /** What all members of one archive may unpack to. The whole set of cables is below 50 GB as pages. */
  unpacked: 128 * 1024 * megabyte,
  /** Packed text shrinks to a tenth, seldom to a fiftieth: beyond this ratio (and `bombFrom`) it is a bomb. */
  bombRatio: 400,
  bombFrom: 64 * megabyte,
  members: 2_000_000,
  /** Folders inside folders. */
  depth: 64,
  /** Archives inside archives: an archive, and one inside it. */
  nesting: 2,
  chunk: megabyte,
} as const;
