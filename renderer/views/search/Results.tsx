/** The results: a virtual list with one tab stop. The cursor moves by keys; rows come page by page as they are needed. */
import { useCallback, useEffect } from 'react';
import type { KeyboardEvent } from 'react';
import { loadCable } from '../../state/cables.ts';
import { go } from '../../state/navigation.ts';
import { needRows } from '../../state/pages.ts';
import { asksForWords, pageSize } from '../../state/question.ts';
import { hitAt, moveTo, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { stepFor } from './list-keys.ts';
import { ResultRow } from './ResultRow.tsx';
import { useLongList } from './use-long-list.ts';

/** Heights in rem, as search.css sets them: with a passage of the text, and without. */
const rowRem = { snippet: 6.5, plain: 3.75 };

function open(row: number): void {
  const hit = hitAt(useSearch.getState().pages, row, pageSize);
  if (hit === undefined) return;
  // Asked for before the room changes: it is on its way while that is drawn.
  void loadCable(hit.id);
  go({ room: 'cable', id: hit.id, paragraph: null });
}

export function Results() {
  const { answer, answered, pages, cursor } = useSearch();
  const total = answer?.total ?? 0;
  const snippets = asksForWords(answered?.query ?? '');
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const height = Math.round(rem * (snippets ? rowRem.snippet : rowRem.plain));
  const rows = useLongList(total, height);
  const { list, first, end, show } = rows;
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);

  // A new answer shows the row that the cursor is on, which is its first or the one that was chosen before.
  useEffect(() => {
    if (answered !== null) show(Math.max(0, useSearch.getState().cursor));
  }, [answered, show]);
  useEffect(() => {
    if (answer !== null && end > first) void needRows(first, end - 1);
  }, [answer, first, end]);

  const move = useCallback(
    (row: number): void => {
      moveTo(row, hitAt(useSearch.getState().pages, row, pageSize)?.id ?? null);
      show(row);
    },
    [show],
  );
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
      {...(shown.includes(cursor) ? { 'aria-activedescendant': `row-${cursor}` } : {})}
      onKeyDown={press}
    >
      <div className="results-all" role="presentation" style={{ height: `${rows.drawn}px` }}>
        {shown.map(row => (
          <ResultRow
            key={row}
            row={row}
            top={rows.topOf(row)}
            total={total}
            hit={hitAt(pages, row, pageSize)}
            current={row === cursor}
            onMove={move}
            onOpen={open}
          />
        ))}
      </div>
    </div>
  );
}
