/** The keys that mark results: Space and x one, Control or Command with A all, Escape none. */
import type { KeyboardEvent } from 'react';
import { clearMarks, markAll, useMarked } from '../../state/marked.ts';

/** Does what a key does to marks; `toggle` marks the row that the cursor is on. Answers whether it was such a key. */
export function markByKey(
  {
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  toggle: () => void,
): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== 'a' || shiftKey) return false;
    void markAll();
    return true;
  }
  if (key === ' ' || key === 'x') {
    toggle();
    return true;
  }
  if (key !== 'Escape' || useMarked.getState().ids.size === 0) return false;
  clearMarks();
  return true;
}
