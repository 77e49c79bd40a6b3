/** The cables of this archive that cite this one. */
import { Button } from 'react-aria-components';
import { call, jobName } from '../../api.ts';
import { useLoaded } from '../../state/load.ts';
import { go } from '../../state/navigation.ts';
import { hashOf } from '../../state/place.ts';
import { askFor } from '../../state/search.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';

/** So many are listed; the rest is a search away. */
const few = 8;

export function CitedBy({ id }: { id: string }) {
  const query = `ref:${id}`;
  const found = useLoaded(query, () =>
    call('search.run', {
      job: jobName('cites'),
      request: { query, limit: few, sort: 'date', snippets: false },
    }),
  );
  if (found.kind === 'waiting') return <p className="quiet">{say('search.loading')}</p>;
  if (found.kind === 'fault') return <p className="quiet">{found.fault.message}</p>;
  const { total, results } = found.value;
  const citing = results.filter(hit => hit.id !== id);
  if (citing.length === 0) return <p className="quiet">{say('reader.citedByNone')}</p>;
  return (
    <>
      <ul className="references citing">
        {citing.map(hit => (
          <li key={hit.id}>
            <a className="reference" href={hashOf({ room: 'cable', id: hit.id, paragraph: null })}>
              {hit.id}
            </a>
            <span className="reference-note" {...inEnglish}>
              {hit.subject}
            </span>
          </li>
        ))}
      </ul>
      {total > few ? (
        <Button
          className="button-link"
          onPress={() => {
            askFor(query);
            go({ room: 'search' });
          }}
        >
          {say('reader.citedByMore', { count: total })}
        </Button>
      ) : null}
    </>
  );
}
