/** The searches that were saved under a name: run, renamed, deleted. */
import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { fits } from '../../app/fits.ts';
import { IconButton } from '../../components/IconButton.tsx';
import {
  deleteSavedSearch,
  questionText,
  renameSavedSearch,
  runSearch,
  useSavedSearches,
} from '../../state/saved-searches.ts';
import { say } from '../../words/say.ts';
import type { SavedSearch } from '../../../preload/contract/index.ts';

function Rename({ saved, onDone }: { saved: SavedSearch; onDone: () => void }) {
  const [name, setName] = useState(saved.name);
  const keep = (): void => {
    onDone();
    void renameSavedSearch(saved, name);
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        aria-label={say('saved.name')}
        className="field"
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        onBlur={keep}
      >
        <Input />
      </TextField>
    </form>
  );
}

function Saved({ saved }: { saved: SavedSearch }) {
  const [renaming, setRenaming] = useState(false);
  const { name } = saved;
  return (
    <li>
      {renaming ? (
        <Rename saved={saved} onDone={() => setRenaming(false)} />
      ) : (
        <Button className="button-link history-link" onPress={() => runSearch(saved)}>
          {name}
        </Button>
      )}
      <span className="history-query">{questionText(saved)}</span>
      <IconButton icon={Pencil} name={say('saved.renameNamed', { name })} onPress={() => setRenaming(true)} />
      <IconButton
        icon={X}
        name={say('saved.deleteNamed', { name })}
        onPress={() => void deleteSavedSearch(saved)}
      />
    </li>
  );
}

export function SavedSearches({ words }: { words: string }) {
  const saved = useSavedSearches();
  const fitting = saved.filter(({ name, query }) => fits(`${name} ${query}`, words));
  return (
    <section className="page-part" aria-label={say('saved.title')}>
      <h2>{say('saved.title')}</h2>
      {fitting.length === 0 ? (
        <p className="quiet">{say(saved.length === 0 ? 'saved.none' : 'history.noneFits')}</p>
      ) : (
        <ul className="history-list">
          {fitting.map(one => (
            <Saved key={one.id} saved={one} />
          ))}
        </ul>
      )}
    </section>
  );
}
