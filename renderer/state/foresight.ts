/** Which cables will be opened next: those around the cursor of the list. They are fetched once the list rests. */
import { expectCables } from './cables.ts';
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

/** Starts to foresee; the answer ends it. */
export function foresee(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expect = (): void => {
    const { answer, cursor, pages } = useSearch.getState();
    if (answer === null || cursor < 0) return;
    expectCables(nearRows(cursor, answer.total).flatMap(row => hitAt(pages, row, pageSize)?.id ?? []));
  };
  const end = useSearch.subscribe((now, before) => {
    // A question goes before everything that may be wanted later.
    if (now.question !== before.question) expectCables([]);
    if (now.question === before.question && now.cursor === before.cursor && now.pages === before.pages)
      return;
    clearTimeout(timer);
    timer = setTimeout(expect, rest);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
