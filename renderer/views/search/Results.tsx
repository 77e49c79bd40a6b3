/** The results: a virtual list with one tab stop. The cursor moves by keys; rows come page by page as they are needed. */
import { useCallback, useEffect, useMemo } from 'react';
import type { DragEvent, KeyboardEvent, MouseEvent } from 'react';
import { pixelsOfRem } from '../../components/rem.ts';
import { isFocusFree } from '../../components/take-focus.ts';
import { loadCable } from '../../state/cables.ts';
import { keepStanding } from '../../state/follow-question.ts';
import { anchorAt, markTo, toggleMark, useMarked } from '../../state/marked.ts';
import { go } from '../../state/navigation.ts';
import { needRows } from '../../state/pages.ts';
import { asksForWords, pageSize } from '../../state/question.ts';
import { hitAt, moveTo, useSearch } from '../../state/search.ts';
import { useSettings } from '../../state/settings.ts';
import { rememberSearch } from '../../state/work.ts';
import { say } from '../../words/say.ts';
import { isWide, rowHeight, shownColumns } from './columns.ts';
import { focusResults } from './focus-results.ts';
import { carryIds } from './drag-rows.ts';
import { markByKey } from './mark-keys.ts';
import { stepFor } from './list-keys.ts';
import { ResultRow } from './ResultRow.tsx';
import { ResultsHead } from './ResultsHead.tsx';
import { useLongList } from './use-long-list.ts';
import { useRoom } from './use-room.ts';
import { useStanding } from './use-standing.ts';

const hit = (row: number) => hitAt(useSearch.getState().pages, row, pageSize);

function openRow(row: number): void {
  const id = hit(row)?.id;
  if (id === undefined) return;
  keepStanding();
  const { answered } = useSearch.getState();
  if (answered !== null) rememberSearch(answered);
  // Asked for before the room changes: it is on its way while that is drawn.
  void loadCable(id);
  go({ room: 'cable', id, paragraph: null });
}

function mark(row: number): void {
  const id = hit(row)?.id;
  if (id !== undefined) toggleMark(id, row);
}

function drag(row: number, event: DragEvent): void {
  const id = hit(row)?.id;
  if (id === undefined) return;
  const { ids } = useMarked.getState();
  carryIds(event, ids.has(id) ? [...ids] : [id]);
}

export function Results() {
  const answer = useSearch(state => state.answer);
  const answered = useSearch(state => state.answered);
  const pages = useSearch(state => state.pages);
  const cursor = useSearch(state => state.cursor);
  const { layout, density, columns: chosen } = useSettings();
  const marked = useMarked(state => state.ids);
  const total = answer?.total ?? 0;
  const passages = asksForWords(answered?.query ?? '');
  const rem = pixelsOfRem();
  const [frame, room] = useRoom(rem);
  const wide = isWide(layout, room);
  const height = Math.round(rem * rowHeight({ layout, density }, passages, wide));
  const rows = useLongList(total, height);
  const { list, first, end, show } = rows;
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  const columns = useMemo(
    () => (layout === 'table' ? shownColumns(chosen, room) : null),
    [layout, chosen, room],
  );
  const note = useStanding(rows, height);
  const open = useCallback(
    (row: number): void => {
      note();
      openRow(row);
    },
    [note],
  );
  // Who comes back from a cable or from the map goes on in the list.
  useEffect(() => {
    if (isFocusFree() && useSearch.getState().cursor >= 0) focusResults();
  }, []);
  useEffect(() => {
    if (answer !== null && end > first) void needRows(first, end - 1);
  }, [answer, first, end]);

  const move = useCallback(
    (row: number): void => {
      moveTo(row, hit(row)?.id ?? null);
      show(row);
    },
    [show],
  );
  const pick = useCallback(
    (row: number, event: MouseEvent): void => {
      if (event.shiftKey) void markTo(row);
      else if (event.ctrlKey || event.metaKey) mark(row);
      else anchorAt(row);
      move(row);
    },
    [move],
  );
  const press = (event: KeyboardEvent): void => {
    if (markByKey(event, () => mark(cursor))) {
      event.preventDefault();
      return;
    }
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
    if (event.shiftKey) void markTo(row);
    else anchorAt(row);
    move(row);
  };

  return (
    <div
      ref={frame}
      className={`results-frame results-${layout} results-${density}${passages ? ' results-passages' : ''}${wide ? ' results-wide' : ''}`}
    >
      {columns === null ? null : <ResultsHead columns={columns} wide={wide} />}
      <div
        id="results"
        ref={list}
        className="results"
        role="listbox"
        aria-multiselectable="true"
        tabIndex={0}
        aria-label={say('search.results')}
        {...(shown.includes(cursor) ? { 'aria-activedescendant': `row-${cursor}` } : {})}
        onKeyDown={press}
      >
        <div className="results-all" role="presentation" style={{ height: `${rows.drawn}px` }}>
          {shown.map(row => {
            const found = hitAt(pages, row, pageSize);
            return (
              <ResultRow
                key={row}
                row={row}
                top={rows.topOf(row)}
                total={total}
                hit={found}
                current={row === cursor}
                marked={found !== undefined && marked.has(found.id)}
                columns={columns}
                wide={wide}
                onPick={pick}
                onMark={mark}
                onOpen={open}
                onDrag={drag}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
