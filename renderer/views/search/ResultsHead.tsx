/** The heads of the table's columns: a press sorts by one, where its sign says so. */
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { sortFor } from '../../state/question.ts';
import { setSort, useSearch } from '../../state/search.ts';
import type { ColumnName } from '../../state/settings.ts';
import { say } from '../../words/say.ts';
import { nextSort, sortedBy, templateOf } from './columns.ts';

const names = { up: 'column.up', down: 'column.down' } as const;

export function ResultsHead({ columns, wide }: { columns: readonly ColumnName[]; wide: boolean }) {
  const sort = useSearch(state => sortFor(state.question));
  return (
    <div
      className="results-head row-cells"
      role="group"
      aria-label={say('show.columns')}
      style={{ gridTemplateColumns: templateOf(columns, wide) }}
    >
      {columns.map(column => {
        const next = nextSort(column, sort);
        const name = say(`column.${column}`);
        if (next === null) {
          return (
            <span key={column} className="head-cell" title={say('column.noOrder')}>
              {name}
            </span>
          );
        }
        const way = sortedBy(column, sort);
        return (
          <Button
            key={column}
            className="head-cell head-sort"
            aria-label={say(way === null ? 'column.sort' : names[way], { column: name })}
            onPress={() => setSort(next)}
          >
            {name}
            {way === null ? <ChevronsUpDown className="head-offer" size={11} aria-hidden="true" /> : null}
            {way === 'up' ? <ArrowUp size={12} aria-hidden="true" /> : null}
            {way === 'down' ? <ArrowDown size={12} aria-hidden="true" /> : null}
          </Button>
        );
      })}
    </div>
  );
}
