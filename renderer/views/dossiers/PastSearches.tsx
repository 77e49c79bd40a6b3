/** The questions that were asked before, the newest first; a press asks one again. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { questionText, runSearch } from '../../state/saved-searches.ts';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { PastSearch } from '../../../preload/contract/index.ts';

/** So many are shown at first. */
const few = 12;

export function PastSearches({ searches, none }: { searches: readonly PastSearch[]; none: string }) {
  const [all, setAll] = useState(false);
  if (searches.length === 0) return <p className="quiet">{none}</p>;
  return (
    <>
      <ul className="history-list">
        {searches.slice(0, all ? searches.length : few).map(past => (
          <li key={past.searched}>
            <Button className="button-link history-link" onPress={() => runSearch(past)}>
              {questionText(past)}
            </Button>
            <span className="history-date">{shortDate(past.searched)}</span>
          </li>
        ))}
      </ul>
      {all || searches.length <= few ? null : (
        <Button className="button-link" onPress={() => setAll(true)}>
          {say('search.more', { count: searches.length })}
        </Button>
      )}
    </>
  );
}
