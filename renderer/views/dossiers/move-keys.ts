/** Alt and an arrow move the row that has the focus: the short way of what dragging does. */
import type { KeyboardEvent } from 'react';

/** The row that holds an element, by the key that its list gave it. */
export function rowOf(element: EventTarget | null): string | null {
  if (!(element instanceof HTMLElement)) return null;
  return element.closest<HTMLElement>('[role=row][data-key]')?.dataset['key'] ?? null;
}

/** Brings the row that has the focus into sight, once the list is drawn anew. */
function showFocused(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.activeElement?.closest('[role=row]')?.scrollIntoView({ block: 'nearest' }),
    ),
  );
}

/** A handler for the element around the list; `move` gets the row and the way, -1 up and 1 down, and resolves when it is there. */
export function moveKeys(move: (id: string, step: 1 | -1) => Promise<void>): (event: KeyboardEvent) => void {
  return event => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const id = rowOf(event.target);
    if (step === null || id === null) return;
    event.preventDefault();
    event.stopPropagation();
    void move(id, step).then(showFocused);
  };
}
