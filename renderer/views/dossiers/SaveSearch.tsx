/** The bookmark beside the results: saves the present question under a name, and holds those that were saved. */
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Input, Label, Popover, TextField } from 'react-aria-components';
import {
  deleteSavedSearch,
  questionText,
  renameSavedSearch,
  runSearch,
  saveSearch,
  useSavedAs,
  useSavedSearches,
} from '../../state/saved-searches.ts';
import { hashOf } from '../../state/place.ts';
import { chosenValues } from '../../state/question.ts';
import { useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';

function NameForm({ onDone }: { onDone: () => void }) {
  const question = useSearch(state => state.question);
  const saved = useSavedAs();
  const [name, setName] = useState(saved?.name ?? questionText(question).slice(0, 80));
  return (
    <form
      className="save-form"
      onSubmit={event => {
        event.preventDefault();
        if (name.trim() === '') return;
        onDone();
        void (saved === undefined ? saveSearch(name) : renameSavedSearch(saved, name));
      }}
    >
      <TextField value={name} onChange={setName} maxLength={200} className="field" autoFocus>
        <Label>{say('saved.name')}</Label>
        <Input onFocus={event => event.currentTarget.select()} />
      </TextField>
      <Button type="submit" className="button">
        {say(saved === undefined ? 'saved.save' : 'saved.rename')}
      </Button>
      {saved === undefined ? null : (
        <Button
          className="button button-quiet"
          onPress={() => {
            onDone();
            void deleteSavedSearch(saved);
          }}
        >
          {say('saved.delete')}
        </Button>
      )}
    </form>
  );
}

function Others({ onDone }: { onDone: () => void }) {
  const all = useSavedSearches();
  return (
    <div className="save-others">
      {all.length === 0 ? null : (
        <ul aria-label={say('saved.title')}>
          {all.map(one => (
            <li key={one.id}>
              <Button
                className="button-link"
                onPress={() => {
                  onDone();
                  runSearch(one);
                }}
              >
                {one.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <a className="reference" href={hashOf({ room: 'history' })} onClick={onDone}>
        {say('room.history')}
      </a>
    </div>
  );
}

export function SaveSearch() {
  const { query, filters } = useSearch(state => state.question);
  const saved = useSavedAs();
  const asks = query.trim() !== '' || chosenValues(filters).length > 0;
  const name = saved === undefined ? say('saved.button') : say('saved.isSaved', { name: saved.name });
  return (
    <DialogTrigger>
      <Button className="icon-button save-search" aria-label={name} id="save-search">
        <Bookmark
          size={16}
          strokeWidth={1.75}
          aria-hidden="true"
          fill={saved === undefined ? 'none' : 'currentColor'}
        />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="save-dialog" aria-label={name}>
          {({ close }) => (
            <>
              {asks ? <NameForm onDone={close} /> : <p className="quiet">{say('saved.emptyHelp')}</p>}
              <Others onDone={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
