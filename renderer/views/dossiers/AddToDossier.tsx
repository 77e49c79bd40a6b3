/** The button that puts cables into a dossier: of the reader's bar, and of a marked set of results. */
import { FolderPlus } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { say } from '../../words/say.ts';
import { DossierPicker } from './DossierPicker.tsx';

export function AddToDossier({ ids }: { ids: readonly string[] }) {
  return (
    <DialogTrigger>
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
