/**
 * The common words of an archive, in memory once somebody types: for other spellings, and for completing one or two
 * letters, behind which there are too many words of the dictionaries to go through between two keys.
 */
import type { Snapshot } from '../answer/snapshot.ts';
import { IdlePace, Pace } from '../pace.ts';
import { commonWords, type WordList } from '../segment/common-words.ts';

export class Vocabulary {
  readonly words: WordList;
  /** which letters each word has, see `lettersOf` */
  readonly letters: Uint32Array;

  constructor(words: WordList) {
    this.words = words;
    const { bytes, starts } = words.texts;
    this.letters = Uint32Array.from(words.counts, (_, at) =>
      lettersOf(bytes, starts[at] ?? 0, starts[at + 1] ?? 0),
    );
  }
}

/** Which letters some bytes hold, a bit for each of A to Z; other characters share these bits. */
export function lettersOf(bytes: Uint8Array, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at++) letters |= 1 << ((bytes[at] ?? 0) & 31);
  return letters;
}

const making = new WeakMap<Snapshot, { vocabulary: Promise<Vocabulary>; pace: Pace }>();
const made = new WeakMap<Snapshot, Vocabulary>();

/** The vocabulary of a snapshot, made the first time in slices of a few milliseconds. */
export function vocabularyOf(snapshot: Snapshot, pace = new Pace()): Promise<Vocabulary> {
  const known = making.get(snapshot);
  if (known !== undefined) {
    if (known.pace instanceof IdlePace) known.pace.hurry();
    return known.vocabulary;
  }
  const vocabulary = make(snapshot, pace);
  making.set(snapshot, { vocabulary, pace });
  // whoever waits for it is told; where nobody does, a damaged segment is told by the next search
  vocabulary.catch(() => making.delete(snapshot));
  return vocabulary;
}

/** The vocabulary where it is made already. */
export function readyVocabulary(snapshot: Snapshot): Vocabulary | undefined {
  return made.get(snapshot);
}

async function make(snapshot: Snapshot, pace: Pace): Promise<Vocabulary> {
  snapshot.retain();
  try {
    const vocabulary = new Vocabulary(await commonWords(snapshot.segments, pace));
    made.set(snapshot, vocabulary);
    return vocabulary;
  } finally {
    snapshot.release();
  }
}
