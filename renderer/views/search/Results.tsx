/** The results: a virtual list with one tab stop. The cursor moves by keys; rows come page by page as they are needed. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { go } from '../../state/navigation.ts';
import { pageSize } from '../../state/question.ts';
import { hitAt, moveTo, needRows, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { stepFor } from './list-keys.ts';
import { ResultRow } from './ResultRow.tsx';

/** Heights in rem, as search.css sets them: with a passage of the text, and without. */
const rowRem = { snippet: 6.5, plain: 3.75 };

export function Results() {
  const { answer, answered, pages, cursor } = useSearch();
  const list = useRef<HTMLDivElement>(null);
  const total = answer?.total ?? 0;
  const snippets = (answered?.query.trim() ?? '') !== '';
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const height = Math.round(rem * (snippets ? rowRem.snippet : rowRem.plain));
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => rows.measure(), [height, rows]);
  // A new question begins at its first row; the same rows again stay where they are.
  useEffect(() => {
    const { cursor } = useSearch.getState();
    if (cursor >= 0) rows.scrollToIndex(cursor, { align: 'auto' });
    else rows.scrollToOffset(0);
  }, [answered, rows]);
  useEffect(() => void needRows(first, last), [answered, first, last]);

  const move = (row: number): void => {
    moveTo(row, hitAt(pages, row, pageSize)?.id ?? null);
    rows.scrollToIndex(row, { align: 'auto' });
  };
  const open = (row: number): void => {
    const hit = hitAt(pages, row, pageSize);
    if (hit !== undefined) go({ room: 'cable', id: hit.id, paragraph: null });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      open(cursor);
      return;
    }
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? height) / height) - 1);
    const row = stepFor(event.key, { row: cursor, total, page });
    if (row === null) return;
    event.preventDefault();
    move(row);
  };

  return (
    <div
      id="results"
      ref={list}
      className={snippets ? 'results results-snippets' : 'results'}
      role="listbox"
      tabIndex={0}
      aria-label={say('search.results')}
      {...(shown.some(row => row.index === cursor) ? { 'aria-activedescendant': `row-${cursor}` } : {})}
      onKeyDown={press}
    >
      <div className="results-all" role="presentation" style={{ height: `${rows.getTotalSize()}px` }}>
        {shown.map(row => (
          <ResultRow
            key={row.index}
            row={row.index}
            top={row.start}
            total={total}
            hit={hitAt(pages, row.index, pageSize)}
            current={row.index === cursor}
            onMove={move}
            onOpen={open}
          />
        ))}
      </div>
    </div>
  );
}
