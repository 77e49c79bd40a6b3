/** "Copy archive": one question, whether the person's own work goes along. The default is no. */
import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay, Radio, RadioGroup, Text } from 'react-aria-components';
import { useArchive } from '../../state/archive.ts';
import { copyArchive } from '../../state/copying.ts';
import { useOverlays } from '../../state/overlays.ts';
import { say } from '../../words/say.ts';

const choices = ['without', 'with'] as const;

function Question() {
  const [choice, setChoice] = useState<string>('without');
  const asks = useArchive(state => state.host?.can.chooseFolder === true);
  const close = (): void => useOverlays.setState({ copy: false });
  return (
    <form
      className="copy-form"
      onSubmit={event => {
        event.preventDefault();
        close();
        void copyArchive(choice === 'with');
      }}
    >
      <p className="quiet">{say('copy.help')}</p>
      <RadioGroup className="copy-choices" aria-label={say('copy.what')} value={choice} onChange={setChoice}>
        {choices.map(one => (
          <Radio key={one} value={one} className="copy-choice" autoFocus={one === 'without'}>
            <span className="copy-mark" aria-hidden="true" />
            <span>
              <span className="copy-name">{say(`copy.${one}`)}</span>
              <Text slot="description" className="quiet copy-text">
                {say(`copy.${one}Help`)}
              </Text>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <p className="dialog-actions">
        <Button className="button" onPress={close}>
          {say('copy.close')}
        </Button>
        <Button className="button button-chief" type="submit">
          {say(asks ? 'copy.choose' : 'copy.start')}
        </Button>
      </p>
    </form>
  );
}

export function CopyDialog() {
  const open = useOverlays(state => state.copy);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable
      onOpenChange={copy => useOverlays.setState({ copy })}
    >
      <Modal className="modal modal-copy">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {say('copy.title')}
          </Heading>
          <Question />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
