/** Names a new dossier and goes to it. */
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { addDossier } from '../../state/dossiers.ts';
import { go } from '../../state/navigation.ts';
import { say } from '../../words/say.ts';

/** `small` where there is little room: the button is a plus sign then. */
export function NewDossier({ small = false }: { small?: boolean }) {
  const [name, setName] = useState('');
  const making = useRef(false);
  const create = async (): Promise<void> => {
    // The second press of a double click would make another of the same name.
    if (making.current) return;
    making.current = true;
    const made = await addDossier(name.trim());
    making.current = false;
    if (made === null) return;
    setName('');
    go({ room: 'dossiers', id: made });
  };
  return (
    <form
      className="new-dossier"
      onSubmit={event => {
        event.preventDefault();
        if (name.trim() !== '') void create();
      }}
    >
      <TextField
        value={name}
        onChange={setName}
        maxLength={200}
        className="field"
        aria-label={say('dossier.name')}
      >
        <Input placeholder={say('dossier.new')} />
      </TextField>
      <Button
        type="submit"
        className={small ? 'icon-button' : 'button'}
        aria-label={say('dossier.create')}
        isDisabled={name.trim() === ''}
      >
        {small ? <Plus size={16} aria-hidden="true" /> : say('dossier.create')}
      </Button>
    </form>
  );
}
