/** A search without hits: what it may mean, and what can be done. */
import { Button } from 'react-aria-components';
import { useArchive } from '../../state/archive.ts';
import { dateSpanOf, withDateSpan } from '../../state/dates.ts';
import { looserQueries } from '../../state/looser.ts';
import { chosenValues } from '../../state/question.ts';
import type { Question } from '../../state/question.ts';
import { clearFilters, setDates, setQuery, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { useFinding } from './use-finding.ts';

/** What asks for less and finds something, each a press away. */
function Looser({ answered }: { answered: Question }) {
  const { query } = answered;
  const looser = looserQueries(query);
  // Without the dates: the query as it is otherwise.
  const dateless = dateSpanOf(query) === null ? null : withDateSpan(query, null);
  const finding = useFinding(answered, [
    ...(dateless === null ? [] : [dateless]),
    ...looser.map(one => one.query),
  ]);
  if (finding.size === 0) return null;
  return (
    <ul className="looser">
      {dateless === null || !finding.has(dateless) ? null : (
        <li>
          <Button className="button-link" onPress={() => setDates(null)}>
            {say('none.dates')}
          </Button>
        </li>
      )}
      {looser
        .filter(one => finding.has(one.query))
        .map(one => (
          <li key={one.query}>
            <Button className="button-link" onPress={() => setQuery(one.query)}>
              {say(`none.${one.kind}`)}: <span className="mono">{one.query}</span>
            </Button>
          </li>
        ))}
    </ul>
  );
}

export function NoResults() {
  const { answer, answered } = useSearch();
  const info = useArchive(state => state.info);
  if (answer === null || answered === null) return null;
  const narrowed = chosenValues(answered.filters).length > 0;
  const empty = info?.cables === 0;
  const words = empty ? 'search.empty' : narrowed ? 'search.noneNarrowed' : 'search.none';
  return (
    <div className="nothing">
      <p>{say(words)}</p>
      {narrowed ? (
        <Button className="button" onPress={clearFilters}>
          {say('search.removeAll')}
        </Button>
      ) : null}
      {answer.didYouMean.length === 0 ? null : (
        <>
          <p id="did-you-mean">{say('search.didYouMean')}</p>
          <ul className="looser" aria-labelledby="did-you-mean">
            {answer.didYouMean.map(one => (
              <li key={one}>
                <Button className="button-link" onPress={() => setQuery(one)}>
                  {one}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {empty ? null : <Looser answered={answered} />}
    </div>
  );
}
