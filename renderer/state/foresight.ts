/**
 * Which cables will be opened next: the one that the list's cursor is on, and those around it. They are fetched once the
 * list rests, and the first of them is drawn behind the list, so that opening it only brings it to the front.
 */
import { create } from 'zustand';
import { expectCables, loadCable } from './cables.ts';
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

/** Starts to foresee; the answer ends it. */
export function foresee(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expect = async (): Promise<void> => {
    const { answer, cursor, pages } = useSearch.getState();
    if (answer === null || cursor < 0) return;
    const id = hitAt(pages, cursor, pageSize)?.id;
    const loaded = id === undefined ? null : await loadCable(id);
    // The cursor went on meanwhile: its next rest is waited for.
    if (useSearch.getState().cursor !== cursor || useSearch.getState().pages !== pages) return;
    if (id !== undefined && loaded?.ok === true) useForeseen.setState({ id });
    expectCables(nearRows(cursor, answer.total).flatMap(row => hitAt(pages, row, pageSize)?.id ?? []));
  };
  const end = useSearch.subscribe((now, before) => {
    // A question goes before everything that may be wanted later.
    if (now.question !== before.question) expectCables([]);
    if (now.question === before.question && now.cursor === before.cursor && now.pages === before.pages)
      return;
    clearTimeout(timer);
    timer = setTimeout(() => void expect(), rest);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
