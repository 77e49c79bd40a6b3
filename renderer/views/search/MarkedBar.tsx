/** What can be done with all cables that are marked. It is there while there are any. */
import { X } from 'lucide-react';
import { Button, Toolbar } from 'react-aria-components';
import { HandOver } from '../../components/HandOver.tsx';
import { clearMarks, markAll, useMarked } from '../../state/marked.ts';
import { useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { AddToDossier } from '../dossiers/AddToDossier.tsx';
import { focusResults } from './focus-results.ts';

export function MarkedBar() {
  const marked = useMarked(state => state.ids);
  const total = useSearch(state => state.answer?.total ?? 0);
  if (marked.size === 0) return null;
  const ids = [...marked];
  return (
    <Toolbar className="marked-bar" aria-label={say('mark.bar')}>
      <span className="marked-count">{say('mark.count', { count: marked.size })}</span>
      {total > marked.size ? (
        <Button className="button-link" onPress={() => void markAll()}>
          {say('mark.all', { count: total })}
        </Button>
      ) : null}
      <AddToDossier ids={ids} />
      <HandOver ids={ids} />
      <Button
        className="icon-button marked-clear"
        aria-label={say('mark.clear')}
        onPress={() => {
          clearMarks();
          focusResults();
        }}
      >
        <X size={15} aria-hidden="true" />
      </Button>
    </Toolbar>
  );
}
