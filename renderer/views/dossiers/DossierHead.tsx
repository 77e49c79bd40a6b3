/** The head of a dossier: its name, what can be done with all of it, and the notes on it. */
import { Pencil, Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, TextField, Toolbar } from 'react-aria-components';
import { HandOver } from '../../components/HandOver.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useTakeFocus } from '../../components/take-focus.ts';
import { deleteDossier, describeDossier, renameDossier } from '../../state/dossiers.ts';
import { go } from '../../state/navigation.ts';
import { runSearch } from '../../state/saved-searches.ts';
import { say } from '../../words/say.ts';
import type { Dossier } from '../../../preload/contract/index.ts';
import { KeptText } from './KeptText.tsx';

/** Comes with the dossier, and again when the field for its name goes. */
function Title({ name }: { name: string }) {
  const heading = useTakeFocus<HTMLHeadingElement>();
  return (
    <h1 className="dossier-title" ref={heading} tabIndex={-1}>
      {name}
    </h1>
  );
}

function Name({ dossier }: { dossier: Dossier }) {
  const [name, setName] = useState<string | null>(null);
  const keep = (): void => {
    if (name !== null) void renameDossier(dossier.id, name);
    setName(null);
  };
  if (name === null)
    return (
      <div className="dossier-named">
        <Title name={dossier.name} />
        <IconButton icon={Pencil} name={say('dossier.rename')} onPress={() => setName(dossier.name)} />
      </div>
    );
  return (
    <form
      className="dossier-rename"
      onSubmit={event => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        aria-label={say('dossier.nameField')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Escape') setName(null);
          else event.continuePropagation();
        }}
      >
        <Input className="dossier-title-field" onFocus={event => event.currentTarget.select()} />
      </TextField>
    </form>
  );
}

export function DossierHead({ dossier }: { dossier: Dossier }) {
  const remove = async (): Promise<void> => {
    await deleteDossier(dossier.id);
    go({ room: 'dossiers', id: null });
  };
  return (
    <header className="dossier-head">
      <div className="dossier-line">
        <Name dossier={dossier} />
        <Toolbar className="dossier-tools" aria-label={say('dossier.tools')}>
          {dossier.cables.length === 0 ? null : (
            <>
              <Button
                className="button button-quiet"
                onPress={() => runSearch({ query: '', filters: { dossier: [dossier.name] } })}
              >
                <Search size={14} aria-hidden="true" />
                {say('dossier.within')}
              </Button>
              <HandOver ids={dossier.cables} />
            </>
          )}
          <IconButton icon={Trash2} name={say('dossier.delete')} onPress={() => void remove()} />
        </Toolbar>
      </div>
      <KeptText
        label={say('dossier.notes')}
        placeholder={say('dossier.notesHelp')}
        kept={dossier.notes}
        onKeep={notes => void describeDossier(dossier.id, notes)}
      />
    </header>
  );
}
