/** One result in the list: as a few lines, or as the cells of a table. The keys are the list's, which has the focus. */
import { Check } from 'lucide-react';
import { memo } from 'react';
import type { DragEvent, MouseEvent } from 'react';
import type { ColumnName } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { RowCells } from './RowCells.tsx';
import { RowLines } from './RowLines.tsx';
import type { SearchHit } from '../../../preload/contract/index.ts';

interface Props {
  row: number;
  top: number;
  total: number;
  hit: SearchHit | undefined;
  current: boolean;
  marked: boolean;
  /** the columns of the table; null for lines */
  columns: readonly ColumnName[] | null;
  /** whether there is room for everything: see `isWide` */
  wide: boolean;
  onPick: (row: number, event: MouseEvent) => void;
  onMark: (row: number) => void;
  onOpen: (row: number) => void;
  onDrag: (row: number, event: DragEvent) => void;
}

function inside({ hit, columns, wide }: Props) {
  if (hit === undefined) return <span className="row-waiting">{say('search.loading')}</span>;
  return columns === null ? <RowLines hit={hit} /> : <RowCells hit={hit} columns={columns} wide={wide} />;
}

export const ResultRow = memo(function ResultRow(props: Props) {
  const { row, top, total, current, marked, onPick, onMark, onOpen, onDrag } = props;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`row-${row}`}
      role="option"
      aria-selected={marked}
      aria-posinset={row + 1}
      aria-setsize={total}
      tabIndex={-1}
      className={`row${current ? ' row-current' : ''}${marked ? ' row-marked' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      draggable={props.hit !== undefined}
      onClick={event => onPick(row, event)}
      onDoubleClick={() => onOpen(row)}
      onDragStart={event => onDrag(row, event)}
    >
      {/* Space does the same from the keyboard, and the option tells whether it is marked. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className="row-mark"
        aria-hidden="true"
        onClick={event => {
          event.stopPropagation();
          onMark(row);
        }}
        onDoubleClick={event => event.stopPropagation()}
      >
        <span className="row-box">{marked ? <Check size={12} strokeWidth={3} /> : null}</span>
      </span>
      {inside(props)}
    </div>
  );
});
