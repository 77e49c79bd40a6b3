/** Which text the reader has drawn to its end: long ones are drawn piece by piece. */
import { create } from 'zustand';

export const useDrawn = create<{ whole: string }>(() => ({ whole: '' }));

/** Names a text in the view that shows it. */
export const textName = (key: string, view: string, changes = false): string =>
  `${key} ${view}${view === 'reading' && changes ? ' changes' : ''}`;
