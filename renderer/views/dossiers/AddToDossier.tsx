/** The button that puts cables into a dossier: of the reader's bar, and of a marked set of results. */
import { FolderPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { say } from '../../words/say.ts';
import { DossierPicker } from './DossierPicker.tsx';

/** What is open closes with its room, which may only be hidden. */
export function AddToDossier({ ids }: { ids: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => () => setOpen(false), []);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button button-quiet" isDisabled={ids.length === 0}>
        <FolderPlus size={14} aria-hidden="true" />
        {say('dossier.add')}
      </Button>
      <Popover className="popover picker" placement="bottom end">
        <Dialog
          className="dialog"
          aria-label={say('dossier.addTitle', { count: ids.length, id: ids[0] ?? '' })}
        >
          {({ close }) => <DossierPicker ids={ids} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
