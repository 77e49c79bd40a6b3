/** An archive that is open for reading: who may write to it, and how to come to that oneself. */
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { openForWriting, useHolder } from '../../state/holder.ts';
import { dateAndTime } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { LockHolder } from '../../../preload/contract/index.ts';

function sentence(holder: LockHolder | null): string {
  if (holder === null) return `${say('lock.alone')} ${say('lock.free')}`;
  const values = { program: holder.program, since: dateAndTime(holder.since) };
  if (holder.ended) return say('lock.ended', values);
  return say(holder.here ? 'lock.here' : 'lock.elsewhere', values);
}

/** Another computer can't be asked whether it still lives: only the person knows. */
function TakeOver() {
  return (
    <DialogTrigger>
      <Button className="button">{say('lock.takeOver')}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal modal-copy">
          <Dialog className="dialog" role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title" className="dialog-title">
                  {say('lock.takeOverTitle')}
                </Heading>
                <p className="copy-form">{say('lock.takeOverHelp')}</p>
                <p className="dialog-actions">
                  <Button className="button" autoFocus onPress={close}>
                    {say('copy.close')}
                  </Button>
                  <Button
                    className="button"
                    onPress={() => {
                      close();
                      void openForWriting(true);
                    }}
                  >
                    {say('lock.takeOverYes')}
                  </Button>
                </p>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

export function LockPart() {
  const { holder, known } = useHolder();
  if (!known) return null;
  const free = holder === null || holder.ended;
  return (
    <section className="lock-part" aria-label={say('lock.title')}>
      <p>
        <strong>{say('lock.title')}.</strong> {sentence(holder)}
      </p>
      <p className="page-actions">
        <Button className="button" onPress={() => void openForWriting(false)}>
          {say(free ? 'lock.write' : 'lock.again')}
        </Button>
        {holder === null || holder.here ? null : <TakeOver />}
      </p>
    </section>
  );
}
