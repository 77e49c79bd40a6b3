/** A result as the cells of a table. The subject is read out first, wherever its column stands. */
import type { ColumnName } from '../../state/settings.ts';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { ReadSign } from '../dossiers/ReadSign.tsx';
import { templateOf } from './columns.ts';
import type { SearchHit } from '../../../preload/contract/index.ts';

function textOf(hit: SearchHit, column: ColumnName): string {
  switch (column) {
    case 'date':
      return hit.created === null ? say('cable.undated') : shortDate(hit.created);
    case 'id':
      return hit.id;
    case 'origin':
      return hit.origin ?? '';
    case 'classification':
      return hit.classification ?? '';
    case 'subject':
      return hit.subject ?? say('cable.noSubject');
    case 'tags':
      return hit.tags.join(' ');
  }
}

interface Props {
  hit: SearchHit;
  columns: readonly ColumnName[];
  wide: boolean;
}

export function RowCells({ hit, columns, wide }: Props) {
  const spoken: ColumnName[] = ['subject', ...columns.filter(one => one !== 'subject')];
  return (
    <span className="row-cells" style={{ gridTemplateColumns: templateOf(columns, wide) }}>
      {spoken.map(column => {
        const text = textOf(hit, column);
        return (
          <span
            key={column}
            className={`cell cell-${column}`}
            style={{ gridColumn: columns.indexOf(column) + 1, gridRow: 1 }}
            title={text}
          >
            {text} {column === 'subject' ? <ReadSign id={hit.id} /> : null}
          </span>
        );
      })}
    </span>
  );
}
