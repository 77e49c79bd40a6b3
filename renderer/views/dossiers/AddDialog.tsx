/** The same choice in the middle of the window, for who came by a key or the palette. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useOverlays } from '../../state/overlays.ts';
import { say } from '../../words/say.ts';
import { DossierPicker } from './DossierPicker.tsx';

const close = (): void => useOverlays.setState({ adding: null });

export function AddDialog() {
  const ids = useOverlays(state => state.adding);
  return (
    <ModalOverlay
      className="overlay overlay-top"
      isOpen={ids !== null}
      isDismissable
      onOpenChange={open => {
        if (!open) close();
      }}
    >
      <Modal className="modal modal-palette">
        <Dialog className="dialog">
          <Heading slot="title" className="picker-title">
            {say('dossier.addTitle', { count: ids?.length ?? 0, id: ids?.[0] ?? '' })}
          </Heading>
          <DossierPicker ids={ids ?? []} onDone={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
