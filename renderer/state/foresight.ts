/**
 * Which cables will be opened next: the one that the list's cursor is on, and those around it. They are fetched once the
 * list rests, and the first of them is drawn behind the list, so that opening it only brings it to the front.
 */
import { create } from 'zustand';
import { expectCables, loadCable } from './cables.ts';
import { placeOf } from './place.ts';
import { pageSize } from './question.ts';
import { hitAt, useSearch } from './search.ts';

/** A list that rests so long is read, in milliseconds. */
const rest = 120;

/** So many rows before and behind the cursor: as many as are in sight. */
const around = 10;

/** Rows near a row, the nearest first, and of two as near the later: lists are read downwards. Pure. */
export function nearRows(row: number, total: number): number[] {
  const near: number[] = [];
  for (let away = 1; away <= around; away += 1) {
    if (row + away < total) near.push(row + away);
    if (row - away >= 0) near.push(row - away);
  }
  return near;
}

/** The cable that will most probably be opened next, once it is at hand; null before any. */
export const useForeseen = create<{ id: string | null }>(() => ({ id: null }));

/** The cable that the cursor is on; null where there is none, or its row has not come yet. */
function underCursor(): string | null {
  const { answer, cursor, pages } = useSearch.getState();
  return answer === null || cursor < 0 ? null : (hitAt(pages, cursor, pageSize)?.id ?? null);
}

/** Once the list rests: the cable under the cursor is drawn behind the list, and those around it are fetched. */
async function readAhead(): Promise<void> {
  const { answer, cursor, pages } = useSearch.getState();
  if (answer === null || cursor < 0) return;
  const id = underCursor();
  const loaded = id === null ? null : await loadCable(id);
  // The cursor went on meanwhile: its next rest is waited for.
  if (useSearch.getState().cursor !== cursor || useSearch.getState().pages !== pages) return;
  if (id !== null && loaded?.ok === true) useForeseen.setState({ id });
  expectCables(nearRows(cursor, answer.total).flatMap(row => hitAt(pages, row, pageSize)?.id ?? []));
}

/** Fetches the cable of a link as soon as the pointer or the focus comes to it: a press follows a moment later. */
function meetLink({ target }: Event): void {
  const hash = target instanceof Element ? target.closest('a[href^="#"]')?.getAttribute('href') : null;
  const place = hash === null || hash === undefined ? null : placeOf(hash);
  if (place?.room === 'cable') expectCables([place.id]);
}

/** Starts to foresee; the answer ends it. */
export function foresee(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leapt = false;
  const end = useSearch.subscribe((now, before) => {
    const asked = now.question !== before.question;
    // A question goes before everything that may be wanted later.
    if (asked) expectCables([]);
    if (!asked && now.cursor === before.cursor && now.pages === before.pages) return;
    clearTimeout(timer);
    timer = setTimeout(() => void readAhead(), rest);
    // Where the cursor leapt to, nothing is at hand: it is fetched as soon as its row is there.
    if (now.cursor !== before.cursor)
      leapt = now.answer === before.answer && Math.abs(now.cursor - before.cursor) > 1;
    const id = leapt ? underCursor() : null;
    if (id === null) return;
    leapt = false;
    expectCables([id]);
  });
  document.addEventListener('pointerover', meetLink, { passive: true });
  document.addEventListener('focusin', meetLink, { passive: true });
  return () => {
    clearTimeout(timer);
    end();
    document.removeEventListener('pointerover', meetLink);
    document.removeEventListener('focusin', meetLink);
  };
}
