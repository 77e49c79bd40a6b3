/** Every key, in one dialog. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useOverlays } from '../state/overlays.ts';
import type { WordKey } from '../words/en.ts';
import { say } from '../words/say.ts';
import { commands } from './commands.ts';
import { writtenKey } from './keys.ts';
import { onMac } from './use-shortcuts.ts';

const inResults: readonly { label: WordKey; keys: readonly string[] }[] = [
  { label: 'command.nextResult', keys: ['ArrowDown'] },
  { label: 'command.previousResult', keys: ['ArrowUp'] },
  { label: 'command.firstLast', keys: ['Home', 'End'] },
  { label: 'command.openResult', keys: ['Enter'] },
  { label: 'command.mark', keys: ['Space', 'x'] },
  { label: 'command.markRange', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'] },
  { label: 'command.markAll', keys: ['Mod+A'] },
  { label: 'mark.clear', keys: ['Esc'] },
];

const inDossier: typeof inResults = [
  { label: 'keys.openCable', keys: ['Enter'] },
  { label: 'keys.moveCable', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { label: 'keys.takeOut', keys: ['Delete'] },
];

function Keys({ title, rows }: { title: WordKey; rows: typeof inResults }) {
  const mac = onMac();
  return (
    <section>
      <h3>{say(title)}</h3>
      <dl className="key-list">
        {rows.map(({ label, keys }) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>
              {keys.map(key => (
                <kbd key={key}>{writtenKey(key, mac)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function CheatSheet() {
  const open = useOverlays(state => state.keys);
  const withKeys = commands.filter(command => command.keys.length > 0);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable
      onOpenChange={keys => useOverlays.setState({ keys })}
    >
      <Modal className="modal modal-keys">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {say('keys.title')}
          </Heading>
          <div className="key-columns">
            <Keys title="keys.everywhere" rows={withKeys.filter(command => command.when === undefined)} />
            <div>
              <Keys title="keys.reader" rows={withKeys.filter(command => command.when !== undefined)} />
              <Keys title="keys.search" rows={inResults} />
              <Keys title="keys.dossier" rows={inDossier} />
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
