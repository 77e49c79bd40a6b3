/** The passage of the open cable that was selected, and what is being done with it. */
import { z } from 'zod';
import { create } from 'zustand';
import { keep, readKept } from './kept.ts';
import type { Span } from '../../preload/contract/index.ts';

/** The tints of highlights, as the archive names them. */
export const Tints = ['yellow', 'green', 'blue', 'pink'] as const;
export type Tint = (typeof Tints)[number];

/** Part of a record's body. */
export interface Passage extends Span {
  cable: string;
  key: string;
  words: string;
}

interface PassageState {
  passage: Passage | null;
  /** whether a note on it is being written */
  writing: boolean;
  /** what was written before it was put away, so that it can be brought back */
  draft: string;
  /** whether a note on the cable as a whole is being written */
  writingOnCable: boolean;
  /** the tint that was used last */
  tint: Tint;
  /** the highlight that was chosen, in the text or in the list */
  chosen: string | null;
}

export const usePassage = create<PassageState>(() => ({
  passage: null,
  writing: false,
  draft: '',
  writingOnCable: false,
  tint: readKept('tint', z.enum(Tints), 'yellow'),
  chosen: null,
}));

usePassage.subscribe(({ tint }, before) => {
  if (tint !== before.tint) keep('tint', tint);
});

/** Lets go of the passage. */
export function dropPassage(): void {
  usePassage.setState({ passage: null, writing: false, draft: '' });
}
