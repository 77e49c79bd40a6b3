/** One result: its subject first, then where and when, and the passage that was hit. */
import { memo } from 'react';
import { Marked } from '../../components/Marked.tsx';
import { Marking } from '../../components/Marking.tsx';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { SearchHit } from '../../../preload/contract/index.ts';

interface Props {
  row: number;
  top: number;
  total: number;
  hit: SearchHit | undefined;
  current: boolean;
  onMove: (row: number) => void;
  onOpen: (row: number) => void;
}

function Inside({ hit }: { hit: SearchHit }) {
  return (
    <>
      <span className="row-subject">{hit.subject ?? say('cable.noSubject')}</span>
      <span className="row-line">
        <span className="row-id">{hit.id}</span>
        <span className="row-origin">{hit.origin}</span>
        <span className="row-date">
          {hit.created === null ? say('cable.undated') : shortDate(hit.created)}
        </span>
        {hit.classification === null ? null : <Marking text={hit.classification} />}
        {hit.partial === true ? <span className="row-note">{say('cable.partial')}</span> : null}
        {hit.redacted === true ? <span className="row-note">{say('cable.redacted')}</span> : null}
        {hit.versions > 1 ? (
          <span className="row-note">{say('cable.versions', { count: hit.versions })}</span>
        ) : null}
      </span>
      {hit.snippet === null ? null : (
        <span className="row-snippet">
          <Marked text={hit.snippet.text} hits={hit.snippet.hits} />
        </span>
      )}
    </>
  );
}

export const ResultRow = memo(function ResultRow({ row, top, total, hit, current, onMove, onOpen }: Props) {
  return (
    // The keys are the list's, which has the focus; a row has the pointer only.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`row-${row}`}
      role="option"
      aria-selected={current}
      aria-posinset={row + 1}
      aria-setsize={total}
      tabIndex={-1}
      className={current ? 'row row-current' : 'row'}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onMove(row)}
      onDoubleClick={() => onOpen(row)}
    >
      {hit === undefined ? (
        <span className="row-waiting">{say('search.loading')}</span>
      ) : (
        <Inside hit={hit} />
      )}
    </div>
  );
});
