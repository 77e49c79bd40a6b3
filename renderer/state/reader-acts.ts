/** What the open cable's text can be asked to do, by keys and by the palette; the reader that is drawn says how. */
import type { Tint } from './passage.ts';

export interface ReaderActs {
  /** in this tint; without one, in the tint that was used last */
  highlight: (tint?: Tint) => void;
  note: () => void;
  noteOnCable: () => void;
  copyPassage: () => void;
  copyLink: () => void;
  /** to the next block (1) or the one before (-1) */
  step: (by: 1 | -1) => void;
  /** gives the focus back to the text */
  focus: () => void;
  /** to the next place that the search hit (1) or the one before (-1) */
  stepHit: (by: 1 | -1) => void;
}

let present: ReaderActs | null = null;

/** Sets what is drawn now; the answer takes it away again. */
export function setReaderActs(acts: ReaderActs): () => void {
  present = acts;
  return () => {
    if (present === acts) present = null;
  };
}

/** Asks the reader that is drawn; none does nothing. */
export function readerAct(ask: (acts: ReaderActs) => void): void {
  if (present !== null) ask(present);
}
